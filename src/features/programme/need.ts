import type { Day } from '#kernel/date.ts';
import { type Need, type NeedItem, nameOfItem, type Take } from './programme.ts';

/**
 * What the record says of a person, by the name of what is asked: the days on which it was done, in any order, however often.
 * `holding` is what holds today and since when, such as a confirmed level: it counts from then on, and for every later window.
 */
export type Facts = {
  readonly done: ReadonlyMap<string, readonly Day[]>;
  readonly holding: ReadonlyMap<string, Day>;
  /** What has been handed in and waits for somebody's answer. */
  readonly waiting: ReadonlySet<string>;
};

export const NO_FACTS: Facts = { done: new Map(), holding: new Map(), waiting: new Set() };

/** The first day, not before `from`, on which everything asked was there; null while something is missing. */
export function metOn(need: Need, facts: Facts, from: Day): Day | null {
  return taken(
    need.take,
    need.groups.map(({ take, items }) =>
      taken(
        take,
        items.map((item) => itemMetOn(item, facts, from)),
      ),
    ),
  );
}

/** The first day, not before `from`, on which one thing was there. */
export function itemMetOn(item: NeedItem, facts: Facts, from: Day): Day | null {
  const name = nameOfItem(item);
  const held = facts.holding.get(name);
  let first: Day | null = held === undefined ? null : held < from ? from : held;
  for (const day of facts.done.get(name) ?? []) {
    if (day >= from && (first === null || day < first)) first = day;
  }
  return first;
}

/** Whether what is missing has been handed in and only an answer of somebody else is awaited. */
export function isWaiting(need: Need, facts: Facts, from: Day): boolean {
  if (facts.waiting.size === 0 || metOn(need, facts, from) !== null) return false;
  const holding = new Map(facts.holding);
  for (const name of facts.waiting) holding.set(name, from);
  return metOn(need, { ...facts, holding }, from) !== null;
}

/** How many minutes of work are asked at the least, where minutes are known. */
export function minutesOf(need: Need, minutesOfItem: (item: NeedItem) => number): number {
  const groups = need.groups.map(({ take, items }) => least(take, items.map(minutesOfItem)));
  return least(need.take, groups);
}

function least(take: Take, minutes: readonly number[]): number {
  const cheapest = [...minutes].sort((a, b) => a - b).slice(0, countOf(take, minutes.length));
  return cheapest.reduce((sum, one) => sum + one, 0);
}

/** The day on which enough of the parts were there. */
function taken(take: Take, days: readonly (Day | null)[]): Day | null {
  const met = days.filter((day) => day !== null).sort();
  return met[countOf(take, days.length) - 1] ?? null;
}

function countOf(take: Take, parts: number): number {
  if (take === 'all') return parts;
  return take === 'any' ? 1 : take;
}
