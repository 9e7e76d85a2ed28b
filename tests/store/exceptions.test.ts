import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExceptionLine } from '#features/programme/exception.ts';
import {
  allExceptions,
  answerExtension,
  askExtension,
  type ExceptionQuestion,
  exceptions,
  excuse,
  excusesOf,
  extensionsOf,
  namePeople,
  unnamePeople,
  withdrawAbsence,
  withdrawExcuse,
} from '#features/programme/service.ts';
import { accepted, City } from '#tests/support/city.ts';
import { codeOf } from '#tests/support/people.ts';
import { rule } from '#tests/support/programmes.ts';

const RULE = '01990000-0000-7000-8000-000000000abc';

/** Kim (team, in the bureau) is excused and on leave, Lee (other bureau) asks for more time, Han is asked by name. */
async function town() {
  const city = await City.found('2027-01-04');
  await city.joins('kim', 'team');
  await city.joins('lee', 'other');
  await city.joins('han', null);
  const programmeId = await city.asks([
    rule('city', { from: '2027-01-04', place: { kind: 'unit', unit: 'city' } }),
  ]);
  const { app } = city;
  const jun = city.as('jun');
  const found = async (question: ExceptionQuestion = {}) =>
    accepted(await exceptions(app, jun, question)).lines;
  const [first] = await city.required('kim');
  const period = first?.period.key ?? '';
  const excusing = { personId: city.idOf('kim'), programmeId, period, reason: 'Long illness' };
  accepted(await excuse(app, jun, { eventId: app.newId(), ...excusing }));
  await city.becomes('2027-01-05');
  const wantedUntil = '2027-12-30';
  const asking = { eventId: app.newId(), programmeId, period, wantedUntil, reason: 'Election' };
  accepted(await askExtension(app, city.as('lee'), asking));
  await city.becomes('2027-01-06');
  const leave = await city.isAway('kim', '2027-02-01', '2027-02-10');
  await city.becomes('2027-01-07');
  const naming = {
    ...{ programmeId, personIds: [city.idOf('han')], ruleId: RULE },
    ...{ actorId: jun.personId, why: 'New here' },
  };
  assert.ok(await app.db.write((tx) => namePeople(tx, app, naming)));
  return { city, app, jun, found, programmeId, naming, leave };
}

const said = (lines: readonly ExceptionLine[]) =>
  lines.map(({ kind, name, state }) => `${kind} ${name} ${state}`);

const NAMED = 'named han! in-force';
const AWAY = 'absence kim! in-force';
const ASKED = 'extension lee! waiting';
const EXCUSED = 'excuse kim! in-force';

test('everything decided for single people stands in one list, newest first, with who and why', async () => {
  const { city, found, programmeId } = await town();
  const lines = await found();
  assert.deepEqual(said(lines), [NAMED, AWAY, ASKED, EXCUSED]);
  const shown = lines.map(({ programmeId: of, word, from, until, reason, byId }) => [
    ...[of, word, from, until, reason, byId],
  ]);
  const [jun, lee] = [city.idOf('jun'), city.idOf('lee')];
  assert.deepEqual(shown[0]?.slice(0, 3), [programmeId, 'required', '2027-01-07']);
  assert.deepEqual(shown[0]?.slice(4), ['New here', jun]);
  assert.deepEqual(shown[1], [null, 'leave', '2027-02-01', '2027-02-10', '', jun]);
  assert.deepEqual(shown[2], [programmeId, 'open', null, '2027-12-30', 'Election', lee]);
  assert.deepEqual(shown[3], [programmeId, null, null, null, 'Long illness', jun]);
});

test('exceptions are found by kind, state, programme, unit with those below, and name', async () => {
  const { found, programmeId } = await town();
  const of = async (question: ExceptionQuestion) => said(await found(question));
  assert.deepEqual(await of({ kind: 'excuse' }), [EXCUSED]);
  assert.deepEqual(await of({ kind: 'extension' }), [ASKED]);
  assert.deepEqual(await of({ kind: 'absence' }), [AWAY]);
  assert.deepEqual(await of({ kind: 'named' }), [NAMED]);
  assert.deepEqual(await of({ state: 'in-force' }), [NAMED, AWAY, EXCUSED]);
  assert.deepEqual(await of({ state: 'waiting' }), [ASKED]);
  assert.deepEqual(await of({ state: 'ended' }), []);
  assert.deepEqual(await of({ programmeId }), [NAMED, ASKED, EXCUSED]);
  assert.deepEqual(await of({ programmeId: 'none' }), []);
  assert.deepEqual(await of({ unitId: 'bureau' }), [AWAY, EXCUSED]);
  assert.deepEqual(await of({ unitId: 'city' }), [AWAY, ASKED, EXCUSED]);
  assert.deepEqual(await of({ unitId: 'moon' }), []);
  assert.deepEqual(await of({ search: 'HAN' }), [NAMED]);
  assert.deepEqual(await of({ search: '%' }), []);
});

test('what was answered, taken back or is over says so, and by whom', async () => {
  const { city, app, jun, found, naming, leave } = await town();
  const [wish] = await extensionsOf(app, city.idOf('lee'));
  const [given] = await excusesOf(app, city.idOf('kim'));
  const answer = { extensionId: wish?.id ?? '', outcome: 'granted' as const, answer: 'Yes' };
  accepted(await answerExtension(app, jun, { ...answer, until: '2027-12-29' }));
  accepted(await withdrawExcuse(app, jun, given?.id ?? ''));
  accepted(await withdrawAbsence(app, jun, { absenceId: leave, reason: 'Wrong person' }));
  await app.db.write((tx) => unnamePeople(tx, app, naming));
  const GRANTED = 'extension lee! in-force';
  const over = ['named han! ended', 'absence kim! ended', 'excuse kim! ended'];
  assert.deepEqual(said(await found({ state: 'ended' })), over);
  assert.deepEqual(said(await found({ state: 'in-force' })), [GRANTED]);
  const closings = (await found()).map(({ closed }) => closed && [closed.byId, closed.why]);
  const by = jun.personId;
  assert.deepEqual(closings, [null, [by, 'Wrong person'], [by, 'Yes'], [by, '']]);
  await city.becomes('2027-12-31');
  assert.deepEqual(await found({ state: 'in-force' }), []);
});

test('paging goes on where the page before ended, also among those of one moment and when newer ones come', async () => {
  const { city, app, jun } = await town();
  for (let n = 1; n <= 60; n += 1) await city.isAway('lee', '2027-03-01', '2027-03-02');
  const everything = accepted(await allExceptions(app, jun, {})).map(({ id }) => id);
  const first = accepted(await exceptions(app, jun, {}));
  assert.deepEqual([first.lines.length, first.hasMore], [50, true]);
  await city.becomes('2027-01-08');
  await city.isAway('lee', '2027-04-01', '2027-04-02');
  const second = accepted(await exceptions(app, jun, { before: first.lines.at(-1) ?? null }));
  assert.equal(second.hasMore, false);
  const walked = [...first.lines, ...second.lines].map(({ id }) => id);
  assert.deepEqual(walked, everything);
  assert.equal(new Set(walked).size, 64);
  for (const line of [...first.lines, ...second.lines].slice(-4)) {
    const { lines } = accepted(await exceptions(app, jun, { before: line }));
    assert.deepEqual(
      lines.map(({ id }) => id),
      everything.slice(everything.indexOf(line.id) + 1),
    );
  }
});

test('nobody but an administrator sees them', async () => {
  const { city, app } = await town();
  for (const name of ['sora', 'kim'])
    for (const attempt of [exceptions, allExceptions])
      assert.equal(await codeOf(attempt(app, city.as(name), {})), 'not-allowed');
});
