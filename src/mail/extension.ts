import type { Locale } from '#kernel/text.ts';

type Request = {
  readonly name: string;
  readonly link: string;
  readonly by: string;
  readonly programme: string;
  readonly until: string;
};
type Words<T> = Record<Locale, (told: T) => { subject: string; text: string }>;

export const extensionAsked: Words<Request> = {
  ko: ({ name, link, by, programme, until }) => ({
    subject: `[함께] ${by} 님이 기한을 늦춰 달라고 요청했습니다`,
    text: `${name} 님, 안녕하십니까.

${by} 님이 ‘${programme}’ 기한을 ${until}까지 늦춰 달라고 요청했습니다. 아래에서 까닭을 읽고 답해 주십시오.

${link}

5영업일 동안 답이 없으면 관리자에게 넘어갑니다.

함께`,
  }),
  en: ({ name, link, by, programme, until }) => ({
    subject: `[Hamkke] ${by} asks for more time`,
    text: `Hello ${name},

${by} asks to have until ${until} for “${programme}”. Please read the reason and answer here:

${link}

If nobody answers for five business days, the administrators are asked.

Hamkke`,
  }),
};

export const extensionPassedOn: Words<Request> = {
  ko: ({ name, link, by, programme, until }) => ({
    subject: '[함께] 기한 연장 요청이 관리자에게 넘어왔습니다',
    text: `${name} 님, 안녕하십니까.

${by} 님이 ‘${programme}’ 기한을 ${until}까지 늦춰 달라고 요청했지만 5영업일 동안 아무도 답하지 않았습니다. 아래에서 답해 주십시오.

${link}

함께`,
  }),
  en: ({ name, link, by, programme, until }) => ({
    subject: '[Hamkke] A request for more time now lies with the administrators',
    text: `Hello ${name},

${by} asked to have until ${until} for “${programme}”, and nobody has answered for five business days. Please answer here:

${link}

Hamkke`,
  }),
};

type Answer = Pick<Request, 'name' | 'link' | 'programme'> & {
  /** The last day that was granted; null when the request was refused. */
  readonly until: string | null;
};

export const extensionAnswered: Words<Answer> = {
  ko: ({ name, link, programme, until }) => ({
    subject: '[함께] 기한 연장 요청에 답이 왔습니다',
    text: `${name} 님, 안녕하십니까.

${until === null ? `‘${programme}’ 기한을 늦춰 달라는 요청이 받아들여지지 않았습니다.` : `‘${programme}’ 기한이 ${until}까지로 늦춰졌습니다.`} 까닭은 아래에서 읽을 수 있습니다.

${link}

사정이 바뀌었다면 같은 곳에서 다시 요청할 수 있습니다.

함께`,
  }),
  en: ({ name, link, programme, until }) => ({
    subject: '[Hamkke] Your request for more time has been answered',
    text: `Hello ${name},

${until === null ? `Your request for more time for “${programme}” was refused.` : `You have until ${until} for “${programme}”.`} You can read the reason here:

${link}

If things have changed, you can ask again in the same place.

Hamkke`,
  }),
};
