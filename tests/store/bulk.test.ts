import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import type { Settings } from '#features/bulk/act.ts';
import type { LineView } from '#features/bulk/service.ts';
import {
  confirmAct,
  discardAct,
  finishActs,
  listActs,
  prepareAct,
  searchPeople,
  undoAct,
  viewAct,
} from '#features/bulk/service.ts';
import { changeRoles, closeUnit, createPeople, peopleOf } from '#features/identity/service.ts';
import { createPosition, endHolding, heldBy, holdingsOf } from '#features/position/service.ts';
import {
  absencesOf,
  followProgrammes,
  viewProgramme,
  withdrawAbsence,
} from '#features/programme/service.ts';
import type { Role } from '#kernel/rights.ts';
import { accepted, City } from '#tests/support/city.ts';
import { codeOf } from '#tests/support/people.ts';
import { rule } from '#tests/support/programmes.ts';

const WHY = 'autumn reorganisation';
const TODAY = '2027-01-04';

/** Kim and Lee work in the team, Han in the other bureau. */
async function town() {
  const city = await City.found(TODAY);
  await city.joins('kim', 'team');
  await city.joins('lee', 'team');
  await city.joins('han', 'other');
  const { app } = city;
  const jun = city.as('jun');
  const ids = (...names: string[]) => names.map((name) => city.idOf(name));
  const prepare = async (settings: Settings, ...names: string[]) =>
    accepted(
      await prepareAct(app, jun, {
        eventId: app.newId(),
        settings,
        choice: { personIds: ids(...names) },
      }),
    );
  const confirm = async (actId: string) =>
    accepted(await confirmAct(app, jun, { actId, why: WHY }));
  const undo = async (actId: string) => accepted(await undoAct(app, jun, { actId, why: WHY }));
  const lines = async (actId: string, view: LineView) =>
    accepted(await viewAct(app, jun, { actId, view })).lines.map(
      ({ login, state, left }) => `${login} ${left ?? state}`,
    );
  const unitOf = async (name: string) =>
    (await peopleOf(app, ids(name))).get(city.idOf(name))?.unitId;
  return { city, app, jun, prepare, confirm, undo, lines, unitOf };
}
const toOther: Settings = { kind: 'unit', unitId: 'other' };

test('what was prepared is looked at first, carried out with a reason, and told for each person', async () => {
  const { city, app, jun, prepare, confirm, lines, unitOf } = await town();
  const actId = await prepare(toOther, 'kim', 'lee', 'han');
  assert.deepEqual(await lines(actId, 'changes'), ['kim open', 'lee open']);
  assert.deepEqual(await lines(actId, 'left'), ['han already']);
  assert.equal(await unitOf('kim'), 'team');
  await confirm(actId);
  await confirm(actId);
  assert.equal(await unitOf('kim'), 'other');
  assert.deepEqual(await lines(actId, 'changes'), ['kim applied', 'lee applied']);
  const trail = accepted(await listAudit(app, jun, { subject: `person:${city.idOf('kim')}` }));
  assert.deepEqual(
    trail.entries.map(({ act, actorId, detail }) => [act, actorId, detail]),
    [['unit-changed', city.idOf('jun'), { before: 'team', after: 'other', why: WHY, bulk: actId }]],
  );
  const told = accepted(await listAudit(app, jun, { subject: `bulk:${actId}` }));
  assert.deepEqual(
    told.entries.map(({ act }) => act),
    ['bulk-confirmed'],
  );
});

test('whoever was changed since the preview is left alone, and since the act is not taken back', async () => {
  const { city, prepare, confirm, undo, lines, unitOf } = await town();
  const actId = await prepare(toOther, 'kim', 'lee');
  await city.moves('kim', 'bureau');
  await confirm(actId);
  assert.deepEqual(await lines(actId, 'left'), ['kim changed-meanwhile']);
  assert.equal(await unitOf('kim'), 'bureau');

  const second = await prepare(toOther, 'kim', 'han');
  await confirm(second);
  await undo(second);
  await undo(second);
  assert.equal(await unitOf('kim'), 'bureau');
  assert.deepEqual(await lines(second, 'changes'), ['kim undone']);

  const third = await prepare({ kind: 'unit', unitId: null }, 'kim', 'lee');
  await confirm(third);
  await city.moves('kim', 'team');
  await undo(third);
  assert.deepEqual(await lines(third, 'kept'), ['kim changed-since']);
  assert.equal(await unitOf('kim'), 'team');
  assert.equal(await unitOf('lee'), 'other');
});

test('nobody is put back in a unit that was closed meanwhile', async () => {
  const { app, jun, prepare, confirm, undo, lines, unitOf } = await town();
  const actId = await prepare(toOther, 'kim', 'lee');
  await confirm(actId);
  accepted(await closeUnit(app, jun, { unitId: 'team', why: WHY }));
  await undo(actId);
  assert.deepEqual(await lines(actId, 'kept'), ['kim unit-closed', 'lee unit-closed']);
  assert.equal(await unitOf('kim'), 'other');
});

test('a role is given beside others, never taken from whoever has only that, and goes back alone', async () => {
  const { city, app, jun, prepare, confirm, undo, lines } = await town();
  const roles = async (name: string) =>
    (await peopleOf(app, [city.idOf(name)])).get(city.idOf(name))?.roles;
  const give = await prepare({ kind: 'give-role', role: 'author' }, 'kim', 'lee');
  await confirm(give);
  assert.deepEqual(await roles('kim'), ['civil-servant', 'author']);
  const more: Role[] = ['civil-servant', 'author', 'trainer'];
  accepted(await changeRoles(app, jun, { personId: city.idOf('kim'), roles: more }));
  await undo(give);
  assert.deepEqual(await roles('kim'), ['civil-servant', 'trainer']);
  assert.deepEqual(await roles('lee'), ['civil-servant']);
  const take = await prepare({ kind: 'take-role', role: 'civil-servant' }, 'kim', 'lee', 'sora');
  assert.deepEqual(await lines(take, 'changes'), ['kim open']);
  assert.deepEqual(await lines(take, 'left'), ['lee only-role', 'sora already']);
  await confirm(take);
  await undo(take);
  assert.deepEqual(await roles('kim'), ['civil-servant', 'trainer']);
});

test('a position is given to many and ended for many, and both can be taken back', async () => {
  const { city, app, jun, prepare, confirm, undo, lines } = await town();
  const name = { ko: '당직', en: 'Duty' };
  const activities = [{ does: name, targets: { 'C6.1': 1 as const } }];
  const body = { audience: 'official' as const, name, summary: name, activities };
  const positionId = accepted(
    await createPosition(app, jun, { eventId: app.newId(), body, why: WHY }),
  );
  const give = { kind: 'give-position', positionId, fromDay: TODAY, untilDay: null } as const;
  const held = async (who: string, day: string) =>
    (await heldBy(app, [city.idOf(who)], day)).has(city.idOf(who));
  const given = await prepare(give, 'kim', 'lee');
  await confirm(given);
  assert.equal(await held('kim', '2027-02-01'), true);
  assert.deepEqual(await lines(await prepare(give, 'kim', 'han'), 'left'), ['kim already']);

  const end = await prepare(
    { kind: 'end-position', positionId, lastDay: '2027-01-31' },
    'kim',
    'lee',
    'han',
  );
  assert.deepEqual(await lines(end, 'left'), ['han not-held']);
  await confirm(end);
  assert.equal(await held('kim', '2027-02-01'), false);
  const [holding] = accepted(await holdingsOf(app, jun, { personId: city.idOf('lee') }));
  accepted(await endHolding(app, jun, { holdingId: holding?.id ?? '', why: WHY }));
  await undo(end);
  assert.equal(await held('kim', '2027-02-01'), true);
  assert.deepEqual(await lines(end, 'kept'), ['lee changed-since']);
  await undo(given);
  assert.equal(await held('kim', TODAY), false);
});

test('people are added to a programme by name and taken out again; others stay as they were', async () => {
  const { city, app, jun, prepare, confirm, undo, lines } = await town();
  const programmeId = await city.asks([
    rule('team', { from: TODAY, place: { kind: 'unit', unit: 'team' } }),
  ]);
  const actId = await prepare({ kind: 'require', programmeId }, 'kim', 'han');
  assert.deepEqual(await lines(actId, 'left'), ['kim already-asked']);
  await confirm(actId);
  await followProgrammes(app);
  assert.notEqual(await city.stands('han'), 'nothing');
  await undo(actId);
  await followProgrammes(app);
  assert.equal(await city.stands('han'), 'nothing');
  const { programme } = accepted(await viewProgramme(app, jun, programmeId));
  assert.deepEqual(
    programme.body.rules.map(({ id }) => id),
    ['team'],
  );
});

test('many are excused from what they have to finish next, and asked again when that is taken back', async () => {
  const { city, app, prepare, confirm, undo, lines } = await town();
  const programmeId = await city.asks([
    rule('team', { from: TODAY, place: { kind: 'unit', unit: 'team' } }),
  ]);
  const before = await city.stands('kim');
  const actId = await prepare({ kind: 'excuse', programmeId }, 'kim', 'lee', 'han');
  assert.deepEqual(await lines(actId, 'left'), ['han not-asked']);
  await confirm(actId);
  await followProgrammes(app);
  assert.match(await city.stands('kim'), /^excused/);
  await undo(actId);
  assert.equal(await city.stands('kim'), before);
});

test('crisis duty is recorded for a whole unit, and taken back except where somebody had done so', async () => {
  const { city, app, jun, confirm, undo, lines } = await town();
  const settings: Settings = {
    kind: 'absence',
    absence: 'crisis-duty',
    fromDay: '2027-01-05',
    toDay: '2027-01-12',
  };
  await city.isAway('lee', '2027-01-01', '2027-01-31', 'crisis-duty');
  const choice = { search: { unitId: 'city' } };
  const actId = accepted(await prepareAct(app, jun, { eventId: app.newId(), settings, choice }));
  assert.deepEqual(await lines(actId, 'left'), ['lee already']);
  await confirm(actId);
  const away = async (name: string) => (await absencesOf(app, city.idOf(name))).length;
  assert.equal(await away('kim'), 1);
  const [hans] = await absencesOf(app, city.idOf('han'));
  accepted(await withdrawAbsence(app, jun, { absenceId: hans?.id ?? '', reason: 'was not there' }));
  await undo(actId);
  assert.equal(await away('kim'), 0);
  assert.equal(await away('lee'), 1);
  assert.deepEqual(await lines(actId, 'kept'), ['han changed-since']);
});

test('an act for more people than one group is finished by the job when the request ends before it', async () => {
  const { city, app, jun, prepare, unitOf } = await town();
  const names = Array.from({ length: 1_250 }, (_, n) => `p${n}`);
  const all = { locale: 'ko', role: 'civil-servant' } as const;
  const people = names.map((name) => {
    return { personId: city.idOf(name), login: name, email: null, name, unitId: 'team' };
  });
  await app.db.write((tx) => createPeople(tx, app, { people, ...all }));
  const actId = await prepare(toOther, ...names);
  accepted(await confirmAct(app, jun, { actId, why: WHY }));
  assert.equal(accepted(await viewAct(app, jun, { actId })).act.state, 'applying');
  await finishActs(app);
  const { act, pages, total } = accepted(await viewAct(app, jun, { actId, page: 99 }));
  assert.deepEqual([act.state, act.counts.by.applied, total, pages], ['applied', 1_250, 1_250, 25]);
  assert.equal(await unitOf('p1249'), 'other');
});

test('a form sent twice prepares one act; what is never confirmed is forgotten', async () => {
  const { city, app, jun, prepare } = await town();
  const eventId = app.newId();
  const input = { eventId, settings: toOther, choice: { personIds: [city.idOf('kim')] } };
  for (const _ of [1, 2]) assert.equal(accepted(await prepareAct(app, jun, input)), eventId);
  assert.equal(accepted(await listActs(app, jun, 1)).total, 1);
  accepted(await discardAct(app, jun, eventId));
  assert.equal(await codeOf(viewAct(app, jun, { actId: eventId })), 'not-found');
  await prepare(toOther, 'kim');
  app.clock.pass(25 * 3_600_000);
  await finishActs(app);
  assert.equal(accepted(await listActs(app, jun, 1)).total, 0);
});

test('what cannot be done for anybody is refused before it is prepared', async () => {
  const { city, app, jun } = await town();
  const attempt = (settings: Settings, names = ['kim']) => {
    const choice = { personIds: names.map((name) => city.idOf(name)) };
    return codeOf(prepareAct(app, jun, { eventId: app.newId(), settings, choice }));
  };
  assert.equal(await attempt({ kind: 'unit', unitId: 'moon' }), 'unit-unknown');
  assert.equal(await attempt({ kind: 'require', programmeId: 'none' }), 'bulk-programme');
  assert.equal(await attempt(toOther, []), 'bulk-nobody');
  assert.equal(await attempt(toOther, ['nobody-by-that-name']), 'bulk-nobody');
  const position = { positionId: 'none', fromDay: TODAY, untilDay: null };
  assert.equal(await attempt({ kind: 'give-position', ...position }), 'position-unknown');
});

test('people are found by what they hold and by how they stand', async () => {
  const { city, app, jun } = await town();
  const programmeId = await city.asks([
    rule('team', { from: TODAY, place: { kind: 'unit', unit: 'team' } }),
  ]);
  const found = async (search: object) =>
    accepted(await searchPeople(app, jun, search)).people.map(({ login }) => login);
  const [kim] = await city.required('kim');
  const standing = kim?.standing ?? 'open';
  assert.deepEqual(await found({ standing: { standing, programmeId } }), ['kim', 'lee']);
  assert.deepEqual(await found({ standing: { standing, programmeId: null }, search: 'le' }), [
    'lee',
  ]);
  assert.deepEqual(await found({ standing: { standing: 'expired', programmeId: null } }), []);
  assert.deepEqual(await found({ positionId: 'none' }), []);
});

test('whoever is not an administrator changes nobody in bulk', async () => {
  const { city, app, prepare } = await town();
  const actId = await prepare(toOther, 'kim');
  const kim = city.as('kim');
  const choice = { personIds: [city.idOf('han')] };
  for (const attempt of [
    prepareAct(app, kim, { eventId: app.newId(), settings: toOther, choice }),
    prepareAct(app, kim, { eventId: actId, settings: toOther, choice }),
    confirmAct(app, kim, { actId, why: WHY }),
    undoAct(app, kim, { actId, why: WHY }),
    discardAct(app, kim, actId),
    viewAct(app, kim, { actId }),
    listActs(app, kim, 1),
    searchPeople(app, kim, {}),
  ]) {
    assert.equal(await codeOf(attempt), 'not-allowed');
  }
});
