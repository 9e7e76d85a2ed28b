import type { Locale } from '#kernel/text.ts';

type Said = { name: string; link: string };
type Words = Record<Locale, (said: Said) => { subject: string; text: string }>;

export const challengePassedOn: Words = {
  ko: ({ name, link }) => ({
    subject: '[함께] 이의 제기가 관리자에게 넘어왔습니다',
    text: `${name} 님, 안녕하십니까.

역량 근거가 잘못되었다는 이의 제기에 답할 사람이 필요합니다. 맡은 강사가 없거나, 14일 동안 답이 없었거나, 이미 한 번 답을 받은 사람이 다시 물었기 때문입니다.

아래에서 까닭을 읽고 근거를 그대로 둘지 취소할지 답해 주십시오.

${link}

함께`,
  }),
  en: ({ name, link }) => ({
    subject: '[Hamkke] A challenge now lies with the administrators',
    text: `Hello ${name},

Somebody says that a piece of evidence about them is wrong, and an answer is needed from you: either no trainer looks after them, or nobody has answered for 14 days, or they have asked again after a first answer.

Please read the reason here and say whether the evidence stands or is revoked.

${link}

Hamkke`,
  }),
};

export const challengeAnswered: Words = {
  ko: ({ name, link }) => ({
    subject: '[함께] 이의 제기에 답이 왔습니다',
    text: `${name} 님, 안녕하십니까.

역량 근거에 제기한 이의에 답이 왔습니다. 아래에서 읽을 수 있습니다.

${link}

답을 받아들이기 어렵다면 같은 곳에서 다시 물을 수 있습니다. 그때는 관리자가 답합니다.

함께`,
  }),
  en: ({ name, link }) => ({
    subject: '[Hamkke] Your challenge has been answered',
    text: `Hello ${name},

There is an answer to your challenge of a piece of evidence. You can read it here.

${link}

If you cannot accept it, you can ask again in the same place. An administrator will answer then.

Hamkke`,
  }),
};
