import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@libsql/client';
import { addMember, createCohort } from '#features/cohort/service.ts';
import { createPerson, createUnit } from '#features/identity/service.ts';
import {
  closeRound,
  openRound,
  resultsFor,
  roundsLedBy,
  rowsFor,
  sendAnswers,
  surveyPlaces,
  surveysFor,
  viewRound,
} from '#features/survey/service.ts';
import { surveysOf } from '#features/survey/survey.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { testApp, testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';
import { SURVEY } from '#tests/support/surveys.ts';

const DAY_MS = 86_400_000;
const COHORT = testId(810_001);
const idOf = (n: number) => testId(820_000 + n);
const as = (n: number, ...roles: Role[]): Actor => ({ personId: idOf(n), roles });
const sora = as(90, 'trainer');
const jun = as(91, 'administrator');
const stranger = as(92, 'resident');
const member = (n: number) => as(n, n < 7 ? 'resident' : 'civil-servant');
const MEMBERS = [1, 2, 3, 4, 5, 6, 7, 8];

async function school() {
  const app = { ...(await testApp()), surveys: surveysOf([SURVEY]) };
  await app.db.write(async (tx) => {
    for (const n of [...MEMBERS, 90, 91, 92]) {
      const { roles } = n < 90 ? member(n) : ([sora, jun, stranger][n - 90] ?? stranger);
      const person = { id: idOf(n), login: `p${n}`, name: `P${n}`, locale: 'ko' as const, roles };
      await createPerson(tx, app, { ...person, passwordHash: '-' });
    }
    const name = { ko: '모임', en: 'Group' };
    await createCohort(tx, app, {
      id: COHORT,
      name,
      courseId: 'civics',
      trainers: [sora.personId],
    });
    for (const n of MEMBERS)
      await addMember(tx, { cohortId: COHORT, personId: idOf(n), joinedAt: app.clock.now() });
  });
  return app;
}

let rounds = 0;
const input = (own: object = {}) => {
  rounds += 1;
  return {
    eventId: testId(830_000 + rounds),
    surveyId: 'small',
    place: 'cohort' as const,
    placeId: COHORT,
    opensOn: '2026-11-22',
    closesOn: '2026-11-29',
    ...own,
  };
};

async function opened() {
  const app = await school();
  const round = await openRound(app, sora, input());
  assert.ok(round.ok, JSON.stringify(round));
  const roundId = round.value;
  const answer = (n: number, useful: number, key = `key-of-${n}`) =>
    sendAnswers(app, member(n), {
      roundId,
      key,
      sent: (field) =>
        field === 'useful' ? [String(useful)] : field === 'said' ? [`said ${n}`] : [],
    });
  return { app, roundId, answer };
}

test('a survey waits for the people it asks and is not there for others', async () => {
  const { app, roundId } = await opened();
  const [mine] = await surveysFor(app, member(1));
  assert.deepEqual([mine?.round.id, mine?.state, mine?.hasAnswered], [roundId, 'open', false]);
  assert.deepEqual(await surveysFor(app, stranger), []);
  const view = { roundId, key: null };
  assert.equal(await codeOf(viewRound(app, stranger, view)), 'not-found');
  const sent = () => ['3'];
  assert.equal(await codeOf(sendAnswers(app, stranger, { roundId, key: 'k', sent })), 'not-found');
  assert.equal(await codeOf(closeRound(app, member(1), roundId)), 'not-found');
  assert.equal(await codeOf(closeRound(app, as(93, 'trainer'), roundId)), 'not-found');
});

test('trainers ask their own cohorts, administrators anybody', async () => {
  const app = await school();
  const other = { place: 'cohort' as const, placeId: testId(1) };
  assert.equal(await codeOf(openRound(app, sora, input(other))), 'survey-place');
  assert.equal(await codeOf(openRound(app, sora, input({ place: 'everyone' }))), 'survey-place');
  assert.equal(await codeOf(openRound(app, member(1), input())), 'survey-place');
  assert.equal(await codeOf(openRound(app, jun, input({ place: 'everyone' }))), 'ok');
  assert.equal((await surveysFor(app, stranger)).length, 1);
  assert.equal((await surveyPlaces(app, sora)).mayAskEverybody, false);
  assert.equal(
    await codeOf(openRound(app, jun, input({ place: 'unit', placeId: 'x' }))),
    'survey-place',
  );
});

test('a round in a unit asks the people of the unit and of those below it', async () => {
  const app = await school();
  const unitId = testId(840_001);
  await app.db.write(async (tx) => {
    const unit = { id: unitId, parentId: null, name: { ko: '과', en: 'Division' } };
    await createUnit(tx, unit);
    const person = { id: idOf(50), login: 'p50', name: 'P50', locale: 'ko' as const };
    const roles = ['civil-servant'] as const;
    await createPerson(tx, app, { ...person, roles, unitId, passwordHash: '-' });
  });
  assert.equal(await codeOf(openRound(app, jun, input({ place: 'unit', placeId: unitId }))), 'ok');
  assert.equal((await surveysFor(app, as(50, 'civil-servant'))).length, 1);
  assert.deepEqual(await surveysFor(app, member(7)), []);
});

test('days that make no sense are refused at their field', async () => {
  const app = await school();
  assert.equal(
    await codeOf(openRound(app, sora, input({ opensOn: '2026-11-21' }))),
    'survey-opens-past',
  );
  assert.equal(
    await codeOf(openRound(app, sora, input({ closesOn: '2026-11-22' }))),
    'survey-days',
  );
  assert.equal(await codeOf(openRound(app, sora, input({ closesOn: 'soon' }))), 'day-form');
  assert.equal(await codeOf(openRound(app, sora, input({ surveyId: 'gone' }))), 'survey-unknown');
});

test('the same opening sent twice is one round', async () => {
  const app = await school();
  const once = input();
  assert.deepEqual(await openRound(app, sora, once), await openRound(app, sora, once));
  assert.equal((await roundsLedBy(app, sora)).length, 1);
  assert.equal(await codeOf(openRound(app, jun, once)), 'event-used');
});

test('answers are kept once, changed with their key, and never given again without it', async () => {
  const { app, roundId, answer } = await opened();
  assert.equal(await codeOf(answer(1, 3)), 'ok');
  assert.equal(await codeOf(answer(1, 3)), 'ok');
  assert.equal((await roundsLedBy(app, sora))[0]?.answered, 1);
  assert.equal(await codeOf(answer(1, 5)), 'ok');
  const seen = await viewRound(app, member(1), { roundId, key: 'key-of-1' });
  assert.ok(seen.ok);
  assert.deepEqual(seen.value.given?.steps, { useful: 5 });
  assert.equal(await codeOf(answer(1, 4, 'another key')), 'survey-answered');
  assert.equal((await roundsLedBy(app, sora))[0]?.answered, 1);
  assert.equal(await codeOf(answer(2, 4, 'key-of-1')), 'event-used');
  assert.equal(await codeOf(answer(2, 9)), 'ok');
});

test('nothing in the database joins a person to an answer, a time to either, or an order to any', async () => {
  const { app, roundId, answer } = await opened();
  for (const n of [5, 3, 1, 4, 2]) {
    app.clock.pass(60_000);
    assert.equal(await codeOf(answer(n, n)), 'ok');
  }
  const client = createClient({ url: app.db.url });
  const rows = async (sql: string) => (await client.execute(sql)).rows;
  const marks = await rows('select * from survey_answered');
  const kept = await rows('select * from survey_answer');
  assert.deepEqual(Object.keys(marks[0] ?? {}).sort(), ['person_id', 'round_id']);
  assert.deepEqual(Object.keys(kept[0] ?? {}).sort(), ['body', 'id', 'panel', 'round_id']);
  assert.ok(!JSON.stringify(kept).includes('8200'), 'no id of a person stands in an answer');
  for (const table of ['survey_answered', 'survey_answer'])
    await assert.rejects(rows(`select rowid from ${table}`), /rowid/);
  const ids = kept.map(({ id }) => String(id));
  assert.deepEqual(ids, [...ids].sort(), 'the only order is that of random names');
  const trails = [
    ...(await rows('select act, subject, detail from audit_entry')),
    ...(await rows('select * from statement')),
  ];
  const told = trails.filter(
    (row) => JSON.stringify(row).includes(roundId) && row['act'] !== 'survey-opened',
  );
  assert.deepEqual(told, []);
  client.close();
});

test('nobody sees results before the end; afterwards everybody who was asked does', async () => {
  const { app, roundId, answer } = await opened();
  for (const n of [1, 2, 3, 4, 5]) await answer(n, 4);
  assert.equal(await codeOf(resultsFor(app, sora, roundId)), 'not-found');
  assert.equal(await codeOf(rowsFor(app, sora, roundId)), 'not-found');
  app.clock.pass(8 * DAY_MS);
  assert.equal(await codeOf(answer(6, 4)), 'survey-closed');
  assert.equal(await codeOf(resultsFor(app, stranger, roundId)), 'not-found');
  const seen = await resultsFor(app, member(6), roundId);
  assert.ok(seen.ok);
  assert.equal(seen.value.results?.scales.get('useful')?.all?.mean, 4);
  assert.equal(seen.value.results?.opens[0]?.texts?.length, 5);
  assert.equal(await codeOf(rowsFor(app, member(6), roundId)), 'not-found');
  const rows = await rowsFor(app, sora, roundId);
  assert.ok(rows.ok && rows.value.rows.length === 5 && !rows.value.withPanels);
});

test('with four answers there is nothing to see and nothing to take away', async () => {
  const { app, roundId, answer } = await opened();
  for (const n of [1, 2, 3, 4]) await answer(n, 4);
  assert.equal(await codeOf(closeRound(app, sora, roundId)), 'ok');
  const seen = await resultsFor(app, sora, roundId);
  assert.ok(seen.ok && seen.value.results === null && seen.value.total === 4);
  assert.equal(await codeOf(rowsFor(app, sora, roundId)), 'survey-too-few');
});

test('a later round is compared with the earlier one of the same words only', async () => {
  const { app, roundId, answer } = await opened();
  for (const n of [1, 2, 3, 4, 5]) await answer(n, 2);
  app.clock.pass(10 * DAY_MS);
  const days = { opensOn: '2026-12-02', closesOn: '2026-12-09' };
  const [first, ...rest] = SURVEY.questions;
  assert.ok(first);
  const reworded = {
    ...SURVEY,
    questions: [{ ...first, text: { ko: '말', en: 'Word' } }, ...rest],
  };
  const answerAll = async (id: string) => {
    const sent = (field: string) => (field === 'useful' ? ['5'] : []);
    for (const n of [1, 2, 3, 4, 5, 6])
      await sendAnswers(app, member(n), { roundId: id, key: `again ${n} ${id}`, sent });
  };
  const same = await openRound(app, sora, input(days));
  const other = await openRound({ ...app, surveys: surveysOf([reworded]) }, sora, input(days));
  assert.ok(same.ok && other.ok);
  await answerAll(same.value);
  await answerAll(other.value);
  app.clock.pass(10 * DAY_MS);
  const [compared, alone] = [
    await resultsFor(app, member(1), same.value),
    await resultsFor(app, member(1), other.value),
  ];
  assert.ok(compared.ok && alone.ok);
  assert.equal(compared.value.before?.round.id, roundId);
  assert.equal(alone.value.before, null);
});

test('an empty form, too many choices and a step that is not on the scale are not answers', async () => {
  const { app, roundId } = await opened();
  const send = (sent: (field: string) => string[]) =>
    sendAnswers(app, member(1), { roundId, key: 'k', sent });
  assert.equal(await codeOf(send(() => [])), 'survey-nothing');
  assert.equal(await codeOf(send((field) => (field === 'useful' ? ['6'] : []))), 'survey-nothing');
  const both = (field: string) => (field === 'way' ? ['letter', 'call'] : []);
  assert.equal(await codeOf(send(both)), 'survey-too-many');
});
