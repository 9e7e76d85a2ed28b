import { z } from 'zod';
import type { OutlineStep } from '#features/catalogue/outline.ts';
import type { Instant } from '#kernel/date.ts';
import type { CourseStatus } from './status.ts';

/** How far one step is, for lists over many people. */
export type RolledStep = {
  readonly step: OutlineStep['id'];
  readonly state: 'not-started' | 'in-progress' | 'done';
  readonly answered: number;
  readonly total: number;
};

/** A person's status in a course as lists need it: a cache over the record, never the truth. */
export type ProgressRow = {
  readonly personId: string;
  readonly courseId: string;
  /** The version of the course the person started on. */
  readonly version: string;
  readonly state: 'in-progress' | 'complete';
  readonly percent: number;
  readonly stepsDone: number;
  readonly stepsTotal: number;
  readonly nextStep: string | null;
  readonly steps: readonly RolledStep[];
  readonly correct: number;
  readonly questions: number;
  readonly startedAt: Instant;
  readonly lastActivityAt: Instant;
  /** Sat or shown, whichever was first. */
  readonly completedAt: Instant | null;
  /** Null for a course that was shown and not sat, and for one under way. */
  readonly satAt: Instant | null;
};

type Whose = Pick<ProgressRow, 'personId' | 'courseId' | 'version'>;

/** The row for a status; null when there is nothing to list: never begun, or left before it was complete. */
export function rollUp(status: CourseStatus, whose: Whose): ProgressRow | null {
  const { state, enrolledAt, lastActivityAt, completedAt, satAt } = status;
  if (state === 'not-started' || enrolledAt === null || lastActivityAt === null) return null;
  if (status.leftAt !== null && state !== 'complete') return null;
  const required = status.steps.filter((step) => !step.optional);
  return {
    ...whose,
    state,
    percent: status.percent,
    stepsDone: required.filter((step) => step.state === 'done').length,
    stepsTotal: required.length,
    nextStep: status.next?.step ?? null,
    steps: required.map(({ step, state: done, answered, total }) => ({
      step,
      state: done,
      answered,
      total,
    })),
    correct: status.score.correct,
    questions: status.score.total,
    startedAt: enrolledAt,
    lastActivityAt,
    completedAt,
    satAt,
  };
}

const stepId = z.templateLiteral([z.enum(['lesson', 'scenario']), ':', z.string()]);
const rolledSteps = z.object({
  v: z.literal(1),
  steps: z.array(
    z.object({
      step: stepId,
      state: z.enum(['not-started', 'in-progress', 'done']),
      answered: z.number(),
      total: z.number(),
    }),
  ),
});

export function writeSteps(steps: readonly RolledStep[]): string {
  return JSON.stringify({ v: 1, steps });
}

/** Throws on what `writeSteps` never wrote; `npm run rebuild` makes the rows again. */
export function readSteps(text: string): RolledStep[] {
  return rolledSteps.parse(JSON.parse(text)).steps;
}
