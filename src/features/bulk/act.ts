import { z } from 'zod';
import { ABSENCE_KINDS } from '#features/programme/absence.ts';
import { type Instant, isDay } from '#kernel/date.ts';
import { ROLES, type Role } from '#kernel/rights.ts';

/** What can be changed for many people at once. */
export const ACT_KINDS = [
  'unit',
  'give-position',
  'end-position',
  'require',
  'excuse',
  'absence',
  'give-role',
  'take-role',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export function isActKind(word: unknown): word is ActKind {
  return ACT_KINDS.some((kind) => kind === word);
}

/** More than this nobody looks through before confirming. */
export const PEOPLE_MAX = 20_000;

/** The house's keys are handed out one by one. */
export const BULK_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'administrator');

const day = z.string().refine(isDay);
const id = z.string().min(1).max(64);
const role = z.enum(ROLES).refine((one) => BULK_ROLES.includes(one));

export const settingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitId: id.nullable() }),
  z.strictObject({
    kind: z.literal('give-position'),
    positionId: id,
    fromDay: day,
    untilDay: day.nullable(),
  }),
  z.strictObject({ kind: z.literal('end-position'), positionId: id, lastDay: day }),
  z.strictObject({ kind: z.literal('require'), programmeId: id }),
  z.strictObject({ kind: z.literal('excuse'), programmeId: id }),
  z.strictObject({
    kind: z.literal('absence'),
    absence: z.enum(ABSENCE_KINDS),
    fromDay: day,
    toDay: day,
  }),
  z.strictObject({ kind: z.literal('give-role'), role }),
  z.strictObject({ kind: z.literal('take-role'), role }),
]);
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsOf<Kind extends ActKind> = Extract<Settings, { kind: Kind }>;

export function writeSettings(settings: Settings): string {
  return JSON.stringify({ v: 1, ...settings });
}

export function readSettings(json: string): Settings {
  const { v, ...settings } = JSON.parse(json);
  if (v !== 1) throw new Error(`a bulk act has settings of unknown version ${v}`);
  return settingsSchema.parse(settings);
}

/**
 * `choosing`: its people are being written down. `draft`: to be looked at; nothing has changed. `applying`, `undoing`: under way
 * in groups, and finished after a breakdown.
 */
export type ActState = 'choosing' | 'draft' | 'applying' | 'applied' | 'undoing' | 'undone';

export type BulkAct = {
  readonly id: string;
  readonly settings: Settings;
  readonly state: ActState;
  readonly preparedBy: string;
  readonly preparedAt: Instant;
  readonly why: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly undoneBy: string | null;
  readonly undoneAt: Instant | null;
  readonly undoneWhy: string | null;
};

/**
 * What became of a line. `open`: it would change. `left`: nothing changes, and why. `applied`, `undone`. `kept`: it was not
 * taken back, and why.
 */
export const LINE_STATES = ['open', 'applied', 'undone', 'left', 'kept'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Why nothing changes for somebody, or why it was not taken back. */
export const LEFT_REASONS = [
  'already',
  'account-closed',
  'not-held',
  'not-asked',
  'already-asked',
  'only-role',
  'changed-meanwhile',
  'changed-since',
  'unit-closed',
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** How it is for a person in the respect that an act changes; null for not at all. */
export const facetSchema = z
  .strictObject({
    unit: id.nullable().optional(),
    roles: z.array(z.enum(ROLES)).optional(),
    from: day.optional(),
    /** Null: until further notice. */
    until: day.nullable().optional(),
    due: day.optional(),
    is: z.enum(['asked', 'excused']).optional(),
  })
  .nullable();
export type Facet = z.infer<typeof facetSchema>;

export type Decision = {
  readonly personId: string;
  readonly before: Facet;
  readonly after: Facet;
  /** Null when it changes something. */
  readonly left: LeftReason | null;
};

export type Line = Decision & {
  readonly state: LineState;
  /** What carrying it out made; its form is the affair of each kind. */
  readonly effect: string | null;
};

/** Whether two facets say the same; they are small and their keys come in one order. */
export function isSame(a: Facet, b: Facet): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Which lines are carried out as they were shown, and which are left because things have changed since: what somebody confirms
 * is what they saw.
 */
export function stillTrue(
  lines: readonly Line[],
  now: ReadonlyMap<string, Decision>,
): { readonly go: Line[]; readonly left: { personId: string; left: LeftReason }[] } {
  const go: Line[] = [];
  const left: { personId: string; left: LeftReason }[] = [];
  for (const line of lines) {
    const { personId } = line;
    const decision = now.get(personId);
    if (decision?.left === null && isSame(decision.before, line.before)) go.push(line);
    else left.push({ personId, left: 'changed-meanwhile' });
  }
  return { go, left };
}
