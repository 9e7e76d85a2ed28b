import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecisionMoment } from '#features/scenario/debrief.ts';
import { branchRun, debriefRun } from '#features/scenario/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { testId } from '#tests/support/app.ts';
import { accepted, newEvent, type PlayApp, playApp, playOn, playRun } from '#tests/support/runs.ts';
import { draftOf } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const [BEST = [], QUICK = []] = draftOf(SCENARIO).walkthroughs.map(({ choices }) => choices);
const ANNA = { personId: testId(900_001), roles: ['civil-servant'] } as const;

async function playedBy(app: PlayApp, people: number): Promise<void> {
  for (let n = 0; n < people; n += 1) {
    await playRun(app, { personId: testId(930_000 + n), roles: ['resident'] }, QUICK);
  }
  app.clock.pass(120_000);
}

async function decisionsOf(app: PlayApp, actor: Actor, runId: string): Promise<DecisionMoment[]> {
  const { story } = accepted(await debriefRun(app, actor, runId, 'en'));
  return story.moments.filter((moment) => moment.kind === 'decision');
}

async function sharesIn(app: PlayApp, runId: string) {
  const [first] = await decisionsOf(app, ANNA, runId);
  return first?.choices.map(({ percent }) => percent);
}

test("one's own first run is nobody else's, also when looking back on practice", async () => {
  const app = await playApp(draftOf(SCENARIO));
  await playRun(app, ANNA, BEST);
  await playedBy(app, 4);
  const practice = await playRun(app, ANNA, BEST);
  app.clock.pass(120_000);
  assert.deepEqual(await sharesIn(app, practice), [null, null, null]);
  await playRun(app, { personId: testId(940_000), roles: ['resident'] }, QUICK);
  app.clock.pass(120_000);
  assert.deepEqual(await sharesIn(app, practice), [100, 0, 0]);
});

test('first run, practice and another way of one person tell the same of others', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const first = await playRun(app, ANNA, BEST);
  await playedBy(app, 6);
  const practice = await playRun(app, ANNA, QUICK);
  const branch = { eventId: newEvent(), runId: first, seq: 1 };
  const { runId: another } = accepted(await branchRun(app, ANNA, branch));
  await playOn(app, ANNA, { runId: another, decisions: BEST.slice(1) });
  app.clock.pass(120_000);
  const shares = await Promise.all([first, practice, another].map((runId) => sharesIn(app, runId)));
  assert.deepEqual(shares, Array(3).fill([100, 0, 0]));
});

test('another way is offered where there was another choice, and only there', async () => {
  const draft = draftOf(SCENARIO);
  const scene = draft.source.scenes['contact'];
  assert.ok(scene);
  scene.choices = scene.choices.filter(({ id }) => BEST.includes(`contact.${id}`));
  assert.equal(scene.choices.length, 1);
  const app = await playApp(draft);
  const decisions = await decisionsOf(app, ANNA, await playRun(app, ANNA, BEST));
  const alone = decisions.filter(({ hadOtherWay }) => !hadOtherWay);
  assert.deepEqual(
    alone.map(({ scene }) => scene),
    ['contact'],
  );
});
