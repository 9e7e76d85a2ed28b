import type { Facts } from '#features/programme/need.ts';
import { type NeedItem, nameOfItem, type Take } from '#features/programme/programme.ts';
import { addMonths, type Day } from '#kernel/date.ts';
import type { Duty, Requirement } from './duty.ts';

/** What is known of a person: the record, and until when each programme they finished is valid (null: for ever). */
export type Shown = {
  readonly facts: Facts;
  readonly programmes: ReadonlyMap<string, Day | null>;
};

/** How one thing stands: it counts today, counted once, was handed in and waits, or was never there. */
export type ThingState = 'valid' | 'expired' | 'waiting' | 'never';
export type ThingAnswer = {
  readonly thing: NeedItem | { readonly kind: 'programme'; readonly id: string };
  readonly state: ThingState;
  /** The last day on which it counts or counted; null: for ever, or never. */
  readonly until: Day | null;
};
export type PartAnswer = {
  readonly take: Take;
  readonly isMet: boolean;
  /** The last day on which enough of it counts, if nothing is done again; null: for ever, or not met. */
  readonly until: Day | null;
  readonly things: readonly ThingAnswer[];
};
/** Whether somebody may be rostered today, until when, and each part that decides about it. */
export type Answer = {
  readonly isReady: boolean;
  readonly until: Day | null;
  readonly parts: readonly PartAnswer[];
};

/** A pure function of the record and the day: the order and repetition of facts make no difference. */
export function answerFor(duty: Pick<Duty, 'requires'>, shown: Shown, today: Day): Answer {
  const parts = duty.requires.map((one) => partOf(one, shown, today));
  const isReady = parts.every(({ isMet }) => isMet);
  return { isReady, until: isReady ? earliest(parts.map(({ until }) => until)) : null, parts };
}

function partOf(requirement: Requirement, shown: Shown, today: Day): PartAnswer {
  if ('programme' in requirement) {
    const thing = programmeOf(requirement.programme, shown, today);
    return partFrom('all', [thing]);
  }
  const { take, items, validMonths } = requirement;
  const things = items.map((item) => thingOf(item, { shown, today, validMonths }));
  return partFrom(take, things);
}

function partFrom(take: Take, things: readonly ThingAnswer[]): PartAnswer {
  const wanted = take === 'all' ? things.length : take === 'any' ? 1 : take;
  const lasting = things
    .filter(({ state }) => state === 'valid')
    .map(({ until }) => until)
    .sort(lastFirst);
  const isMet = lasting.length >= wanted;
  // Enough of it counts until the last of the wanted ones, those that last longest taken first, runs out.
  return { take, isMet, until: isMet ? (lasting[wanted - 1] ?? null) : null, things };
}

type Looking = { readonly shown: Shown; readonly today: Day; readonly validMonths: number | null };

function thingOf(thing: NeedItem, { shown, today, validMonths }: Looking): ThingAnswer {
  const { facts } = shown;
  const name = nameOfItem(thing);
  const since = facts.holding.get(name);
  // A confirmed level holds for as long as it is confirmed; the record lets it go by itself.
  if (since !== undefined && since <= today) return { thing, state: 'valid', until: null };
  const last = lastDone(facts, name, today);
  const state = facts.waiting.has(name) ? 'waiting' : 'never';
  if (last === null) return { thing, state, until: null };
  const until = validMonths === null ? null : addMonths(last, validMonths);
  if (until === null || today <= until) return { thing, state: 'valid', until };
  return { thing, state: state === 'waiting' ? 'waiting' : 'expired', until };
}

/** The latest day up to today on which it was done, or on which what had changed in it was taken up. */
function lastDone(facts: Facts, name: string, today: Day): Day | null {
  const renewed = (facts.held?.get(name)?.behind ?? []).flatMap(({ until }) => until ?? []);
  const days = [...(facts.done.get(name) ?? []), ...renewed].filter((day) => day <= today);
  return days.sort().at(-1) ?? null;
}

function programmeOf(id: string, { programmes }: Shown, today: Day): ThingAnswer {
  const thing = { kind: 'programme' as const, id };
  const until = programmes.get(id);
  if (until === undefined) return { thing, state: 'never', until: null };
  const isOver = until !== null && today > until;
  return { thing, state: isOver ? 'expired' : 'valid', until };
}

/** Days that never end come first. */
function lastFirst(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a > b ? -1 : 1;
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
