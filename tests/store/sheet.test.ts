import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  deleteSheet,
  keepSheet,
  openSheet,
  ownSheets,
  sheetsIn,
  sheetsStand,
} from '#features/sheet/service.ts';
import { testApp, testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';
import { SHEET, sheetWithout } from '#tests/support/sheets.ts';

const anna = { personId: testId(900_001), roles: ['resident'] as const };
const bora = { personId: testId(900_002), roles: ['trainer', 'administrator'] as const };
const PLACE = { courseId: 'civics', lessonId: 'first', sheetId: 'plan' };
const LESSON = { courseId: 'civics', lessonId: 'first' };

let events = 800_000;
function event(): string {
  events += 1;
  return testId(events);
}

async function sheetApp(sheet = SHEET) {
  const app = { ...(await testApp()), sheets: { 'civics/first': [sheet] } };
  const keep = (given: Record<string, string[]>, rest: object = {}, actor = anna) =>
    keepSheet(app, actor as typeof anna, {
      ...PLACE,
      eventId: event(),
      given,
      locale: 'en',
      ...rest,
    });
  const valuesOf = async (actor: typeof anna | typeof bora = anna) =>
    (await openSheet(app, actor, PLACE))?.latest.body.values;
  return { app, keep, valuesOf };
}

test('what somebody wrote is kept for them and for nobody else, whatever their role', async () => {
  const { app, keep, valuesOf } = await sheetApp();
  assert.equal(await codeOf(keep({ 'f.service': ['Counter 3'] })), 'ok');
  assert.deepEqual(await valuesOf(), { service: 'Counter 3' });
  assert.equal(await openSheet(app, bora, PLACE), null);
  assert.deepEqual(await ownSheets(app, bora), []);
  assert.equal((await sheetsIn(app, bora, LESSON)).kept.size, 0);
});

test('nobody deletes what somebody else wrote', async () => {
  const { app, keep, valuesOf } = await sheetApp();
  await keep({ 'f.service': ['mine'] });
  await deleteSheet(app, bora, PLACE);
  assert.deepEqual(await valuesOf(), { service: 'mine' });
  await deleteSheet(app, anna, PLACE);
  await deleteSheet(app, anna, PLACE);
  assert.equal(await openSheet(app, anna, PLACE), null);
});

test('a form sent twice, even at once, is one saving; its id serves nobody else and nothing else', async () => {
  const { app, keep } = await sheetApp();
  const eventId = event();
  const twice = await Promise.all([
    codeOf(keep({ 'f.service': ['a'] }, { eventId })),
    codeOf(keep({ 'f.service': ['a'] }, { eventId })),
  ]);
  assert.deepEqual(twice, ['ok', 'ok']);
  assert.deepEqual((await openSheet(app, anna, PLACE))?.earlier, []);
  const stolen = keepSheet(app, bora, {
    ...PLACE,
    eventId,
    given: { 'f.service': ['b'] },
    locale: 'en',
  });
  assert.equal(await codeOf(stolen), 'event-used');
});

test('every saving is remembered, the last one stands, and saving the same again adds nothing', async () => {
  const { app, keep } = await sheetApp();
  for (const words of ['one', 'two', 'two', 'three']) {
    app.clock.pass(60_000);
    await keep({ 'f.service': [words] });
  }
  const opened = await openSheet(app, anna, PLACE);
  const said = [opened?.latest, ...(opened?.earlier ?? [])].map(
    (one) => one?.body.values['service'],
  );
  assert.deepEqual(said, ['three', 'two', 'one']);
  assert.equal(opened?.latest.number, 3);
});

test('two savings at once are both remembered', async () => {
  const { app, keep } = await sheetApp();
  await Promise.all([keep({ 'f.service': ['a'] }), keep({ 'f.service': ['b'] })]);
  const opened = await openSheet(app, anna, PLACE);
  assert.equal(opened?.latest.number, 2);
  assert.equal(opened?.earlier.length, 1);
});

test('a sheet without a word, a sheet nobody has and a number nobody can read are refused', async () => {
  const { keep, valuesOf } = await sheetApp();
  assert.equal(await codeOf(keep({ 'f.service': [' '] })), 'sheet-empty');
  assert.equal(await codeOf(keep({ 'f.people': ['few'] })), 'sheet-number-unclear');
  assert.equal(await codeOf(keep({}, { sheetId: 'other' })), 'sheet-unknown');
  assert.equal(await codeOf(keep({}, { courseId: '__proto__' })), 'sheet-unknown');
  assert.equal(await valuesOf(), undefined);
});

test('somebody may empty a sheet again', async () => {
  const { keep, valuesOf } = await sheetApp();
  await keep({ 'f.service': ['a'] });
  assert.equal(await codeOf(keep({})), 'ok');
  assert.deepEqual(await valuesOf(), {});
});

test('a page knows whether the sheets it shows are as they were', async () => {
  const { app, keep } = await sheetApp();
  const stands = (mark: string) => sheetsStand(app, { ...anna, ...LESSON, mark });
  const { mark: before } = await sheetsIn(app, anna, LESSON);
  assert.ok(await stands(before));
  await keep({ 'f.service': ['a'] });
  assert.ok(!(await stands(before)));
  const { mark: after } = await sheetsIn(app, anna, LESSON);
  assert.ok(await stands(after));
  await deleteSheet(app, anna, PLACE);
  assert.ok(!(await stands(after)));
});

test('a sheet is listed and read after its lesson has lost it', async () => {
  const { app, keep } = await sheetApp();
  await keep({ 'f.why': ['kept'] });
  const without = { ...app, sheets: {} };
  const [listed] = await ownSheets(without, anna);
  assert.equal(listed?.title.en, 'Plan');
  const changed = { ...app, sheets: { 'civics/first': [sheetWithout('why')] } };
  const given = { 'f.service': ['more'] };
  await keepSheet(changed, anna, { ...PLACE, eventId: event(), given, locale: 'en' });
  const opened = await openSheet(app, anna, PLACE);
  assert.deepEqual(opened?.latest.body.values, { service: 'more', why: 'kept' });
});
