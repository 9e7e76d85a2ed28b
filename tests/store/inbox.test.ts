import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTICES_PAGE, UNREAD_MOST } from '#features/notify/notice.ts';
import { inboxOf, markAllRead, markNotice, tell, unreadOf } from '#features/notify/service.ts';
import { answerExtension, askExtension, escalateExtensions } from '#features/programme/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { accepted, City } from '#tests/support/city.ts';
import { rule } from '#tests/support/programmes.ts';

const MINJI: Actor = { personId: 'minji', roles: ['resident'] };
const KIM: Actor = { personId: 'kim', roles: ['civil-servant'] };
const ALL = { isUnread: false, page: 1 };

async function tellMinji(app: TestApp, days: readonly string[]): Promise<void> {
  for (const day of days) {
    app.clock.pass(1_000);
    const notice = {
      kind: 'claim-decided',
      values: { day },
      path: '/my/prior-learning/1',
    } as const;
    await app.db.write((tx) => tell(tx, app, [{ ...notice, personId: MINJI.personId }]));
  }
}

test('somebody without an address finds everything in the inbox, the newest first, and nobody else does', async () => {
  const app = await testApp();
  await tellMinji(app, ['2026-11-20', '2026-11-21']);
  const { notices } = await inboxOf(app, MINJI, ALL);
  assert.deepEqual(
    notices.map(({ values }) => values),
    [{ day: '2026-11-21' }, { day: '2026-11-20' }],
  );
  assert.equal((await inboxOf(app, KIM, ALL)).total, 0);
  assert.deepEqual([await unreadOf(app, 'minji'), await unreadOf(app, 'kim')], [2, 0]);
});

test('a notice is marked as read and unread again by its reader alone', async () => {
  const app = await testApp();
  await tellMinji(app, ['2026-11-20', '2026-11-21']);
  const [newest] = (await inboxOf(app, MINJI, ALL)).notices;
  assert.ok(newest);
  const mark = (actor: Actor, as: 'read' | 'unread') =>
    markNotice(app, actor, { noticeId: newest.id, as });

  assert.equal((await mark(KIM, 'read')).ok, false);
  assert.equal(await unreadOf(app, 'minji'), 2);
  assert.equal((await mark(MINJI, 'read')).ok, true);
  assert.equal((await mark(MINJI, 'read')).ok, true);
  assert.equal(await unreadOf(app, 'minji'), 1);
  assert.equal((await inboxOf(app, MINJI, { isUnread: true, page: 1 })).total, 1);
  assert.equal((await mark(MINJI, 'unread')).ok, true);
  assert.equal(await unreadOf(app, 'minji'), 2);
  await markAllRead(app, KIM);
  assert.equal(await unreadOf(app, 'minji'), 2);
  await markAllRead(app, MINJI);
  assert.equal(await unreadOf(app, 'minji'), 0);
});

test('a long inbox has pages, and a page that does not exist shows the last one', async () => {
  const app = await testApp();
  const many = Array.from({ length: UNREAD_MOST + 5 }, () => '2026-11-20');
  await tellMinji(app, many);
  const last = await inboxOf(app, MINJI, { isUnread: false, page: 99 });
  assert.equal(last.pages, Math.ceil(many.length / NOTICES_PAGE));
  assert.equal(last.page, last.pages);
  assert.equal(last.notices.length, many.length % NOTICES_PAGE);
  assert.equal(await unreadOf(app, 'minji'), UNREAD_MOST);
});

async function inboxIn(city: City, name: string) {
  const { notices } = await inboxOf(city.app, city.as(name), ALL);
  return notices.map(({ kind }) => kind);
}

test('a request for more time reaches whoever answers, and the answer reaches the person', async () => {
  const city = await City.found('2026-11-18');
  await city.joins('kim', 'team');
  const programmeId = await city.asks([rule('team', { place: { kind: 'unit', unit: 'team' } })]);
  const asking = {
    eventId: city.app.newId(),
    programmeId,
    period: 'once',
    wantedUntil: '2026-12-18',
    reason: 'The audit takes all my days.',
  };
  accepted(await askExtension(city.app, city.as('kim'), asking));
  accepted(await askExtension(city.app, city.as('kim'), asking));
  assert.deepEqual(await inboxIn(city, 'sora'), ['extension-asked']);
  assert.deepEqual(await inboxIn(city, 'jun'), []);
  await city.becomes('2026-11-26');
  await escalateExtensions(city.app);
  await escalateExtensions(city.app);
  assert.deepEqual(await inboxIn(city, 'jun'), ['extension-passed-on']);
  const answer = {
    extensionId: asking.eventId,
    outcome: 'refused',
    until: '',
    answer: 'No.',
  } as const;
  accepted(await answerExtension(city.app, city.as('jun'), answer));
  assert.deepEqual(await inboxIn(city, 'kim'), ['extension-answered']);
});

test('a request of somebody nobody looks after goes to the administrators at once', async () => {
  const city = await City.found('2026-11-18');
  await city.joins('lee', 'team');
  const programmeId = await city.asks([rule('team', { place: { kind: 'unit', unit: 'team' } })]);
  const asking = { programmeId, period: 'once', wantedUntil: '2026-12-18', reason: 'Please.' };
  accepted(await askExtension(city.app, city.as('lee'), { ...asking, eventId: city.app.newId() }));
  assert.deepEqual(await inboxIn(city, 'jun'), ['extension-asked']);
});
