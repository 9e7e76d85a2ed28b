import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setLeaders } from '#features/identity/service.ts';
import { inboxOf, markSent, takeDue } from '#features/notify/service.ts';
import { excuse } from '#features/programme/service.ts';
import { chooseMail, mailChoiceOf, remind } from '#features/reminder/service.ts';
import { sayWhyIn } from '#jobs/remind.ts';
import { type Day, startOfDay } from '#kernel/date.ts';
import { renderMail } from '#mail/render.ts';
import { accepted, City } from '#tests/support/city.ts';
import { addPerson } from '#tests/support/people.ts';
import { rule } from '#tests/support/programmes.ts';

const PLACE = { origin: 'https://learn.example.org', zone: 'Asia/Seoul' };
const HOUR = 3_600_000;

/** Kim of the team has to finish a course by Monday 30 November 2026; Lee leads the team. Both and Jun have an address. */
async function office(): Promise<{ city: City; programmeId: string }> {
  const city = await City.found('2026-11-02');
  for (const name of ['kim', 'lee']) {
    await addPerson(city.app, {
      id: city.idOf(name),
      login: name,
      name: `${name}!`,
      roles: ['civil-servant'],
      unitId: 'team',
      email: `${name}@example.org`,
      locale: name === 'kim' ? 'ko' : 'en',
    });
  }
  const leading = { unitId: 'team', personIds: [city.idOf('lee')], why: '' };
  accepted(await setLeaders(city.app, city.as('jun'), leading));
  const place = { kind: 'people' as const, people: [city.idOf('kim')] };
  const programmeId = await city.asks([rule('kim', { place })]);
  return { city, programmeId };
}

/** The job runs at nine on each of these days. */
async function run(city: City, ...days: readonly Day[]): Promise<void> {
  for (const day of days) {
    await city.becomes(day);
    await remind(city.app, sayWhyIn);
  }
}

async function inbox(city: City, name: string): Promise<string[]> {
  const { notices } = await inboxOf(city.app, city.as(name), { isUnread: false, page: 1 });
  return notices.map((one) => (one.kind === 'reminder' ? one.values.rung : one.kind)).reverse();
}

async function mails(city: City) {
  const out = await takeDue(city.app, 50);
  for (const { id } of out) await markSent(city.app, id);
  return out.map(({ address, locale, message }) => ({
    address,
    ...renderMail(message, locale, PLACE),
  }));
}

test('the ladder goes from the person to whoever leads the unit to the administrators, each step once', async () => {
  const { city } = await office();
  await run(
    city,
    '2026-11-02',
    '2026-11-03',
    '2026-11-16',
    '2026-11-25',
    '2026-12-01',
    '2026-12-02',
  );
  assert.deepEqual(await inbox(city, 'kim'), ['opened', 'due-soon', 'due-soon', 'overdue']);
  assert.deepEqual(await inbox(city, 'lee'), []);
  await run(city, '2026-12-07', '2026-12-08');
  assert.deepEqual(await inbox(city, 'lee'), ['people-late']);
  assert.deepEqual(await inbox(city, 'jun'), []);
  await run(city, '2026-12-21', '2026-12-22');
  assert.deepEqual(await inbox(city, 'jun'), ['people-late']);
  assert.deepEqual(await inbox(city, 'lee'), ['people-late']);
});

test('one mail a day names everything in the person’s language, why the date is that date and where to object', async () => {
  const { city } = await office();
  const place = { kind: 'people' as const, people: [city.idOf('kim')] };
  await city.asks([rule('more', { place })], { name: { ko: '둘째 교육', en: 'Second' } });
  await run(city, '2026-11-16', '2026-11-16');
  const [mail, ...rest] = await mails(city);
  assert.deepEqual(rest, []);
  assert.ok(mail);
  assert.equal(mail.address, 'kim@example.org');
  assert.match(mail.subject, /챙겨야 할 교육 2건/);
  assert.match(mail.text, /■ 둘째 교육\n2026년 11월 30일까지 마쳐 주십시오\.\n.+\nhttps:\/\/learn/);
  assert.match(mail.text, /기한을 늦춰 달라고 요청/);
  assert.match(mail.text, /\/ko\/my\/account#mail/);
});

test('a leader and the administrators are written to about people and units, in their own language', async () => {
  const { city } = await office();
  await run(city, '2026-12-07');
  const [, late] = (await mails(city)).sort((a, b) => a.address.localeCompare(b.address));
  assert.ok(late);
  assert.equal(late.address, 'lee@example.org');
  assert.match(late.text, /- kim! – Programme \(due 30 November 2026\)/);
  assert.match(late.text, /https:\/\/learn\.example\.org\/en\/team/);
});

test('after forty silent days everybody gets one mail and one notice of how things stand today', async () => {
  const { city } = await office();
  await run(city, '2027-01-11', '2027-01-12');
  assert.deepEqual(await inbox(city, 'kim'), ['overdue']);
  assert.deepEqual(await inbox(city, 'lee'), ['people-late']);
  assert.deepEqual((await mails(city)).map(({ address }) => address).sort(), [
    'kim@example.org',
    'lee@example.org',
  ]);
});

test('at night, on days off and before the day has been worked out nobody is written to', async () => {
  const { city } = await office();
  await city.becomes('2026-11-16');
  const { app } = city;
  for (const at of [
    startOfDay('2026-11-16', app.zone) + 7 * HOUR,
    startOfDay('2026-11-16', app.zone) + 20 * HOUR,
    startOfDay('2026-11-22', app.zone) + 10 * HOUR,
    startOfDay('2026-11-17', app.zone) + 9 * HOUR,
  ]) {
    app.clock.set(at);
    assert.equal(await remind(app, sayWhyIn), null);
  }
  app.clock.set(startOfDay('2026-11-16', app.zone) + 8 * HOUR);
  assert.deepEqual(await remind(app, sayWhyIn), { reminders: 1, mails: 1 });
  assert.equal(await remind(app, sayWhyIn), null);
});

test('two processes at once say everything once', async () => {
  const { city } = await office();
  await city.becomes('2026-11-16');
  await Promise.all([1, 2, 3].map(() => remind(city.app, sayWhyIn)));
  assert.deepEqual(await inbox(city, 'kim'), ['due-soon']);
  assert.equal((await mails(city)).length, 1);
});

test('whoever is done, excused or away is not reminded', async () => {
  for (const spared of ['done', 'excused', 'away'] as const) {
    const { city, programmeId } = await office();
    if (spared === 'done') await city.studies('kim');
    if (spared === 'away') await city.isAway('kim', '2026-11-10', '2026-12-31');
    const personId = city.idOf('kim');
    const input = { eventId: city.app.newId(), personId, programmeId, period: 'once', reason: 'x' };
    if (spared === 'excused') accepted(await excuse(city.app, city.as('jun'), input));
    await run(city, '2026-11-16', '2026-12-07');
    assert.deepEqual(await inbox(city, 'kim'), [], spared);
    assert.deepEqual(await inbox(city, 'lee'), [], spared);
  }
});

test('a weekly mail waits for its week and names things once, as they stand', async () => {
  const { city } = await office();
  await chooseMail(city.app, city.as('kim'), 'weekly');
  assert.equal(await mailChoiceOf(city.app, city.as('kim')), 'weekly');
  await run(city, '2026-11-02');
  assert.equal((await mails(city)).length, 1);
  const place = { kind: 'people' as const, people: [city.idOf('kim')] };
  await city.asks([rule('more', { place })], { name: { ko: '둘째 교육', en: 'Second' } });
  await run(city, '2026-11-04');
  assert.equal((await mails(city)).length, 0);
  await run(city, '2026-11-09');
  const [mail] = await mails(city);
  assert.match(mail?.subject ?? '', /1건/);
  assert.match(mail?.text ?? '', /둘째 교육/);
});

test('whoever wants no mail has the inbox, and choosing for oneself does not touch others', async () => {
  const { city } = await office();
  await chooseMail(city.app, city.as('kim'), 'off');
  assert.equal(await mailChoiceOf(city.app, city.as('lee')), 'daily');
  await run(city, '2026-11-16');
  assert.deepEqual(await inbox(city, 'kim'), ['due-soon']);
  assert.deepEqual(await mails(city), []);
});

test('what a supervisor would hear goes to the administrators where nobody leads', async () => {
  const { city } = await office();
  const none = { unitId: 'team', personIds: [], why: '' };
  accepted(await setLeaders(city.app, city.as('jun'), none));
  await run(city, '2026-12-07');
  assert.deepEqual(await inbox(city, 'jun'), ['people-late']);
});
