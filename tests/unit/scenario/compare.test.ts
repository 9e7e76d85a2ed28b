import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRuns } from '#features/scenario/compare.ts';
import { compile } from '#features/scenario/compile.ts';
import { choose, indicatorsOf, isOver, openChoices, replay } from '#features/scenario/run.ts';
import { draftOf, SCENARIO_IDS, scenarioOf } from '#tests/support/scenarios.ts';

const { logic, words, walkthroughs } = scenarioOf(draftOf('heatwave-closure'));
const compiled = compile(logic);
const reading = { compiled, words: words.en, seat: 'official' as const };
const [best, quick] = walkthroughs.map(({ choices }) => replay(compiled, choices));
assert.ok(best && quick);

/** Goes on after some decisions with the last open choice each time, down to the end. */
function lastWayOn(decisions: readonly string[]) {
  let state = replay(compiled, decisions);
  while (!isOver(state)) {
    state = choose(compiled, state, openChoices(compiled, state).at(-1)?.id ?? '');
  }
  return state;
}

test('two different ways are shown from the decision at which they part', () => {
  const together = best.decisions.slice(0, 2).map(({ scene, choice }) => `${scene}.${choice}`);
  const other = lastWayOn(together);
  const { parting, decisions } = compareRuns(reading, best, other);
  assert.equal(parting?.place, 3);
  assert.equal(parting?.heading, decisions[0]?.first?.heading);
  assert.equal(decisions[0]?.first?.heading, decisions[0]?.second?.heading);
  assert.notEqual(decisions[0]?.first?.chosen, decisions[0]?.second?.chosen);
  assert.deepEqual(
    decisions.map(({ place }) => place),
    decisions.map((_, index) => index + 3),
  );
  assert.equal(decisions.at(-1)?.place, Math.max(best.decisions.length, other.decisions.length));
});

test('where one way ended earlier, nothing stands beside the rest of the other', () => {
  assert.notEqual(best.decisions.length, quick.decisions.length);
  const { parting, decisions } = compareRuns(reading, best, quick);
  assert.equal(parting?.place, 1);
  const gaps = decisions.filter(({ first, second }) => first === null || second === null);
  assert.equal(gaps.length, Math.abs(best.decisions.length - quick.decisions.length));
  assert.ok(decisions.every(({ first, second }) => first !== null || second !== null));
});

test('the same decisions part nowhere and come out the same', () => {
  const { parting, decisions, first, second, indicators } = compareRuns(reading, best, best);
  assert.deepEqual([parting, decisions], [null, []]);
  assert.deepEqual(first, second);
  for (const indicator of indicators) assert.equal(indicator.first, indicator.second);
});

test('every indicator of the seat stands with its beginning and both final values', () => {
  const { indicators } = compareRuns(reading, best, quick);
  const values = Object.entries(logic.indicators).map(([id, { start, min, max }]) => [
    ...[min, max, start],
    indicatorsOf(best)[id],
    indicatorsOf(quick)[id],
  ]);
  assert.deepEqual(
    indicators.map(({ min, max, start, first, second }) => [min, max, start, first, second]),
    values,
  );
});

test('any two walked paths of any scenario can be laid side by side in both languages', () => {
  for (const id of SCENARIO_IDS) {
    const scenario = scenarioOf(draftOf(id));
    const version = compile(scenario.logic);
    const seat = scenario.logic.seats[0] ?? 'resident';
    const states = scenario.walkthroughs.map(({ choices }) => replay(version, choices));
    for (const [index, state] of states.entries()) {
      for (const locale of ['ko', 'en'] as const) {
        const told = { compiled: version, words: scenario.words[locale], seat };
        const { parting, decisions } = compareRuns(told, states[0] ?? state, state);
        assert.equal(parting === null, index === 0, id);
        assert.equal(decisions[0]?.place, parting?.place);
      }
    }
  }
});
