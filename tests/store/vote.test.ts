import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import { addMember, careOf, createCohort } from '#features/cohort/service.ts';
import { listEvidenceOf } from '#features/competency/store.ts';
import { statementsOf } from '#features/record/service.ts';
import { listRuns, startRun, viewRun } from '#features/scenario/service.ts';
import type { VoteApp } from '#features/vote/service/around.ts';
import {
  beginExercise,
  callOffVote,
  castVote,
  closeVote,
  exerciseAt,
  exercisesOf,
  openVote,
  openVotesFor,
  viewVote,
  votePosition,
} from '#features/vote/service.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { testId } from '#tests/support/app.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';
import { accepted, newEvent, type PlayApp, playApp, playOn } from '#tests/support/runs.ts';
import { draftOf } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const COHORT = testId(800_001);
const LEARNERS = ['anna', 'bora', 'chul', 'duri', 'eun'] as const;
type Name = (typeof LEARNERS)[number] | 'sora' | 'tae' | 'outsider' | 'jun';
const ROLES: Readonly<Record<Name, Role>> = {
  anna: 'civil-servant',
  bora: 'resident',
  chul: 'resident',
  duri: 'resident',
  eun: 'resident',
  sora: 'trainer',
  tae: 'trainer',
  outsider: 'resident',
  jun: 'administrator',
};
const NAMES = Object.keys(ROLES) as Name[]; // Object.keys forgets the literal keys.
const as = (name: Name): Actor => ({
  personId: testId(910_000 + NAMES.indexOf(name)),
  roles: [ROLES[name]],
});
const [BEST = []] = draftOf(SCENARIO).walkthroughs.map(({ choices }) => choices);

type SchoolApp = PlayApp & VoteApp;

/** Sora's cohort of five; Tae trains others. */
async function schoolApp(): Promise<SchoolApp> {
  const draft = draftOf(SCENARIO);
  const app = await playApp(draft);
  for (const name of NAMES) {
    await addPerson(app, { id: as(name).personId, login: name, roles: [ROLES[name]] });
  }
  await app.db.write(async (tx) => {
    const trainers = [as('sora').personId];
    const name = { ko: '기수', en: 'Group' };
    await createCohort(tx, app, { id: COHORT, name, courseId: 'civics', trainers });
    for (const one of LEARNERS) {
      await addMember(tx, { cohortId: COHORT, personId: as(one).personId, joinedAt: 0 });
    }
  });
  const framework = frameworkOf(Object.keys(draft.source.claims));
  return { ...app, framework, care: careOf(app) };
}

async function began(app: SchoolApp): Promise<string> {
  const input = { eventId: newEvent(), cohortId: COHORT, scenarioId: SCENARIO };
  return accepted(await beginExercise(app, as('sora'), input)).runId;
}

async function opened(app: SchoolApp, runId: string): Promise<string> {
  const { seq } = accepted(await exerciseAt(app, as('sora'), runId));
  return accepted(await openVote(app, as('sora'), { eventId: newEvent(), runId, seq })).voteId;
}

/** Somebody votes for the n-th thing on their page. */
async function vote(app: SchoolApp, name: Name, voteId: string, n = 0): Promise<void> {
  const { view } = accepted(await viewVote(app, as(name), voteId, 'ko'));
  const token = view.options[n]?.token ?? '';
  app.clock.pass(1_000);
  accepted(await castVote(app, as(name), { eventId: newEvent(), voteId, token }));
}

async function evidenceOf(app: SchoolApp, name: Name) {
  const pieces = await listEvidenceOf(app.db.read, as(name).personId);
  return pieces.map(({ shown, runId }) => [shown.kind, runId]);
}

test('five people vote, the trainer closes, and each vote is evidence of its own kind', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  const voteId = await opened(app, runId);
  for (const [n, name] of LEARNERS.entries()) await vote(app, name, voteId, n === 0 ? 1 : 0);
  assert.deepEqual(await evidenceOf(app, 'anna'), [], 'nothing counts while the vote is open');
  accepted(await closeVote(app, as('sora'), voteId));
  const seen = accepted(await viewVote(app, as('sora'), voteId, 'ko'));
  assert.deepEqual(
    seen.revealed?.map(({ count }) => count),
    [4, 1, ...(seen.revealed ?? []).slice(2).map(() => 0)],
  );
  const own = accepted(await viewVote(app, as('anna'), voteId, 'en'));
  assert.equal(
    own.revealed?.findIndex(({ isOwn }) => isOwn),
    1,
  );
  assert.ok((own.revealed?.[1]?.feedback.length ?? 0) > 0);
  const pieces = await evidenceOf(app, 'bora');
  assert.ok(pieces.length > 0);
  assert.deepEqual(new Set(pieces.map(String)), new Set([`vote,${runId}`]));
  assert.equal(accepted(await viewVote(app, as('bora'), voteId, 'ko')).shown.length, pieces.length);
});

test('the levels and notes of the choices, and how a vote falls, are told to nobody before it is closed', async () => {
  const app = await schoolApp();
  const voteId = await opened(app, await began(app));
  for (const name of LEARNERS) await vote(app, name, voteId);
  for (const name of ['anna', 'sora', 'jun'] as const) {
    const seen = accepted(await viewVote(app, as(name), voteId, 'ko'));
    assert.deepEqual([seen.revealed, seen.shown], [null, []]);
    assert.doesNotMatch(JSON.stringify(seen.view), /"shows"|"level"|"feedback"/);
  }
});

test('of fewer than five voters only their number is told', async () => {
  const app = await schoolApp();
  const voteId = await opened(app, await began(app));
  for (const name of LEARNERS.slice(0, 4)) await vote(app, name, voteId);
  accepted(await closeVote(app, as('sora'), voteId));
  const seen = accepted(await viewVote(app, as('sora'), voteId, 'ko'));
  assert.equal(seen.total, 4);
  assert.ok(seen.revealed?.every(({ count }) => count === null));
});

test('a vote can be changed while it is open, the same form sent twice counts once, and nobody uses the id of another', async () => {
  const app = await schoolApp();
  const voteId = await opened(app, await began(app));
  const { view } = accepted(await viewVote(app, as('anna'), voteId, 'ko'));
  const [one, two] = view.options.map(({ token }) => token);
  const first = { eventId: newEvent(), voteId, token: one ?? '' };
  accepted(await castVote(app, as('anna'), first));
  app.clock.pass(1_000);
  accepted(await castVote(app, as('anna'), { ...first, eventId: newEvent(), token: two ?? '' }));
  app.clock.pass(1_000);
  accepted(await castVote(app, as('anna'), first));
  const seen = accepted(await viewVote(app, as('anna'), voteId, 'ko'));
  assert.deepEqual([seen.own, seen.total], [two, 1], 'an old form that comes late changes nothing');
  assert.equal(await codeOf(castVote(app, as('bora'), first)), 'event-used');
});

test('whoever has played the scenario votes for practice, and whoever has voted plays it for practice', async () => {
  const app = await schoolApp();
  accepted(await startRun(app, as('anna'), { eventId: newEvent(), scenarioId: SCENARIO }));
  const runId = await began(app);
  const voteId = await opened(app, runId);
  for (const name of ['anna', 'bora'] as const) await vote(app, name, voteId);
  accepted(await closeVote(app, as('sora'), voteId));
  assert.deepEqual(await evidenceOf(app, 'anna'), []);
  assert.equal(accepted(await viewVote(app, as('anna'), voteId, 'ko')).worth, 'practice-text');
  const later = { eventId: newEvent(), scenarioId: SCENARIO };
  const own = accepted(await startRun(app, as('bora'), later));
  assert.equal(accepted(await viewRun(app, as('bora'), own.runId, 'ko')).mode, 'practice');
  const whole = { ...later, eventId: newEvent() };
  const without = accepted(await startRun(app, as('chul'), whole));
  assert.equal(accepted(await viewRun(app, as('chul'), without.runId, 'ko')).mode, 'first');
});

test('the second vote of an exercise counts as well, and that of another exercise does not', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  const one = await opened(app, runId);
  await vote(app, 'anna', one);
  accepted(await closeVote(app, as('sora'), one));
  const before = (await evidenceOf(app, 'anna')).length;
  await playOn(app, as('sora'), { runId, decisions: BEST.slice(0, 1) });
  const two = await opened(app, runId);
  await vote(app, 'anna', two);
  accepted(await closeVote(app, as('sora'), two));
  const after = (await evidenceOf(app, 'anna')).length;
  assert.ok(after > before);
  const again = await opened(app, await began(app));
  await vote(app, 'anna', again);
  accepted(await closeVote(app, as('sora'), again));
  assert.equal((await evidenceOf(app, 'anna')).length, after);
});

test('a vote that is called off counts nothing, teaches nothing, and can be held anew', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  const voteId = await opened(app, runId);
  await vote(app, 'anna', voteId);
  accepted(await callOffVote(app, as('sora'), voteId));
  accepted(await callOffVote(app, as('sora'), voteId));
  assert.equal(await codeOf(closeVote(app, as('sora'), voteId)), 'vote-called-off');
  assert.deepEqual(await evidenceOf(app, 'anna'), []);
  const late = { eventId: newEvent(), voteId, token: '' };
  assert.equal(await codeOf(castVote(app, as('anna'), late)), 'choice-not-offered');
  const { view } = accepted(await viewVote(app, as('anna'), voteId, 'ko'));
  const token = view.options[0]?.token ?? '';
  assert.equal(await codeOf(castVote(app, as('anna'), { ...late, token })), 'vote-called-off');
  const own = accepted(
    await startRun(app, as('anna'), { eventId: newEvent(), scenarioId: SCENARIO }),
  );
  assert.equal(accepted(await viewRun(app, as('anna'), own.runId, 'ko')).mode, 'first');
  assert.notEqual(await opened(app, runId), voteId);
});

test('closing twice at once counts once, and a vote after closing is refused', async () => {
  const app = await schoolApp();
  const voteId = await opened(app, await began(app));
  await vote(app, 'anna', voteId);
  const closings = await Promise.all([1, 2].map(() => closeVote(app, as('sora'), voteId)));
  assert.ok(closings.every(({ ok }) => ok));
  const { entries } = accepted(await listAudit(app, as('jun'), { act: 'vote-closed' }));
  assert.equal(entries.length, 1);
  const { view } = accepted(await viewVote(app, as('bora'), voteId, 'ko'));
  const token = view.options[0]?.token ?? '';
  const late = { eventId: newEvent(), voteId, token };
  assert.equal(await codeOf(castVote(app, as('bora'), late)), 'vote-closed');
  const seen = accepted(await viewVote(app, as('bora'), voteId, 'ko'));
  assert.deepEqual([seen.state, seen.revealed], ['closed', null]);
});

test('a vote is there for its cohort only: others neither see it nor vote, and members lead nothing', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  const voteId = await opened(app, runId);
  const { view } = accepted(await viewVote(app, as('anna'), voteId, 'ko'));
  const token = view.options[0]?.token ?? '';
  for (const name of ['outsider', 'tae'] as const) {
    assert.equal(await codeOf(viewVote(app, as(name), voteId, 'ko')), 'not-found');
    assert.equal(await codeOf(votePosition(app, as(name), voteId)), 'not-found');
    const ballot = { eventId: newEvent(), voteId, token };
    assert.equal(await codeOf(castVote(app, as(name), ballot)), 'not-found');
    assert.equal(await codeOf(closeVote(app, as(name), voteId)), 'not-found');
    assert.equal(await codeOf(exercisesOf(app, as(name), COHORT)), 'not-found');
    const input = { eventId: newEvent(), cohortId: COHORT, scenarioId: SCENARIO };
    assert.equal(await codeOf(beginExercise(app, as(name), input)), 'not-found');
  }
  assert.equal(await codeOf(closeVote(app, as('anna'), voteId)), 'not-allowed');
  assert.equal(await codeOf(callOffVote(app, as('anna'), voteId)), 'not-allowed');
  assert.equal(await codeOf(exercisesOf(app, as('anna'), COHORT)), 'not-found');
  const ask = { eventId: newEvent(), runId, seq: 0 };
  assert.equal(await codeOf(openVote(app, as('anna'), ask)), 'not-found');
  const led = { eventId: newEvent(), voteId, token };
  assert.equal(await codeOf(castVote(app, as('sora'), led)), 'not-allowed');
  assert.deepEqual(await openVotesFor(app, as('outsider')), []);
  assert.deepEqual(
    (await openVotesFor(app, as('anna'))).map(({ id, hasVoted }) => [id, hasVoted]),
    [[voteId, false]],
  );
});

test('a vote is about the decision where the run stands, one at a time', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  const voteId = await opened(app, runId);
  const ask = (seq: number) => openVote(app, as('sora'), { eventId: newEvent(), runId, seq });
  assert.equal(await codeOf(ask(0)), 'vote-still-open');
  assert.equal(await codeOf(ask(1)), 'vote-moved-on');
  const same = { eventId: voteId, runId, seq: 0 };
  assert.deepEqual(accepted(await openVote(app, as('sora'), same)), { voteId });
  accepted(await closeVote(app, as('sora'), voteId));
  assert.equal(await codeOf(ask(0)), 'vote-held');
  await playOn(app, as('sora'), { runId, decisions: BEST.slice(0, 1) });
  assert.equal(await codeOf(ask(0)), 'vote-moved-on');
  assert.equal(await codeOf(ask(1)), 'ok');
});

test('what a vote was about stays as it was when the run goes on', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  const voteId = await opened(app, runId);
  const before = accepted(await viewVote(app, as('anna'), voteId, 'ko')).view;
  await playOn(app, as('sora'), { runId, decisions: BEST });
  assert.deepEqual(accepted(await viewVote(app, as('anna'), voteId, 'ko')).view, before);
  assert.deepEqual(
    [accepted(await exerciseAt(app, as('sora'), runId))].map((one) => [
      one.isUndecided,
      one.stillOpen?.id,
    ]),
    [[false, voteId]],
  );
});

test('an exercise is on nobody’s record and not among the runs of whoever leads it', async () => {
  const app = await schoolApp();
  const runId = await began(app);
  await playOn(app, as('sora'), { runId, decisions: BEST });
  assert.deepEqual(await evidenceOf(app, 'sora'), []);
  const record = { personId: as('sora').personId, after: null };
  assert.deepEqual(accepted(await statementsOf(app, as('sora'), record)).statements, []);
  assert.deepEqual(await listRuns(app, as('sora')), []);
  const { exercises } = accepted(await exercisesOf(app, as('jun'), COHORT));
  assert.deepEqual(
    exercises.map((one) => [one.runId, one.leader, one.isOwn]),
    [[runId, 'sora', false]],
  );
});

test('beginning twice with one form is one exercise', async () => {
  const app = await schoolApp();
  const input = { eventId: newEvent(), cohortId: COHORT, scenarioId: SCENARIO };
  const [one, two] = [
    accepted(await beginExercise(app, as('sora'), input)),
    accepted(await beginExercise(app, as('sora'), input)),
  ];
  assert.deepEqual(one, two);
  assert.equal(accepted(await exercisesOf(app, as('sora'), COHORT)).exercises.length, 1);
});
