import { addDays, addMonths, type Day } from '#kernel/date.ts';
import { addBusinessDays, type WorkCalendar } from './calendar.ts';
import type { Timing } from './programme.ts';

/** One round of a programme for one person, before anything about the person has moved its date. */
export type Period = {
  /** Permanent within a person's programme: `once`, `2026`, `2026-03-31`, `round-2`. */
  readonly key: string;
  readonly opensOn: Day;
  /** The due day as the rule sets it. */
  readonly setFor: Day;
  /** What was done from this day on counts. */
  readonly countsFrom: Day;
  readonly origin: Origin;
};
/** How the due day came about. */
export type Origin =
  | { readonly kind: 'once' | 'yearly' | 'dates' }
  | { readonly kind: 'start'; readonly since: Day; readonly days: number }
  | {
      readonly kind: 'round';
      readonly after: Day;
      readonly months: number;
      readonly of: 'completion' | 'due';
    };

type Life = {
  /** The day from which the rule holds for the person. */
  readonly since: Day;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** The first day, not before the one given, on which the need was met, or on which what was held was renewed. */
  readonly metOn: (from: Day, renews: Day | null) => Day | null;
};

const THE_BEGINNING: Day = '1970-01-01';
/** How long before its opening a window is already told of. */
const HORIZON_DAYS = 90;
const ROUNDS_MAX = 100;

/** Every period that a rule has opened for a person or will open within 90 days, the oldest first. */
export function periodsOf(timing: Timing, life: Life): Period[] {
  const { recurs, credit } = timing;
  switch (recurs.kind) {
    case 'once':
      return [fixed('once', recurs.due, { timing, before: null, origin: { kind: 'once' } })];
    case 'after-start':
      return [firstRound(recurs.days, life, credit === 'any-time' ? null : credit)];
    case 'yearly':
      return inSight(yearly(recurs.due, timing, life), life);
    case 'dates':
      return inSight(dated([...recurs.due].sort(), timing), life);
    case 'rolling':
      return rounds(recurs, timing, life);
  }
}

function fixed(
  key: string,
  due: Day,
  { timing, before, origin }: { timing: Timing; before: Day | null; origin: Origin },
): Period {
  const opensOn = addDays(due, -timing.opensBefore);
  const anyTime = before === null ? THE_BEGINNING : addDays(before, 1);
  const countsFrom = timing.credit === 'any-time' ? anyTime : addDays(opensOn, -timing.credit);
  return { key, opensOn, setFor: due, countsFrom, origin };
}

/** Windows that concern the person: still open when they came, and opened or about to. */
function inSight(periods: readonly Period[], { since, today }: Life): Period[] {
  const horizon = addDays(today, HORIZON_DAYS);
  return periods.filter(({ opensOn, setFor }) => setFor >= since && opensOn <= horizon);
}

function yearly(due: string, timing: Timing, { since, today }: Life): Period[] {
  const first = Number(since.slice(0, 4));
  const last = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const year = first + at;
    const before = dayOfYear(year - 1, due);
    return fixed(String(year), dayOfYear(year, due), {
      timing,
      before,
      origin: { kind: 'yearly' },
    });
  });
}

/** The last day of February stands in for the 29th in years without one. */
function dayOfYear(year: number, monthDay: string): Day {
  return addMonths(`2000-${monthDay}`, (year - 2000) * 12);
}

function dated(days: readonly Day[], timing: Timing): Period[] {
  return days.map((due, at) =>
    fixed(due, due, { timing, before: days[at - 1] ?? null, origin: { kind: 'dates' } }),
  );
}

/** The first round begins with the person; what they did within `credit` days before (null: ever) still counts. */
function firstRound(days: number, { since, calendar }: Life, credit: number | null): Period {
  return {
    key: 'once',
    opensOn: since,
    setFor: addBusinessDays(calendar, since, days),
    countsFrom: credit === null ? THE_BEGINNING : addDays(since, -credit),
    origin: { kind: 'start', since, days },
  };
}

type Rolling = Extract<Timing['recurs'], { kind: 'rolling' }>;

function rounds(recurs: Rolling, timing: Timing, life: Life): Period[] {
  const horizon = addDays(life.today, HORIZON_DAYS);
  const begun = firstRound(recurs.firstDays, life, 0);
  // Whoever did it elsewhere or before they came keeps it for as long as it would have been valid.
  const countsFrom = addMonths(life.since, -recurs.months);
  let last: Period = { ...begun, key: 'round-1', countsFrom };
  const periods = [last];
  for (let round = 2; round <= ROUNDS_MAX; round += 1) {
    const met = life.metOn(last.countsFrom, renewsOn(last));
    if (met === null) return periods;
    last = nextRound(last, { recurs, timing, met, round, isByItself: isByItself(last, met, life) });
    const isInSight = last.opensOn <= horizon || isEarly(timing, life, met);
    if (!isInSight) return periods;
    periods.push(last);
  }
  return periods;
}

/** The day from which what is held counts as done again in a period. */
export function renewsOn({ opensOn, countsFrom }: Pick<Period, 'opensOn' | 'countsFrom'>): Day {
  return opensOn < countsFrom ? countsFrom : opensOn;
}

/** Nothing was asked and nothing done: such a round moves no later one. */
function isByItself(period: Period, met: Day, { metOn }: Life): boolean {
  return met === renewsOn(period) && metOn(period.countsFrom, null) !== met;
}

type Met = {
  readonly recurs: Rolling;
  readonly timing: Timing;
  readonly met: Day;
  readonly round: number;
  readonly isByItself: boolean;
};

/** The round after one that was met on a day. */
function nextRound(last: Period, { recurs, timing, met, round, isByItself }: Met): Period {
  const { months, from } = recurs;
  const keepsDay = (from === 'due' || isByItself) && met >= last.opensOn && met <= last.setFor;
  const after = keepsDay ? last.setFor : met;
  const setFor = addMonths(after, months);
  const opensOn = addDays(setFor, -timing.opensBefore);
  const dayAfter = addDays(met, 1);
  const counts = timing.credit === 'any-time' ? dayAfter : addDays(opensOn, -timing.credit);
  return {
    key: `round-${round}`,
    opensOn,
    setFor,
    countsFrom: counts < dayAfter ? dayAfter : counts,
    origin: { kind: 'round', after, months, of: keepsDay ? 'due' : 'completion' },
  };
}

/** Done again before the window opened, where that counts: the round is over before it was in sight. */
function isEarly({ credit }: Timing, { metOn }: Life, met: Day): boolean {
  return credit === 'any-time' && metOn(addDays(met, 1), null) !== null;
}
