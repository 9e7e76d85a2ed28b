import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { Framework, WithFramework } from '#features/competency/framework.ts';
import { cellOf } from '#features/competency/profile.ts';
import { addEvidence, cellsOf, profileOf, rebuildCells } from '#features/competency/service.ts';
import { insertEvidence, listEvidenceOfCells, saveCells } from '#features/competency/store.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import { TEST_NOW, type TestApp, testApp, testId } from '#tests/support/app.ts';

const DAY_MS = 86_400_000;
const ANNA = testId(900_001);
const BORA = testId(900_002);
const TRAINER: Actor = { personId: testId(900_003), roles: ['trainer'] };
const anna: Actor = { personId: ANNA, roles: ['resident'] };

function answered(id: string, rest: Partial<NewEvidence> & { correct?: boolean } = {}) {
  const { correct = true, ...own } = rest;
  const piece: NewEvidence = {
    id,
    personId: ANNA,
    competency: 'C1.1',
    shown: { v: 1, kind: 'question', correct, difficulty: 0, options: 4 },
    source: `item:civics/first/${id}`,
    runId: null,
    occurredAt: TEST_NOW,
    ...own,
  };
  return piece;
}

function decided(id: string, level: number, runId: string): NewEvidence {
  const shown = { v: 1, kind: 'decision', level, weight: 1, decision: `scene.${id}` } as const;
  return answered(id, { shown, runId, source: 'scenario:flood' });
}

const add = (app: TestApp, ...pieces: NewEvidence[]) =>
  app.db.write((tx) => addEvidence(tx, app, pieces));

const text = { ko: '글', en: 'text' };
const levels = { 1: text, 2: text, 3: text, 4: text };

function withFramework(app: TestApp): TestApp & WithFramework {
  const level = { ...text, rule: text };
  const competency = (id: string) => ({
    id,
    areas: ['V'],
    name: text,
    officials: levels,
    residents: levels,
  });
  const framework: Framework = {
    version: 1,
    levels: { 1: level, 2: level, 3: level, 4: level },
    areas: { V: 'social-value' },
    domains: [
      { id: 'D1', slug: 'd', name: text, competencies: [competency('C1.1'), competency('C1.2')] },
    ],
  };
  return { ...app, framework };
}

test('the same evidence sent twice counts once', async () => {
  const app = await testApp();
  await add(app, answered('a'), answered('a'));
  const once = await cellsOf(app, [ANNA]);
  await add(app, answered('a', { correct: false }));
  assert.deepEqual(await cellsOf(app, [ANNA]), once);
  assert.equal(once[0]?.pieces, 1);
});

test('a cell always equals what its evidence says, in whatever order the evidence came', async () => {
  for (const seed of ['one', 'two', 'three']) {
    const app = await testApp();
    const random = seededRandom(seed);
    const pieces = Array.from({ length: 12 }, (_, at) =>
      at % 3 === 0
        ? decided(`d${at}`, Math.floor(random() * 4), `run${at % 2}`)
        : answered(`q${at}`, {
            correct: random() < 0.6,
            source: `item:civics/first/${at % 5}`,
            occurredAt: TEST_NOW - Math.floor(random() * 300) * DAY_MS,
          }),
    );
    for (const piece of shuffle(pieces, seed)) await add(app, piece);
    const kept = await listEvidenceOfCells(app.db.read, ANNA, ['C1.1']);
    const [cell] = await cellsOf(app, [ANNA]);
    assert.deepEqual(cell, cellOf({ personId: ANNA, competency: 'C1.1' }, kept));
  }
});

test('evidence of several people and competencies stays apart', async () => {
  const app = await testApp();
  await add(
    app,
    answered('a'),
    answered('b', { personId: BORA }),
    answered('c', { competency: 'C1.2' }),
  );
  const cells = await cellsOf(app, [ANNA, BORA]);
  assert.deepEqual(
    cells.map(({ personId, competency, pieces }) => [personId, competency, pieces]).sort(),
    [
      [ANNA, 'C1.1', 1],
      [ANNA, 'C1.2', 1],
      [BORA, 'C1.1', 1],
    ],
  );
  assert.deepEqual(await cellsOf(app, []), []);
});

test('rebuilding gives the cells that were kept, and mends what was wrong', async () => {
  const app = await testApp();
  for (let n = 0; n < 230; n += 1) {
    await add(app, answered(`p${n}`, { personId: testId(1_000 + n), correct: n % 2 === 0 }));
  }
  await add(app, answered('a'), decided('b', 3, 'run'));
  const people = [ANNA, ...Array.from({ length: 230 }, (_, n) => testId(1_000 + n))];
  const kept = await cellsOf(app, people);
  const wrong = kept.find(({ personId }) => personId === ANNA);
  assert.ok(wrong);
  await app.db.write((tx) =>
    saveCells(tx, [{ ...wrong, pieces: 99, lastConfirmed: { level: 4, at: TEST_NOW } }]),
  );
  await app.db.write((tx) => saveCells(tx, [{ ...wrong, personId: BORA }]));
  assert.equal(await rebuildCells(app), 231);
  const byPerson = (a: { personId: string }, b: { personId: string }) =>
    a.personId < b.personId ? -1 : 1;
  const rebuilt = await cellsOf(app, [...people, BORA]);
  assert.deepEqual(rebuilt.sort(byPerson), kept.sort(byPerson));
});

test('a profile names every competency, also those nothing is known of', async () => {
  const app = withFramework(await testApp());
  await add(app, answered('a'), decided('b', 3, 'run'));
  const profile = await profileOf(app, anna, ANNA);
  assert.ok(profile.ok);
  assert.deepEqual([...profile.value.states.keys()], ['C1.1', 'C1.2']);
  assert.equal(profile.value.states.get('C1.1')?.pieces.length, 2);
  assert.equal(profile.value.states.get('C1.2')?.standing.status, 'nothing-shown');
});

test('a page about a person and a list of people say the same about a competency', async () => {
  const app = withFramework(await testApp());
  const pieces = Array.from({ length: 6 }, (_, at) => answered(`q${at}`));
  await add(app, ...pieces, decided('d', 3, 'run'), decided('e', 3, 'other'));
  app.clock.pass(40 * DAY_MS);
  const profile = await profileOf(app, anna, ANNA);
  assert.ok(profile.ok);
  const kept = await listEvidenceOfCells(app.db.read, ANNA, ['C1.1']);
  assert.deepEqual(
    (await cellsOf(app, [ANNA]))[0],
    cellOf({ personId: ANNA, competency: 'C1.1' }, kept),
  );
  assert.equal(profile.value.states.get('C1.1')?.standing.status, 'confirmed');
});

test('evidence of a competency that left the framework is kept and not shown', async () => {
  const app = withFramework(await testApp());
  await app.db.write((tx) => insertEvidence(tx, [answered('a', { competency: 'C9.9' })], TEST_NOW));
  const profile = await profileOf(app, anna, ANNA);
  assert.ok(profile.ok);
  assert.equal(profile.value.states.has('C9.9'), false);
});

for (const { who, actor, trainers, mayLook } of [
  { who: 'the person', actor: anna, trainers: [], mayLook: true },
  { who: 'their trainer', actor: TRAINER, trainers: [TRAINER.personId], mayLook: true },
  { who: 'a trainer of others', actor: TRAINER, trainers: [testId(1)], mayLook: false },
  { who: 'a trainer of nobody', actor: TRAINER, trainers: [], mayLook: false },
  {
    who: 'somebody who was their trainer once',
    actor: { ...TRAINER, roles: ['civil-servant'] as const },
    trainers: [TRAINER.personId],
    mayLook: false,
  },
  {
    who: 'an administrator',
    actor: { personId: BORA, roles: ['administrator'] as const },
    trainers: [],
    mayLook: true,
  },
  {
    who: 'another resident',
    actor: { personId: BORA, roles: ['resident'] as const },
    trainers: [],
    mayLook: false,
  },
  {
    who: 'an author',
    actor: { personId: BORA, roles: ['author'] as const },
    trainers: [],
    mayLook: false,
  },
]) {
  test(`${who} ${mayLook ? 'sees' : 'does not see'} the profile`, async () => {
    const profile = await profileOf(withFramework(await testApp()), actor, ANNA, trainers);
    assert.equal(profile.ok ? 'ok' : profile.problem.code, mayLook ? 'ok' : 'not-allowed');
  });
}
