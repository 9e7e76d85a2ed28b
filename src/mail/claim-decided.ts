import type { Locale } from '#kernel/text.ts';

/** To whom, where the decision can be read, and on which day the claim was handed in. */
type Told = { readonly name: string; readonly link: string; readonly day: string };

export const claimDecided: Record<Locale, (told: Told) => { subject: string; text: string }> = {
  ko: ({ name, link, day }) => ({
    subject: '[함께] 이전 학습을 검토한 결과가 나왔습니다',
    text: `${name} 님, 안녕하십니까.

${day}에 내신 이전 학습 자료를 검토했습니다. 역량마다 어떻게 보았는지, 왜 그렇게 보았는지 아래에서 읽을 수 있습니다.

${link}

결과가 생각과 다르면 다른 자료로 언제든 다시 낼 수 있습니다.

함께`,
  }),
  en: ({ name, link, day }) => ({
    subject: '[Hamkke] Your prior learning has been reviewed',
    text: `Hello ${name},

What you handed in on ${day} has been reviewed. For each competency you can read what was found and why:

${link}

If you see it differently, you may hand in other material at any time.

Hamkke`,
  }),
};
