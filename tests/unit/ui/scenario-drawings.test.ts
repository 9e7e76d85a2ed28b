import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '#features/scenario/compile.ts';
import { type Story, tellStory } from '#features/scenario/debrief.ts';
import { explore } from '#features/scenario/explore.ts';
import { horizonOf } from '#features/scenario/horizon.ts';
import { replay } from '#features/scenario/run.ts';
import { translator } from '#i18n/index.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';
import { drawFunnels, FUNNEL } from '#ui/components/scenario/funnel.ts';
import { saySimulated } from '#ui/components/scenario/present.ts';
import { drawTimeline, WIDTH } from '#ui/components/scenario/timeline.ts';

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
    assert.ok(ticks.length >= 2 && ticks.length <= 5, ticks.map(({ time }) => time).join());
  }
});

test('ticks stand at round times of the simulated day', () => {
  const [story] = stories;
  assert.ok(story);
  for (const { time } of drawTimeline(story, '09:00').ticks) assert.match(time, /^\d\d:00$/);
  const [first] = drawTimeline(story, '19:10').ticks;
  assert.match(first?.time ?? '', /^\d\d:00$/);
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
