import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accumulate, estimateAt } from '#features/competency/estimate.ts';
import { type Evidence, readShown, type Shown, weigh } from '#features/competency/evidence.ts';
import { UNCALIBRATED } from '#features/competency/parameters.ts';

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 22);

/** One of each kind that counts, as it is stored, from the weakest showing to the strongest. */
const KINDS: Record<string, readonly Shown[]> = {
  question: [false, true].map((correct) => ({
    v: 1,
    kind: 'question',
    correct,
    difficulty: 0,
    options: 4,
  })),
  decision: [0, 1, 2, 3].map((level) => decided('decision', level)),
  vote: [0, 1, 2, 3].map((level) => decided('vote', level)),
  observation: [0, 1, 2, 3, 4].map((level) => ({
    v: 1,
    kind: 'observation',
    level,
    raterId: 'lee',
    form: 'counter',
  })),
  peer: [0, 1, 2, 3, 4].map((level) => ({ v: 1, kind: 'peer', level, raterId: 'park' })),
  prior: [0, 1, 2, 3, 4].map((level) => ({
    v: 1,
    kind: 'prior',
    level,
    reviewerId: 'lee',
    documentId: 'diploma',
  })),
  'a level of another system': [0, 1, 2, 3, 4].map((level) => imported({ level })),
  'a share of another system': [0, 0.2, 0.5, 0.9, 1].map((share) => imported({ share })),
};

function decided(kind: 'decision' | 'vote', level: number): Shown {
  return { v: 1, kind, level, weight: 1, decision: 'door.open' };
}

function imported(result: { level: number } | { share: number }): Shown {
  return { v: 1, kind: 'imported', result, reviewerId: 'lee', system: 'Nara' };
}

function piece(shown: Shown, more: Partial<Evidence> = {}): Evidence {
  return {
    id: JSON.stringify(shown),
    personId: 'kim',
    competency: 'C5.2',
    shown,
    source: `${shown.kind}:one`,
    runId: null,
    occurredAt: TODAY,
    recordedAt: TODAY,
    revokedAt: null,
    revokedReason: null,
    ...more,
  };
}

const meanOf = (pieces: Evidence[], now = TODAY) =>
  estimateAt(accumulate(weigh(pieces), now), now).mean;

for (const [name, steps] of Object.entries(KINDS)) {
  test(`${name}: what is stored is read again as it was`, () => {
    for (const shown of steps) assert.deepEqual(readShown(JSON.stringify(shown)), shown);
  });

  test(`${name}: a better showing never gives a lower estimate`, () => {
    const means = steps.map((shown) => meanOf([piece(shown)]));
    for (const [at, mean] of means.entries()) assert.ok(mean >= (means[at - 1] ?? -9));
    assert.ok((means.at(-1) ?? 0) - (means[0] ?? 0) > 0.1);
  });
}

test('what is stored wrongly is refused, not guessed at', () => {
  assert.throws(() => readShown('{"v":1,"kind":"peer","level":5,"raterId":"park"}'));
  assert.throws(() => readShown('{"v":1,"kind":"rumour","level":1}'));
  assert.throws(() => readShown('{"v":2,"kind":"self","level":1}'));
});

test('what somebody says of themselves changes nothing', () => {
  const self: Shown = { v: 1, kind: 'self', level: 4 };
  assert.equal(meanOf([piece(self)]), meanOf([]));
});

test('an observer weighs more than a colleague, and a decision more than a vote in a group', () => {
  const weights = [
    { v: 1, kind: 'observation', level: 3, raterId: 'lee', form: 'counter' } as const,
    { v: 1, kind: 'peer', level: 3, raterId: 'park' } as const,
    decided('decision', 3),
    decided('vote', 3),
  ].map((shown) => weigh([piece(shown)])[0]?.weight);
  assert.deepEqual(weights, [1, 0.6, 0.5, 0.2]);
});

test('decisions and votes of one run share one allowance', () => {
  const pieces = Array.from({ length: 8 }, (_, at) =>
    piece(decided(at % 2 === 0 ? 'decision' : 'vote', 3), { id: `d${at}`, runId: 'run' }),
  );
  const total = weigh(pieces).reduce((sum, { weight }) => sum + weight, 0);
  assert.ok(Math.abs(total - (4 * 0.5 + 4 * 0.2) / 4) < 1e-12);
});

test('the same observer on the same day adds less each time, another day adds anew', () => {
  const seen = { v: 1, kind: 'observation', level: 3, raterId: 'lee', form: 'counter' } as const;
  const weights = weigh([
    piece(seen, { id: 'a', runId: 'monday' }),
    piece(seen, { id: 'b', runId: 'monday', occurredAt: TODAY + 1 }),
    piece(seen, { id: 'c', runId: 'friday', occurredAt: TODAY + 2 }),
  ]).map(({ weight }) => weight);
  assert.deepEqual(weights, [1, 0.5, 1]);
});

test('what was seen at work fades half as fast as an answer', () => {
  const answer = piece({ v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 });
  const seen = piece({ v: 1, kind: 'observation', level: 4, raterId: 'lee', form: 'counter' });
  const later = TODAY + 1080 * DAY;
  const left = (one: Evidence) => {
    const { sums } = accumulate(weigh([one]), later);
    const [then] = Object.values(accumulate(weigh([one]), TODAY).sums);
    const [now] = Object.values(sums);
    return (now?.[0] ?? 0) / (then?.[0] ?? 1);
  };
  assert.ok(Math.abs(left(answer) - 0.25) < 1e-9);
  assert.ok(Math.abs(left(seen) - 0.5) < 1e-9);
});

test('a competency may let evidence fade more slowly', () => {
  const model = { ...UNCALIBRATED, halfLives: { quick: 180, normal: 2000, slow: 4000 } };
  const pieces = weigh([piece(decided('decision', 3))]);
  const later = TODAY + 1000 * DAY;
  const slow = estimateAt(accumulate(pieces, TODAY, model), later).mean;
  assert.ok(slow > estimateAt(accumulate(pieces, TODAY), later).mean);
});

test('what a stern observer gives counts as more than the same from a mild one', () => {
  const seen = { v: 1, kind: 'observation', level: 2, raterId: 'lee', form: 'counter' } as const;
  const withSeverity = (logits: number) => {
    const model = { ...UNCALIBRATED, severities: new Map([['lee', logits]]) };
    return estimateAt(accumulate(weigh([piece(seen)]), TODAY, model), TODAY).mean;
  };
  assert.ok(withSeverity(0.8) > withSeverity(0));
  assert.ok(withSeverity(0) > withSeverity(-0.8));
});

test('failing a question that proved harder than its author thought lowers less', () => {
  const wrong = piece({ v: 1, kind: 'question', correct: false, difficulty: 0, options: 4 });
  const model = { ...UNCALIBRATED, difficulties: new Map([[wrong.source, 1.5]]) };
  const known = estimateAt(accumulate(weigh([wrong]), TODAY, model), TODAY).mean;
  assert.ok(known > meanOf([wrong]));
});
