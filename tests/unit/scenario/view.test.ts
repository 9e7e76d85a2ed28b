import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { compile } from '#features/scenario/compile.ts';
import {
  beginRun,
  choose,
  isOver,
  openChoices,
  placeOf,
  type RunState,
  replay,
} from '#features/scenario/run.ts';
import { bandOf, choiceOfToken, type TokenOf, viewRun } from '#features/scenario/view.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const { logic, words } = scenarioOf(draftOf('heatwave-closure'));
const compiled = compile(logic);
const tokensOf =
  (run: string): TokenOf =>
  (scene, choice) =>
    createHmac('sha256', run).update(`${scene} ${choice}`).digest('base64url').slice(0, 16);
const look = (state: RunState, run = 'run-1') =>
  viewRun({ compiled, state, words: words.ko, seat: 'official', tokenOf: tokensOf(run) });

/** Every situation on the way through all choices of the first scenes, and some to the end. */
function* situations(): Generator<RunState> {
  const queue = [beginRun(compiled)];
  for (const state of queue) {
    yield state;
    if (isOver(state)) continue;
    const open = openChoices(compiled, state);
    const some = state.decisions.length < 3 ? open : open.slice(0, 1);
    queue.push(...some.map(({ id }) => choose(compiled, state, id)));
  }
}

test('a view names no scene, choice, mark, region, competency, target, effect or level', () => {
  const ids = [
    ...Object.keys(logic.indicators),
    ...Object.keys(logic.scenes),
    ...Object.values(logic.scenes).flatMap(({ choices }) => choices.map(({ id }) => id)),
    ...Object.keys(logic.forks),
    ...logic.endings,
    ...Object.keys(logic.world),
    ...Object.values(logic.world).flatMap(({ states }) => Object.keys(states)),
  ];
  const words = [
    'shows',
    'effects',
    'goTo',
    'evidence',
    'level',
    'weight',
    'C5.2',
    'C4.3',
    'takes',
    'inject',
  ];
  for (const state of situations()) {
    const json = JSON.stringify(look(state));
    for (const secret of [...ids, ...words]) {
      assert.ok(!json.includes(`"${secret}"`), `${secret} at ${placeOf(state)}`);
    }
  }
});

test('a view never tells what a choice will do or what the debrief will say', () => {
  const json = JSON.stringify(look(beginRun(compiled)));
  for (const { choices } of Object.values(logic.scenes)) {
    for (const { id } of choices) {
      const feedback = words.ko[`alert.${id}`]?.blocks[0];
      if (feedback?.kind === 'paragraph') assert.ok(!json.includes(feedback.text));
    }
  }
});

test('choices stand in one order within a run and in different orders between runs', () => {
  const order = (run: string) =>
    look(beginRun(compiled), run)
      .options.map(({ label }) => label)
      .join();
  assert.equal(order('a'), order('a'));
  assert.ok(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(order)).size > 1);
});

test('only a token made for this run and this scene stands for a choice', () => {
  const state = beginRun(compiled);
  const tokenOf = tokensOf('run-1');
  const chosen = (token: string) => choiceOfToken(compiled, state, { token, tokenOf })?.id;
  assert.equal(chosen(tokenOf('alert', 'partial')), 'partial');
  assert.equal(chosen(tokenOf('meals', 'call-each')), undefined);
  assert.equal(chosen(tokensOf('run-2')('alert', 'partial')), undefined);
  assert.equal(chosen('partial'), undefined);
  assert.equal(chosen(''), undefined);
});

test('a seat hears only of events and indicators meant for it', () => {
  const secret = structuredClone(logic);
  const [warning] = secret.world['weather']?.states['building'] ?? [];
  assert.ok(warning);
  warning.for = ['resident'];
  const capacity = secret.indicators['capacity'];
  assert.ok(capacity);
  capacity.for = ['partner'];
  const hidden = compile(secret);
  const state = replay(hidden, ['alert.wait-tracing']);
  assert.equal(state.happenings.length, 1);
  const view = viewRun({
    compiled: hidden,
    state,
    words: words.en,
    seat: 'official',
    tokenOf: tokensOf('x'),
  });
  assert.deepEqual(view.events, []);
  assert.equal(view.indicators.length, 3);
  assert.ok(!JSON.stringify(view).includes('Heat warning'));
});

test('events are told once, with their minute', () => {
  const first = look(replay(compiled, ['alert.wait-tracing']));
  assert.deepEqual(
    first.events.map(({ heading, at }) => [heading, at.time]),
    [['폭염경보', '11:00']],
  );
  const second = look(replay(compiled, ['alert.wait-tracing', 'meals.app-voucher']));
  assert.deepEqual(
    second.events.map(({ heading }) => heading),
    ['복지관에 관한 글'],
  );
  assert.equal(second.minutesPassed, 60);
});

test('a value is said in fifths of its scale', () => {
  const scale = { min: 0, max: 100 };
  assert.deepEqual(
    [0, 19, 20, 50, 80, 100].map((value) => bandOf(value, scale)),
    [1, 1, 2, 3, 5, 5],
  );
});
