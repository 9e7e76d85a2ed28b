import type { Day } from '#kernel/date.ts';
import { type CreditDays, creditedOn } from './credit.ts';
import {
  type Need,
  type NeedItem,
  nameOfItem,
  type ProgrammeBody,
  type Take,
  takesTestOut,
} from './programme.ts';

/**
 * What the record says of a person, by the name of what is asked: the days on which it was done, in any order, however often.
 * `holding` is what holds today and since when, such as a confirmed level: it counts from then on, and for every later window.
 */
export type Facts = {
  readonly done: ReadonlyMap<string, readonly Day[]>;
  /** The days on which what a course teaches was shown without sitting it. */
  readonly shown: ReadonlyMap<string, readonly Day[]>;
  readonly holding: ReadonlyMap<string, Day>;
  /** What has been handed in and waits for somebody's answer. */
  readonly waiting: ReadonlySet<string>;
  /** Courses that were finished once, and what has changed in them since. */
  readonly held?: ReadonlyMap<string, Held>;
  /** What was done elsewhere and accepted. */
  readonly credited?: ReadonlyMap<string, readonly CreditDays[]>;
};
/** Since when something is held, and the times in which it had changed and the person had not taken that up; oldest first. */
export type Held = { readonly since: Day; readonly behind: readonly BehindDays[] };
export type BehindDays = {
  /** The day after the change was offered: nobody is behind on a day that began well. */
  readonly from: Day;
  /** The day on which it was taken up; null while it was not. */
  readonly until: Day | null;
  readonly minutes: number;
};

/** What counts towards one period of a programme. */
export type Window = {
  /** What was done from this day on counts. */
  readonly from: Day;
  /** The day from which what is held and has not changed, or was taken up, counts as done again; null where it does not. */
  readonly renews: Day | null;
  readonly today: Day;
};

export const NO_FACTS: Facts = {
  done: new Map(),
  shown: new Map(),
  holding: new Map(),
  waiting: new Set(),
};

/** What counts for a programme: a course that was shown is as good as done, unless the programme wants it sat. */
export function factsCounted(facts: Facts, body: Pick<ProgrammeBody, 'testOut'>): Facts {
  if (facts.shown.size === 0 || !takesTestOut(body)) return facts;
  const done = new Map(facts.done);
  for (const [name, days] of facts.shown) done.set(name, [...(done.get(name) ?? []), ...days]);
  return { ...facts, done };
}

/** The first day, not before `from`, on which everything asked was there; null while something is missing. */
export function metOn(need: Need, facts: Facts, from: Day): Day | null {
  return metIn(need, facts, { from, renews: null, today: from });
}

/** The same in a window, in which only what changed may be asked of whoever held it before. */
export function metIn(need: Need, facts: Facts, window: Window): Day | null {
  return taken(
    need.take,
    need.groups.map(({ take, items }) =>
      taken(
        take,
        items.map((item) => itemMetIn(item, facts, window)),
      ),
    ),
  );
}

/** The first day on which one thing was there: done, or held and up to date. */
export function itemMetIn(item: NeedItem, facts: Facts, window: Window): Day | null {
  const renewed = renewedIn(item, facts, window);
  const done = itemDoneFrom(item, facts, window.from);
  if (renewed === null || done === null) return renewed ?? done;
  return renewed < done ? renewed : done;
}

/**
 * The first day, not before the window renews, on which somebody who had finished a thing was up to date with it. On the very
 * day the window renews, it renews by itself.
 */
export function renewedIn(item: NeedItem, facts: Facts, { renews, today }: Window): Day | null {
  const held = renews === null ? undefined : facts.held?.get(nameOfItem(item));
  if (held === undefined || renews === null || held.since >= renews) return null;
  let day = renews;
  for (const { from, until } of held.behind) {
    if (day < from) break;
    if (until === null) return null;
    if (day < until) day = until;
  }
  return day <= today ? day : null;
}

/** How many minutes of a thing are asked in a window: what changed, for whoever held it before. */
export function minutesIn(
  item: NeedItem,
  { facts, renews }: { facts: Facts; renews: Day | null },
): number | null {
  const held = renews === null ? undefined : facts.held?.get(nameOfItem(item));
  if (held === undefined || renews === null || held.since >= renews) return null;
  const then = held.behind.find(
    ({ from, until }) => from <= renews && (until === null || renews < until),
  );
  return then?.minutes ?? 0;
}

function itemDoneFrom(item: NeedItem, facts: Facts, from: Day): Day | null {
  const name = nameOfItem(item);
  const held = facts.holding.get(name);
  const credited = facts.credited?.get(name) ?? [];
  const days = [
    ...(held === undefined ? [] : [held < from ? from : held]),
    ...(facts.done.get(name) ?? []).filter((day) => day >= from),
    ...credited.flatMap((one) => creditedOn(one, from) ?? []),
  ];
  return days.sort()[0] ?? null;
}

/** Whether what is missing has been handed in and only an answer of somebody else is awaited. */
export function isWaiting(need: Need, facts: Facts, from: Day | Window): boolean {
  const window = typeof from === 'string' ? { from, renews: null, today: from } : from;
  if (facts.waiting.size === 0 || metIn(need, facts, window) !== null) return false;
  const holding = new Map(facts.holding);
  for (const name of facts.waiting) holding.set(name, window.from);
  return metIn(need, { ...facts, holding }, window) !== null;
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
