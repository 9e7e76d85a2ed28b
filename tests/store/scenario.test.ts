import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '#db/client.ts';
import { listEvidenceOf } from '#features/competency/store.ts';
import { courseStatusFor, enrol } from '#features/learning/service.ts';
import { statementsOf } from '#features/record/service.ts';
import type { Draft } from '#features/scenario/problem.ts';
import type { ScenarioApp } from '#features/scenario/service/play.ts';
import {
  debriefRun,
  listRuns,
  reflect,
  startRun,
  takeChoice,
  viewRun,
  viewTaken,
} from '#features/scenario/service.ts';
import { scenariosOf } from '#features/scenario/source.ts';
import { listSteps } from '#features/scenario/store.ts';
import { shuffle } from '#kernel/random.ts';
import type { Result } from '#kernel/result.ts';
import { type TestApp, testApp, testId } from '#tests/support/app.ts';
import { withCivics } from '#tests/support/civics.ts';
import { codeOf } from '#tests/support/people.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const ANNA = { personId: testId(900_001), roles: ['civil-servant'] as const };
const BORA = { personId: testId(900_002), roles: ['civil-servant'] as const };
type Played = ScenarioApp & TestApp;

let events = 700_000;
function event(): string {
  events += 1;
  return testId(events);
}

/** An app whose course `civics` has the scenario as a step. */
async function theApp(draft: Draft = draftOf(SCENARIO)): Promise<Played> {
  return withScenario(await testApp(), draft);
}

function withScenario(app: TestApp, draft: Draft): Played {
  const civics = withCivics(app, [['first', 'a'], SCENARIO]);
  return { ...civics, errors: app.errors, scenarios: scenariosOf([scenarioOf(draft)]) };
}

function accepted<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

async function begin(app: Played, actor = ANNA): Promise<string> {
  const started = await startRun(app, actor, { eventId: event(), scenarioId: SCENARIO });
  return accepted(started).runId;
}

async function look(app: Played, runId: string, actor = ANNA) {
  return accepted(await viewRun(app, actor, runId, 'en')).view;
}

/** The token behind the choice whose label begins like this. */
async function tokenFor(app: Played, runId: string, label: string, actor = ANNA): Promise<string> {
  const { options } = await look(app, runId, actor);
  const option = options.find((candidate) => candidate.label.startsWith(label));
  assert.ok(
    option,
    `${label} is not among ${options.map((candidate) => candidate.label).join(' | ')}`,
  );
  return option.token;
}

async function take(app: Played, runId: string, label: string, actor = ANNA) {
  const { seq } = await look(app, runId, actor);
  const token = await tokenFor(app, runId, label, actor);
  return takeChoice(app, actor, { eventId: event(), runId, seq, token });
}

const BEST = [
  'Stop group activities',
  'Telephone everyone',
  'Have volunteers sign',
  'Say what you know',
  'Open three school gyms',
  'Phone tree',
  'Agree conditions',
];
const QUICK = [
  'Close the whole house',
  'Send vouchers',
  'Give the coordinators',
  'Text every',
  'Put a complete',
  'Announce a fixed',
];

async function finish(app: Played, runId: string, labels = BEST, actor = ANNA) {
  for (const label of labels) {
    app.clock.pass(60_000);
    accepted(await take(app, runId, label, actor));
  }
}

test('a run is played to its end, step by step, and read again as it was', async () => {
  const app = await theApp();
  const runId = await begin(app);
  const first = await look(app, runId);
  assert.equal(first.heading, 'Two positive tests');
  assert.equal(first.options.length, 3);
  assert.deepEqual(await look(app, runId), first);
  await finish(app, runId);
  const end = await look(app, runId);
  assert.deepEqual([end.over, end.heading, end.clock.time], [true, 'Bent, not broken', '18:10']);
  const left = { runId, seq: 7, finished: true };
  assert.deepEqual(accepted(await viewTaken(app, ANNA, left, 'en')).view, end);
  assert.equal(await codeOf(viewTaken(app, BORA, left, 'en')), 'run-unknown');
  const [run] = await listRuns(app, ANNA, SCENARIO);
  assert.equal(run?.finishedAt, app.clock.now());
  const late = { eventId: event(), runId, seq: 7, token: 'x' };
  assert.equal(await codeOf(takeChoice(app, ANNA, late)), 'run-finished');
});

test('a first run is evidence and practice is not', async () => {
  const app = await theApp();
  const first = await begin(app);
  await finish(app, first);
  const pieces = await listEvidenceOf(app.db.read, ANNA.personId);
  assert.equal(pieces.length, 13);
  assert.ok(pieces.every(({ runId, shown }) => runId === first && shown.kind === 'decision'));
  const contact = pieces.find(({ competency, shown }) => {
    return competency === 'C4.3' && shown.kind === 'decision' && shown.weight === 2;
  });
  assert.deepEqual(contact?.shown, {
    v: 1,
    kind: 'decision',
    level: 3,
    weight: 2,
    decision: 'contact.five-each',
  });
  const again = await begin(app);
  await finish(app, again, QUICK);
  assert.equal((await listEvidenceOf(app.db.read, ANNA.personId)).length, 13);
  const modes = (await listRuns(app, ANNA)).map(({ mode }) => mode);
  assert.deepEqual(modes, ['practice', 'first']);
});

test('giving up a first run does not buy another one', async () => {
  const app = await theApp();
  await begin(app);
  const second = await begin(app);
  assert.equal(accepted(await viewRun(app, ANNA, second, 'ko')).mode, 'practice');
});

test('starting twice with one event begins one run', async () => {
  const app = await theApp();
  const input = { eventId: event(), scenarioId: SCENARIO };
  const [one, two] = await Promise.all([startRun(app, ANNA, input), startRun(app, ANNA, input)]);
  assert.deepEqual(one, two);
  assert.equal((await listRuns(app, ANNA)).length, 1);
  assert.equal(await codeOf(startRun(app, BORA, input)), 'event-used');
  assert.equal(
    await codeOf(startRun(app, ANNA, { eventId: event(), scenarioId: 'none' })),
    'scenario-unknown',
  );
});

test('one decision sent twice is one step with the same outcome', async () => {
  const app = await theApp();
  const runId = await begin(app);
  const token = await tokenFor(app, runId, 'Stop group');
  const input = { eventId: event(), runId, seq: 0, token };
  const outcomes = await Promise.all([takeChoice(app, ANNA, input), takeChoice(app, ANNA, input)]);
  assert.deepEqual(outcomes[0], outcomes[1]);
  assert.deepEqual(accepted(await takeChoice(app, ANNA, input)), {
    runId,
    seq: 1,
    finished: false,
  });
  accepted(await take(app, runId, 'Telephone'));
  assert.deepEqual(accepted(await takeChoice(app, ANNA, input)), {
    runId,
    seq: 1,
    finished: false,
  });
  assert.equal((await listSteps(app.db.read, runId)).length, 2);
});

test('of two windows one decides and the other is told', async () => {
  const app = await theApp();
  const runId = await begin(app);
  const { options } = await look(app, runId);
  const decide = (token: string) =>
    takeChoice(app, ANNA, { eventId: event(), runId, seq: 0, token });
  const codes = await Promise.all(options.map(({ token }) => codeOf(decide(token))));
  assert.deepEqual(codes.toSorted(), ['ok', 'step-already-taken', 'step-already-taken']);
  assert.equal((await listSteps(app.db.read, runId)).length, 1);
  assert.equal((await listEvidenceOf(app.db.read, ANNA.personId)).length, 2);
});

test('forged tokens, timer events and tokens of other runs and steps are refused', async () => {
  const app = await theApp();
  const runId = await begin(app);
  const other = await begin(app);
  const foreign = await tokenFor(app, other, 'Stop group');
  const earlier = await tokenFor(app, runId, 'Stop group');
  const forged = [
    'partial',
    'choose.partial',
    'xstate.after.120.heatwave-closure.weather.building',
    '',
    foreign,
  ];
  for (const token of forged) {
    const outcome = takeChoice(app, ANNA, { eventId: event(), runId, seq: 0, token });
    assert.equal(await codeOf(outcome), 'choice-not-offered', token);
  }
  accepted(await take(app, runId, 'Stop group'));
  const replayed = takeChoice(app, ANNA, { eventId: event(), runId, seq: 1, token: earlier });
  assert.equal(await codeOf(replayed), 'choice-not-offered');
  const ahead = takeChoice(app, ANNA, { eventId: event(), runId, seq: 5, token: earlier });
  assert.equal(await codeOf(ahead), 'step-already-taken');
});

test("somebody else's run does not exist, whatever one does", async () => {
  const app = await theApp();
  const runId = await begin(app);
  const token = await tokenFor(app, runId, 'Stop group');
  const trainer = { personId: BORA.personId, roles: ['trainer', 'administrator'] as const };
  for (const actor of [BORA, trainer]) {
    assert.equal(await codeOf(viewRun(app, actor, runId, 'ko')), 'run-unknown');
    const input = { eventId: event(), runId, seq: 0, token };
    assert.equal(await codeOf(takeChoice(app, actor, input)), 'run-unknown');
    assert.equal(await codeOf(debriefRun(app, actor, runId, 'ko')), 'run-unknown');
    const answers = { expected: 'a', happened: 'b', change: 'c' };
    assert.equal(await codeOf(reflect(app, actor, { runId, answers })), 'run-unknown');
  }
  assert.equal(await codeOf(viewRun(app, ANNA, event(), 'ko')), 'run-unknown');
  assert.equal((await listSteps(app.db.read, runId)).length, 0);
});

test('an event id of another act is refused and changes nothing', async () => {
  const app = await theApp();
  const mine = await begin(app);
  const theirs = await begin(app, BORA);
  const eventId = event();
  const token = await tokenFor(app, mine, 'Stop group');
  accepted(await takeChoice(app, ANNA, { eventId, runId: mine, seq: 0, token }));
  const theirToken = await tokenFor(app, theirs, 'Stop group', BORA);
  const stolen = takeChoice(app, BORA, { eventId, runId: theirs, seq: 0, token: theirToken });
  assert.equal(await codeOf(stolen), 'event-used');
  assert.equal((await listEvidenceOf(app.db.read, BORA.personId)).length, 0);
});

test('a run stays on its version when another one is published, even if scenes are gone', async () => {
  const longer = draftOf(SCENARIO);
  // Logic no other test has, so that it can only come from what was kept.
  for (const choice of longer.source.scenes['alert']?.choices ?? []) choice.takes += 5;
  const app = await theApp(longer);
  const runId = await begin(app);
  const shorter = draftOf(SCENARIO);
  for (const choice of shorter.source.scenes['meals']?.choices ?? []) choice.goTo = 'afternoon';
  delete shorter.source.scenes['contact'];
  for (const words of [shorter.words.ko, shorter.words.en]) {
    for (const id of Object.keys(words)) {
      // Damage on purpose: words that belong to the old version only.
      if (id.startsWith('contact')) delete (words as Record<string, unknown>)[id];
    }
  }
  const later = withScenario({ ...app, db: openedAgain(app) }, shorter);
  await finish(later, runId);
  const end = await look(later, runId);
  assert.deepEqual([end.heading, end.clock.time], ['Bent, not broken', '18:15']);
  const story = accepted(await debriefRun(later, ANNA, runId, 'ko')).story;
  assert.equal(story.moments.filter(({ kind }) => kind === 'decision').length, 7);
  const fresh = await begin(later);
  assert.equal(accepted(await viewRun(later, ANNA, fresh, 'ko')).mode, 'first');
});

test('a run can be taken up weeks later by another process', async () => {
  const app = await theApp();
  const runId = await begin(app);
  accepted(await take(app, runId, 'Stop group'));
  const before = await look(app, runId);
  app.clock.pass(40 * 24 * 60 * 60 * 1000);
  const restarted = { ...app, db: openedAgain(app) };
  assert.deepEqual(await look(restarted, runId), before);
  await finish(restarted, runId, BEST.slice(1));
});

/** The same file through another connection, as after a restart: nothing is remembered. */
function openedAgain(app: TestApp): TestApp['db'] {
  return { ...openDatabase(app.db.url), url: app.db.url };
}

test('finishing counts as a step of the course the person is on', async () => {
  const app = await theApp();
  accepted(await enrol(app, ANNA, { eventId: event(), courseId: 'civics' }));
  const runId = await begin(app);
  await finish(app, runId, QUICK);
  const status = await courseStatusFor(app, ANNA, { personId: ANNA.personId, courseId: 'civics' });
  const steps = accepted(status).steps.map(({ step, state }) => [step, state]);
  assert.deepEqual(steps, [
    ['lesson:first', 'not-started'],
    [`scenario:${SCENARIO}`, 'done'],
  ]);
  const record = accepted(await statementsOf(app, ANNA, { personId: ANNA.personId, after: null }));
  const verbs = record.statements.map(({ verb, courseId }) => [verb, courseId]);
  assert.deepEqual(verbs, [
    ['finished', 'civics'],
    ['started', 'civics'],
    ['enrolled', 'civics'],
  ]);
});

test('played on its own, it counts towards no course', async () => {
  const app = await theApp();
  const runId = await begin(app);
  assert.equal(accepted(await viewRun(app, ANNA, runId, 'ko')).courseId, null);
});

test('whoever starts from the course is enrolled by it', async () => {
  const app = await theApp();
  const input = { eventId: event(), scenarioId: SCENARIO, courseId: 'civics' };
  const { runId } = accepted(await startRun(app, ANNA, input));
  assert.equal(accepted(await viewRun(app, ANNA, runId, 'ko')).courseId, 'civics');
  const elsewhere = { eventId: event(), scenarioId: SCENARIO, courseId: 'no-such-course' };
  const { runId: second } = accepted(await startRun(app, BORA, elsewhere));
  assert.equal(accepted(await viewRun(app, BORA, second, 'ko')).courseId, null);
});

test('a debrief waits for the end, keeps answers and hides small groups', async () => {
  const app = await theApp();
  const runId = await begin(app);
  assert.equal(await codeOf(debriefRun(app, ANNA, runId, 'ko')), 'run-not-finished');
  await finish(app, runId);
  const answers = {
    expected: '한 시간이면 될 줄 알았습니다.',
    happened: '',
    change: ' 명단을 미리 만듭니다. ',
  };
  accepted(await reflect(app, ANNA, { runId, answers }));
  accepted(await reflect(app, ANNA, { runId, answers }));
  const debrief = accepted(await debriefRun(app, ANNA, runId, 'ko'));
  assert.deepEqual(debrief.answers, { ...answers, change: '명단을 미리 만듭니다.' });
  assert.deepEqual(percents(debrief), Array(22).fill(null));
  const long = { ...answers, change: '가'.repeat(4_001) };
  assert.equal(await codeOf(reflect(app, ANNA, { runId, answers: long })), 'too-long');
});

test('shares appear with five others, leave oneself out, and never count practice', async () => {
  const app = await theApp();
  const others = [1, 2, 3, 4, 5].map((n) => ({
    personId: testId(910_000 + n),
    roles: ['civil-servant'] as const,
  }));
  for (const other of others.slice(0, 4)) await finish(app, await begin(app, other), QUICK, other);
  await finish(app, await begin(app, others[0]), BEST, others[0]);
  const runId = await begin(app);
  await finish(app, runId);
  app.clock.pass(120_000);
  assert.ok(
    percents(accepted(await debriefRun(app, ANNA, runId, 'en'))).every((share) => share === null),
  );
  const last = others[4];
  assert.ok(last);
  await finish(app, await begin(app, last), BEST, last);
  app.clock.pass(120_000);
  const debrief = accepted(await debriefRun(app, ANNA, runId, 'en'));
  const [alert] = debrief.story.moments.filter((moment) => moment.kind === 'decision');
  assert.deepEqual(
    alert?.choices.map(({ percent, taken }) => [percent, taken]),
    [
      [80, false],
      [20, true],
      [0, false],
    ],
  );
  const rumour = debrief.story.moments.filter((moment) => moment.kind === 'decision')[3];
  assert.ok(rumour?.choices.every(({ percent }) => percent === null));
});

function percents({ story }: { story: { moments: readonly object[] } }): unknown[] {
  return story.moments.flatMap((moment) => {
    return 'choices' in moment && Array.isArray(moment.choices)
      ? moment.choices.map((choice: { percent: number | null }) => choice.percent)
      : [];
  });
}

test('many people decide at once and nothing is lost', async () => {
  const app = await theApp();
  const people = Array.from({ length: 12 }, (_, n) => ({
    personId: testId(920_000 + n),
    roles: ['civil-servant'] as const,
  }));
  const runs = await Promise.all(
    people.map(async (actor) => ({ actor, runId: await begin(app, actor) })),
  );
  await Promise.all(
    shuffle(runs, 'order').map(async ({ actor, runId }) => {
      for (const label of BEST) accepted(await take(app, runId, label, actor));
    }),
  );
  for (const { actor, runId } of runs) {
    assert.equal((await listSteps(app.db.read, runId)).length, 7);
    assert.equal((await listEvidenceOf(app.db.read, actor.personId)).length, 13);
  }
});
