import { z } from 'zod';
import { AUDIENCES } from '#features/catalogue/course.ts';
import { competencySchema, textSchema } from '#features/catalogue/text.ts';

const seen = z
  .strictObject({ 0: textSchema, 1: textSchema, 2: textSchema, 3: textSchema, 4: textSchema })
  .describe('What an observer sees and hears at each level; 0 is when it is not shown.');

/** `content/observations/<id>.yaml`: what to watch for while somebody works, and at which level it counts. */
export const observationFormSchema = z.strictObject({
  audience: z.enum(AUDIENCES),
  title: textSchema,
  setting: textSchema.describe('The occasion at which one can watch it.'),
  minutes: z.int().min(5).max(240).describe('How long one watches.'),
  before: textSchema.describe('What the observer agrees on with the person beforehand.').optional(),
  rubric: z
    .array(z.strictObject({ competency: competencySchema, seen }))
    .min(1)
    .max(4)
    .describe('Few enough to keep in mind while watching.'),
});
export type ObservationFormFile = z.infer<typeof observationFormSchema>;
export type ObservationForm = ObservationFormFile & { readonly id: string };
export type Criterion = ObservationForm['rubric'][number];

export type ObservationForms = ReadonlyMap<string, ObservationForm>;
/** What a service needs of the app to know the forms. */
export type WithObservationForms = { readonly observationForms: ObservationForms };

export function observationFormsOf(list: readonly ObservationForm[]): ObservationForms {
  return new Map(list.map((form) => [form.id, form]));
}
