import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEvidence } from '#features/competency/service.ts';
import { recommendationsFor, setAside, takeBack } from '#features/recommendation/service.ts';
import { testId } from '#tests/support/app.ts';
import { civicsApp } from '#tests/support/civics.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { codeOf } from '#tests/support/people.ts';

const DAY_MS = 86_400_000;
const anna = { personId: testId(900_001), roles: ['resident'] as const };
const bora = { personId: testId(900_002), roles: ['resident'] as const };

/** Anna has answered one question long ago: too little to say anything. */
async function annaHasShownLittle() {
  const app = {
    ...(await civicsApp()),
    framework: frameworkOf(['C6.1']),
    scenarios: new Map(),
    observationForms: new Map(),
  };
  const shown = { v: 1, kind: 'question', correct: true, difficulty: 0, options: 2 } as const;
  const piece = {
    id: testId(1),
    personId: anna.personId,
    competency: 'C6.1',
    shown,
    source: 'item:civics/first/a',
    runId: null,
    occurredAt: app.clock.now() - 30 * DAY_MS,
  };
  await app.db.write((tx) => addEvidence(tx, app, [piece]));
  const keys = async () => (await recommendationsFor(app, anna)).map(({ key }) => key);
  return { app, keys };
}

test('a recommendation says why, and everybody gets their own', async () => {
  const { app } = await annaHasShownLittle();
  const [first] = await recommendationsFor(app, anna);
  assert.ok(first?.kind === 'lesson');
  assert.equal(first.reason, 'uncertain');
  assert.deepEqual(await recommendationsFor(app, bora), []);
});

test('"not now" takes it away, twice is once, and it can be taken back', async () => {
  const { app, keys } = await annaHasShownLittle();
  const [key = ''] = await keys();
  assert.deepEqual(await setAside(app, anna, { key }), { ok: true, value: 'stored' });
  assert.ok(!(await keys()).includes(key));
  assert.deepEqual(await setAside(app, anna, { key }), { ok: true, value: 'already-there' });
  assert.ok((await takeBack(app, anna, { key })).ok);
  assert.ok((await keys()).includes(key));
});

test('it comes back after 60 days', async () => {
  const { app, keys } = await annaHasShownLittle();
  const [key = ''] = await keys();
  await setAside(app, anna, { key });
  app.clock.pass(61 * DAY_MS);
  assert.ok((await keys()).includes(key));
});

test('nobody sets aside or brings back for somebody else', async () => {
  const { app, keys } = await annaHasShownLittle();
  const [key = ''] = await keys();
  assert.equal(await codeOf(setAside(app, bora, { key })), 'recommendation-gone');
  assert.ok((await keys()).includes(key));
  await setAside(app, anna, { key });
  await takeBack(app, bora, { key });
  assert.ok(!(await keys()).includes(key));
});
