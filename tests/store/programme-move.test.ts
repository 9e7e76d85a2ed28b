import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveUnit } from '#features/identity/service.ts';
import {
  allAssignments,
  assignments,
  followProgrammes,
  previewUnitMove,
} from '#features/programme/service.ts';
import { accepted, City } from '#tests/support/city.ts';
import { codeOf } from '#tests/support/people.ts';
import { rule } from '#tests/support/programmes.ts';

/** A programme for the bureau; Kim works in its team, Lee and Han in the other bureau. */
async function town(): Promise<City> {
  const city = await City.found('2027-01-04');
  await city.joins('kim', 'team');
  await city.joins('lee', 'other');
  await city.joins('han', 'other');
  await city.asks([
    rule('bureau', { from: '2027-01-04', place: { kind: 'unit', unit: 'bureau' } }),
  ]);
  return city;
}

test('before a unit is moved one sees for how many people required learning changes; afterwards it has', async () => {
  const city = await town();
  const seen = async (unitId: string, parentId: string | null) => {
    const { people, affected, programmes } = accepted(
      await previewUnitMove(city.app, city.as('jun'), { unitId, parentId }),
    );
    return [people, affected, ...programmes.map(({ counts }) => counts)];
  };
  const none = { added: 0, removed: 0, moved: 0 };
  assert.deepEqual(await seen('team', 'other'), [1, 1, { ...none, removed: 1 }]);
  assert.deepEqual(await seen('other', 'bureau'), [2, 2, { ...none, added: 2 }]);
  assert.deepEqual(await seen('bureau', null), [1, 0]);
  assert.equal(await city.stands('lee'), 'nothing');

  const move = { unitId: 'other', parentId: 'bureau', why: 'test' };
  accepted(await moveUnit(city.app, city.as('jun'), move));
  await followProgrammes(city.app);
  assert.notEqual(await city.stands('lee'), 'nothing');
  assert.deepEqual(await seen('other', 'bureau'), [2, 0]);
});

test('only an administrator sees what a move would change, and only for places that can be', async () => {
  const { app, as } = await town().then((city) => ({
    app: city.app,
    as: (name: string) => city.as(name),
  }));
  const move = { unitId: 'bureau', parentId: 'team' };
  assert.equal(await codeOf(previewUnitMove(app, as('kim'), move)), 'not-allowed');
  assert.equal(await codeOf(previewUnitMove(app, as('jun'), move)), 'not-found');
});

test('people are found by how they stand over all programmes, by unit and name', async () => {
  const city = await town();
  const [kim] = await city.required('kim');
  const standing = kim?.standing ?? 'open';
  const found = async (rest: object) =>
    accepted(await assignments(city.app, city.as('jun'), { standing, ...rest })).people.map(
      ({ name }) => name,
    );
  assert.deepEqual(await found({}), ['kim!']);
  assert.deepEqual(await found({ unitId: 'city', search: 'KI', sort: 'name' }), ['kim!']);
  assert.deepEqual(await found({ unitId: 'other' }), []);
  assert.deepEqual(await found({ unitId: 'moon' }), []);
  assert.deepEqual(await found({ programmeId: 'none' }), []);
  const all = accepted(await allAssignments(city.app, city.as('jun'), { standing }));
  assert.equal(all.length, 1);
  for (const attempt of [assignments, allAssignments])
    assert.equal(await codeOf(attempt(city.app, city.as('kim'), { standing })), 'not-allowed');
});
