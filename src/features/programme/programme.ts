import { z } from 'zod';
import { competencySchema, slugSchema, textSchema } from '#features/catalogue/text.ts';
import { type Instant, isDay } from '#kernel/date.ts';
import { remindersSchema } from './reminders.ts';

export const GROUPS_MAX = 6;
export const ITEMS_MAX = 8;
/** As many as one form has room for. */
export const RULES_MAX = 12;
export const LINES_MAX = 6;

const day = z.string().refine(isDay, 'Write a day as 2026-12-31.');
const id = z.string().min(1).max(64);

const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), id: slugSchema }),
  z.strictObject({ kind: z.literal('scenario'), id: slugSchema }),
  z.strictObject({ kind: z.literal('question-set'), id: slugSchema }),
  z.strictObject({ kind: z.literal('observation'), id: slugSchema }),
  z.strictObject({
    kind: z.literal('competency'),
    id: competencySchema,
    level: z.int().min(1).max(4),
  }),
]);
const takeSchema = z
  .union([z.literal('all'), z.literal('any'), z.int().min(1).max(ITEMS_MAX)])
  .describe('All of them, any one of them, or at least so many.');
export const groupSchema = z.strictObject({
  take: takeSchema,
  items: z.array(itemSchema).min(1).max(ITEMS_MAX),
});
export const needSchema = z.strictObject({
  take: takeSchema,
  groups: z.array(groupSchema).min(1).max(GROUPS_MAX),
});

export const lineSchema = z.strictObject({
  about: z.enum(['unit', 'position', 'role', 'attribute', 'person']),
  name: z
    .string()
    .max(40)
    .optional()
    .describe('Which attribute, such as grade; for attributes only.'),
  is: z.enum(['any-of', 'none-of']),
  values: z.array(z.string().min(1).max(64)).min(1).max(500),
});

const recursSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), due: day }),
  z.strictObject({ kind: z.literal('after-start'), days: z.int().min(1).max(500) }),
  z.strictObject({ kind: z.literal('yearly'), due: z.string().regex(/^\d{2}-\d{2}$/) }),
  z.strictObject({
    kind: z.literal('rolling'),
    months: z.int().min(1).max(120),
    firstDays: z.int().min(1).max(500),
    from: z.enum(['completion', 'due']),
  }),
  z.strictObject({ kind: z.literal('dates'), due: z.array(day).min(1).max(24) }),
]);

export const timingSchema = z.strictObject({
  recurs: recursSchema,
  opensBefore: z.int().min(0).max(1_100).describe('Days before the due day.'),
  graceDays: z.int().min(0).max(366),
  validMonths: z.int().min(1).max(240).nullable().describe('Null: what is done stays valid.'),
  credit: z
    .union([z.literal('any-time'), z.int().min(0).max(1_100)])
    .describe('How many days before the opening something done early already counts.'),
  joinDays: z
    .int()
    .min(0)
    .max(250)
    .describe('Business days that joiners and movers have at the least.'),
  renewal: z
    .literal('delta')
    .optional()
    .describe(
      'Whoever finished a course before is asked only for what changed. Absent: all of it.',
    ),
});

const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everywhere') }),
  z.strictObject({ kind: z.literal('unit'), unit: id }),
  z.strictObject({ kind: z.literal('people'), people: z.array(id).min(1).max(2_000) }),
]);

const ruleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** The day it came into force: whoever comes under it later has joined. */
  from: day,
  place: placeSchema.describe('A unit includes everything below it. The nearest place wins.'),
  who: z
    .array(lineSchema)
    .max(LINES_MAX)
    .describe('Of the people there, those for whom every line holds.'),
  duty: z.enum(['required', 'exempt']),
  timing: timingSchema,
  /** Where it differs from the programme's. */
  reason: textSchema.nullable(),
});

/** What may be edited of a programme: who must know what by when. */
export const programmeSchema = z.strictObject({
  name: textSchema,
  reason: textSchema.describe('Why it is required, in a sentence people read beside each date.'),
  need: needSchema,
  rules: z.array(ruleSchema).max(2_000),
  /** Minutes a day that work leaves for it; null when no date is held against the work's minutes. */
  minutesADay: z.int().min(5).max(480).nullable(),
  /** Left out: the usual ones. */
  reminders: remindersSchema.optional(),
  /** Absent where nobody has decided, which means yes. */
  testOut: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Whether showing what a course teaches counts as having sat it.'),
});
export type ProgrammeBody = z.infer<typeof programmeSchema>;
export type Need = ProgrammeBody['need'];
export type NeedItem = z.infer<typeof itemSchema>;
export type Take = z.infer<typeof takeSchema>;
export type Rule = ProgrammeBody['rules'][number];
export type Timing = Rule['timing'];
export type Line = z.infer<typeof lineSchema>;
export type Place = Rule['place'];

export type Programme = {
  readonly id: string;
  readonly body: ProgrammeBody;
  /** Counted from 1; every saved change adds one. */
  readonly revision: number;
  readonly changedAt: Instant;
  /** Nobody is asked for a retired programme; what was done stays done. */
  readonly retiredAt: Instant | null;
  /** The revision whose people have been worked out; behind `revision` while that is under way. */
  readonly derivedRevision: number;
};

const storedSchema = programmeSchema.extend({ v: z.literal(1) });

export function writeBody(body: ProgrammeBody): string {
  return JSON.stringify({ v: 1, ...body });
}

export function readBody(json: string): ProgrammeBody {
  const { v: _, ...body } = storedSchema.parse(JSON.parse(json));
  return body;
}

/** Whether showing what a course teaches is as good as sitting it. Observations and levels are never shown in this way. */
export function takesTestOut({ testOut }: Pick<ProgrammeBody, 'testOut'>): boolean {
  return testOut !== 'no';
}

/** One name for what is asked: `course:water-safety`, `competency:C5.2:3`. */
export function nameOfItem(item: NeedItem): string {
  return item.kind === 'competency'
    ? `competency:${item.id}:${item.level}`
    : `${item.kind}:${item.id}`;
}

export function itemsOf({ need }: Pick<ProgrammeBody, 'need'>): NeedItem[] {
  return need.groups.flatMap(({ items }) => items);
}
