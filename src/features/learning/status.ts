import type { Outline, OutlineStep } from '#features/catalogue/outline.ts';
import type { Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';

/** A version of the course that was published while the person was learning, and since when. */
export type LaterOutline = { readonly outline: Outline; readonly seenAt: Instant };

/** All that a person's status in a course is computed from. `started` is the version they enrolled on. */
export type CourseHistory = {
  readonly started: Outline;
  readonly later: readonly LaterOutline[];
  readonly statements: readonly Statement[];
};

/** Something in the record that bears on a requirement. */
export type Event = {
  readonly id: string;
  readonly at: Instant;
  readonly correct: boolean | null;
};

export type ItemStatus = {
  readonly item: string;
  readonly state: 'unanswered' | 'wrong' | 'right';
  /** Answers in the order in which they were given. */
  readonly events: readonly Event[];
  /** When a later version of the course dropped it: then it counts as answered rightly. */
  readonly withdrawnAt: Instant | null;
  /** Came with a later version: nobody who started before has to answer it. */
  readonly optional: boolean;
};

export type StepStatus = {
  readonly step: OutlineStep['id'];
  readonly kind: OutlineStep['kind'];
  /** The lesson's or scenario's own id. */
  readonly contentId: string;
  readonly state: 'not-started' | 'in-progress' | 'done';
  readonly withdrawnAt: Instant | null;
  readonly optional: boolean;
  /** A lesson marked as read, a scenario finished: the first time. */
  readonly endedAt: Instant | null;
  readonly endings: readonly Event[];
  readonly items: readonly ItemStatus[];
  /** Of the questions this person has to answer, how many are answered or withdrawn. */
  readonly answered: number;
  readonly total: number;
  /** Ids of the questions still to be answered at least once. */
  readonly missing: readonly string[];
};

export type CourseScore = {
  /** Questions right at the best try, withdrawn ones included. */
  readonly correct: number;
  readonly total: number;
  readonly needed: number;
};

/** One requirement of the course, whether it is met, since when, and by which events. */
export type WhyLine =
  | {
      readonly rule: 'read' | 'answer' | 'finish';
      readonly step: OutlineStep['id'];
      readonly contentId: string;
      readonly item: string | null;
      readonly met: boolean;
      readonly metAt: Instant | null;
      readonly withdrawnAt: Instant | null;
      readonly events: readonly Event[];
    }
  | ({
      readonly rule: 'score';
      readonly met: boolean;
      readonly metAt: Instant | null;
    } & CourseScore);

export type NextStep = {
  readonly step: OutlineStep['id'];
  readonly kind: OutlineStep['kind'];
  readonly contentId: string;
  readonly item: string | null;
};

/** A time somebody showed what a course teaches, and the statements that did. */
export type ShownBy = { readonly id: string; readonly at: Instant; readonly by: readonly string[] };

export type CourseStatus = {
  readonly state: 'not-started' | 'in-progress' | 'complete';
  readonly enrolledAt: Instant | null;
  /** The first moment at which the course was sat or shown. */
  readonly completedAt: Instant | null;
  /** The moment at which the last requirement was first met. */
  readonly satAt: Instant | null;
  /** Each time the person showed what the course teaches without sitting it, see `test-out.ts`. */
  readonly shown: readonly ShownBy[];
  readonly lastActivityAt: Instant | null;
  /** When the person withdrew and has not come back; what was done stays done. */
  readonly leftAt: Instant | null;
  /** Rounded down; 100 only when complete. */
  readonly percent: number;
  readonly steps: readonly StepStatus[];
  readonly score: CourseScore;
  readonly next: NextStep | null;
  readonly reasons: readonly WhyLine[];
};
