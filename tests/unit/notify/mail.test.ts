import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMail } from '#mail/render.ts';
import { TEST_NOW } from '#tests/support/app.ts';

const PLACE = { origin: 'https://learn.example.org', zone: 'Asia/Seoul' };
const RESET = {
  template: 'password-reset',
  params: { name: '김민지', path: '/ko/reset/abc', expiresAt: TEST_NOW },
} as const;
const INVITATION = {
  template: 'invitation',
  params: { name: 'Minji', inviter: 'Seojun', path: '/en/welcome/abc', expiresAt: TEST_NOW },
} as const;

for (const locale of ['ko', 'en'] as const) {
  for (const message of [RESET, INVITATION]) {
    test(`${message.template} in ${locale} carries the link and the hour in Seoul`, () => {
      const { subject, text } = renderMail(message, locale, PLACE);
      assert.ok(text.includes(`https://learn.example.org${message.params.path}`));
      assert.match(text, locale === 'ko' ? /2026\. 11\. 22\. 오후 12:00/ : /22 Nov 2026, 12:00/);
      assert.ok(!/undefined|null|\[object/.test(subject + text));
      assert.ok(!/[\r\n]/.test(subject));
    });
  }
}

test('a mail that has gone says that its link is not kept', () => {
  const gone = { ...RESET, params: { ...RESET.params, path: null } };
  assert.match(renderMail(gone, 'en', PLACE).text, /not kept/);
  assert.match(renderMail(gone, 'ko', PLACE).text, /보관하지 않습니다/);
});

test('the mail about a review leads to the claim and says when it was handed in', () => {
  const params = { name: '김민지', path: '/ko/my/prior-learning/1', day: '2026-11-22' };
  const message = { template: 'claim-decided', params } as const;
  for (const [locale, day] of [
    ['ko', '2026년 11월 22일'],
    ['en', '22 November 2026'],
  ] as const) {
    const { subject, text } = renderMail(message, locale, PLACE);
    assert.ok(text.includes('https://learn.example.org/ko/my/prior-learning/1'));
    assert.ok(text.includes(day));
    assert.ok(!/undefined|null|\[object/.test(subject + text));
  }
});

test('the mails about being observed and being asked say who it was and lead there', () => {
  for (const template of ['observed', 'peer-asked'] as const) {
    for (const locale of ['ko', 'en'] as const) {
      const params = { name: '김민지', by: '박소라', path: `/${locale}/somewhere/1` };
      const { subject, text } = renderMail({ template, params }, locale, PLACE);
      assert.ok(text.includes(`https://learn.example.org/${locale}/somewhere/1`));
      assert.ok(text.includes('박소라') && text.includes('김민지'));
      assert.ok(!/undefined|null|\[object/.test(subject + text));
    }
  }
});
