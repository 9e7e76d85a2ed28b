import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listEvidenceOf } from '#features/competency/store.ts';
import { statementsOf } from '#features/record/service.ts';
import type { Draft } from '#features/scenario/problem.ts';
import type { BenchApp } from '#features/scenario/service/bench.ts';
import {
  branchRun,
  debriefRun,
  listRuns,
  rehearseScene,
  viewRun,
} from '#features/scenario/service.ts';
import { listSteps } from '#features/scenario/store.ts';
import { readUnchecked } from '#library/read.ts';
import { testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';
import { accepted, newEvent, type PlayApp, playApp, playOn, playRun } from '#tests/support/runs.ts';
import { draftOf, fixtureOf, SEAT_FIXTURES } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const [BEST = []] = draftOf(SCENARIO).walkthroughs.map(({ choices }) => choices);
const SEOJIN = { personId: testId(900_003), roles: ['author', 'civil-servant'] } as const;
const ANNA = { personId: testId(900_001), roles: ['civil-servant', 'trainer'] } as const;

const { framework } = await readUnchecked(process.cwd());

async function benchApp(draft: Draft = draftOf(SCENARIO)): Promise<PlayApp & BenchApp> {
  return { ...(await playApp(draft)), framework };
}

async function rehearse(app: PlayApp & BenchApp, scene: string): Promise<string> {
  const [scenarioId = ''] = app.scenarios.keys();
  const input = { eventId: newEvent(), scenarioId, scene };
  return accepted(await rehearseScene(app, SEOJIN, input)).runId;
}

for (const draft of [draftOf(SCENARIO), ...SEAT_FIXTURES.map(fixtureOf)]) {
  test(`an author stands at any scene of ${draft.id} at once, in the seat that decides there`, async () => {
    const app = await benchApp(draft);
    for (const scene of Object.keys(draft.source.scenes)) {
      const seen = accepted(await viewRun(app, SEOJIN, await rehearse(app, scene), 'en'));
      assert.equal(seen.view.heading, draft.words.en[scene]?.label, scene);
      assert.ok(seen.view.options.length > 0, scene);
      assert.equal(seen.mode, 'practice');
      assert.deepEqual(seen.rehearsal, { seq: seen.view.seq, heading: seen.view.heading });
    }
  });
}

test('a rehearsal is neither evidence nor on the record, and its debrief says what it was', async () => {
  const app = await benchApp();
  const runId = await rehearse(app, 'reopen');
  const { length: taken } = await listSteps(app.db.read, runId);
  await playOn(app, SEOJIN, { runId, decisions: BEST.slice(-1) });
  const { run } = accepted(await debriefRun(app, SEOJIN, runId, 'ko'));
  assert.deepEqual([run.mode, run.rehearsedFrom], ['practice', taken]);
  assert.deepEqual(await listEvidenceOf(app.db.read, SEOJIN.personId), []);
  const record = { personId: SEOJIN.personId, after: null };
  assert.deepEqual(accepted(await statementsOf(app, SEOJIN, record)).statements, []);
  const again = { eventId: newEvent(), runId, seq: taken };
  const { runId: branch } = accepted(await branchRun(app, SEOJIN, again));
  await playOn(app, SEOJIN, { runId: branch, decisions: BEST.slice(-1) });
  assert.deepEqual(accepted(await statementsOf(app, SEOJIN, record)).statements, []);
  const summaries = await listRuns(app, SEOJIN);
  assert.deepEqual(
    summaries.map(({ rehearsedFrom }) => rehearsedFrom),
    [taken, taken],
  );
});

test('whoever has rehearsed a version plays it as practice from then on', async () => {
  const app = await benchApp();
  await rehearse(app, 'alert');
  const later = await playRun(app, SEOJIN, BEST);
  assert.equal(accepted(await viewRun(app, SEOJIN, later, 'ko')).mode, 'practice');
  assert.deepEqual(await listEvidenceOf(app.db.read, SEOJIN.personId), []);
  const other = await playRun(app, ANNA, BEST);
  assert.equal(accepted(await viewRun(app, ANNA, other, 'ko')).mode, 'first');
});

test('rehearsals are not counted among what others did', async () => {
  const app = await benchApp();
  for (let n = 0; n < 6; n += 1) {
    const runId = await rehearse(app, 'reopen');
    await playOn(app, SEOJIN, { runId, decisions: BEST.slice(-1) });
  }
  const runId = await playRun(app, ANNA, BEST);
  app.clock.pass(120_000);
  const { story } = accepted(await debriefRun(app, ANNA, runId, 'ko'));
  const decisions = story.moments.filter((moment) => moment.kind === 'decision');
  assert.ok(decisions.every(({ choices }) => choices.every(({ percent }) => percent === null)));
});

test('only authors rehearse, only their own rehearsals exist for them, and pressing twice begins one', async () => {
  const app = await benchApp();
  const input = { eventId: newEvent(), scenarioId: SCENARIO, scene: 'heat' };
  assert.equal(await codeOf(rehearseScene(app, ANNA, input)), 'not-allowed');
  const twice = [rehearseScene(app, SEOJIN, input), rehearseScene(app, SEOJIN, input)];
  const [one, two] = await Promise.all(twice);
  assert.deepEqual([one?.ok, two], [true, one]);
  assert.equal((await listRuns(app, SEOJIN)).length, 1);
  assert.equal(await codeOf(viewRun(app, ANNA, input.eventId, 'ko')), 'run-unknown');
  const other = { personId: testId(900_009), roles: ['author'] } as const;
  assert.equal(await codeOf(rehearseScene(app, other, input)), 'event-used');
});

test('a scene that is not there, or that no path leads to, is not rehearsed', async () => {
  const draft = structuredClone(draftOf(SCENARIO));
  const app = await benchApp(draft);
  const at = (scene: string, scenarioId = SCENARIO) =>
    codeOf(rehearseScene(app, SEOJIN, { eventId: newEvent(), scenarioId, scene }));
  assert.equal(await at('nowhere'), 'scene-unknown');
  assert.equal(await at('toString'), 'scene-unknown');
  assert.equal(await at('alert', 'none'), 'scenario-unknown');
  draft.source.start = 'nowhere';
  const broken = await benchApp(draft);
  const input = { eventId: newEvent(), scenarioId: SCENARIO, scene: 'alert' };
  assert.equal(await codeOf(rehearseScene(broken, SEOJIN, input)), 'scenario-unplayable');
  const cut = structuredClone(draftOf(SCENARIO));
  cut.source.start = 'heat';
  const without = await benchApp(cut);
  assert.equal(await codeOf(rehearseScene(without, SEOJIN, input)), 'scene-out-of-reach');
});
