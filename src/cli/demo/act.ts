import type { Answers } from '#features/scenario/reflection.ts';

/** A lesson worked through by its place in the course, from 1. What is wrong are its hardest questions. */
export type LessonAct = {
  readonly does: 'lesson';
  readonly course: string;
  readonly lesson: number;
  readonly wrong: number;
  /** How many of the wrong answers were put right at a second try. */
  readonly mended: number;
  /** How many questions at the end were left for later. */
  readonly left: number;
  readonly isRead: boolean;
};

export type RunAct = {
  readonly does: 'run';
  readonly scenario: string;
  /** From 0 (hasty) to 1 (what an expert would do). */
  readonly care: number;
  /** Where the run was left; it is played to its end otherwise. */
  readonly decisions: number | null;
  readonly reflection: Answers | null;
  readonly improvements: readonly PlannedImprovement[];
};

/** What somebody meant to change after a run, and within how many days. */
export type PlannedImprovement = {
  readonly what: string;
  readonly owner: string;
  readonly withinDays: number;
  readonly isDone: boolean;
};

/** Works through the lessons of a course that the person's sittings name nowhere, then plays its scenarios not yet played to an end. */
export type ClosingAct = {
  readonly does: 'closing';
  readonly course: string;
  readonly care: number;
};

export type Act = LessonAct | RunAct | ClosingAct;

/** What somebody did at one sitting, one thing after another. */
export type Sitting = {
  readonly daysAgo: number;
  readonly at: string;
  readonly acts: readonly Act[];
};

export function sitting(daysAgo: number, at: string, ...acts: Act[]): Sitting {
  return { daysAgo, at, acts };
}

type Course = (
  lesson: number,
  how?: Partial<Omit<LessonAct, 'does' | 'course' | 'lesson'>>,
) => LessonAct;

export function lessonsOf(course: string): Course {
  return (lesson, how = {}) => ({
    does: 'lesson',
    course,
    lesson,
    wrong: 0,
    mended: 0,
    left: 0,
    isRead: true,
    ...how,
  });
}

export function closing(course: string, care: number): ClosingAct {
  return { does: 'closing', course, care };
}

/** The lessons of a course of so many that none of the sittings names, by their place from 1. */
export function lessonsLeft(sittings: readonly Sitting[], course: string, count: number): number[] {
  const named = sittings
    .flatMap(({ acts }) => acts)
    .flatMap((act) => (act.does === 'lesson' && act.course === course ? [act.lesson] : []));
  return Array.from({ length: count }, (_, at) => at + 1).filter((nth) => !named.includes(nth));
}

type Scenario = (
  care: number,
  how?: Partial<Pick<RunAct, 'decisions' | 'reflection' | 'improvements'>>,
) => RunAct;

export function runsOf(scenario: string): Scenario {
  return (care, how = {}) => ({
    does: 'run',
    scenario,
    care,
    decisions: null,
    reflection: null,
    improvements: [],
    ...how,
  });
}
