import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewEvidence } from '#features/competency/evidence.ts';
import { calibrate, itemReport } from '#features/competency/service/calibrate.ts';
import { addEvidence, cellsOf, rebuildCells } from '#features/competency/service.ts';
import { saveCells } from '#features/competency/store.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import { TEST_NOW, type TestApp, testApp, testId } from '#tests/support/app.ts';

const AUTHOR: Actor = { personId: testId(1), roles: ['author'] };
const PEOPLE = Array.from({ length: 30 }, (_, at) => testId(2_000 + at));

function answers(): NewEvidence[] {
  const random = seededRandom('answers');
  return PEOPLE.flatMap((personId, person) =>
    Array.from({ length: 6 }, (_, item): NewEvidence => {
      const correct = random() < (item === 0 ? 0.25 : 0.75);
      return {
        id: `${person}-${item}`,
        personId,
        competency: item < 3 ? 'C1.1' : 'C1.2',
        shown: { v: 1, kind: 'question', correct, difficulty: 0, options: 4 },
        source: `item:civics/first/${item}`,
        runId: null,
        occurredAt: TEST_NOW,
      };
    }),
  );
}

async function townApp(): Promise<TestApp> {
  const app = await testApp();
  await app.db.write((tx) => addEvidence(tx, app, answers()));
  return app;
}

test('a calibration is kept as a version, and every cell is made again with it', async () => {
  const app = await townApp();
  const before = await cellsOf(app, PEOPLE);
  const { version, changes, rebuilt, answers: counted } = await calibrate(app);
  assert.deepEqual([version, rebuilt, counted], [1, 60, 180]);
  assert.equal(changes?.items[0]?.source, 'item:civics/first/0');
  const after = await cellsOf(app, PEOPLE);
  assert.ok(before.every((cell) => cell.version === 0));
  assert.ok(after.every((cell) => cell.version === 1));
  assert.notDeepEqual(after[0]?.accumulator, before[0]?.accumulator);
});

test('calibrating again without news changes nothing; with news it adds a version', async () => {
  const app = await townApp();
  await calibrate(app);
  const cells = await cellsOf(app, PEOPLE);
  const again = await calibrate(app);
  assert.deepEqual([again.version, again.changes, again.rebuilt], [1, null, 0]);
  assert.deepEqual(await cellsOf(app, PEOPLE), cells);
  const news = answers().map((one) => ({ ...one, id: `${one.id} new`, personId: testId(5_000) }));
  await app.db.write((tx) => addEvidence(tx, app, news.slice(0, 6)));
  assert.equal((await calibrate(app)).version, 2);
});

test('evidence that comes in after a calibration is weighed by it at once', async () => {
  const app = await townApp();
  await calibrate(app);
  const [one] = answers();
  assert.ok(one);
  const personId = testId(6_000);
  await app.db.write((tx) => addEvidence(tx, app, [{ ...one, id: 'late', personId }]));
  const [cell] = await cellsOf(app, [personId]);
  assert.equal(cell?.version, 1);
  await rebuildCells(app);
  assert.deepEqual(await cellsOf(app, [personId]), [cell]);
});

test('a rebuilding that was broken off is finished by the next calibration', async () => {
  const app = await townApp();
  const stale = await cellsOf(app, PEOPLE.slice(0, 1));
  await calibrate(app);
  const fresh = await cellsOf(app, PEOPLE);
  await app.db.write((tx) => saveCells(tx, stale));
  const again = await calibrate(app);
  assert.deepEqual([again.version, again.changes, again.rebuilt], [1, null, 60]);
  assert.deepEqual(await cellsOf(app, PEOPLE), fresh);
});

test('without evidence there is no calibration', async () => {
  const app = await testApp();
  assert.deepEqual(await calibrate(app), {
    version: 0,
    changes: null,
    people: 0,
    answers: 0,
    ratings: 0,
    rebuilt: 0,
  });
  const report = await itemReport(app, AUTHOR);
  assert.ok(report.ok && report.value.calibration === null && report.value.items.length === 0);
});

test('authors and administrators read the report, others do not', async () => {
  const app = await townApp();
  await calibrate(app);
  const report = await itemReport(app, AUTHOR);
  assert.ok(report.ok);
  assert.equal(report.value.items.length, 6);
  assert.equal(report.value.items[0]?.answers, 30);
  for (const role of ['civil-servant', 'resident', 'trainer'] as const) {
    const refused = await itemReport(app, { personId: testId(9), roles: [role] });
    assert.equal(refused.ok ? 'ok' : refused.problem.code, 'not-allowed');
  }
});
