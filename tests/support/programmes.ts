import { type HolidayYear, type WorkCalendar, workCalendar } from '#features/programme/calendar.ts';
import { type Facts, NO_FACTS } from '#features/programme/need.ts';
import type { Life, World } from '#features/programme/plan.ts';
import type { Programme, Rule, Timing } from '#features/programme/programme.ts';
import type { Day } from '#kernel/date.ts';

const off = (day: Day) => ({
  day,
  name: { ko: '쉬는 날', en: 'day off' },
  kind: 'fixed' as const,
  status: 'verified' as const,
});
/** The last week of 2026 and new year, beside all weekends. */
const YEARS: readonly HolidayYear[] = [
  { id: '2026', year: 2026, source: 'test', holidays: [off('2026-12-25')] },
  { id: '2027', year: 2027, source: 'test', holidays: [off('2027-01-01'), off('2027-03-01')] },
];
export const CALENDAR: WorkCalendar = workCalendar(YEARS);

/** Due on Monday 30 November 2026, open for the 29 days before. */
export const TIMING: Timing = {
  recurs: { kind: 'once', due: '2026-11-30' },
  opensBefore: 29,
  graceDays: 0,
  validMonths: null,
  credit: 'any-time',
  joinDays: 0,
};

export function rule(id: string, rest: Partial<Rule> = {}): Rule {
  return {
    id,
    from: '2026-10-01',
    place: { kind: 'everywhere' },
    who: [],
    duty: 'required',
    timing: TIMING,
    reason: null,
    ...rest,
  };
}

/** Everybody takes the course `civics`, unless told otherwise. */
export function programme(
  id: string,
  rules: readonly Rule[] = [rule('all')],
  rest: Partial<Programme['body']> = {},
): Programme {
  return {
    id,
    revision: 1,
    derivedRevision: 1,
    changedAt: 0,
    retiredAt: null,
    body: {
      name: { ko: '프로그램', en: 'Programme' },
      reason: { ko: '까닭입니다.', en: 'The reason.' },
      need: { take: 'all', groups: [{ take: 'all', items: [{ kind: 'course', id: 'civics' }] }] },
      rules: [...rules],
      minutesADay: null,
      ...rest,
    },
  };
}

export const NOBODY = {
  personId: 'kim',
  units: ['team', 'bureau', 'city'],
  positions: [],
  roles: ['civil-servant'],
  attributes: new Map<string, string>(),
} as const;

export function factsOf(done: Record<string, readonly Day[]>, more: Partial<Facts> = {}): Facts {
  return { ...NO_FACTS, done: new Map(Object.entries(done)), ...more };
}

export function life(rest: Partial<Life> = {}): Life {
  return {
    candidate: NOBODY,
    facts: factsOf({}),
    absences: [],
    memberships: new Map(),
    extensions: new Map(),
    excuses: new Set(),
    ...rest,
  };
}

export function on(today: Day): World {
  return { today, calendar: CALENDAR, minutesOfItem: () => 60 };
}
