import type { Locale } from '#kernel/text.ts';

/** To whom, where to read it, and who did it. */
type Told = { readonly name: string; readonly link: string; readonly by: string };
type Words = Record<Locale, (told: Told) => { subject: string; text: string }>;

export const observed: Words = {
  ko: ({ name, link, by }) => ({
    subject: '[함께] 관찰 평가가 올라왔습니다',
    text: `${name} 님, 안녕하십니까.

${by} 님이 ${name} 님이 일하는 모습을 보고 관찰 평가를 남겼습니다. 무엇을 보았고 어떻게 보았는지 아래에서 읽을 수 있습니다.

${link}

다르게 본다면 같은 곳에서 근거를 열어 이의를 제기할 수 있습니다.

함께`,
  }),
  en: ({ name, link, by }) => ({
    subject: '[Hamkke] Somebody observed you at work',
    text: `Hello ${name},

${by} has written down what they saw of you at work. You can read it here:

${link}

If you see it differently, open the evidence there and challenge it.

Hamkke`,
  }),
};

export const peerAsked: Words = {
  ko: ({ name, link, by }) => ({
    subject: '[함께] 동료가 답을 부탁했습니다',
    text: `${name} 님, 안녕하십니까.

${by} 님이 자신이 일하는 모습을 어떻게 보았는지 말해 달라고 부탁했습니다. 직접 본 것만 답하면 되고, 답하지 않아도 됩니다.

${link}

함께`,
  }),
  en: ({ name, link, by }) => ({
    subject: '[Hamkke] A peer asks what you have seen',
    text: `Hello ${name},

${by} asks what you have seen of their work. Answer only what you have seen yourself; you may also decline.

${link}

Hamkke`,
  }),
};
