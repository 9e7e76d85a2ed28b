import type { Locale } from '#kernel/text.ts';
import type { Said } from './render.ts';

export const invitation: Record<
  Locale,
  (said: Said & { inviter: string }) => { subject: string; text: string }
> = {
  ko: ({ name, inviter, link, until }) => ({
    subject: `[함께] ${inviter} 님이 초대했습니다`,
    text: `${name} 님, 안녕하십니까.

${inviter} 님이 함께에 초대했습니다. 함께는 공무원과 주민이 같은 상황을 각자의 자리에서 배우고 연습하는 곳입니다.

아래 링크에서 아이디와 비밀번호를 정하면 바로 시작할 수 있습니다. 링크는 ${until}까지 한 번만 쓸 수 있습니다.

${link}

기한이 지났다면 초대한 분에게 다시 보내 달라고 말씀해 주십시오.

함께`,
  }),
  en: ({ name, inviter, link, until }) => ({
    subject: `[Hamkke] ${inviter} has invited you`,
    text: `Hello ${name},

${inviter} has invited you to Hamkke, where officials and residents learn and practise the same situations, each from their own seat.

With this link you choose a sign-in name and a password and can begin at once. It works once, until ${until}.

${link}

If it has expired, ask the person who invited you to send it again.

Hamkke`,
  }),
};
