import type { Person } from '#features/identity/person.ts';
import type { Message } from '#features/notify/message.ts';
import { nameOfPeriod, type Plan, type Required } from '#features/programme/plan.ts';
import { byUrgency, type Standing, validUntil } from '#features/programme/standing.ts';
import type { Locale, Text } from '#kernel/text.ts';
import type { Level } from './ladder.ts';

/** Says in one sentence why a date is that date; the words live outside of features. */
export type SayWhy = (required: Required, date: 'due' | 'valid', locale: Locale) => string;
export type Digest = Extract<Message, { template: 'digest' }>['params'];

/** More lines nobody reads in a mail; the rest is on the page. */
export const LINES_MAX = 30;

/** What was said to one recipient about a period of one person. */
export type Said = {
  readonly level: Level;
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly rung: string;
};
/** How everybody stands at this moment whom the reminders are about. */
export type Now = {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly people: ReadonlyMap<string, Pick<Person, 'name' | 'unitId'>>;
  readonly units: ReadonlyMap<string, Text>;
  readonly programmes: ReadonlyMap<string, Text>;
};
type Telling = Now & { readonly sayWhy: SayWhy };

/**
 * One mail that names everything that waits, as it stands now: a person's own learning, the late people of whoever leads
 * them, and for administrators how many are late in which unit. Null when nothing of it still holds.
 */
export function digestOf(
  { name, locale }: Pick<Person, 'name' | 'locale'>,
  said: readonly Said[],
  now: Telling,
): Digest | null {
  const of = (level: Level) =>
    stillTrue(
      said.filter((one) => one.level === level),
      now,
    );
  const own = of('learner').map(({ required }) => ownLine(required, locale, now));
  const led = of('supervisor').map((held) => ledLine(held, locale, now));
  const units = unitLines(of('administrator'), locale, now);
  const all = [own, led, units];
  if (all.every(({ length }) => length === 0)) return null;
  return {
    name,
    path: `/${locale}/my/inbox`,
    own: own.slice(0, LINES_MAX),
    people: led.slice(0, LINES_MAX),
    units: units.slice(0, LINES_MAX),
    more: all.reduce((sum, { length }) => sum + Math.max(0, length - LINES_MAX), 0),
  };
}

type Held = { readonly said: Said; readonly required: Required };

/** Each period once, as far as there is still something to do about it, what presses most first. */
function stillTrue(said: readonly Said[], { plans }: Now): Held[] {
  const periods = new Map(
    said.map((one) => [`${one.personId} ${nameOfPeriod(one.programmeId, one.period)}`, one]),
  );
  return [...periods.values()]
    .flatMap((one) => {
      const required = plans
        .get(one.personId)
        ?.required.find(
          ({ programmeId, period }) => programmeId === one.programmeId && period.key === one.period,
        );
      return required && stillHolds(one, required) ? [{ said: one, required }] : [];
    })
    .sort((a, b) => byUrgency(a.required, b.required));
}

const ASKED: readonly Standing[] = ['open', 'due-soon', 'in-grace', 'overdue'];

/** Whoever has finished, was excused or is away meanwhile is not written about. */
function stillHolds({ level, rung }: Said, { standing }: Required): boolean {
  if (level !== 'learner') return standing === 'overdue';
  if (rung.startsWith('expir')) return standing === 'done' || standing === 'expired';
  return ASKED.includes(standing);
}

function ownLine(
  required: Required,
  locale: Locale,
  { programmes, sayWhy }: Telling,
): Digest['own'][number] {
  const { programmeId, period, standing, dates } = required;
  const until = validUntil(required);
  const isOfExpiry = until !== null;
  return {
    programme: programmes.get(programmeId)?.[locale] ?? '',
    state: stateOf(standing),
    day: until ?? dates.dueOn,
    why: sayWhy(required, isOfExpiry ? 'valid' : 'due', locale),
    path: `/${locale}/my/required/${programmeId}/${period.key}`,
  };
}

function stateOf(standing: Standing): Digest['own'][number]['state'] {
  switch (standing) {
    case 'done':
      return 'expiring';
    case 'expired':
    case 'in-grace':
    case 'overdue':
      return standing;
    default:
      return 'due';
  }
}

function ledLine(
  { said, required }: Held,
  locale: Locale,
  { people, programmes }: Now,
): Digest['people'][number] {
  return {
    name: people.get(said.personId)?.name ?? '',
    programme: programmes.get(said.programmeId)?.[locale] ?? '',
    day: required.dates.dueOn,
  };
}

/** How many people are late in each unit, the most first. */
function unitLines(held: readonly Held[], locale: Locale, now: Now): Digest['units'] {
  const late = Map.groupBy(held, ({ said }) => now.people.get(said.personId)?.unitId ?? null);
  return [...late]
    .map(([unitId, all]) => ({
      unit: unitId === null ? null : (now.units.get(unitId)?.[locale] ?? null),
      n: new Set(all.map(({ said }) => said.personId)).size,
    }))
    .sort((a, b) => b.n - a.n);
}
