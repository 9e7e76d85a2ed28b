import type { Locale } from '#kernel/text.ts';
import type { Said } from './render.ts';

export const passwordReset: Record<Locale, (said: Said) => { subject: string; text: string }> = {
  ko: ({ name, link, until }) => ({
    subject: '[함께] 비밀번호를 다시 정하는 링크입니다',
    text: `${name} 님, 안녕하십니까.

아래 링크에서 새 비밀번호를 정할 수 있습니다. ${until}까지 한 번만 쓸 수 있습니다.

${link}

비밀번호를 바꾸면 로그인되어 있던 모든 기기에서 로그아웃됩니다.
요청한 적이 없다면 이 메일을 지우면 됩니다. 비밀번호는 그대로입니다.

함께`,
  }),
  en: ({ name, link, until }) => ({
    subject: '[Hamkke] Your link for a new password',
    text: `Hello ${name},

With this link you can choose a new password. It works once, until ${until}.

${link}

A new password signs you out on every device.
If you did not ask for this, delete this mail: your password stays as it is.

Hamkke`,
  }),
};
