import { z } from 'zod';
import { type Instant, isDay } from '#kernel/date.ts';

export const NOTICES_PAGE = 30;
/** Nobody needs to know how many more: from here on it is "so many or more". */
export const UNREAD_MOST = 100;

const id = z.string().min(1).max(64);
const day = z.string().refine(isDay);
const nothing = z.strictObject({});
/** Somebody did something, named by who did it: the page looks the name up. */
const someone = z.strictObject({ by: id });
const request = z.strictObject({ by: id, programme: id, until: day });

/** What each kind of notice tells beside its link; the words are under `inbox.said.<kind>`. */
const VALUES = {
  'claim-decided': z.strictObject({ day }),
  'challenge-passed-on': nothing,
  'challenge-answered': nothing,
  observed: someone,
  'peer-asked': someone,
  'extension-asked': request,
  'extension-passed-on': request,
  'extension-answered': z.strictObject({
    programme: id,
    outcome: z.enum(['granted', 'refused']),
    until: day.nullable(),
  }),
  /** One step of the ladder of a programme; `day` is the day it is about, `days` so many working days from it. */
  reminder: z.strictObject({
    programme: id,
    rung: z.enum(['opened', 'due-soon', 'in-grace', 'overdue', 'expiring', 'expired']),
    day,
    days: z.int().nullable(),
  }),
  /** The page it leads to says why. */
  'credential-revoked': nothing,
  /** How many people are late whom the reader leads, or whom nobody has got going. */
  'people-late': z.strictObject({ n: z.int(), level: z.enum(['supervisor', 'administrator']) }),
} as const;
type Values = typeof VALUES;

export const NOTICE_KINDS = [
  'claim-decided',
  'challenge-passed-on',
  'challenge-answered',
  'observed',
  'peer-asked',
  'extension-asked',
  'extension-passed-on',
  'extension-answered',
  'reminder',
  'credential-revoked',
  'people-late',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a person is told inside the product. It has no words: they are made when it is read, in the language of the page. */
export type Told = {
  [K in NoticeKind]: { readonly kind: K; readonly values: Readonly<z.infer<Values[K]>> };
}[NoticeKind];
export type NewNotice = Told & {
  readonly personId: string;
  /** Where the thing is, without language: `/my/required/…`. */
  readonly path: string;
};
export type Notice = Told & {
  readonly id: string;
  readonly at: Instant;
  readonly path: string;
  readonly readAt: Instant | null;
};

const VERSION = 1;

export function writeTold(told: Told): string {
  return JSON.stringify({ v: VERSION, ...told.values });
}

/** Reads what `writeTold` wrote; throws when a row was damaged. */
export function readTold(kind: string, json: string): Told {
  const { v, ...values } = JSON.parse(json);
  if (v !== VERSION) throw new Error(`notice of unknown version ${v}`);
  const known = NOTICE_KINDS.find((one) => one === kind);
  if (known === undefined) throw new Error(`unknown notice ${kind}`);
  // The kind and the schema under its name belong together, which the union cannot see.
  return { kind: known, values: VALUES[known].parse(values) } as Told;
}

/** Where one who sees it differently goes, without language: to the thing itself unless there is a better place. */
export function objectionPath({ kind, path }: Told & { readonly path: string }): string | null {
  switch (kind) {
    case 'claim-decided':
      return '/my/prior-learning/new';
    case 'challenge-answered':
    case 'observed':
      return path;
    case 'extension-answered':
    case 'reminder':
      return `${path}#extension`;
    case 'credential-revoked':
      return '/my/certificates';
    // Nothing has been decided about the reader.
    case 'challenge-passed-on':
    case 'peer-asked':
    case 'extension-asked':
    case 'extension-passed-on':
    case 'people-late':
      return null;
  }
}

/** Whom and what a notice names, so that a page looks all of them up at once. */
export function namedIn(told: readonly Told[]): { people: string[]; programmes: string[] } {
  const people = told.flatMap(({ values }) => ('by' in values ? [values.by] : []));
  const programmes = told.flatMap(({ values }) =>
    'programme' in values ? [values.programme] : [],
  );
  return { people: [...new Set(people)], programmes: [...new Set(programmes)] };
}
