import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '#features/scenario/compile.ts';
import { type Story, tellStory } from '#features/scenario/debrief.ts';
import { explore } from '#features/scenario/explore.ts';
import { horizonOf } from '#features/scenario/horizon.ts';
import { replay } from '#features/scenario/run.ts';
import { translator } from '#i18n/index.ts';
import { draftOf, SCENARIO_IDS, scenarioOf } from '#tests/support/scenarios.ts';
import { BESIDE, drawBeside } from '#ui/components/scenario/beside.ts';
import { drawFunnels, FUNNEL } from '#ui/components/scenario/funnel.ts';
import { sayPassed, saySimulated } from '#ui/components/scenario/present.ts';
import { drawTimeline, type Tick, ticksFor, WIDTH } from '#ui/components/scenario/timeline.ts';

const { logic, words, walkthroughs } = scenarioOf(draftOf('heatwave-closure'));
const compiled = compile(logic);
const horizon = horizonOf(explore(compiled), Object.keys(logic.indicators));
const stories: Story[] = walkthroughs.map(({ choices }) => {
  const state = replay(compiled, choices);
  return tellStory({ compiled, state, words: words.en, seat: 'official', horizon, peers: {} });
});

test('a timeline keeps everything inside and nothing on top of each other', () => {
  for (const story of stories) {
    const { bars, diamonds, ticks, height } = drawTimeline(story, '09:00');
    for (const { x, width } of bars) assert.ok(x >= 0 && x + width <= WIDTH);
    for (const [index, bar] of bars.entries()) {
      const next = bars[index + 1];
      if (next) assert.ok(bar.x + bar.width <= next.x, `bar ${bar.place}`);
    }
    for (const { y } of diamonds) assert.ok(y < height);
    const places = diamonds.map(({ x, y }) => `${Math.round(x / 20)} ${y}`);
    assert.equal(new Set(places).size, places.length);
    assert.ok(ticks.length >= 2 && ticks.length <= 5, said(ticks));
  }
});

test('the number of a decision stands inside its bar, or below one too narrow for it', () => {
  const [story] = stories;
  assert.ok(story);
  // The second run is so long that every bar is as narrow as can be.
  for (const { bars } of [story, { ...story, minutes: 100_000 }].map((one) =>
    drawTimeline(one, '09:00'),
  )) {
    for (const { x, width, y, number } of bars) {
      assert.equal(number.isInside, width >= 14);
      assert.equal(number.y < y + 24, number.isInside);
      assert.ok(number.isInside ? number.x === x + width / 2 : number.x >= x + width / 2);
    }
    const below = bars.filter(({ number }) => !number.isInside).map(({ number }) => number.x);
    for (const [index, place] of below.slice(1).entries()) {
      assert.ok(place - (below[index] ?? 0) >= 14);
    }
  }
});

test('ticks stand at round times of the simulated day', () => {
  const [story] = stories;
  assert.ok(story);
  for (const startsAt of ['09:00', '19:10']) {
    const { ticks } = drawTimeline(story, startsAt);
    for (const tick of ticks) assert.match('time' in tick ? tick.time : '', /^\d\d:00$/);
  }
});

const DAY = 24 * 60;

function said(ticks: readonly Tick[]): string {
  return ticks.map((tick) => ('time' in tick ? tick.time : `day ${tick.day}`)).join(' ');
}

/** Where ticks stand in a run of so many minutes, as a picture would have them. */
function ticksSaid(minutes: number, startsAt: string): string {
  return said(ticksFor(minutes, startsAt).map((tick) => ({ ...tick, x: 0 })));
}

test('a clock that runs for days is marked by days and weeks, not by hours', () => {
  assert.equal(ticksSaid(1_920, '10:00'), '16:00 00:00 08:00 16:00');
  assert.equal(ticksSaid(2_040, '10:00'), 'day 1 day 2');
  assert.equal(ticksSaid(4 * DAY, '09:00'), 'day 1 day 2 day 3 day 4 day 5');
  assert.equal(ticksSaid(14 * DAY, '09:00'), 'day 1 day 8 day 15');
  assert.equal(ticksSaid(21 * DAY, '09:00'), 'day 1 day 8 day 15 day 22');
  assert.equal(ticksSaid(179 * DAY, '10:00'), 'day 1 day 57 day 113 day 169');
});

test('a day begins at midnight; the first is marked where the run begins unless the next is too near', () => {
  assert.deepEqual(ticksFor(3 * DAY, '09:00'), [
    { minute: 0, day: 1 },
    { minute: 900, day: 2 },
    { minute: 2_340, day: 3 },
    { minute: 3_780, day: 4 },
  ]);
  assert.equal(ticksSaid(3 * DAY, '20:00'), 'day 2 day 3 day 4');
});

test('however long a run and whenever it begins, it has two to five ticks', () => {
  for (let minutes = 30; minutes < 700 * DAY; minutes = Math.ceil(minutes * 1.07)) {
    for (const startsAt of ['00:00', '00:05', '09:00', '19:10', '23:55']) {
      const ticks = ticksFor(minutes, startsAt);
      const about = `${minutes} minutes from ${startsAt}: ${ticksSaid(minutes, startsAt)}`;
      assert.ok(ticks.length >= 2 && ticks.length <= 5, about);
      assert.ok(
        ticks.every(({ minute }) => minute >= 0 && minute <= minutes),
        about,
      );
    }
  }
});

test('the walked paths of every scenario have at least two ticks', () => {
  for (const id of SCENARIO_IDS) {
    const { logic, walkthroughs } = scenarioOf(draftOf(id));
    const startsAt = logic.clock.start.slice(11);
    for (const { minutes } of walkthroughs) {
      const ticks = ticksFor(minutes, startsAt);
      assert.ok(ticks.length >= 2 && ticks.length <= 5, `${id}: ${ticksSaid(minutes, startsAt)}`);
    }
  }
});

test('time that has passed is said in minutes, hours, and from two days on in days', () => {
  const [en, ko] = [translator('en'), translator('ko')];
  const both = (minutes: number) => [sayPassed(minutes, en), sayPassed(minutes, ko)];
  assert.deepEqual(both(1), ['1 minute has passed.', '1분이 지났습니다.']);
  assert.deepEqual(both(47 * 60), ['47 hours have passed.', '47시간이 지났습니다.']);
  assert.deepEqual(both(48 * 60), ['2 days have passed.', '2일이 지났습니다.']);
  assert.deepEqual(both(336 * 60), ['14 days have passed.', '14일이 지났습니다.']);
  assert.deepEqual(both(49 * 60), ['2 days and 1 hour have passed.', '2일 1시간이 지났습니다.']);
  assert.deepEqual(both(51 * 60 + 20), [
    '2 days and 3 hours have passed.',
    '2일 3시간이 지났습니다.',
  ]);
});

test('a funnel begins with everything that is possible and ends in the value reached', () => {
  for (const story of stories) {
    const funnels = drawFunnels(story);
    assert.deepEqual(
      funnels.map(({ label, end }) => [label, end]),
      story.indicators.map(({ label, end }) => [label, end]),
    );
    for (const { band, line, rows } of funnels) {
      const points = band.split(' ').map((point) => point.split(',').map(Number));
      assert.equal(points.length, 2 * (rows.length + 1));
      for (const [x = -1, y = -1] of points) {
        assert.ok(x >= FUNNEL.left && x <= FUNNEL.width && y >= 0 && y <= FUNNEL.height);
      }
      assert.deepEqual(points[rows.length], points[rows.length + 1]);
      assert.equal(line.split(' ').at(-1), points[rows.length]?.join());
    }
  }
});

test('a simulated time names the day once it is not the first', () => {
  const t = translator('en');
  assert.equal(saySimulated({ day: 1, time: '09:00' }, t), '09:00');
  assert.equal(saySimulated({ day: 2, time: '00:05' }, t), 'day 2, 00:05');
});

test('both ends of an indicator and its beginning stand on its scale, the greater to the right', () => {
  const [scale] = drawBeside([
    { label: 'Trust', min: 0, max: 100, start: 50, first: 0, second: 100 },
  ]);
  assert.ok(scale);
  assert.deepEqual(
    [scale.first, scale.start, scale.second],
    [BESIDE.left, BESIDE.width / 2, BESIDE.width - BESIDE.right],
  );
});
