import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '#features/scenario/compile.ts';
import { tellStory } from '#features/scenario/debrief.ts';
import { explore } from '#features/scenario/explore.ts';
import { horizonOf, standingsOnPath } from '#features/scenario/horizon.ts';
import { sharesAt, without } from '#features/scenario/peers.ts';
import {
  beginRun,
  choose,
  indicatorsOf,
  isOver,
  openChoices,
  type RunState,
  replay,
} from '#features/scenario/run.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const { logic, words, walkthroughs } = scenarioOf(draftOf('participatory-budget'));
const compiled = compile(logic);
const horizon = horizonOf(explore(compiled), Object.keys(logic.indicators));
const start = Object.fromEntries(
  Object.entries(logic.indicators).map(([id, scale]) => [id, scale.start]),
);
const [path] = walkthroughs;
assert.ok(path);
const choicesOf = (names: readonly string[]) => names.map((name) => name.split('.')[1] ?? '');

function finalValues(state: RunState, indicator: string): number[] {
  if (isOver(state)) return [indicatorsOf(state)[indicator] ?? Number.NaN];
  return openChoices(compiled, state).flatMap(({ id }) =>
    finalValues(choose(compiled, state, id), indicator),
  );
}

test('what was still possible is exactly what playing on could lead to', () => {
  const standings = standingsOnPath(horizon, choicesOf(path.choices), start);
  for (const taken of [0, 2, 4]) {
    const here = replay(compiled, path.choices.slice(0, taken));
    for (const indicator of Object.keys(logic.indicators)) {
      const values = finalValues(here, indicator);
      assert.deepEqual(standings[taken]?.possible[indicator], {
        low: Math.min(...values),
        high: Math.max(...values),
      });
    }
  }
});

test('possibilities only ever shrink, down to the value at the end', () => {
  const standings = standingsOnPath(horizon, choicesOf(path.choices), start);
  for (const { possible, left } of standings) {
    for (const [indicator, range] of Object.entries(left)) {
      assert.ok(range.low >= (possible[indicator]?.low ?? 0));
      assert.ok(range.high <= (possible[indicator]?.high ?? 0));
    }
  }
  const last = standings.at(-1)?.left['voices'];
  assert.deepEqual(last, { low: 58, high: 58 });
});

test('the story is told in order, with events at their minutes and the end last', () => {
  const state = replay(compiled, path.choices);
  const story = tellStory({
    compiled,
    state,
    words: words.en,
    seat: 'resident',
    horizon,
    peers: {},
  });
  const minutes = story.moments.map(({ minute }) => minute);
  assert.deepEqual(
    minutes,
    minutes.toSorted((a, b) => a - b),
  );
  assert.equal(story.moments.at(-1)?.kind, 'end');
  const decisions = story.moments.filter((moment) => moment.kind === 'decision');
  assert.equal(decisions.length, 6);
  assert.equal(decisions[0]?.chosen, 'Suggest agreeing first on how to speak and how to decide');
  assert.deepEqual(decisions[0]?.evidence, [{ competency: 'C6.3', level: 3, weight: 1 }]);
  assert.ok(decisions[0]?.choices.every(({ percent }) => percent === null));
  const events = story.moments.filter((moment) => moment.kind === 'event');
  assert.deepEqual(
    events.map(({ heading, at }) => [heading, at.time]),
    [['It is getting late', '20:15']],
  );
});

test('shares of others stay hidden while fewer than five stood there', () => {
  const choices = ['hands', 'stickers'];
  assert.equal(sharesAt('method', choices, { 'method.hands': 3, 'method.stickers': 1 }), null);
  assert.deepEqual(
    sharesAt('method', choices, { 'method.hands': 3, 'method.stickers': 2, 'other.hands': 9 }),
    {
      hands: 60,
      stickers: 40,
    },
  );
  assert.equal(sharesAt('method', choices, {}), null);
});

test("a person's own decision is not counted among the others", () => {
  const tally = { 'method.hands': 3, 'method.stickers': 2 };
  assert.deepEqual(without(tally, ['method.hands']), { 'method.hands': 2, 'method.stickers': 2 });
  assert.equal(sharesAt('method', ['hands', 'stickers'], without(tally, ['method.hands'])), null);
});

test('a story in Korean names the same moments', () => {
  const state = replay(compiled, path.choices);
  const tell = (locale: 'ko' | 'en') =>
    tellStory({ compiled, state, words: words[locale], seat: 'resident', horizon, peers: {} });
  assert.deepEqual(
    tell('ko').moments.map(({ kind, minute }) => [kind, minute]),
    tell('en').moments.map(({ kind, minute }) => [kind, minute]),
  );
  assert.equal(beginRun(compiled).minute, 0);
});
