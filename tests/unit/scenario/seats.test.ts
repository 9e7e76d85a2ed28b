import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Compiled, compile } from '#features/scenario/compile.ts';
import { tellStory } from '#features/scenario/debrief.ts';
import { explore } from '#features/scenario/explore.ts';
import { horizonOf } from '#features/scenario/horizon.ts';
import {
  beginRun,
  choose,
  decisionName,
  followRecorded,
  indicatorsOf,
  isOver,
  openChoices,
  placeOf,
  type RunState,
  recordedChoice,
  replay,
  seatNow,
} from '#features/scenario/run.ts';
import { seatOfScene } from '#features/scenario/seats.ts';
import { SEATS, type Seat } from '#features/scenario/source.ts';
import { viewRun } from '#features/scenario/view.ts';
import { seededRandom } from '#kernel/random.ts';
import { draftOf, fixtureOf, SEAT_FIXTURES, scenarioOf } from '#tests/support/scenarios.ts';

const bus = scenarioOf(fixtureOf('two-seats'));
const compiled = compile(bus.logic);
const look = (state: RunState, seat: Seat) =>
  viewRun({ compiled, state, words: bus.words.en, seat, tokenOf: (...ids) => ids.join(' ') });

test('a scene belongs to the seat it names, or to the first', () => {
  assert.equal(seatOfScene(bus.logic, 'notice'), 'official');
  assert.equal(seatOfScene(bus.logic, 'stop'), 'resident');
  assert.equal(seatOfScene(scenarioOf(draftOf('heatwave-closure')).logic, 'alert'), 'official');
});

test('an empty seat takes the first recorded choice that is open', () => {
  const told = replay(compiled, ['notice.plain', 'stop.call']);
  const untold = replay(compiled, ['notice.plain', 'stop.grumble']);
  assert.equal(recordedChoice(compiled, told).id, 'closer');
  assert.equal(recordedChoice(compiled, untold).id, 'repeat');
});

test('recorded choices are played until somebody who is there has to decide', () => {
  const names = (state: RunState) => state.decisions.map(decisionName);
  const begun = beginRun(compiled);
  assert.deepEqual(names(followRecorded(compiled, begun, ['official', 'resident'])), []);
  assert.deepEqual(names(followRecorded(compiled, begun, ['official'])), []);
  assert.deepEqual(names(followRecorded(compiled, begun, ['resident'])), ['notice.plain']);
  const nobody = followRecorded(compiled, begun, []);
  assert.ok(isOver(nobody));
  assert.deepEqual(names(nobody), [
    'notice.plain',
    'stop.call',
    'answer.closer',
    'morning.pass-on',
  ]);
});

/** Plays to the end: present seats at random, the others as recorded. */
function playAtRandom(version: Compiled, present: readonly Seat[], seed: string): RunState {
  const random = seededRandom(seed);
  let state = followRecorded(version, beginRun(version), present);
  while (!isOver(state)) {
    const open = openChoices(version, state);
    const pick = open[Math.floor(random() * open.length)];
    assert.ok(pick, `nothing to choose at ${placeOf(state)}`);
    assert.ok(present.includes(seatNow(version, state) ?? 'partner'));
    state = followRecorded(version, choose(version, state, pick.id), present);
  }
  return state;
}

const factsOf = ({ snapshot, ...state }: RunState) => ({
  value: snapshot.value,
  context: snapshot.context,
  ...state,
});

for (const id of SEAT_FIXTURES) {
  test(`${id}: a replay gives the run as it was played, alone and together, on 200 paths`, () => {
    const version = compile(scenarioOf(fixtureOf(id)).logic);
    const { seats } = version.logic;
    const companies = [...seats.map((seat) => [seat]), seats.slice(0, 2), seats];
    for (let seed = 0; seed < 200; seed += 1) {
      const present = companies[seed % companies.length] ?? seats;
      const played = playAtRandom(version, present, String(seed));
      const again = replay(version, played.decisions.map(decisionName));
      assert.deepEqual(factsOf(again), factsOf(played));
    }
  });

  test(`${id}: whoever plays alone meets exactly what the recorded path of the others leaves`, () => {
    const version = compile(scenarioOf(fixtureOf(id)).logic);
    for (const seat of version.logic.seats) {
      const { vertices } = explore(version, [seat]);
      for (const { place, over, edges } of vertices) {
        const isOther = !over && seatOfScene(version.logic, place) !== seat;
        if (isOther) assert.equal(edges.length, 1, place);
        if (isOther) {
          const recorded = version.logic.scenes[place]?.alone ?? [];
          assert.ok(recorded.includes(edges[0]?.choice ?? ''));
        }
      }
      assert.ok(vertices.length < explore(version).vertices.length);
    }
  });
}

test('while another seat decides, one reads what one sees oneself and may choose nothing', () => {
  const state = replay(compiled, ['notice.plain']);
  const waiting = look(state, 'official');
  assert.equal(waiting.waitingFor, 'resident');
  assert.equal(waiting.heading, 'The phone is quiet');
  assert.deepEqual(waiting.options, []);
  assert.equal(waiting.chosen, 'Write three plain sentences');
  const deciding = look(state, 'resident');
  assert.equal(deciding.waitingFor, null);
  assert.equal(deciding.heading, 'The new place');
  assert.equal(deciding.options.length, 2);
  assert.equal(deciding.chosen, null);
  assert.equal(deciding.seq, 1);
});

test('what has happened is told since the own last decision, whoever has decided meanwhile', () => {
  const state = replay(compiled, ['notice.full', 'stop.call', 'answer.visit']);
  assert.equal(state.minute, 105);
  const resident = look(state, 'resident');
  assert.equal(resident.minutesPassed, 45);
  assert.deepEqual(resident.events, []);
  const official = look(state, 'official');
  assert.equal(official.minutesPassed, 30);
  assert.deepEqual(
    official.events.map(({ heading, at }) => [heading, at.time]),
    [['A memo from the firm', '10:30']],
  );
  const before = look(replay(compiled, ['notice.full']), 'resident');
  assert.equal(before.minutesPassed, 60);
  assert.deepEqual(
    before.events.map(({ heading }) => heading),
    ['Drills below your window'],
  );
});

test('a value is compared with that before the own last decision, or of the beginning', () => {
  const trust = (names: string[], seat: Seat) =>
    look(replay(compiled, names), seat).indicators.find(({ label }) => label === 'Trust');
  assert.deepEqual(trust(['notice.full'], 'resident')?.before, 50);
  assert.deepEqual(trust(['notice.full'], 'resident')?.value, 50);
  const names = ['notice.plain', 'stop.grumble'];
  assert.deepEqual(trust(names, 'official')?.before, 50);
  assert.deepEqual(trust(names, 'resident')?.before, 54);
  assert.deepEqual(trust(names, 'resident')?.value, 50);
});

test('a fact is known to its seats, and to all once it has been told', () => {
  const facts = (names: string[], seat: Seat) =>
    look(replay(compiled, names), seat).facts.map(({ heading }) => heading);
  assert.deepEqual(facts([], 'resident'), ['Only you have heard of her']);
  assert.deepEqual(facts([], 'official'), ['The diggers come sooner']);
  assert.deepEqual(facts(['notice.plain', 'stop.call'], 'official'), [
    'Only you have heard of her',
    'The diggers come sooner',
  ]);
  assert.deepEqual(facts(['notice.plain', 'stop.grumble'], 'official'), [
    'The diggers come sooner',
  ]);
});

test('only some seats see an indicator that is for them', () => {
  const begun = beginRun(compiled);
  const seen = (seat: Seat) => look(begun, seat).indicators.map(({ label }) => label);
  assert.deepEqual(seen('official'), ['Trust', 'Strength']);
  assert.deepEqual(seen('resident'), ['Trust', 'Neighbours who know']);
});

test('with one seat nothing is waited for, nothing is known to some only, and minutes are as they were', () => {
  const { logic, words } = scenarioOf(draftOf('heatwave-closure'));
  const version = compile(logic);
  const state = replay(version, ['alert.partial', 'meals.deliver-all']);
  const seat = 'official';
  const view = viewRun({ compiled: version, state, words: words.en, seat, tokenOf: () => '' });
  assert.deepEqual([view.waitingFor, view.facts, view.minutesPassed], [null, [], 120]);
});

test('the debrief tells one the own decisions, and what the others knew and did at the same minutes', () => {
  const names = ['notice.plain', 'stop.call', 'answer.visit', 'morning.wait'];
  const state = replay(compiled, names);
  const horizon = horizonOf(explore(compiled), Object.keys(bus.logic.indicators));
  const telling = { compiled, state, words: bus.words.en, horizon, peers: {} };
  const story = tellStory({ ...telling, seat: 'official', recorded: [1, 3] });
  const own = story.moments.filter((moment) => moment.kind === 'decision');
  assert.deepEqual(
    own.map(({ place, own: nth, heading, taken }) => [place, nth, heading, taken]),
    [
      [1, 1, 'The notice', 'person'],
      [3, 2, 'What people say', 'person'],
    ],
  );
  const [resident, ...none] = story.others;
  assert.deepEqual(none, []);
  assert.equal(resident?.role, 'Resident of Maple Street');
  assert.deepEqual(
    resident?.facts.map(({ heading, told }) => [heading, told]),
    [['Only you have heard of her', true]],
  );
  assert.deepEqual(
    resident?.decisions.map(({ place, minute, at, chosen, taken }) => [
      [place, minute, at.time],
      [chosen, taken],
    ]),
    [
      [
        [2, 30, '09:30'],
        ['Call the office and tell what you know', 'recorded'],
      ],
      [
        [4, 75, '10:15'],
        ['Leave it to the notice', 'recorded'],
      ],
    ],
  );
  const other = tellStory({ ...telling, seat: 'resident' });
  assert.deepEqual(
    other.others[0]?.facts.map(({ told }) => told),
    [false],
  );
  assert.equal(other.indicators.length, 2);
  assert.ok(SEATS.includes(other.others[0]?.seat ?? 'resident'));
  assert.equal(indicatorsOf(state)['neighbours'], 38);
});
