import { z } from 'zod';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';

const words = { label: textSchema, hint: textSchema.optional() };
const named = { id: slugSchema, ...words };
const limits = {
  unit: textSchema.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
};
const optionsSchema = z
  .array(z.strictObject({ id: slugSchema, text: textSchema }))
  .min(2)
  .max(12);

const line = { type: z.literal('line').describe('One line of text.') };
const number = { type: z.literal('number'), ...limits };
const choice = { type: z.literal('choice'), options: optionsSchema };

const columnSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...named, ...line }),
  z.strictObject({ ...named, ...number }),
  z.strictObject({ ...named, ...choice }),
]);
export type Column = z.infer<typeof columnSchema>;

/** More rows than this would be a spreadsheet. */
export const MOST_ROWS = 30;
const ROWS_UNLESS_SAID = 20;

const tableSchema = z.strictObject({
  ...named,
  type: z.literal('table'),
  rows: z.int().min(1).max(MOST_ROWS).describe('How many rows are shown at first.'),
  maxRows: z
    .int()
    .min(1)
    .max(MOST_ROWS)
    .describe(`How many rows there may be; ${ROWS_UNLESS_SAID} unless said.`)
    .optional(),
  columns: z.array(columnSchema).min(1).max(6),
});
export type TableField = z.infer<typeof tableSchema>;

const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...named, ...line }),
  z.strictObject({ ...named, type: z.literal('text').describe('Several lines of text.') }),
  z.strictObject({ ...named, ...number, initial: z.number().optional() }),
  z.strictObject({ ...named, ...choice }),
  tableSchema,
  z.strictObject({
    ...named,
    type: z.literal('result').describe('Computed from number fields and earlier results.'),
    formula: z.string().trim().min(1).max(300).describe('+ - * / ( ) ^ min max and ids.'),
    unit: textSchema.optional(),
    decimals: z.int().min(0).max(6).optional(),
  }),
]);
export type Field = z.infer<typeof fieldSchema>;
export type ResultField = Extract<Field, { type: 'result' }>;
/** What a person fills in. */
export type OpenField = Exclude<Field, ResultField>;

/** Something the learner makes in a lesson and keeps: an entry of `sheets.yaml`. */
export const sheetSchema = z.strictObject({
  id: slugSchema,
  title: textSchema,
  purpose: textSchema.describe('One sentence: what it is for, and where to keep it.'),
  fields: z.array(fieldSchema).min(1).max(30),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** What a service that reads sheets asks for beside `App`: the sheets of each lesson, by `course/lesson`. */
export type WithSheets = { readonly sheets: Readonly<Record<string, readonly Sheet[]>> };

export type SheetPlace = {
  readonly courseId: string;
  readonly lessonId: string;
  readonly sheetId: string;
};

/** The sheets of a lesson in the author's order; none for a lesson that has none or does not exist. */
export function sheetsOf(
  { sheets }: WithSheets,
  courseId: string,
  lessonId: string,
): readonly Sheet[] {
  const lesson = `${courseId}/${lessonId}`;
  return (Object.hasOwn(sheets, lesson) && sheets[lesson]) || [];
}

export function findSheet(
  library: WithSheets,
  { courseId, lessonId, sheetId }: SheetPlace,
): Sheet | undefined {
  return sheetsOf(library, courseId, lessonId).find(({ id }) => id === sheetId);
}

export function openFields(sheet: Sheet): OpenField[] {
  return sheet.fields.filter((field) => field.type !== 'result');
}

export function mostRows({ rows, maxRows = ROWS_UNLESS_SAID }: TableField): number {
  return Math.max(rows, maxRows);
}
