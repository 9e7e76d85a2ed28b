import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listEvidenceOf } from '#features/competency/store.ts';
import { debriefRun, setPace, startRun, viewRun } from '#features/scenario/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';
import { accepted, newEvent, type PlayApp, playApp, playOn } from '#tests/support/runs.ts';
import { draftOf } from '#tests/support/scenarios.ts';
import { decide } from '#tests/support/together.ts';

const SCENARIO = 'heatwave-closure';
const ANNA: Actor = { personId: testId(900_001), roles: ['civil-servant'] };
const BORA: Actor = { personId: testId(900_002), roles: ['civil-servant'] };
const [PATH = []] = draftOf(SCENARIO).walkthroughs.map(({ choices }) => choices);
const MINUTE = 60_000;

async function begin(app: PlayApp, actor: Actor, pace?: 1 | 3): Promise<string> {
  const opening = { eventId: newEvent(), scenarioId: SCENARIO, ...(pace && { pace }) };
  return accepted(await startRun(app, actor, opening)).runId;
}

const see = async (app: PlayApp, runId: string) => accepted(await viewRun(app, ANNA, runId, 'en'));

test('a pace says by when one would have to decide and takes nothing away when it runs out', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await begin(app, ANNA, 3);
  const start = app.clock.now();
  const { pace, view } = await see(app, runId);
  assert.deepEqual(pace, { minutes: 3, dueAt: start + 3 * MINUTE, now: start });
  app.clock.pass(60 * MINUTE);
  const later = await see(app, runId);
  assert.deepEqual(later.view, view);
  assert.equal(later.pace?.dueAt, start + 3 * MINUTE);
  accepted(await decide(app, ANNA, { runId, decision: PATH[0] ?? '' }));
  assert.equal((await see(app, runId)).pace?.dueAt, app.clock.now() + 3 * MINUTE);
});

test('without asking for a pace there is none', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await begin(app, ANNA);
  assert.deepEqual([(await see(app, runId)).pace, (await see(app, runId)).keptPace], [null, null]);
  await playOn(app, ANNA, { runId, decisions: PATH });
  assert.deepEqual(accepted(await debriefRun(app, ANNA, runId, 'ko')).paces, []);
});

test('a pace can be set, changed and dropped at any moment, and counts from then', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await begin(app, ANNA);
  app.clock.pass(10 * MINUTE);
  accepted(await setPace(app, ANNA, { runId, pace: 5 }));
  assert.equal((await see(app, runId)).pace?.dueAt, app.clock.now() + 5 * MINUTE);
  accepted(await setPace(app, ANNA, { runId, pace: null }));
  assert.equal((await see(app, runId)).pace, null);
  assert.equal(await codeOf(setPace(app, BORA, { runId, pace: 1 })), 'run-unknown');
});

test('afterwards each decision taken at a pace stands beside it, and the others do not', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await begin(app, ANNA, 1);
  app.clock.pass(20_000);
  accepted(await decide(app, ANNA, { runId, decision: PATH[0] ?? '' }));
  app.clock.pass(5 * MINUTE);
  accepted(await decide(app, ANNA, { runId, decision: PATH[1] ?? '' }));
  accepted(await setPace(app, ANNA, { runId, pace: null }));
  await playOn(app, ANNA, { runId, decisions: PATH.slice(2) });
  assert.deepEqual(accepted(await debriefRun(app, ANNA, runId, 'ko')).paces, [
    { place: 1, took: 20_000, minutes: 1 },
    { place: 2, took: 5 * MINUTE, minutes: 1 },
  ]);
});

test('a pace changes neither the outcome nor what is shown of competencies', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const paced = await begin(app, ANNA, 1);
  await playOn(app, ANNA, { runId: paced, decisions: PATH });
  const free = await begin(app, BORA);
  await playOn(app, BORA, { runId: free, decisions: PATH });
  const [one, other] = await Promise.all(
    [ANNA, BORA].map(async ({ personId }) => {
      const pieces = await listEvidenceOf(app.db.read, personId);
      return pieces.map(({ competency, shown }) => JSON.stringify([competency, shown])).toSorted();
    }),
  );
  assert.ok(one && one.length > 0);
  assert.deepEqual(one, other);
  const ends = await Promise.all([
    debriefRun(app, ANNA, paced, 'en'),
    debriefRun(app, BORA, free, 'en'),
  ]);
  const [first, second] = ends.map((end) => accepted(end).story.indicators);
  assert.deepEqual(first, second);
});
