import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_IMPROVEMENTS, MOVES, type Move } from '#features/scenario/improvement.ts';
import {
  improvementsOf,
  moveImprovement,
  openImprovements,
  writeImprovement,
} from '#features/scenario/service.ts';
import { testId } from '#tests/support/app.ts';
import { codeOf } from '#tests/support/people.ts';
import { accepted, newEvent, type PlayApp, playApp, playRun } from '#tests/support/runs.ts';
import { draftOf } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const [PATH = []] = draftOf(SCENARIO).walkthroughs.map(({ choices }) => choices);
const ANNA = { personId: testId(900_001), roles: ['civil-servant'] } as const;
const BORA = { personId: testId(900_002), roles: ['trainer', 'administrator'] } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const TYPED = { what: ' 명단을 만든다 ', owner: '', due: '2026-12-01' };

function writing(runId: string, more: Partial<Parameters<typeof writeImprovement>[2]> = {}) {
  return { eventId: newEvent(), runId, improvementId: null, ...TYPED, ...more };
}

async function written(app: PlayApp, runId: string, more = {}): Promise<string> {
  const input = writing(runId, more);
  accepted(await writeImprovement(app, ANNA, input));
  return input.eventId;
}

async function move(app: PlayApp, runId: string, [improvementId, act]: [string, Move]) {
  const input = { eventId: newEvent(), runId, improvementId, move: act };
  accepted(await moveImprovement(app, ANNA, input));
}

test('what one means to improve is kept, mended, finished, removed and brought back', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await playRun(app, ANNA, PATH);
  const id = await written(app, runId);
  const [one] = await improvementsOf(app, ANNA, runId);
  assert.deepEqual(
    [one?.id, one?.what, one?.owner, one?.due],
    [id, '명단을 만든다', null, '2026-12-01'],
  );
  await written(app, runId, { improvementId: id, owner: '복지정책과', due: '2026-12-24' });
  await move(app, runId, [id, 'finish']);
  const [after, ...others] = await improvementsOf(app, ANNA, runId);
  assert.deepEqual([after?.owner, after?.standing.state, others.length], ['복지정책과', 'done', 0]);
  assert.deepEqual(await openImprovements(app, ANNA), []);
  await move(app, runId, [id, 'reopen']);
  await move(app, runId, [id, 'remove']);
  assert.deepEqual(await openImprovements(app, ANNA), []);
  await move(app, runId, [id, 'restore']);
  assert.equal((await openImprovements(app, ANNA)).length, 1);
});

test("what is open stands on one's own page, the nearest day first, and says when it is overdue", async () => {
  const app = await playApp(draftOf(SCENARIO));
  const first = await playRun(app, ANNA, PATH);
  const second = await playRun(app, ANNA, PATH);
  const later = await written(app, first, { due: '2026-12-20' });
  const sooner = await written(app, second, { due: '2026-11-30' });
  app.clock.pass(14 * DAY_MS);
  const open = await openImprovements(app, ANNA);
  assert.deepEqual(
    open.map(({ id, runId, scenarioId, standing }) => [id, runId, scenarioId, standing]),
    [
      [sooner, second, SCENARIO, { state: 'overdue', days: 6 }],
      [later, first, SCENARIO, { state: 'due', days: 14 }],
    ],
  );
});

test('one form sent twice is one improvement, and an old one changes nothing later', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await playRun(app, ANNA, PATH);
  const input = writing(runId);
  const twice = [writeImprovement(app, ANNA, input), writeImprovement(app, ANNA, input)];
  assert.deepEqual(
    (await Promise.all(twice)).map(({ ok }) => ok),
    [true, true],
  );
  await written(app, runId, { improvementId: input.eventId, what: '더 나은 명단' });
  const finish = {
    eventId: newEvent(),
    runId,
    improvementId: input.eventId,
    move: 'finish',
  } as const;
  accepted(await moveImprovement(app, ANNA, finish));
  await move(app, runId, [input.eventId, 'reopen']);
  accepted(await writeImprovement(app, ANNA, input));
  accepted(await moveImprovement(app, ANNA, finish));
  const [one, ...others] = await improvementsOf(app, ANNA, runId);
  assert.deepEqual([one?.what, one?.standing.state, others.length], ['더 나은 명단', 'due', 0]);
});

test('nobody else reads, writes or changes it, whoever they are', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const runId = await playRun(app, ANNA, PATH);
  const id = await written(app, runId);
  assert.equal(await codeOf(writeImprovement(app, BORA, writing(runId))), 'run-unknown');
  const edit = writing(runId, { improvementId: id, what: 'theirs' });
  assert.equal(await codeOf(writeImprovement(app, BORA, edit)), 'run-unknown');
  const own = await playRun(app, BORA, PATH);
  const through = writing(own, { improvementId: id, what: 'theirs' });
  assert.equal(await codeOf(writeImprovement(app, BORA, through)), 'improvement-unknown');
  for (const act of MOVES) {
    const input = { eventId: newEvent(), improvementId: id, move: act };
    const direct = moveImprovement(app, BORA, { ...input, runId });
    assert.equal(await codeOf(direct), 'run-unknown', act);
    const around = moveImprovement(app, BORA, { ...input, runId: own });
    assert.equal(await codeOf(around), 'improvement-unknown', act);
  }
  const stolen = writing(own, { eventId: id });
  assert.equal(await codeOf(writeImprovement(app, BORA, stolen)), 'event-used');
  assert.deepEqual(await improvementsOf(app, BORA, runId), []);
  assert.deepEqual(await openImprovements(app, BORA), []);
  const [one] = await improvementsOf(app, ANNA, runId);
  assert.deepEqual([one?.what, one?.standing.state], ['명단을 만든다', 'due']);
});

test('nothing is written before the end of a run, without words or day, or without end', async () => {
  const app = await playApp(draftOf(SCENARIO));
  const running = await playRun(app, ANNA, PATH.slice(0, 2));
  assert.equal(await codeOf(writeImprovement(app, ANNA, writing(running))), 'run-not-finished');
  const runId = await playRun(app, ANNA, PATH);
  const refusals = [
    [{ what: '  ' }, 'improvement-empty'],
    [{ due: '' }, 'improvement-day-missing'],
    [{ due: '2026-11-21' }, 'improvement-day-impossible'],
    [{ improvementId: newEvent() }, 'improvement-unknown'],
  ] as const;
  for (const [more, code] of refusals) {
    assert.equal(await codeOf(writeImprovement(app, ANNA, writing(runId, more))), code);
  }
  assert.deepEqual(await improvementsOf(app, ANNA, runId), []);
  for (let n = 0; n < MOST_IMPROVEMENTS; n += 1) await written(app, runId);
  assert.equal(await codeOf(writeImprovement(app, ANNA, writing(runId))), 'improvements-full');
});
