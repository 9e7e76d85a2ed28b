import { inOrder } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import { termOf } from './enrolment.ts';
import type {
  CourseHistory,
  CourseScore,
  CourseStatus,
  NextStep,
  ShownBy,
  StepStatus,
  WhyLine,
} from './status.ts';
import { earliest, firstRight, stepStatuses } from './steps.ts';

/**
 * How far a person is in a course, computed from what they did and from the versions of the course they met. The same
 * statements in any order, however often repeated, give the same answer; a further statement or a change to the course
 * never takes anything back.
 */
export function courseStatus(history: CourseHistory): CourseStatus {
  const steps = stepStatuses(history);
  const required = steps.filter((step) => !step.optional);
  const scoreLine = scoreOf(required, passMarks(history));
  const reasons = [...required.flatMap(linesOf), scoreLine];
  const term = termOf(history.statements);
  const satAt = term.enrolledAt === null ? null : lastMet(reasons, term.enrolledAt);
  const shown = shownIn(history.statements);
  const completedAt = earliest(satAt, shown[0]?.at);
  const { correct, total, needed } = scoreLine;
  return {
    state:
      completedAt !== null ? 'complete' : term.enrolledAt === null ? 'not-started' : 'in-progress',
    ...term,
    completedAt,
    satAt,
    shown,
    percent: completedAt !== null ? 100 : percentOf(reasons),
    steps,
    score: { correct, total, needed },
    next: completedAt !== null ? null : nextOf(required),
    reasons,
  };
}

function shownIn(statements: CourseHistory['statements']): ShownBy[] {
  return inOrder(statements).flatMap((one) =>
    one.verb === 'shown' ? [{ id: one.id, at: one.occurredAt, by: one.result.by }] : [],
  );
}

type Requirement = Exclude<WhyLine, { rule: 'score' }>;

function linesOf(step: StepStatus): Requirement[] {
  const { contentId, withdrawnAt } = step;
  const common = { step: step.step, contentId };
  const questions = step.items
    .filter((item) => !item.optional)
    .map((item) =>
      requirement({ ...common, rule: 'answer', item: item.item }, item.withdrawnAt, item.events),
    );
  const rule = step.kind === 'lesson' ? 'read' : 'finish';
  return [requirement({ ...common, rule, item: null }, withdrawnAt, step.endings), ...questions];
}

function requirement(
  what: Pick<Requirement, 'rule' | 'step' | 'contentId' | 'item'>,
  withdrawnAt: Instant | null,
  events: Requirement['events'],
): Requirement {
  const metAt = earliest(withdrawnAt, events[0]?.at);
  return { ...what, met: metAt !== null, metAt, withdrawnAt, events };
}

type PassMark = { readonly percent: number; readonly since: Instant | null };

/** A pass mark that is lowered later is lowered for those who are learning; a raised one is not raised for them. */
function passMarks({ started, later }: CourseHistory): PassMark[] {
  return [
    { percent: started.passPercent, since: null },
    ...later.map(({ outline, seenAt }) => ({ percent: outline.passPercent, since: seenAt })),
  ];
}

type ScoreLine = Extract<WhyLine, { rule: 'score' }>;

/** The share of questions right at the best try. It was reached when the last right answer needed was given. */
function scoreOf(required: readonly StepStatus[], marks: readonly PassMark[]): ScoreLine {
  const items = required.flatMap((step) => step.items).filter((item) => !item.optional);
  const rightAt = items
    .map((item) => earliest(firstRight(item), item.withdrawnAt))
    .filter((moment) => moment !== null)
    .sort((a, b) => a - b);
  const score: CourseScore = {
    correct: rightAt.length,
    total: items.length,
    needed: Math.min(...marks.map(({ percent }) => neededOf(items.length, percent))),
  };
  const reached = marks.map(({ percent, since }) => {
    const needed = neededOf(items.length, percent);
    const last = needed === 0 ? 0 : (rightAt[needed - 1] ?? null);
    return last === null ? null : Math.max(last, since ?? 0);
  });
  const metAt = earliest(...reached);
  return { rule: 'score', met: metAt !== null, metAt, ...score };
}

function neededOf(total: number, percent: number): number {
  return Math.ceil((total * percent) / 100);
}

function lastMet(reasons: readonly WhyLine[], enrolledAt: Instant): Instant | null {
  const moments = reasons.map((line) => line.metAt);
  const met = moments.filter((moment) => moment !== null);
  return met.length < moments.length ? null : Math.max(enrolledAt, ...met);
}

/** Reading, answering and finishing count one each; 100 is kept for a course that is complete. */
function percentOf(reasons: readonly WhyLine[]): number {
  const deeds = reasons.filter((line) => line.rule !== 'score');
  const met = deeds.filter((line) => line.met).length;
  return deeds.length === 0 ? 0 : Math.min(99, Math.floor((100 * met) / deeds.length));
}

/** The first step that is not done and the question waiting there; when only right answers are missing, the first wrong one. */
function nextOf(required: readonly StepStatus[]): NextStep | null {
  const open = required.find((step) => step.state !== 'done');
  if (open !== undefined) {
    const isBegun = open.state === 'in-progress';
    return nextIn(open, isBegun ? (open.missing[0] ?? null) : null);
  }
  for (const step of required) {
    const wrong = step.items.find(
      (item) => item.state === 'wrong' && !item.optional && item.withdrawnAt === null,
    );
    if (wrong !== undefined) return nextIn(step, wrong.item);
  }
  return null;
}

function nextIn({ step, kind, contentId }: StepStatus, item: string | null): NextStep {
  return { step, kind, contentId, item };
}
