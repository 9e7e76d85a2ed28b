import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listEvidenceOf } from '#features/competency/store.ts';
import { courseStatusFor, enrol } from '#features/learning/service.ts';
import { statementsOf } from '#features/record/service.ts';
import { tokensFor } from '#features/scenario/service/play.ts';
import {
  branchRun,
  debriefRun,
  handOver,
  leaveRun,
  listRuns,
  positionOf,
  reflect,
  sayPresent,
  startRun,
  takeChoice,
  viewRun,
} from '#features/scenario/service.ts';
import { listSteps } from '#features/scenario/store.ts';
import type { Actor } from '#kernel/rights.ts';
import { testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';
import { accepted, newEvent, type PlayApp, playApp, restarted } from '#tests/support/runs.ts';
import { fixtureOf } from '#tests/support/scenarios.ts';
import { begun, decide } from '#tests/support/together.ts';

const ANNA: Actor = { personId: testId(900_001), roles: ['civil-servant'] };
const BORA: Actor = { personId: testId(900_002), roles: ['resident'] };
const CHUL: Actor = { personId: testId(900_003), roles: ['resident'] };
const OFFICIAL = { actor: ANNA, seat: 'official' } as const;
const RESIDENT = { actor: BORA, seat: 'resident' } as const;
const PARTNER = { actor: CHUL, seat: 'partner' } as const;
const TEN_MINUTES = 10 * 60_000;

const twoSeats = () => playApp(fixtureOf('two-seats'));

async function see(app: PlayApp, actor: Actor, runId: string) {
  return accepted(await viewRun(app, actor, runId, 'en'));
}

async function log(app: PlayApp, runId: string) {
  const steps = await listSteps(app.db.read, runId);
  return steps.map(({ choiceId, personId }) => [choiceId, personId]);
}

/** Everybody's decisions of a whole run of the scenario with two seats, a minute apart. */
async function playOut(app: PlayApp, runId: string): Promise<void> {
  const path = [
    [ANNA, 'notice.full'],
    [BORA, 'stop.call'],
    [ANNA, 'answer.closer'],
    [BORA, 'morning.pass-on'],
  ] as const;
  for (const [actor, decision] of path) {
    app.clock.pass(60_000);
    accepted(await decide(app, actor, { runId, decision }));
  }
}

test('two people play one run, each from their seat, and both finish it', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  const first = await see(app, BORA, runId);
  assert.deepEqual([first.view.waitingFor, first.view.options], ['official', []]);
  assert.equal(first.view.heading, 'Paper on the pole');
  assert.equal(first.waitingFor?.seat, 'official');
  assert.equal((await see(app, ANNA, runId)).isAwaited, true);
  await playOut(app, runId);
  for (const actor of [ANNA, BORA]) {
    const { view } = await see(app, actor, runId);
    assert.equal(view.over, true);
    const person = { personId: actor.personId, after: null };
    const { statements } = accepted(await statementsOf(app, actor, person));
    assert.deepEqual(
      statements.map(({ verb }) => verb),
      ['finished', 'started'],
    );
  }
  const evidence = await listEvidenceOf(app.db.read, ANNA.personId);
  assert.deepEqual(
    evidence.map(({ shown }) => (shown.kind === 'decision' ? shown.decision : null)).toSorted(),
    ['answer.closer', 'notice.full'],
  );
  const theirs = await listEvidenceOf(app.db.read, BORA.personId);
  assert.equal(theirs.length, 2);
});

test('only the person of the seat whose turn it is decides', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  const send = (actor: Actor, token: string) =>
    codeOf(takeChoice(app, actor, { eventId: newEvent(), runId, seq: 0, token }));
  const { options } = (await see(app, ANNA, runId)).view;
  assert.equal(await send(BORA, options[0]?.token ?? ''), 'not-your-turn');
  const forged = tokensFor(app, { id: runId, seat: 'resident' }, 0)('notice', 'plain');
  assert.equal(await send(BORA, forged), 'not-your-turn');
  assert.equal(await send(ANNA, forged), 'choice-not-offered');
  assert.equal(await send(CHUL, options[0]?.token ?? ''), 'run-unknown');
  assert.deepEqual(await log(app, runId), []);
});

test('double clicks, old forms and two windows decide once and are told so', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  const { options } = (await see(app, ANNA, runId)).view;
  const press = (token = '', eventId = newEvent()) =>
    codeOf(takeChoice(app, ANNA, { eventId, runId, seq: 0, token }));
  const eventId = newEvent();
  const twice = [press(options[0]?.token, eventId), press(options[0]?.token, eventId)];
  assert.deepEqual(await Promise.all(twice), ['ok', 'ok']);
  assert.equal(await press(options[1]?.token), 'step-already-taken');
  accepted(await decide(app, BORA, { runId, decision: 'stop.grumble' }));
  assert.equal(await press(options[1]?.token), 'step-already-taken');
  assert.equal(await press(options[0]?.token, eventId), 'ok');
  assert.equal((await listSteps(app.db.read, runId)).length, 2);
});

test('a seat nobody took follows the recorded path, in the same moment as the decision before it', async () => {
  const app = await twoSeats();
  const alone = await begun(app, [RESIDENT]);
  assert.deepEqual(await log(app, alone), [['notice.plain', null]]);
  accepted(await decide(app, BORA, { runId: alone, decision: 'stop.grumble' }));
  assert.deepEqual(await log(app, alone), [
    ['notice.plain', null],
    ['stop.grumble', BORA.personId],
    ['answer.repeat', null],
  ]);
  const solo = { eventId: newEvent(), scenarioId: 'two-seats', seat: 'official' } as const;
  const { runId } = accepted(await startRun(app, ANNA, solo));
  accepted(await decide(app, ANNA, { runId, decision: 'notice.full' }));
  accepted(await decide(app, ANNA, { runId, decision: 'answer.closer' }));
  assert.deepEqual(await log(app, runId), [
    ['notice.full', ANNA.personId],
    ['stop.call', null],
    ['answer.closer', ANNA.personId],
    ['morning.pass-on', null],
  ]);
  assert.equal((await see(app, ANNA, runId)).view.over, true);
  const [run] = await listRuns(app, ANNA);
  assert.ok(run?.finishedAt);
  const pieces = await listEvidenceOf(app.db.read, ANNA.personId);
  assert.equal(pieces.length, 2);
});

test('whoever leaves hands their seat to the recorded path and may watch, not decide', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  const old = (await see(app, ANNA, runId)).view.options[0]?.token ?? '';
  accepted(await leaveRun(app, ANNA, runId));
  assert.deepEqual(await log(app, runId), [['notice.plain', null]]);
  const late = { eventId: newEvent(), runId, seq: 0, token: old };
  assert.equal(await codeOf(takeChoice(app, ANNA, late)), 'seat-left');
  assert.equal(accepted(await leaveRun(app, ANNA, runId)), 'left');
  assert.equal(await codeOf(leaveRun(app, BORA, runId)), 'seat-last');
  const watching = await see(app, ANNA, runId);
  assert.deepEqual([watching.hasLeft, watching.view.waitingFor], [true, 'resident']);
  accepted(await decide(app, BORA, { runId, decision: 'stop.call' }));
  accepted(await decide(app, BORA, { runId, decision: 'morning.pass-on' }));
  const story = accepted(await debriefRun(app, ANNA, runId, 'en')).story;
  const own = story.moments.flatMap((moment) => (moment.kind === 'decision' ? [moment] : []));
  assert.deepEqual(
    own.map(({ taken }) => taken),
    ['recorded', 'recorded'],
  );
  assert.equal((await listEvidenceOf(app.db.read, ANNA.personId)).length, 0);
  const record = accepted(await statementsOf(app, ANNA, { personId: ANNA.personId, after: null }));
  assert.deepEqual(
    record.statements.map(({ verb }) => verb),
    ['started'],
  );
  assert.equal(await codeOf(leaveRun(app, BORA, runId)), 'run-finished');
});

test('a decision and a departure at the same instant leave nobody stuck', async () => {
  for (const order of ['decide-first', 'leave-first']) {
    const app = await playApp(fixtureOf('three-seats'));
    const runId = await begun(app, [PARTNER, RESIDENT, OFFICIAL]);
    const acts = [
      () => codeOf(decide(app, CHUL, { runId, decision: 'muster.sacks' })),
      () => codeOf(leaveRun(app, BORA, runId)),
    ];
    const codes = await Promise.all(
      (order === 'decide-first' ? acts : acts.toReversed()).map((act) => act()),
    );
    assert.deepEqual(codes, ['ok', 'ok'], order);
    assert.deepEqual(await log(app, runId), [
      ['muster.sacks', CHUL.personId],
      ['stairs.knock', null],
    ]);
    assert.equal((await see(app, ANNA, runId)).view.waitingFor, null, order);
  }
});

test('a seat is handed over only after ten silent minutes of its own turn, by somebody who plays', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  const hand = (actor: Actor, seat: 'official' | 'resident') =>
    codeOf(handOver(app, actor, { runId, seat }));
  app.clock.pass(TEN_MINUTES - 1);
  assert.equal(await hand(BORA, 'official'), 'seat-not-silent');
  assert.equal((await see(app, BORA, runId)).waitingFor?.isSilent, false);
  const before = accepted(await positionOf(app, BORA, runId)).position;
  app.clock.pass(1);
  assert.notEqual(accepted(await positionOf(app, BORA, runId)).position, before);
  assert.equal((await see(app, BORA, runId)).waitingFor?.isSilent, true);
  accepted(await sayPresent(app, ANNA, runId));
  assert.equal(await hand(BORA, 'official'), 'seat-not-silent');
  app.clock.pass(TEN_MINUTES);
  assert.equal(await hand(CHUL, 'official'), 'run-unknown');
  assert.equal(await hand(ANNA, 'resident'), 'seat-not-silent');
  assert.equal(await hand(BORA, 'resident'), 'seat-unknown');
  assert.equal(await hand(BORA, 'official'), 'ok');
  assert.equal(await hand(BORA, 'official'), 'ok');
  assert.deepEqual(await log(app, runId), [['notice.plain', null]]);
  assert.equal(await codeOf(sayPresent(app, ANNA, runId)), 'seat-left');
  assert.equal((await see(app, BORA, runId)).view.waitingFor, null);
});

test('leaving and handing over are for runs together, of those who sit in them', async () => {
  const app = await twoSeats();
  const solo = { eventId: newEvent(), scenarioId: 'two-seats', seat: 'resident' } as const;
  const { runId } = accepted(await startRun(app, BORA, solo));
  assert.equal(await codeOf(leaveRun(app, BORA, runId)), 'run-alone');
  assert.equal(await codeOf(handOver(app, BORA, { runId, seat: 'official' })), 'run-alone');
  for (const act of [leaveRun, sayPresent]) {
    assert.equal(await codeOf(act(app, ANNA, runId)), 'run-unknown');
  }
});

test('afterwards each sees the other side, who decided, and writes for themselves alone', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  assert.equal(await codeOf(debriefRun(app, BORA, runId, 'en')), 'run-not-finished');
  await playOut(app, runId);
  const { story } = accepted(await debriefRun(app, ANNA, runId, 'en'));
  const [resident] = story.others;
  assert.deepEqual(
    resident?.decisions.map(({ place, taken }) => [place, taken]),
    [
      [2, 'person'],
      [4, 'person'],
    ],
  );
  assert.deepEqual(
    resident?.facts.map(({ told }) => told),
    [true],
  );
  const mine = { expected: 'mine', happened: '', change: '' };
  accepted(await reflect(app, ANNA, { runId, answers: mine }));
  const theirs = accepted(await debriefRun(app, BORA, runId, 'en'));
  assert.equal(theirs.answers.expected, '');
  assert.equal(await codeOf(debriefRun(app, CHUL, runId, 'en')), 'run-unknown');
});

test('another way from a run together is practice alone, in the same seat, from an own decision', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  await playOut(app, runId);
  const from = (seq: number) => branchRun(app, BORA, { eventId: newEvent(), runId, seq });
  assert.equal(await codeOf(from(0)), 'decision-unknown');
  assert.equal(await codeOf(from(2)), 'decision-unknown');
  const { runId: other } = accepted(await from(1));
  const seen = await see(app, BORA, other);
  assert.deepEqual([seen.seat, seen.mode, seen.isTogether], ['resident', 'practice', false]);
  accepted(await decide(app, BORA, { runId: other, decision: 'stop.grumble' }));
  assert.deepEqual(await log(app, other), [
    ['notice.full', ANNA.personId],
    ['stop.grumble', BORA.personId],
    ['answer.repeat', null],
  ]);
  assert.equal(await codeOf(viewRun(app, ANNA, other, 'ko')), 'run-unknown');
  const pieces = await listEvidenceOf(app.db.read, BORA.personId);
  assert.ok(pieces.every((piece) => piece.runId === runId));
});

test('a step of a course is done from whatever seat, and for each person in their own course', async () => {
  const app = await twoSeats();
  accepted(await enrol(app, BORA, { eventId: newEvent(), courseId: 'civics' }));
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  await playOut(app, runId);
  const asked = { personId: BORA.personId, courseId: 'civics' };
  const { steps } = accepted(await courseStatusFor(app, BORA, asked));
  const step = steps.find((one) => one.step === 'scenario:two-seats');
  assert.equal(step?.state, 'done');
  assert.equal((await see(app, ANNA, runId)).courseId, null);
});

test('a run together goes on after a restart as it stood', async () => {
  const app = await twoSeats();
  const runId = await begun(app, [OFFICIAL, RESIDENT]);
  accepted(await decide(app, ANNA, { runId, decision: 'notice.full' }));
  const before = await see(app, BORA, runId);
  const later = restarted(app);
  assert.deepEqual((await see(later, BORA, runId)).view, before.view);
  accepted(await decide(later, BORA, { runId, decision: 'stop.call' }));
  assert.equal((await see(later, ANNA, runId)).view.waitingFor, null);
});
