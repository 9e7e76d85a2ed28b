import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomesOf } from '#features/competency/next-evidence.ts';
import { UNCALIBRATED } from '#features/competency/parameters.ts';
import { competencyState } from '#features/competency/profile.ts';
import type { Place, Showing } from '#features/recommendation/showing.ts';
import { wantedLevel, waysToRaise } from '#features/recommendation/ways.ts';
import { NOW, pieceOf } from '#tests/support/simulated-people.ts';

const AHEAD = { wanted: 2, now: NOW, model: UNCALIBRATED } as const;

const question = (lesson: string, item: string): Showing => {
  const source = `item:${lesson}/${item}`;
  const outcomes = outcomesOf({ v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 });
  const possible = { id: source, source, outcomes, runId: null, minutes: 2 };
  return { place: { kind: 'question', lesson, item }, possible };
};
const scenario = (id: string): Showing => {
  const source = `scenario:${id}`;
  const outcomes = outcomesOf({ v: 1, kind: 'decision', level: 3, weight: 2, decision: '' });
  const possible = { id: source, source, outcomes, runId: id, minutes: 20 };
  return { place: { kind: 'scenario', scenario: id }, possible };
};
const answer = (id: string, daysAgo = 1) =>
  pieceOf(
    { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 },
    { id, source: `item:${id}`, daysAgo },
  );
const lessonsIn = (places: readonly Place[]) =>
  places.flatMap((place) => (place.kind === 'question' ? place.lesson : []));

test('five ways at most, one question of a lesson at most, and never questions alone', () => {
  const showings = [
    ...['a/1', 'a/2', 'a/3', 'a/4'].flatMap((lesson) => [
      question(lesson, 'x'),
      question(lesson, 'y'),
    ]),
    ...['s', 't', 'u'].map(scenario),
  ];
  const places = waysToRaise([], showings, AHEAD).map(({ place }) => place);
  assert.equal(places.length, 5);
  assert.equal(lessonsIn(places).length, 3);
  assert.equal(new Set(lessonsIn(places)).size, 3);
});

test('what confirms the level comes first, even if it takes longer', () => {
  const pieces = Array.from({ length: 12 }, (_, n) => answer(`a/1/${n}`));
  const [first] = waysToRaise(pieces, [question('a/2', 'x'), scenario('s')], AHEAD);
  assert.equal(first?.place.kind, 'scenario');
  assert.ok((first?.prospect.confirms ?? 0) > 0.3);
});

test('a question answered many times already is not worth another try', () => {
  const pieces = Array.from({ length: 9 }, () => answer('a/1/x')).map((piece, n) => ({
    ...piece,
    id: `${n}`,
  }));
  assert.deepEqual(waysToRaise(pieces, [question('a/1', 'x')], AHEAD), []);
});

test('the target is what one wants; without a target, or beyond it, one level more than confirmed', () => {
  const nothing = competencyState([], NOW);
  const seen = pieceOf(
    { v: 1, kind: 'observation', level: 3, raterId: 'sora', form: 'counter' },
    { id: 'o', source: 'observation:o', daysAgo: 0 },
  );
  const twice = { ...seen, id: 'p', source: 'observation:p', runId: 'other' };
  const answers = Array.from({ length: 12 }, (_, n) => answer(`a/1/${n}`, 0));
  const able = competencyState([...answers, seen, twice], NOW);
  assert.equal(able.standing.status, 'confirmed');
  const level = 'level' in able.standing ? able.standing.level : 0;
  assert.equal(wantedLevel(nothing, null), 1);
  assert.equal(wantedLevel(nothing, 3), 3);
  assert.equal(wantedLevel(able, 1), level + 1);
});
