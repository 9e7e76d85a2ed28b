import { canonical } from '#kernel/canonical.ts';
import type { Hash } from '#kernel/ports.ts';
import type { Course, Step } from './course.ts';

/**
 * What completing a course asks for, without any words: texts may be mended freely, but another step, question or
 * pass mark makes another version.
 */
export type Outline = {
  course: string;
  passPercent: number;
  steps: OutlineStep[];
};
/** `items` are the lesson's questions in order; a scenario has none. */
export type OutlineStep = { id: Step['id']; kind: Step['kind']; items: string[] };

export function outlineOf(course: Course): Outline {
  return {
    course: course.id,
    passPercent: course.passPercent,
    steps: course.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      items: itemsOf(course, step),
    })),
  };
}

/** The name of a version of a course: equal outlines have equal names on every installation. */
export function outlineVersion(outline: Outline, hash: Hash): string {
  return hash(canonical(outline));
}

/** The steps before and after a step; `null` at the ends and for a step the course does not have. */
export function neighbours(
  course: Course,
  stepId: string,
): { previous: Step | null; next: Step | null } {
  const place = course.steps.findIndex((step) => step.id === stepId);
  if (place < 0) return { previous: null, next: null };
  return { previous: course.steps[place - 1] ?? null, next: course.steps[place + 1] ?? null };
}

function itemsOf(course: Course, step: Step): string[] {
  if (step.kind === 'scenario') return [];
  const lesson = course.lessons.find((candidate) => candidate.id === step.lesson);
  return [...(lesson?.items ?? [])];
}
