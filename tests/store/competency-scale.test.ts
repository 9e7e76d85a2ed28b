import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { competencyCell } from '#db/schema/competency.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import { type Cell, cellOf } from '#features/competency/profile.ts';
import { addEvidence, cellsOf, rebuildCells, revokePieces } from '#features/competency/service.ts';
import { evidenceQuery, keyFurtherOnQuery } from '#features/competency/store/rebuild.ts';
import {
  cellsQuery,
  deleteCell,
  listEvidenceOfCells,
  saveCells,
} from '#features/competency/store.ts';
import { seededRandom } from '#kernel/random.ts';
import { TEST_NOW, type TestApp, testApp, testId } from '#tests/support/app.ts';

const DAY_MS = 86_400_000;
const PEOPLE = Array.from({ length: 60 }, (_, n) => testId(1_000 + n));
const COMPETENCIES = ['C1.1', 'C1.2', 'C2.1'];

/** More than one part of a rebuild: 60 people with 3,600 pieces. */
async function manyPieces(): Promise<TestApp> {
  const app = await testApp();
  const random = seededRandom('scale');
  for (const personId of PEOPLE) {
    const pieces = Array.from({ length: 60 }, (_, n): NewEvidence => {
      const difficulty = Math.round(random() * 20) / 10 - 1;
      return {
        id: `${personId} ${n}`,
        personId,
        competency: COMPETENCIES[n % COMPETENCIES.length] ?? '',
        shown: { v: 1, kind: 'question', correct: random() < 0.6, difficulty, options: 4 },
        source: `item:civics/first/${n % 7}`,
        runId: null,
        occurredAt: TEST_NOW - Math.floor(random() * 300) * DAY_MS,
      };
    });
    await app.db.write((tx) => addEvidence(tx, app, pieces));
  }
  return app;
}

const all = async (app: TestApp) => new Map((await cellsOf(app, PEOPLE)).map((c) => [keyOf(c), c]));
const keyOf = ({ personId, competency }: Cell) => `${personId} ${competency}`;

/** Lets so many writes through and then fails, as a process that is killed. */
function dyingAfter(app: TestApp, writes: number): Pick<TestApp, 'db'> {
  let left = writes;
  const write: Database['write'] = (act) =>
    app.db.write(async (tx) => {
      const value = await act(tx);
      left -= 1;
      if (left < 0) throw new Error('killed');
      return value;
    });
  return { db: { ...app.db, write } };
}

test('whoever reads while everything is made again finds every cell', async () => {
  const app = await manyPieces();
  const before = await all(app);
  const seen: number[] = [];
  const looking: Pick<TestApp, 'db'> = {
    db: {
      ...app.db,
      write: async (act) => {
        const value = await app.db.write(async (tx) => {
          const done = await act(tx);
          // Written and not yet committed: the moment at which a table that is emptied first would be empty.
          seen.push((await all(app)).size);
          return done;
        });
        seen.push((await all(app)).size);
        return value;
      },
    },
  };
  assert.equal(await rebuildCells(looking), before.size);
  assert.ok(seen.length > 2, 'more than one part');
  assert.deepEqual(new Set(seen), new Set([before.size]));
  assert.deepEqual(await all(app), before);
});

test('a rebuild that was broken off leaves nothing half done, and the next one ends it', async () => {
  const app = await manyPieces();
  const before = await all(app);
  const [first] = before.values();
  const last = [...before.values()].at(-1);
  assert.ok(first && last);
  const wrong = { pieces: 99, lastConfirmed: { level: 4, at: TEST_NOW } } as const;
  await app.db.write(async (tx) => {
    await saveCells(tx, [
      { ...first, ...wrong },
      { ...last, ...wrong },
      { ...first, personId: 'A' },
      { ...first, personId: 'zz' },
      { ...first, competency: 'C1.1x' },
    ]);
  });
  await assert.rejects(rebuildCells(dyingAfter(app, 1)), /killed/);
  const half = await all(app);
  assert.deepEqual(half.get(keyOf(first)), first, 'the first part is done');
  assert.equal(half.get(keyOf(last))?.pieces, 99, 'the second is as it was');
  assert.equal(await rebuildCells(app), before.size);
  assert.deepEqual(await all(app), before);
  assert.equal(await app.db.read.$count(competencyCell), before.size, 'no leftovers');
});

test('evidence that comes or goes while everything is made again is not lost', async () => {
  const app = await manyPieces();
  const [early] = PEOPLE;
  const late = PEOPLE.at(-1);
  assert.ok(early && late);
  const piece = (personId: string): NewEvidence => ({
    id: `new ${personId}`,
    personId,
    competency: 'C1.1',
    shown: { v: 1, kind: 'observation', level: 4, raterId: testId(9), form: 'counter' },
    source: 'observation:new',
    runId: null,
    occurredAt: TEST_NOW,
  });
  const ids = [`${early} 0`, `${late} 0`];
  const act = { ids, reason: 'Wrong person', by: testId(8) };
  await Promise.all([
    rebuildCells(app),
    app.db.write((tx) => addEvidence(tx, app, [piece(early), piece(late)])),
    app.db.write((tx) => revokePieces(tx, app, act)),
  ]);
  for (const personId of [early, late]) {
    const kept = await listEvidenceOfCells(app.db.read, personId, ['C1.1']);
    const cell = (await all(app)).get(`${personId} C1.1`);
    assert.equal(kept.length, 21);
    assert.deepEqual(cell, cellOf({ personId, competency: 'C1.1' }, kept));
  }
});

test('a cell that was lost is made again, and one without evidence that counts goes', async () => {
  const app = await manyPieces();
  const [first] = PEOPLE;
  assert.ok(first);
  const before = await all(app);
  await app.db.write((tx) => deleteCell(tx, first, 'C1.1'));
  const ids = Array.from({ length: 60 }, (_, n) => `${first} ${n}`);
  await rebuildCells(app);
  assert.deepEqual(await all(app), before);
  await app.db.write((tx) =>
    tx.run(sql`update evidence set revoked_at = 1
    where id in (select value from json_each(${JSON.stringify(ids)}))`),
  );
  assert.equal(await rebuildCells(app), before.size - COMPETENCIES.length);
  assert.deepEqual(await cellsOf(app, [first]), []);
});

test('no question about cells or evidence goes through a whole table or sorts it', async () => {
  const app = await testApp();
  const after = { personId: 'a', competency: 'C1.1' };
  const ranges = [
    { after, until: { personId: 'b', competency: 'C1.1' } },
    { after, until: null },
  ];
  const read = app.db.read;
  const questions: Record<string, SQL> = {
    matrix: cellsQuery(PEOPLE),
    'matrix of a position': cellsQuery(PEOPLE, COMPETENCIES),
    profile: sql`select * from evidence where person_id = 'a'`,
    cell: sql`select * from evidence where person_id = 'a' and competency = 'C1.1'`,
    next: keyFurtherOnQuery(read, after, 3_000).getSQL(),
    part: evidenceQuery(ranges[0] ?? { after, until: null }),
    end: evidenceQuery({ after, until: null }),
  };
  for (const [what, question] of Object.entries(questions)) {
    const steps = await read.all<{ detail: string }>(sql`explain query plan ${question}`);
    const plan = steps.map(({ detail }) => detail).join('; ');
    assert.match(plan, /SEARCH (evidence|competency_cell) USING/, what);
    assert.doesNotMatch(plan, /SCAN (evidence|competency_cell)|TEMP B-TREE/, `${what}: ${plan}`);
  }
});
