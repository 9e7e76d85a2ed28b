import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '#features/competency/framework.ts';
import type { Standing } from '#features/competency/profile.ts';
import {
  byUrgency,
  countStates,
  type Gap,
  gapOf,
  targetsTogether,
} from '#features/position/gap.ts';
import { type PositionBody, type TargetLevel, targetsOf } from '#features/position/position.ts';

const text = (words: string) => ({ ko: words, en: words });

function body(...activities: Record<string, number>[]): PositionBody {
  return {
    audience: 'official',
    name: text('name'),
    summary: text('summary'),
    activities: activities.map((targets, at) => ({ does: text(`does ${at}`), targets })),
  };
}

const target = (level: TargetLevel, competency = 'C5.2') => ({ competency, level, positions: [] });
const standing = (status: 'likely' | 'confirmed' | 'awaits-signature', level: Level): Standing => ({
  status,
  level,
});

test('of several activities the highest level is the target', () => {
  const targets = targetsOf(body({ 'C5.2': 2, 'C5.3': 1 }, { 'C5.2': 3 }));
  assert.deepEqual(
    [...targets],
    [
      ['C5.2', 3],
      ['C5.3', 1],
    ],
  );
});

test('of several positions the highest level is the target, and those that ask for it are named', () => {
  const targets = targetsTogether([
    { id: 'clerk', body: body({ 'C10.1': 1, 'C2.1': 3 }) },
    { id: 'leader', body: body({ 'C2.1': 3, 'C10.1': 2 }) },
  ]);
  assert.deepEqual(targets, [
    { competency: 'C2.1', level: 3, positions: ['clerk', 'leader'] },
    { competency: 'C10.1', level: 2, positions: ['leader'] },
  ]);
});

for (const { now, state, missing } of [
  { now: standing('confirmed', 3), state: 'met', missing: 0 },
  { now: standing('confirmed', 4), state: 'met', missing: 0 },
  { now: standing('confirmed', 1), state: 'below', missing: 2 },
  { now: standing('likely', 3), state: 'likely', missing: 0 },
  { now: standing('likely', 0), state: 'below', missing: 3 },
  { now: standing('awaits-signature', 3), state: 'likely', missing: 0 },
  { now: standing('awaits-signature', 2), state: 'below', missing: 1 },
  { now: { status: 'needs-refresh', level: 3, confirmedAt: 0 }, state: 'refresh', missing: 0 },
  { now: { status: 'needs-refresh', level: 2, confirmedAt: 0 }, state: 'below', missing: 1 },
  { now: { status: 'not-enough', level: 4 }, state: 'unknown', missing: 0 },
  { now: { status: 'nothing-shown' }, state: 'unknown', missing: 0 },
] satisfies { now: Standing; state: Gap['state']; missing: number }[]) {
  const level = 'level' in now ? now.level : 'no level';
  test(`against a target of 3, ${now.status} at ${level} is ${state}, ${missing} short`, () => {
    const gap = gapOf(target(3), now);
    assert.deepEqual([gap.state, gap.missing], [state, missing]);
  });
}

test('the widest gap comes first, what is confirmed last', () => {
  const gaps = [
    gapOf(target(1, 'C1.1'), standing('confirmed', 1)),
    gapOf(target(2, 'C1.2'), standing('likely', 2)),
    gapOf(target(3, 'C1.3'), { status: 'nothing-shown' }),
    gapOf(target(3, 'C1.4'), standing('likely', 2)),
    gapOf(target(4, 'C2.1'), standing('likely', 1)),
  ];
  const order = [...gaps].sort(byUrgency).map((gap) => gap.target.competency);
  assert.deepEqual(order, ['C2.1', 'C1.4', 'C1.3', 'C1.2', 'C1.1']);
  assert.deepEqual(countStates(gaps), { met: 1, likely: 1, refresh: 0, below: 2, unknown: 1 });
});
