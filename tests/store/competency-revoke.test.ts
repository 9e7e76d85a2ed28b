import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import {
  addEvidence,
  cellsOf,
  rebuildCells,
  revokeEvidence,
} from '#features/competency/service.ts';
import { listEvidenceOf } from '#features/competency/store.ts';
import { seededRandom, shuffle } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import { TEST_NOW, type TestApp, testApp, testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';

const ANNA = testId(900_001);
const SORA = testId(900_003);
const anna: Actor = { personId: ANNA, roles: ['resident'] };
const sora: Actor = { personId: SORA, roles: ['trainer'] };
const mina: Actor = { personId: testId(900_004), roles: ['trainer'] };
const jun: Actor = { personId: testId(900_005), roles: ['administrator'] };
const DAY_MS = 86_400_000;

function piece(id: string, rest: Partial<NewEvidence> = {}): NewEvidence {
  return {
    id,
    personId: ANNA,
    competency: 'C1.1',
    shown: { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 },
    source: 'item:civics/first/a',
    runId: null,
    occurredAt: TEST_NOW,
    ...rest,
  };
}

const observed = piece('seen', {
  shown: { v: 1, kind: 'observation', level: 3, raterId: SORA, form: 'counter' },
  source: 'observation:seen',
});
const decided = (id: string, level: number, runId: string) =>
  piece(id, {
    shown: { v: 1, kind: 'decision', level, weight: 1, decision: `scene.${id}` },
    runId,
    source: 'scenario:flood',
  });

const add = (app: TestApp, pieces: readonly NewEvidence[]) =>
  app.db.write((tx) => addEvidence(tx, app, pieces));

/** Repeated questions and decisions of one run, which weigh less beside each other. */
function entangled(seed: string): NewEvidence[] {
  const random = seededRandom(seed);
  const questions = Array.from({ length: 6 }, (_, at) =>
    piece(`q${at}`, {
      shown: { v: 1, kind: 'question', correct: random() < 0.6, difficulty: 0, options: 4 },
      source: `item:civics/first/${at % 2}`,
      occurredAt: TEST_NOW - Math.floor(random() * 300) * DAY_MS,
    }),
  );
  const decisions = Array.from({ length: 5 }, (_, at) =>
    decided(`d${at}`, Math.floor(random() * 4), `run${at % 2}`),
  );
  return shuffle([...questions, ...decisions, observed], seed);
}

test('without a revoked piece the competency stands as if it had never been there', async () => {
  for (const seed of ['one', 'two', 'three']) {
    const pieces = entangled(seed);
    for (const gone of pieces.filter((_, at) => at % 3 === 0)) {
      const app = await testApp();
      const other = await testApp();
      await add(app, pieces);
      await add(
        other,
        pieces.filter(({ id }) => id !== gone.id),
      );
      const outcome = await revokeEvidence(app, jun, {
        evidenceId: gone.id,
        reason: '잘못 들어감',
      });
      assert.ok(outcome.ok);
      assert.deepEqual(await cellsOf(app, [ANNA]), await cellsOf(other, [ANNA]), gone.id);
      await rebuildCells(app);
      assert.deepEqual(await cellsOf(app, [ANNA]), await cellsOf(other, [ANNA]), gone.id);
    }
  }
});

test('with its only piece revoked, nothing is said of a competency', async () => {
  const app = await testApp();
  await add(app, [observed]);
  await revokeEvidence(app, sora, { evidenceId: 'seen', reason: 'Wrong person' });
  assert.deepEqual(await cellsOf(app, [ANNA]), []);
});

test('revoking twice is one act, and the first reason stays for the person to read', async () => {
  const app = await testApp();
  await add(app, [observed]);
  await revokeEvidence(app, sora, { evidenceId: 'seen', reason: ' Wrong \n person ' });
  app.clock.pass(DAY_MS);
  assert.ok((await revokeEvidence(app, jun, { evidenceId: 'seen', reason: 'Later' })).ok);
  const [kept] = await listEvidenceOf(app.db.read, ANNA);
  assert.equal(kept?.revokedReason, 'Wrong person');
  assert.equal(kept?.revokedAt, TEST_NOW);
  const trail = await listAudit(app, jun, { subject: `person:${ANNA}` });
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ act, actorId, detail }) => ({ act, actorId, detail })),
    [
      {
        act: 'evidence-revoked',
        actorId: SORA,
        detail: { kind: 'observation', competency: 'C1.1', evidence: 'seen' },
      },
    ],
  );
});

test('evidence is revoked only by who gave it or an administrator, with a reason, and never by its owner', async () => {
  const app = await testApp();
  await add(app, [observed, piece('answer'), piece('own', { personId: jun.personId })]);
  const ask = (actor: Actor, evidenceId: string, reason = 'Because') =>
    codeOf(revokeEvidence(app, actor, { evidenceId, reason }));
  assert.equal(await ask(anna, 'seen'), 'not-allowed');
  assert.equal(await ask(mina, 'seen'), 'not-allowed');
  assert.equal(await ask(sora, 'answer'), 'not-allowed');
  assert.equal(await ask(jun, 'own'), 'not-allowed');
  assert.equal(await ask(sora, 'seen', '  '), 'reason-required');
  assert.equal(await ask(jun, 'nothing'), 'not-found');
  const pieces = await listEvidenceOf(app.db.read, ANNA);
  assert.ok(pieces.every(({ revokedAt }) => revokedAt === null));
  assert.equal(await ask(sora, 'seen'), 'ok');
  assert.equal(await ask(jun, 'answer'), 'ok');
});
