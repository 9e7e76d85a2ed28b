import { z } from 'zod';
import type { Instant } from '#kernel/date.ts';

/** 0 harmful, 1 weak, 2 fair, 3 what an expert would do. */
const grade = z.int().min(0).max(3);
/** 0 nothing reliable seen … 4 leading; the level whose description fits best. */
const level = z.int().min(0).max(4);
/** A person's id. */
const person = z.string().min(1);
const v = z.literal(1);

const decided = {
  v,
  level: grade,
  weight: z.number().positive().max(2),
  /** Which decision it was: `node.choice`. */
  decision: z.string(),
};

/**
 * What one piece of evidence says. Stored as JSON with a version; a reader for every old version stays.
 * `likelihood.ts` says what each kind means for ability, `weigh` below how much it counts.
 */
const shownSchema = z.discriminatedUnion('kind', [
  /** An answer to a question. */
  z.strictObject({
    v,
    kind: z.literal('question'),
    correct: z.boolean(),
    /** The author's guess, in logits on the ability scale. */
    difficulty: z.number(),
    /** How many equally likely answers a guesser has. */
    options: z.int().min(2),
  }),
  /** A decision somebody took alone in a scenario. */
  z.strictObject({ ...decided, kind: z.literal('decision') }),
  /** A member's own vote in a group that decided together; what the group chose is not evidence of anybody. */
  z.strictObject({ ...decided, kind: z.literal('vote') }),
  /** What an observer saw somebody do at work or in an exercise, by the rubric of the form. */
  z.strictObject({ v, kind: z.literal('observation'), level, raterId: person, form: z.string() }),
  /** What a colleague or fellow learner says. */
  z.strictObject({ v, kind: z.literal('peer'), level, raterId: person }),
  /** What the person says of themselves. Shown apart, never mixed into the level. */
  z.strictObject({ v, kind: z.literal('self'), level }),
  /** Prior learning: what a reviewer found in a document (a diploma, a portfolio, a testimony). */
  z.strictObject({
    v,
    kind: z.literal('prior'),
    level,
    reviewerId: person,
    documentId: z.string().min(1),
  }),
  /** A result of another system, which a reviewer has matched to this competency. */
  z.strictObject({
    v,
    kind: z.literal('imported'),
    result: z.union([
      z.strictObject({ level }),
      /** Share of right answers, 0 to 1. */
      z.strictObject({ share: z.number().min(0).max(1) }),
    ]),
    reviewerId: person,
    /** The other system, as people call it. */
    system: z.string().min(1),
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
  /** `<what>:<id>`, as in `item:<course>/<lesson>/<item>`, `scenario:<id>`, `observation:<id>`, `document:<id>`. */
  readonly source: string;
  /** The run, exercise or occasion it belongs to. */
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

/** Chosen so that a claim of P = 0.8 holds in simulation; see `tests/unit/competency/simulation.test.ts`. */
const WEIGHTS: { readonly [kind in EvidenceKind]: number } = {
  question: 1,
  decision: 0.5,
  vote: 0.2,
  observation: 1,
  peer: 0.6,
  self: 0,
  prior: 1,
  imported: 0.6,
};
const REPEAT_FACTOR = 0.5;
const DECISIONS_PER_RUN = 2;

/**
 * Weighs the evidence of one person for one competency. The n-th answer to the same question counts ½ⁿ, and so does the
 * n-th word of the same rater on the same occasion. Decisions and votes of one run depend on each other: all of them
 * together count as at most two, each at half weight or less (counted fully, "P = 0.95" meant 0.88 in simulation).
 * Self-ratings and revoked evidence do not count. The order of the input does not matter.
 */
export function weigh(pieces: readonly Evidence[]): Weighed[] {
  const standing = pieces.filter(counts).sort(inTime);
  const runTotals = new Map<string, number>();
  for (const { shown, runId } of standing) {
    if (isDecided(shown)) {
      runTotals.set(runId ?? '', (runTotals.get(runId ?? '') ?? 0) + shown.weight);
    }
  }
  const timesSeen = new Map<string, number>();
  return standing.map((piece) => {
    const { shown, runId } = piece;
    const full = WEIGHTS[shown.kind];
    if (isDecided(shown)) {
      const share = Math.min(1, DECISIONS_PER_RUN / (runTotals.get(runId ?? '') ?? 1));
      return { piece, weight: full * shown.weight * share };
    }
    const key = repeatKey(piece);
    const earlier = timesSeen.get(key) ?? 0;
    timesSeen.set(key, earlier + 1);
    return { piece, weight: full * REPEAT_FACTOR ** earlier };
  });
}

/** Whether a piece has a part in the level at all. */
function counts(piece: Evidence): boolean {
  return piece.revokedAt === null && piece.shown.kind !== 'self';
}

function isDecided(shown: Shown): shown is Shown & { kind: 'decision' | 'vote' } {
  return shown.kind === 'decision' || shown.kind === 'vote';
}

/** Pieces with the same key change each other's weight; all others are weighed alone. */
export function groupKey(piece: Evidence): string {
  return isDecided(piece.shown) ? `run ${piece.runId ?? ''}` : repeatKey(piece);
}

/** Two pieces with the same key say the same thing again. */
function repeatKey({ id, shown, source, runId }: Evidence): string {
  switch (shown.kind) {
    case 'observation':
    case 'peer':
      return `${shown.kind} ${shown.raterId} ${runId ?? id}`;
    case 'prior':
      return `prior ${shown.documentId}`;
    default:
      return source;
  }
}

function inTime(a: Evidence, b: Evidence): number {
  return a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1);
}
