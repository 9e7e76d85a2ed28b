import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { simulatedTime } from '#features/scenario/clock.ts';
import { compile } from '#features/scenario/compile.ts';
import { levelsOnPath, shownBy } from '#features/scenario/evidence.ts';
import {
  beginRun,
  choose,
  decisionName,
  indicatorsOf,
  isOver,
  openChoices,
  placeOf,
  type RunState,
  replay,
} from '#features/scenario/run.ts';
import { logicOf, readLogic } from '#features/scenario/source.ts';
import { seededRandom } from '#kernel/random.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const heatwave = scenarioOf(draftOf('heatwave-closure'));
const compiled = compile(heatwave.logic);

function playAtRandom(seed: string): RunState {
  const random = seededRandom(seed);
  let state = beginRun(compiled);
  while (!isOver(state)) {
    const open = openChoices(compiled, state);
    const pick = open[Math.floor(random() * open.length)];
    assert.ok(pick, `nothing to choose at ${placeOf(state)}`);
    state = choose(compiled, state, pick.id);
  }
  return state;
}

const factsOf = (state: RunState) => ({
  place: placeOf(state),
  indicators: indicatorsOf(state),
  minute: state.minute,
  timers: state.timers,
  decisions: state.decisions,
  happenings: state.happenings,
});

test('a replay of the decisions gives the run as it was played, on 200 paths', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const played = playAtRandom(String(seed));
    const again = replay(compiled, played.decisions.map(decisionName));
    assert.deepEqual(factsOf(again), factsOf(played));
  }
});

test('the world moves while work is done: the same decisions taken slower meet the rumour', () => {
  const quick = replay(compiled, ['alert.close-all', 'meals.app-voucher', 'contact.share-today']);
  const slow = replay(compiled, ['alert.wait-tracing', 'meals.app-voucher', 'contact.share-today']);
  assert.equal(placeOf(quick), 'heat');
  assert.equal(placeOf(slow), 'rumour');
  assert.deepEqual(slow.happenings, [
    { inject: 'heat-warning', at: 120 },
    { inject: 'rumour-post', at: 130 },
  ]);
});

test('effects count when the work is done, and every minute is accounted for', () => {
  const state = replay(compiled, ['alert.partial']);
  assert.equal(state.minute, 90);
  assert.deepEqual(indicatorsOf(state), { trust: 50, access: 54, safety: 54, capacity: 52 });
  const [decision] = state.decisions;
  assert.deepEqual([decision?.at, decision?.until], [0, 90]);
});

test('a choice is open only while its condition holds', () => {
  const open = (names: string[]) =>
    openChoices(compiled, replay(compiled, names)).map(({ id }) => id);
  const closed = ['alert.close-all', 'meals.app-voucher', 'contact.share-today'];
  assert.deepEqual(open(closed), ['three-gyms', 'advice']);
  const called = ['alert.close-all', 'meals.call-each', 'contact.share-today'];
  assert.deepEqual(open(called), ['three-gyms', 'fetch', 'advice']);
});

test('nothing but an open choice moves a run', () => {
  const start = beginRun(compiled);
  const forged = [
    'deliver-all',
    'xstate.after.120.heatwave-closure.weather.building',
    '../choose.partial',
    'constructor',
    '',
  ];
  for (const choice of forged) {
    assert.throws(() => choose(compiled, start, choice), /is not open at "alert"/);
  }
  assert.throws(() => replay(compiled, ['meals.call-each']), /was not decided at "alert"/);
});

test('the hash names how a scenario plays: words, people and references do not change it', () => {
  const draft = draftOf('heatwave-closure');
  const reworded = structuredClone(draft);
  reworded.source.experts.push({ who: { ko: '전문가', en: 'Expert' }, on: '2026-11-22' });
  reworded.source.claims['C5.2'] = { pass: 2, fail: 1 };
  assert.equal(scenarioOf(reworded).hash, heatwave.hash);
  const [choice] = reworded.source.scenes['meals']?.choices ?? [];
  assert.ok(choice);
  choice.takes = 65;
  assert.notEqual(scenarioOf(reworded).hash, heatwave.hash);
});

test('a logic document can be read again as it was kept', () => {
  const kept = JSON.stringify(logicOf('heatwave-closure', heatwave.source));
  assert.deepEqual(readLogic(kept), heatwave.logic);
});

test('levels shown are those of the path', () => {
  assert.deepEqual(shownBy(heatwave.logic, 'contact', 'five-each'), [
    { competency: 'C4.3', level: 3, weight: 2 },
    { competency: 'C5.3', level: 3, weight: 1 },
  ]);
  const path = [
    { scene: 'alert', choice: 'partial' },
    { scene: 'meals', choice: 'app-voucher' },
  ];
  assert.deepEqual(levelsOnPath(heatwave.logic, path), {
    'C5.2': [3],
    'C5.3': [3, 1],
    'C4.3': [1],
  });
});

test('simulated time runs over midnight', () => {
  assert.deepEqual(simulatedTime('2026-08-03T09:00', 0), { day: 1, time: '09:00' });
  assert.deepEqual(simulatedTime('2026-08-03T09:00', 905), { day: 2, time: '00:05' });
});

test('logic kept in format 1 can be played for ever', () => {
  const file = new URL('../../fixtures/scenario/logic-1.json', import.meta.url);
  const old = compile(readLogic(readFileSync(file, 'utf8')));
  const begun = ['opening.agree-rules', 'favour.tell-and-join', 'facts.ask-officer'];
  const state = replay(old, [
    ...begun,
    'absent.call-writers',
    'method.ranking',
    'follow.half-page',
  ]);
  assert.equal(placeOf(state), 'shared');
});
