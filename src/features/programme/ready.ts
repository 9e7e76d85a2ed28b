import { z } from 'zod';
import { AUDIENCES } from '#features/catalogue/course.ts';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import {
  itemsOf,
  type Line,
  lineSchema,
  type NeedItem,
  needSchema,
  type ProgrammeBody,
  timingSchema,
} from './programme.ts';

const LINES_ROOM = 3;

/** `content/programmes/<id>.yaml`: a programme an administrator may start from. Nobody is asked for it until one saves it as theirs. */
export const readySchema = z.strictObject({
  audience: z.enum(AUDIENCES),
  course: slugSchema.describe('The course it is built around.'),
  name: textSchema,
  reason: textSchema.describe('Why it is required, in a sentence people read beside each date.'),
  whom: textSchema.describe('For whom it is meant, and what an institution settles itself.'),
  need: needSchema,
  minutesADay: z.int().min(5).max(480).nullable(),
  who: z
    .array(lineSchema)
    .max(LINES_ROOM)
    .describe('Conditions of the one rule, by position, role or attribute. It holds everywhere.'),
  timing: timingSchema,
  because: z
    .strictObject({
      need: textSchema.describe('Why these things and no others.'),
      recurs: textSchema.describe(
        'Why once, yearly or every so many months, and why so many days.',
      ),
      grace: textSchema,
      valid: textSchema,
      join: textSchema.describe('Why joiners get so many business days.'),
    })
    .describe('A reason for each choice, so that whoever changes one knows what it was for.'),
});
export type ReadyFile = z.infer<typeof readySchema>;
/** A programme as content brings it. */
export type ReadyProgramme = ReadyFile & { readonly id: string };

/** What a service or page needs of the app to offer them. */
export type WithReadyProgrammes = { readonly readyProgrammes: readonly ReadyProgramme[] };

/** The programme a ready one becomes: one rule, for everybody its lines fit. Its id and first day come with saving. */
export function bodyOfReady(ready: ReadyProgramme): ProgrammeBody {
  const { name, reason, need, minutesADay, who, timing } = ready;
  const place = { kind: 'everywhere' } as const;
  const rule = { id: '', from: '', place, who, duty: 'required', timing, reason: null } as const;
  return { name, reason, need, minutesADay, rules: [rule] };
}

/** What a ready programme names by id, each with where it stands in the file. */
export function namedIn(ready: ReadyFile): {
  things: { item: NeedItem; path: readonly PropertyKey[] }[];
  lines: { line: Line; path: readonly PropertyKey[] }[];
} {
  return {
    things: ready.need.groups.flatMap(({ items }, group) =>
      items.map((item, at) => ({ item, path: ['need', 'groups', group, 'items', at] })),
    ),
    lines: ready.who.map((line, at) => ({ line, path: ['who', at] })),
  };
}

/** Whether somebody doing it takes the course it is built around. */
export function asksForCourse(ready: ReadyFile): boolean {
  return itemsOf(ready).some((item) => item.kind === 'course' && item.id === ready.course);
}
