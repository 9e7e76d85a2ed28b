import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Course, catalogueOf } from '#features/catalogue/course.ts';
import { outlineOf, outlineVersion } from '#features/catalogue/outline.ts';
import {
  findSnapshot,
  keepSnapshot,
  keepSnapshots,
  snapshotOf,
  snapshotsOf,
} from '#features/catalogue/service.ts';
import { TEST_NOW, testApp } from '#tests/support/app.ts';
import { courseOf } from '#tests/support/course.ts';

const agree = courseOf('agree', [['why', 'q-1'], ['how']]);
const act = courseOf('act', [['first']]);

async function appWith(...courses: Course[]) {
  const base = await testApp();
  const teach = (...taught: Course[]) => ({
    ...base,
    catalogue: catalogueOf({ courses: taught, terms: [], facts: [], sources: [] }),
  });
  return { base, app: teach(...courses), teach };
}

test('at the first start every course is kept as it is', async () => {
  const { app } = await appWith(agree, act);
  assert.deepEqual(await keepSnapshots(app), ['agree', 'act']);
  const [kept, ...others] = await snapshotsOf(app.db.read, 'course', 'agree');
  assert.deepEqual(others, []);
  assert.equal(kept?.hash, outlineVersion(outlineOf(agree), app.hash));
  assert.deepEqual(JSON.parse(kept?.body ?? ''), outlineOf(agree));
  assert.equal(kept?.firstSeenAt, TEST_NOW);
});

test('another start without a change keeps nothing and moves nothing', async () => {
  const { app } = await appWith(agree);
  await keepSnapshots(app);
  app.clock.pass(60_000);
  assert.deepEqual(await keepSnapshots(app), []);
  const [kept] = await snapshotsOf(app.db.read, 'course', 'agree');
  assert.equal(kept?.firstSeenAt, TEST_NOW);
});

test('a changed course is kept beside its older version, oldest first', async () => {
  const { app, teach } = await appWith(agree, act);
  await keepSnapshots(app);
  app.clock.pass(60_000);
  const changed = courseOf('agree', [['why', 'q-1', 'q-2'], ['how']]);
  assert.deepEqual(await keepSnapshots(teach(changed, act)), ['agree']);
  const versions = await snapshotsOf(app.db.read, 'course', 'agree');
  assert.deepEqual(
    versions.map(({ hash }) => hash),
    [agree, changed].map((course) => outlineVersion(outlineOf(course), app.hash)),
  );
});

test('a course that returns to an older version is not kept twice', async () => {
  const { app, teach } = await appWith(agree);
  await keepSnapshots(app);
  await keepSnapshots(teach(courseOf('agree', [['why']])));
  assert.deepEqual(await keepSnapshots(teach(agree)), ['agree']);
  assert.deepEqual(await keepSnapshots(teach(agree)), []);
  assert.equal((await snapshotsOf(app.db.read, 'course', 'agree')).length, 2);
  assert.equal((await snapshotsOf(app.db.read, 'course-return', 'agree')).length, 1);
});

test('a scenario is kept inside the act that needs it and found by its version', async () => {
  const { app } = await appWith();
  const snapshot = snapshotOf(app, 'scenario', 'heat', { start: 'call', scenes: {} });
  await app.db.write((tx) => keepSnapshot(tx, snapshot));
  app.clock.pass(60_000);
  await app.db.write((tx) => keepSnapshot(tx, { ...snapshot, firstSeenAt: app.clock.now() }));
  assert.deepEqual(await findSnapshot(app.db.read, snapshot.hash), snapshot);
  assert.equal(await findSnapshot(app.db.read, 'unknown'), null);
  assert.deepEqual(await snapshotsOf(app.db.read, 'course', 'heat'), []);
});

test('the order of keys does not make another version', async () => {
  const { app } = await appWith();
  const one = snapshotOf(app, 'scenario', 'heat', { a: 1, b: 2 });
  const other = snapshotOf(app, 'scenario', 'heat', { b: 2, a: 1 });
  assert.equal(one.hash, other.hash);
});
