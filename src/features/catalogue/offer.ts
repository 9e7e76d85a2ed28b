import { z } from 'zod';
import type { Course } from './course.ts';
import { substantiveOf } from './section.ts';

/** When more of a course than so many percent changed, all of it is asked again; `renew` in `course.yaml` says otherwise. */
export const WHOLE_ABOVE = 40;

/**
 * What a course asks of people who finished it before: its substantive changes, each with the questions of that day which
 * are still asked, and how much of the course they are. Editorial changes make no other offer.
 */
export type Offer = z.infer<typeof offerSchema>;
export type OfferedChange = Offer['changes'][number];

const offerSchema = z.object({
  v: z.literal(1),
  course: z.string(),
  /** Of all lessons together. */
  minutes: z.number(),
  wholeAbove: z.number(),
  changes: z.array(
    z.object({
      /** `lesson/section/2`, for ever. */
      id: z.string(),
      lesson: z.string(),
      section: z.string(),
      checks: z.array(z.string()),
      minutes: z.number(),
    }),
  ),
});

export function offerOf({ id, lessons, renew }: Course): Offer {
  const changes = lessons.flatMap((lesson) =>
    (lesson.parts ?? [])
      .flatMap((section) => substantiveOf(lesson.id, section))
      .map(({ id: name, section, checks, minutes }) => ({
        id: name,
        lesson: lesson.id,
        section,
        checks: checks.filter((check) => lesson.items.includes(check)),
        minutes,
      })),
  );
  const minutes = lessons.reduce((sum, { words }) => sum + words.ko.minutes, 0);
  const wholeAbove = renew?.wholeAbove ?? WHOLE_ABOVE;
  return { v: 1, course: id, minutes, wholeAbove, changes };
}

/** A kept offer; throws when it is not one. */
export function readOffer(body: string): Offer {
  return offerSchema.parse(JSON.parse(body));
}
