import { z } from 'zod';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import { groupSchema, type NeedItem } from '#features/programme/programme.ts';

const REQUIREMENTS_MAX = 6;
const months = z
  .int()
  .min(1)
  .max(120)
  .nullable()
  .describe('How long it counts after it was done; null: for ever.');

const thingsSchema = groupSchema.extend({ validMonths: months });
const programmeSchema = z.strictObject({
  programme: z
    .string()
    .min(1)
    .max(64)
    .describe('The id of a programme of this installation, as in its address: done and valid.'),
});

/** `content/duties/<id>.yaml`: what somebody of a position has to hold before they may be put on a roster. */
export const dutySchema = z.strictObject({
  name: textSchema,
  summary: textSchema.describe('What nobody may be rostered for without it.'),
  position: slugSchema.describe('Whoever holds this position is looked at.'),
  because: textSchema.describe('Why these things, and why they count for so long.'),
  requires: z
    .array(z.union([thingsSchema, programmeSchema]))
    .min(1)
    .max(REQUIREMENTS_MAX),
});
export type DutyFile = z.infer<typeof dutySchema>;
export type Duty = DutyFile & { readonly id: string };
export type Requirement = Duty['requires'][number];

/** What a service needs of the app to know them. */
export type WithDuties = { readonly duties: readonly Duty[] };

/** Everything these duties look at in the record, each once or more. */
export function thingsIn(duties: readonly Pick<Duty, 'requires'>[]): NeedItem[] {
  return duties.flatMap(({ requires }) =>
    requires.flatMap((one) => ('programme' in one ? [] : one.items)),
  );
}

export function programmesIn(duties: readonly Pick<Duty, 'requires'>[]): string[] {
  const ids = duties.flatMap(({ requires }) =>
    requires.flatMap((one) => ('programme' in one ? [one.programme] : [])),
  );
  return [...new Set(ids)];
}
