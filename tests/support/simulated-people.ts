import type { Evidence, Shown } from '#features/competency/evidence.ts';
import { seededRandom } from '#kernel/random.ts';

export const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

export type Simulated = { readonly ability: number; readonly pieces: readonly Evidence[] };

/** How a simulated person is seen. */
export type Seen = {
  readonly questions: number;
  readonly runs: number;
  readonly decisionsPerRun: number;
  /** How much the decisions of one run go well or badly together: standard deviation in logits. */
  readonly runMood: number;
  readonly observations: number;
};

/**
 * People whose true ability is known, and what they show: every piece is drawn from the ability itself, apart from a mood
 * that all decisions of one run share and that the model knows nothing of.
 */
export function simulatePeople(count: number, seed: string, seen: Seen): Simulated[] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const logistic = (x: number) => 1 / (1 + Math.exp(-x));
  const graded = (ability: number, slope: number, cuts: readonly number[]) => {
    const luck = random();
    return cuts.filter((cut) => luck < logistic(slope * (ability - cut))).length;
  };
  return Array.from({ length: count }, (_, person) => {
    const ability = -0.5 + 1.2 * normal();
    const pieces: Evidence[] = [];
    const show = (shown: Shown, source: string, runId: string | null = null) =>
      pieces.push(pieceOf(shown, { id: `${person}-${pieces.length}`, source, runId }));
    for (let n = 0; n < seen.questions; n += 1) {
      const difficulty = normal() * 0.8;
      const correct = random() < 0.25 + 0.75 * logistic(1.2 * (ability - difficulty));
      show({ v: 1, kind: 'question', correct, difficulty, options: 4 }, `item:${n}`);
    }
    for (let run = 0; run < seen.runs; run += 1) {
      const mood = seen.runMood * normal();
      for (let n = 0; n < seen.decisionsPerRun; n += 1) {
        const level = graded(ability + mood, 1.2, [-1.2, 0, 1.2]);
        const decision = `scene.${n}`;
        show(
          { v: 1, kind: 'decision', level, weight: 1, decision },
          `scenario:${run}`,
          `run-${run}`,
        );
      }
    }
    for (let n = 0; n < seen.observations; n += 1) {
      const level = graded(ability, 1.8, [-1.5, -0.5, 0.5, 1.5]);
      show(
        { v: 1, kind: 'observation', level, raterId: `rater-${n}`, form: 'counter' },
        `observation:${n}`,
      );
    }
    return { ability, pieces };
  });
}

type Where = {
  readonly id: string;
  readonly source: string;
  readonly runId?: string | null;
  readonly daysAgo?: number;
};

export function pieceOf(shown: Shown, { id, source, runId = null, daysAgo = 0 }: Where): Evidence {
  const occurredAt = NOW - daysAgo * DAY;
  return {
    id,
    personId: 'kim',
    competency: 'C5.2',
    shown,
    source,
    runId,
    occurredAt,
    recordedAt: occurredAt,
    revokedAt: null,
    revokedReason: null,
  };
}

/** A history of all kinds, at random; every piece counts by itself unless it shares a run. */
export function randomHistory(seed: string, length = 14): Evidence[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length }, (_, at) => {
    const id = `${seed}-${at}`;
    const makers: readonly (() => Shown)[] = [
      () => ({
        v: 1,
        kind: 'question',
        correct: random() < 0.6,
        difficulty: random() * 2 - 1,
        options: 4,
      }),
      () => ({ v: 1, kind: 'decision', level: below(4), weight: 1, decision: `scene.${at}` }),
      () => ({ v: 1, kind: 'vote', level: below(4), weight: 1, decision: `scene.${at}` }),
      () => ({
        v: 1,
        kind: 'observation',
        level: below(5),
        raterId: `rater-${below(3)}`,
        form: 'counter',
      }),
      () => ({ v: 1, kind: 'peer', level: below(5), raterId: `peer-${below(3)}` }),
      () => ({ v: 1, kind: 'self', level: below(5) }),
      () => ({
        v: 1,
        kind: 'prior',
        level: below(5),
        reviewerId: 'lee',
        documentId: `paper-${id}`,
      }),
      () => ({
        v: 1,
        kind: 'imported',
        result: { share: random() },
        reviewerId: 'lee',
        system: 'Nara',
      }),
    ];
    const make = makers[below(makers.length)] ?? makers[0];
    if (make === undefined) throw new Error('nothing to make');
    const runId = random() < 0.5 ? `run-${seed}-${below(3)}` : null;
    return pieceOf(make(), {
      id,
      source: `thing:${id}`,
      runId: runId ?? `alone-${id}`,
      daysAgo: below(900),
    });
  });
}
