import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '#db/client.ts';
import { listEvidenceOf } from '#features/competency/store.ts';
import { statementsOf } from '#features/record/service.ts';
import type { Draft } from '#features/scenario/problem.ts';
import {
  findOwnRun,
  type ScenarioApp,
  stateNow,
  tokensFor,
} from '#features/scenario/service/play.ts';
import { versionOf } from '#features/scenario/service/version.ts';
import {
  branchRun,
  debriefRun,
  listRuns,
  startRun,
  takeChoice,
  viewRun,
} from '#features/scenario/service.ts';
import { scenariosOf } from '#features/scenario/source.ts';
import { listSteps } from '#features/scenario/store.ts';
import type { Result } from '#kernel/result.ts';
import { type TestApp, testApp, testId } from '#tests/support/app.ts';
import { withCivics } from '#tests/support/civics.ts';
import { codeOf } from '#tests/support/people.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const ANNA = { personId: testId(900_001), roles: ['civil-servant'] as const };
const BORA = { personId: testId(900_002), roles: ['civil-servant'] as const };
const [BEST = [], QUICK = []] = draftOf(SCENARIO).walkthroughs.map(({ choices }) => choices);
type Played = ScenarioApp & TestApp;

let events = 800_000;
function event(): string {
  events += 1;
  return testId(events);
}

async function theApp(draft: Draft = draftOf(SCENARIO)): Promise<Played> {
  return withScenario(await testApp(), draft);
}

function withScenario(app: TestApp, draft: Draft): Played {
  const civics = withCivics(app, [['first', 'a'], SCENARIO]);
  return { ...civics, errors: app.errors, scenarios: scenariosOf([scenarioOf(draft)]) };
}

/** The same file through another connection, as after a restart: nothing is remembered. */
function restarted(app: TestApp): TestApp {
  return { ...app, db: { ...openDatabase(app.db.url), url: app.db.url } };
}

function accepted<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

async function play(app: Played, runId: string, decisions: readonly string[], actor = ANNA) {
  for (const decision of decisions) {
    app.clock.pass(60_000);
    const { seat, view } = accepted(await viewRun(app, actor, runId, 'en'));
    const { seq } = view;
    const [scene = '', choice = ''] = decision.split('.');
    const token = tokensFor(app, { id: runId, seat }, seq)(scene, choice);
    accepted(await takeChoice(app, actor, { eventId: event(), runId, seq, token }));
  }
}

/** A first run, played to its end. */
async function played(app: Played, actor = ANNA): Promise<string> {
  const started = await startRun(app, actor, { eventId: event(), scenarioId: SCENARIO });
  const { runId } = accepted(started);
  await play(app, runId, BEST, actor);
  return runId;
}

async function branch(app: Played, runId: string, seq: number): Promise<string> {
  return accepted(await branchRun(app, ANNA, { eventId: event(), runId, seq })).runId;
}

/** The state of a run and what its steps say. */
async function standing(app: Played, runId: string) {
  const run = await findOwnRun(app, ANNA, runId);
  assert.ok(run);
  const { state, steps } = await stateNow(app, run, (await versionOf(app, run)).compiled);
  return { run, state, decisions: steps.map(({ choiceId }) => choiceId), steps };
}

test('another way begins where the first run stood before that decision', async () => {
  const app = await theApp();
  const started = await startRun(app, ANNA, { eventId: event(), scenarioId: SCENARIO });
  const { runId } = accepted(started);
  const views = [];
  for (const decision of BEST) {
    views.push((await standing(app, runId)).state);
    await play(app, runId, [decision]);
  }
  const later = { ...app, ...restarted(app) };
  for (const [seq, before] of views.entries()) {
    const other = await branch(later, runId, seq);
    const { run, state, decisions } = await standing(later, other);
    assert.deepEqual(decisions, BEST.slice(0, seq));
    assert.deepEqual(JSON.stringify(state), JSON.stringify(before));
    assert.deepEqual([run.mode, run.branchedFrom], ['practice', { runId, seq }]);
  }
});

test('the page of another way names the decision it branches from, now and later', async () => {
  const app = await theApp();
  const runId = await played(app);
  const other = await branch(app, runId, 3);
  const seen = accepted(await viewRun(app, ANNA, other, 'en'));
  const from = { runId, seq: 3, heading: seen.view.heading };
  assert.deepEqual(seen.branchedFrom, from);
  await play(app, other, BEST.slice(3, 5));
  assert.deepEqual(accepted(await viewRun(app, ANNA, other, 'en')).branchedFrom, from);
  assert.equal(accepted(await viewRun(app, ANNA, runId, 'en')).branchedFrom, null);
});

test('pressing twice begins one run, and the id stands for nothing else', async () => {
  const app = await theApp();
  const runId = await played(app);
  const input = { eventId: event(), runId, seq: 2 };
  const [one, two] = await Promise.all([branchRun(app, ANNA, input), branchRun(app, ANNA, input)]);
  assert.deepEqual(one, two);
  await play(app, accepted(one).runId, [BEST[2] ?? '']);
  assert.deepEqual(await branchRun(app, ANNA, input), one);
  assert.equal((await listRuns(app, ANNA)).length, 2);
  assert.equal((await listSteps(app.db.read, input.eventId)).length, 3);
  assert.equal(await codeOf(branchRun(app, ANNA, { ...input, seq: 3 })), 'event-used');
  assert.equal(await codeOf(branchRun(app, ANNA, { ...input, eventId: runId })), 'event-used');
  const theirs = await played(app, BORA);
  assert.equal(await codeOf(branchRun(app, BORA, { ...input, runId: theirs })), 'event-used');
});

test("nobody branches from somebody else's run, whatever their role", async () => {
  const app = await theApp();
  const runId = await played(app);
  const trainer = { personId: BORA.personId, roles: ['trainer', 'administrator'] as const };
  for (const actor of [BORA, trainer]) {
    const eventId = event();
    assert.equal(await codeOf(branchRun(app, actor, { eventId, runId, seq: 1 })), 'run-unknown');
    assert.equal(await findOwnRun(app, actor, eventId), null);
  }
  const nowhere = { eventId: event(), runId: event(), seq: 1 };
  assert.equal(await codeOf(branchRun(app, ANNA, nowhere)), 'run-unknown');
  assert.equal((await listRuns(app, BORA)).length, 0);
});

test('a run that is not finished and a decision that was never taken have no other way', async () => {
  const app = await theApp();
  const started = await startRun(app, ANNA, { eventId: event(), scenarioId: SCENARIO });
  const { runId } = accepted(started);
  await play(app, runId, BEST.slice(0, 3));
  const input = { eventId: event(), runId, seq: 1 };
  assert.equal(await codeOf(branchRun(app, ANNA, input)), 'run-not-finished');
  await play(app, runId, BEST.slice(3));
  for (const seq of [BEST.length, 99, -1, 0.5]) {
    assert.equal(await codeOf(branchRun(app, ANNA, { ...input, seq })), 'decision-unknown');
  }
  assert.equal((await listRuns(app, ANNA)).length, 1);
});

test('another way is never evidence and goes on the record as a run of its own', async () => {
  const app = await theApp();
  const runId = await played(app);
  const pieces = await listEvidenceOf(app.db.read, ANNA.personId);
  assert.ok(pieces.length > 0);
  const other = await branch(app, runId, 0);
  await play(app, other, QUICK);
  assert.deepEqual(await listEvidenceOf(app.db.read, ANNA.personId), pieces);
  const record = accepted(await statementsOf(app, ANNA, { personId: ANNA.personId, after: null }));
  const acts = record.statements.map(({ verb, result }) => [verb, Reflect.get(result, 'runId')]);
  assert.deepEqual(acts, [
    ['finished', other],
    ['started', other],
    ['finished', runId],
    ['started', runId],
  ]);
});

test('another way plays by the version of its run, even when that is not published any more', async () => {
  const old = draftOf(SCENARIO);
  // Logic no other test has, so that it can only come from what was kept.
  for (const choice of old.source.scenes['alert']?.choices ?? []) choice.takes += 10;
  const app = await theApp(old);
  const runId = await played(app);
  const later = withScenario(restarted(app), draftOf(SCENARIO));
  const other = await branch(later, runId, 4);
  await play(later, other, BEST.slice(4));
  const [first, second] = [await standing(later, runId), await standing(later, other)];
  assert.equal(second.run.logicHash, first.run.logicHash);
  assert.notEqual(second.run.logicHash, later.scenarios.get(SCENARIO)?.hash);
  assert.equal(second.state.minute, first.state.minute);
  const { beside } = accepted(await debriefRun(later, ANNA, other, 'ko'));
  assert.deepEqual([beside?.parting, beside?.first], [null, beside?.second]);
  const fresh = await startRun(later, ANNA, { eventId: event(), scenarioId: SCENARIO });
  assert.equal(accepted(await viewRun(later, ANNA, accepted(fresh).runId, 'ko')).mode, 'first');
});

test('afterwards both ways stand side by side, and each leads to the other', async () => {
  const app = await theApp();
  const runId = await played(app);
  assert.deepEqual(accepted(await debriefRun(app, ANNA, runId, 'en')).branches, []);
  const other = await branch(app, runId, 0);
  const [begun] = accepted(await debriefRun(app, ANNA, runId, 'en')).branches;
  assert.deepEqual([begun?.id, begun?.seq, begun?.ended], [other, 0, null]);
  await play(app, other, QUICK);

  const { branches, beside: none } = accepted(await debriefRun(app, ANNA, runId, 'en'));
  const { beside, story } = accepted(await debriefRun(app, ANNA, other, 'en'));
  assert.equal(none, null);
  assert.deepEqual([beside?.runId, beside?.seq, beside?.parting?.place], [runId, 0, 1]);
  assert.equal(beside?.second.ending, story.moments.at(-1)?.heading);
  assert.equal(branches[0]?.ended, beside?.second.ending);
  assert.notDeepEqual(beside?.first, beside?.second);
  assert.deepEqual(
    beside?.indicators.map(({ label, second }) => [label, second]),
    story.indicators.map(({ label, end }) => [label, end]),
  );
});

test('a way may branch again, and is laid beside the way it came from', async () => {
  const app = await theApp();
  const runId = await played(app);
  const other = await branch(app, runId, 0);
  await play(app, other, QUICK);
  const third = await branch(app, other, 2);
  await play(app, third, QUICK.slice(2));
  const { beside } = accepted(await debriefRun(app, ANNA, third, 'ko'));
  assert.equal(beside?.runId, other);
  const { branches } = accepted(await debriefRun(app, ANNA, runId, 'ko'));
  assert.deepEqual(
    branches.map(({ id }) => id),
    [other],
  );
});
