import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeBetween, quantile, spreadOf } from '#features/survey/change.ts';
import { comparedWith, type Round, stateOf } from '#features/survey/round.ts';
import { wordingOf } from '#features/survey/survey.ts';
import { SURVEY } from '#tests/support/surveys.ts';

const spread = (...values: number[]) => {
  const found = spreadOf(values);
  assert.ok(found);
  return found;
};

test('the limits of Student’s t are those of the printed table', () => {
  for (const [degrees, printed] of [
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ] as const)
    assert.ok(Math.abs(quantile(degrees) - printed) < 0.002, `${degrees}: ${quantile(degrees)}`);
});

test('a change that few answers cannot carry is called unsure; a clear one is called by its name', () => {
  assert.equal(changeBetween(spread(2, 3, 4, 3, 2), spread(3, 4, 3, 3, 4)).word, 'unsure');
  assert.equal(changeBetween(spread(1, 2, 1, 2, 1), spread(4, 5, 4, 5, 4)).word, 'up');
  assert.equal(changeBetween(spread(4, 5, 4, 5, 4), spread(1, 2, 1, 2, 1)).word, 'down');
});

test('the interval is Welch’s', () => {
  // By hand: variances 0.7 / 5 and 0.5667 / 6, so an error of 0.4842 with 8.22 degrees of freedom, t 2.295.
  const { difference, low, high } = changeBetween(spread(2, 3, 3, 2, 4), spread(3, 4, 5, 4, 3, 4));
  assert.deepEqual(
    [difference, low, high].map((value) => value.toFixed(2)),
    ['1.03', '-0.08', '2.14'],
  );
});

test('when everybody answers alike a small difference is no certain change', () => {
  const { low, high, word } = changeBetween(spread(3, 3, 3, 3, 3), spread(3, 3, 3, 3, 3));
  assert.deepEqual([low, high, word], [-0.5, 0.5, 'unsure']);
});

const round = (id: string, own: Partial<Round> = {}): Round => ({
  id,
  survey: SURVEY,
  wording: 'w',
  place: 'cohort',
  placeId: 'c1',
  openedBy: 'sora',
  opensOn: '2026-06-01',
  closesOn: '2026-06-10',
  closedAt: null,
  ...own,
});

test('like is compared with like only: same words, same people, and the last time before', () => {
  const after = round('after', { opensOn: '2026-11-01', closesOn: '2026-11-10' });
  const older = round('older', { opensOn: '2026-01-01', closesOn: '2026-01-10' });
  const others = [
    round('other-words', { wording: 'x', closesOn: '2026-09-01' }),
    round('other-people', { placeId: 'c2', closesOn: '2026-09-01' }),
  ];
  assert.equal(comparedWith(after, [older, round('before'), ...others, after])?.id, 'before');
  assert.equal(comparedWith(after, others), null);
});

test('one changed word of a question makes another survey; a changed title does not', () => {
  const said = (words: string) => ({ ko: words, en: words });
  const [first, ...rest] = SURVEY.questions;
  assert.ok(first);
  assert.notEqual(
    wordingOf(SURVEY),
    wordingOf({ ...SURVEY, questions: [{ ...first, text: said('Aid') }, ...rest] }),
  );
  assert.equal(wordingOf(SURVEY), wordingOf({ ...SURVEY, title: said('Another title') }));
});

test('a round is open from its first day to the end of its last', () => {
  const days = ['2026-05-31', '2026-06-01', '2026-06-10', '2026-06-11'];
  assert.deepEqual(
    days.map((day) => stateOf(round('r'), day)),
    ['planned', 'open', 'open', 'closed'],
  );
  assert.equal(stateOf(round('r', { closedAt: 1 }), '2026-06-05'), 'closed');
});
