import { z } from 'zod';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { competencySchema, slugSchema, textSchema } from '#features/catalogue/text.ts';
import type { Paper } from './attempt.ts';
import { paperItems } from './final.ts';
import type { WithItems } from './item.ts';

const lessonSchema = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is not written as course/lesson')
  .describe('A lesson of a course: ready-respond-recover/who-commands.');

/** `content/question-sets/<id>.yaml`: questions of lessons, drawn anew for everybody, with a mark to reach. */
export const questionSetSchema = z.strictObject({
  title: textSchema,
  purpose: textSchema.describe('What one shows by passing it, in a sentence or two.'),
  minutes: z.int().min(3).max(120).describe('How long it takes without hurry. Nobody is timed.'),
  from: z
    .strictObject({
      courses: z.array(slugSchema).min(1).optional(),
      lessons: z.array(lessonSchema).min(1).optional(),
      competencies: z
        .array(competencySchema)
        .min(1)
        .optional()
        .describe('Of these questions, only those that show one of these.'),
    })
    .refine(
      ({ courses, lessons }) => courses !== undefined || lessons !== undefined,
      'names neither courses nor lessons',
    )
    .describe('Whole courses, single lessons, or both.'),
  size: z.int().min(4).max(40).describe('How many questions are drawn, evenly over the lessons.'),
  passPercent: z.int().min(50).max(100),
  tries: z
    .strictObject({
      waitDays: z.int().min(0).max(90).describe('Days between one try and the next.'),
      most: z.int().min(1).max(20).describe('So many tries at most…'),
      inDays: z.int().min(1).max(366).describe('…within so many days.'),
    })
    .describe('Published beside the start, so that nobody is surprised.'),
});
export type QuestionSetFile = z.infer<typeof questionSetSchema>;
export type QuestionSet = QuestionSetFile & { readonly id: string };

/** What a service that knows question sets asks for beside `App`. */
export type WithQuestionSets = { readonly questionSets: ReadonlyMap<string, QuestionSet> };

export function questionSetsOf(list: readonly QuestionSet[]): WithQuestionSets['questionSets'] {
  return new Map(list.map((set) => [set.id, set]));
}

/** What attempts at a question set draw from; lessons and courses that are gone are left out. */
export function setPaper(app: WithCatalogue & WithItems, set: QuestionSet): Paper {
  const { courses = [], lessons = [], competencies } = set.from;
  const wanted = (courseId: string, lessonId: string) =>
    courses.includes(courseId) || lessons.includes(`${courseId}/${lessonId}`);
  return {
    id: `question-set/${set.id}`,
    setId: set.id,
    courseId: null,
    size: set.size,
    pool: app.catalogue
      .courses()
      .flatMap((course) => paperItems(app, course))
      .filter(({ courseId, lessonId }) => wanted(courseId, lessonId))
      .filter(({ competency }) => competencies?.includes(competency) ?? true),
    passPercent: set.passPercent,
    tries: set.tries,
  };
}
