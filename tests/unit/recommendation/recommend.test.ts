import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '#features/competency/evidence.ts';
import type { Level } from '#features/competency/framework.ts';
import { outcomesOf } from '#features/competency/next-evidence.ts';
import { UNCALIBRATED } from '#features/competency/parameters.ts';
import { competencyState } from '#features/competency/profile.ts';
import { MOST, type Recommending, recommend } from '#features/recommendation/recommend.ts';
import type { Showing } from '#features/recommendation/showing.ts';
import { NOW, pieceOf } from '#tests/support/simulated-people.ts';

const DAY = 86_400_000;

const answer = (lesson: string, item: string, daysAgo: number) =>
  pieceOf(
    { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 },
    { id: `${lesson}/${item}`, source: `item:${lesson}/${item}`, daysAgo },
  );
const times = (count: number, lesson: string, daysAgo: number) =>
  Array.from({ length: count }, (_, n) => answer(lesson, `${n}`, daysAgo));

/** Every competency has a lesson `course/<id>` and a scenario of its name. */
function showings(competency: string): Showing[] {
  const asked = `item:course/${competency}/new`;
  const question = { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 } as const;
  const decision = { v: 1, kind: 'decision', level: 3, weight: 2, decision: '' } as const;
  const of = (source: string, outcomes: Showing['possible']['outcomes'], minutes: number) => ({
    ...{ id: source, source, outcomes, minutes },
    runId: source,
  });
  return [
    {
      place: { kind: 'question', lesson: `course/${competency}`, item: 'new' },
      possible: of(asked, outcomesOf(question), 2),
    },
    {
      place: { kind: 'scenario', scenario: competency },
      possible: of(`scenario:${competency}`, outcomesOf(decision), 20),
    },
  ];
}

function given(
  evidence: Readonly<Record<string, Evidence[]>>,
  rest: Partial<Recommending> & { aims?: Readonly<Record<string, Level>> } = {},
): Recommending {
  const { aims = {}, now = NOW, ...others } = rest;
  const states = Object.entries(evidence).map(
    ([id, pieces]) => [id, competencyState(pieces, now)] as const,
  );
  return {
    states: new Map(states),
    targets: new Map(Object.entries(aims)),
    now,
    modelOf: () => UNCALIBRATED,
    showings,
    cards: 0,
    dismissals: [],
    ...others,
  };
}

const reasonsOf = (all: Recommending) =>
  recommend(all).map((one) => (one.kind === 'cards' ? 'cards' : `${one.competency} ${one.reason}`));

test('what a position asks for comes before what nobody asks for', () => {
  const all = given({ free: times(1, 'far/away', 30), asked: [] }, { aims: { asked: 3 } });
  assert.deepEqual(reasonsOf(all), ['asked unknown', 'free uncertain']);
});

test('nobody is told what to do about a competency nobody asks for and nothing speaks of', () => {
  assert.deepEqual(recommend(given({ quiet: [], still: [] })), []);
});

test('there are never more than five, for as many competencies, and of both kinds', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `c${n}`);
  const aims = Object.fromEntries(ids.map((id) => [id, 2 as const]));
  const found = recommend(given(Object.fromEntries(ids.map((id) => [id, []])), { aims, cards: 4 }));
  assert.equal(found.length, MOST);
  assert.equal(new Set(found.map(({ key }) => key)).size, MOST);
  const kinds = Map.groupBy(found, ({ kind }) => kind);
  assert.equal(kinds.get('cards')?.length, 1);
  assert.ok((kinds.get('lesson')?.length ?? 0) <= 3);
  assert.ok((kinds.get('scenario')?.length ?? 0) >= 1);
});

test('facts that are due come first', () => {
  assert.equal(recommend(given({}, { cards: 2 }))[0]?.kind, 'cards');
});

test('the lesson somebody has just answered in is not recommended, a week later it is', () => {
  const lessonsIn = (daysAgo: number) =>
    recommend(given({ mine: times(1, 'course/mine', daysAgo) }, { aims: { mine: 3 } })).map(
      ({ kind }) => kind,
    );
  assert.deepEqual(lessonsIn(1), ['scenario']);
  assert.deepEqual(lessonsIn(8), ['lesson']);
});

test('other competencies may suggest one nobody has seen, and it is said as such', () => {
  const strong = { a: times(12, 'x/a', 30), b: times(12, 'x/b', 30), c: times(12, 'x/c', 30) };
  assert.ok(reasonsOf(given({ ...strong, unseen: [] })).includes('unseen suggested'));
});

test('what was set aside stays away for 60 days, or until things stand differently', () => {
  const aims = { mine: 3 } as const;
  const [first] = recommend(given({ mine: [] }, { aims }));
  assert.ok(first);
  const { key, situation } = first;
  const keysAt = (now: number, dismissed = situation) =>
    recommend(
      given({ mine: [] }, { aims, now, dismissals: [{ key, situation: dismissed, at: NOW }] }),
    ).map((one) => one.key);
  assert.ok(!keysAt(NOW).includes(key));
  assert.ok(!keysAt(NOW + 59 * DAY).includes(key));
  assert.ok(keysAt(NOW + 60 * DAY).includes(key));
  assert.ok(keysAt(NOW, 'below:2').includes(key));
});
