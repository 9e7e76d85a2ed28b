import { z } from 'zod';
import type { Instant } from '#kernel/date.ts';

/**
 * What one piece of evidence says. Stored as JSON with a version; a reader for every old version stays.
 * `difficulty` is in logits on the ability scale; `level` of a decision runs from 0 (harmful) to 3 (what an expert would do).
 */
const shownSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    v: z.literal(1),
    kind: z.literal('question'),
    correct: z.boolean(),
    difficulty: z.number(),
    /** How many equally likely answers a guesser has. */
    options: z.int().min(2),
  }),
  z.strictObject({
    v: z.literal(1),
    kind: z.literal('decision'),
    level: z.int().min(0).max(3),
    weight: z.number().positive().max(2),
    /** Which decision it was: `node.choice`. */
    decision: z.string(),
  }),
]);
export type Shown = z.infer<typeof shownSchema>;
export type EvidenceKind = Shown['kind'];

export type NewEvidence = {
  /** Made from the act that shows it, so that the same act sent twice is one piece. */
  readonly id: string;
  readonly personId: string;
  readonly competency: string;
  readonly shown: Shown;
  /** `item:<course>/<lesson>/<item>` or `scenario:<id>`. */
  readonly source: string;
  readonly runId: string | null;
  readonly occurredAt: Instant;
};

export type Evidence = NewEvidence & {
  readonly recordedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokedReason: string | null;
};

export function readShown(json: string): Shown {
  return shownSchema.parse(JSON.parse(json));
}

/** Evidence that counts with its weight before fading. */
export type Weighed = { readonly piece: Evidence; readonly weight: number };

const REPEAT_FACTOR = 0.5;
const DECISION_WEIGHT = 0.5;
const DECISIONS_PER_RUN = 2;

/**
 * Weighs the evidence of one person for one competency. The n-th answer to the same question counts ½ⁿ. Decisions of one
 * run depend on each other: all of them together count as at most two, each at half weight (counted fully, "P = 0.95"
 * meant 0.88 in simulation). Revoked evidence does not count. The order of the input does not matter.
 */
export function weigh(pieces: readonly Evidence[]): Weighed[] {
  const standing = pieces.filter((piece) => piece.revokedAt === null).sort(inTime);
  const runTotals = new Map<string, number>();
  for (const { shown, runId } of standing) {
    if (shown.kind === 'decision') {
      runTotals.set(runId ?? '', (runTotals.get(runId ?? '') ?? 0) + shown.weight);
    }
  }
  const answersTo = new Map<string, number>();
  return standing.map((piece) => {
    if (piece.shown.kind === 'decision') {
      const total = runTotals.get(piece.runId ?? '') ?? 1;
      const share = Math.min(1, DECISIONS_PER_RUN / total);
      return { piece, weight: DECISION_WEIGHT * piece.shown.weight * share };
    }
    const earlier = answersTo.get(piece.source) ?? 0;
    answersTo.set(piece.source, earlier + 1);
    return { piece, weight: REPEAT_FACTOR ** earlier };
  });
}

function inTime(a: Evidence, b: Evidence): number {
  return a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1);
}
