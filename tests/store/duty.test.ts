import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Duty } from '#features/duty/duty.ts';
import { dutiesFor, ownDuties, rosterOf, wholeRoster } from '#features/duty/service.ts';
import { setLeaders } from '#features/identity/service.ts';
import { endHolding, givePosition, holdingsOf, loadPositions } from '#features/position/service.ts';
import { accepted, City } from '#tests/support/city.ts';
import { codeOf } from '#tests/support/people.ts';
import { rule, TIMING } from '#tests/support/programmes.ts';

const text = (words: string) => ({ ko: words, en: words });
const OFFICER = {
  id: 'shelter-officer',
  audience: 'official' as const,
  name: text('Shelter officer'),
  summary: text('Opens shelters'),
  activities: [{ does: text('opens'), targets: { 'C6.1': 2 as const } }],
};
const SHELTER: Duty = {
  id: 'shelter',
  name: text('Shelter'),
  summary: text('Nobody without it'),
  position: 'shelter-officer',
  because: text('First hour'),
  requires: [{ take: 'all', items: [{ kind: 'course', id: 'civics' }], validMonths: 12 }],
};

/** Kim of the team, Choi of the other bureau and Park hold the position; Lee leads the bureau above the team; Sora trains Kim. */
async function town(duties: readonly Duty[] = [SHELTER]) {
  const city = await City.found('2026-11-02');
  const app = { ...city.app, duties, positionDrafts: [OFFICER] };
  await loadPositions(app);
  for (const [name, unit] of [
    ['kim', 'team'],
    ['lee', 'bureau'],
    ['choi', 'other'],
    ['park', 'team'],
  ] as const)
    await city.joins(name, unit);
  const leading = { unitId: 'bureau', personIds: [city.idOf('lee')], why: '' };
  accepted(await setLeaders(app, city.as('jun'), leading));
  const giving = {
    eventId: app.newId(),
    positionId: 'shelter-officer',
    personIds: ['kim', 'choi', 'park'].map((name) => city.idOf(name)),
    fromDay: '2026-11-01',
    untilDay: null,
    why: '',
  };
  accepted(await givePosition(app, city.as('jun'), giving));
  const roster = async (name: string, question = {}) => {
    const found = await rosterOf(app, city.as(name), { dutyId: 'shelter', ...question });
    if (!found.ok) return found.problem.code;
    return found.value.lines.map((line) => `${line.name} ${line.answer.isReady}`);
  };
  return { city, app, roster };
}

test('the list says of everybody who holds the position whether they may be rostered, and until when', async () => {
  const { city, app, roster } = await town();
  await city.studies('kim');
  assert.deepEqual(await roster('jun'), ['choi! false', 'kim! true', 'park! false']);
  const ready = accepted(
    await wholeRoster(app, city.as('jun'), { dutyId: 'shelter', only: 'ready' }),
  );
  assert.deepEqual([ready.ready, ready.others, ready.lines.length], [1, 2, 1]);
  assert.equal(ready.lines[0]?.answer.until, '2027-11-02');
  await city.becomes('2027-11-03');
  assert.deepEqual(await roster('jun', { search: 'KIM' }), ['kim! false']);
});

test('a list is narrowed by unit with everything below and by answer', async () => {
  const { city, roster } = await town();
  await city.studies('choi');
  assert.deepEqual(await roster('jun', { unitId: 'bureau' }), ['kim! false', 'park! false']);
  assert.deepEqual(await roster('jun', { only: 'ready' }), ['choi! true']);
  assert.deepEqual(await roster('jun', { only: 'not-ready', unitId: 'other' }), []);
});

test('a leader and a trainer see their own people only, and everybody else is refused', async () => {
  const { city, app, roster } = await town();
  assert.deepEqual(await roster('lee'), ['kim! false', 'park! false']);
  assert.deepEqual(await roster('lee', { unitId: 'other' }), []);
  assert.deepEqual(await roster('sora'), ['kim! false']);
  for (const nobody of ['kim', 'choi']) {
    assert.equal(await roster(nobody), 'not-allowed', nobody);
    assert.equal(await codeOf(dutiesFor(app, city.as(nobody))), 'not-allowed', nobody);
  }
  assert.equal(await roster('jun', { dutyId: 'nowhere' }), 'not-found');
  const [count] = accepted(await dutiesFor(app, city.as('lee')));
  assert.deepEqual([count?.ready, count?.others], [0, 2]);
});

test('whoever no longer holds the position is not on the list and has no duty of their own', async () => {
  const { city, app, roster } = await town();
  const personId = city.idOf('park');
  const [held] = accepted(await holdingsOf(app, city.as('jun'), { personId }));
  assert.ok(held);
  assert.equal((await ownDuties(app, city.as('park'))).length, 1);
  accepted(await endHolding(app, city.as('jun'), { holdingId: held.id, why: 'moved' }));
  assert.deepEqual(await roster('jun'), ['choi! false', 'kim! false']);
  assert.deepEqual(await ownDuties(app, city.as('park')), []);
});

test('somebody sees their own duties with what is missing, and nothing of others', async () => {
  const { city, app } = await town();
  const [own, ...rest] = await ownDuties(app, city.as('kim'));
  assert.deepEqual(rest, []);
  assert.deepEqual(own?.answer.parts[0]?.things[0]?.state, 'never');
  assert.deepEqual(await ownDuties(app, city.as('lee')), []);
});

test('a programme of the installation can be asked for: done and valid', async () => {
  const before = await town();
  const timing = { ...TIMING, validMonths: 6 };
  const programmeId = await before.city.asks([rule('all', { timing })]);
  const app = { ...before.app, duties: [{ ...SHELTER, requires: [{ programme: programmeId }] }] };
  const isReady = async () => {
    const [own] = await ownDuties(app, before.city.as('kim'));
    return [own?.answer.isReady, own?.answer.until];
  };
  assert.deepEqual(await isReady(), [false, null]);
  await before.city.studies('kim');
  assert.deepEqual(await isReady(), [true, '2027-05-02']);
  await before.city.becomes('2027-05-03');
  assert.deepEqual(await isReady(), [false, null]);
});
