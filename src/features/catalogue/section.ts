import { z } from 'zod';
import type { Day } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import { daySchema, slugSchema, textSchema } from './text.ts';

/** Before the first `##` heading. */
export const OPENING = 'opening';

const saidSchema = {
  on: daySchema.describe('The day on which the author said so.'),
  what: textSchema.describe('What changed, in a sentence for somebody who learned it before.'),
};
const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('editorial'), ...saidSchema }),
  z.strictObject({
    kind: z.literal('substantive'),
    ...saidSchema,
    checks: z.array(slugSchema).describe('The questions that stood in the section then.'),
    minutes: z.int().min(1),
  }),
]);
const headingSchema = z.strictObject({ ko: z.string(), en: z.string() });
const keptSchema = z.strictObject({
  id: slugSchema,
  heading: headingSchema.describe('As it was then; empty before the first heading.'),
  hash: z.string().regex(/^[0-9a-f]{8} [0-9a-f]{8}$/, 'is not two short hashes'),
  gone: z.literal(true).optional(),
  changes: z.array(changeSchema).optional(),
});

/** `versions.yaml` of a lesson: each section as somebody last confirmed it, and what changed since people learn from it. */
export const versionsSchema = z
  .strictObject({ sections: z.array(keptSchema) })
  .refine(
    ({ sections }) => new Set(sections.map(({ id }) => id)).size === sections.length,
    'has two sections with one id',
  );
export type Versions = z.infer<typeof versionsSchema>;
export type KeptSection = Versions['sections'][number];
/** What an author said about an edit: `substantive` when whoever knew the old text should know the new one. */
export type SectionChange = z.infer<typeof changeSchema>;
export type ChangeKind = SectionChange['kind'];

/** A section as it stands in the files: what is under one `##` heading in both languages. */
export type PresentSection = {
  readonly heading: Text;
  /** Of the Korean and of the English, parted by a space. */
  readonly hash: string;
  readonly checks: readonly string[];
  /** Its share of the lesson's minutes, by its words; at least 1. */
  readonly minutes: number;
};

/** A section of a lesson with its history, as pages and rules use it. */
export type Section = {
  /** Permanent within the lesson. */
  readonly id: string;
  readonly heading: Text;
  /** How many `##` headings stand before it and with it; null when it is gone. */
  readonly place: number | null;
  /** The oldest first. */
  readonly changes: readonly SectionChange[];
  /** Edited since its author last said what changed: then the content is not built. */
  readonly isUnmarked: boolean;
};

/** What learners are asked about again: one substantive change. `id` is permanent: `lesson/section/2`. */
export type Substantive = {
  readonly id: string;
  readonly lesson: string;
  readonly section: string;
  readonly on: Day;
  readonly what: Text;
  readonly checks: readonly string[];
  readonly minutes: number;
};

/** The substantive changes of a lesson's section; numbers count all of its changes, so that an id never moves. */
export function substantiveOf(lesson: string, { id, changes }: Section): Substantive[] {
  return changes.flatMap((change, at) => {
    if (change.kind === 'editorial') return [];
    const { on, what, checks, minutes } = change;
    const name = `${lesson}/${id}/${at + 1}`;
    return [{ id: name, lesson, section: id, on, what, checks, minutes }];
  });
}

/** Which kept section each present one is, by its place in the kept list; null for one that is new. */
export type Match = readonly (number | null)[];

/**
 * Finds each section again after edits. The same heading or the same text, in either language, is the same section. What is
 * left between two sections found again is taken to be renamed when as many are left there in the file as in the text;
 * otherwise sections came or went.
 */
export function matchSections(
  kept: readonly KeptSection[],
  present: readonly PresentSection[],
): Match {
  const free = new Set(kept.flatMap((one, at) => (one.gone ? [] : [at])));
  const found: (number | null)[] = present.map(() => null);
  for (const isSame of [isWhollySame, isHeadedSame, isWordedSame]) {
    present.forEach((section, at) => {
      if (found[at] !== null) return;
      const match = [...free].find((other) => isSame(kept[other], section));
      if (match === undefined) return;
      found[at] = match;
      free.delete(match);
    });
  }
  return withRenamed(
    found,
    [...free].sort((a, b) => a - b),
    kept.length,
  );
}

type Same = (kept: KeptSection | undefined, present: PresentSection) => boolean;
const isWhollySame: Same = (kept, { heading, hash }) =>
  kept?.hash === hash && kept.heading.en === heading.en;
const isHeadedSame: Same = (kept, { heading }) =>
  kept?.heading.ko === heading.ko || kept?.heading.en === heading.en;
const isWordedSame: Same = (kept, { hash }) => {
  const [ko, en] = hash.split(' ');
  const [keptKo, keptEn] = kept?.hash.split(' ') ?? [];
  return keptKo === ko || keptEn === en;
};

/** Pairs what is left over, gap by gap. */
function withRenamed(
  found: readonly (number | null)[],
  free: readonly number[],
  end: number,
): Match {
  const renamed = [...found];
  for (let at = 0; at < found.length; at += 1) {
    if (found[at] !== null) continue;
    const from = at;
    while (at < found.length && found[at] === null) at += 1;
    const before = found[from - 1] ?? -1;
    const after = found[at] ?? end;
    const between = free.filter((index) => index > before && index < after);
    if (between.length !== at - from) continue;
    between.forEach((index, offset) => {
      renamed[from + offset] = index;
    });
  }
  return renamed;
}

/** The sections of a lesson with their history: the present ones in their order, then those that are gone. */
export function sectionsWith(
  kept: readonly KeptSection[],
  present: readonly PresentSection[],
): Section[] {
  const match = matchSections(kept, present);
  const ids = idsFor(kept, present, match);
  const here = present.map((section, at): Section => {
    const known = kept[match[at] ?? -1];
    return {
      id: ids[at] ?? OPENING,
      heading: section.heading,
      place: placeOf(present, at),
      changes: known?.changes ?? [],
      isUnmarked: kept.length > 0 && known?.hash !== section.hash,
    };
  });
  const gone = kept
    .filter((_, at) => !match.includes(at))
    .map(({ id, heading, changes = [], gone: isTold }) => ({
      ...{ id, heading, changes },
      place: null,
      isUnmarked: isTold !== true,
    }));
  return [...here, ...gone];
}

/** The opening stands before all headings. */
function placeOf(present: readonly PresentSection[], at: number): number {
  return present[0]?.heading.en === '' ? at : at + 1;
}

/** Kept ids, and for new sections one made of the English heading. */
export function idsFor(
  kept: readonly KeptSection[],
  present: readonly PresentSection[],
  match: Match,
): string[] {
  const taken = new Set(kept.map(({ id }) => id));
  return present.map(({ heading }, at) => {
    const known = kept[match[at] ?? -1];
    if (known) return known.id;
    const wanted = slugOf(heading.en);
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  });
}

function slugOf(heading: string): string {
  if (heading === '') return OPENING;
  const words = heading
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const slug = words.slice(0, 48).replaceAll(/^-+|-+$/g, '');
  return /^[a-z]/.test(slug) ? slug : `section-${slug}`.replace(/-$/, '');
}
