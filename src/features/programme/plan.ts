import type { Day } from '#kernel/date.ts';
import type { Absence } from './absence.ts';
import { type Candidate, dutyFor } from './audience.ts';
import type { WorkCalendar } from './calendar.ts';
import { type Dates, fairDates } from './due.ts';
import {
  type Facts,
  factsCounted,
  isWaiting,
  metIn,
  minutesIn,
  minutesOf,
  type Window,
} from './need.ts';
import { type Period, periodsOf, renewsOn } from './period.ts';
import type { NeedItem, Programme, Rule, Timing } from './programme.ts';
import { type Situation, type Standing, standingOn, transitionsUntil } from './standing.ts';

/** What is known of a person beside the record: enough to say everything that is required of them. */
export type Life = {
  readonly candidate: Candidate;
  readonly facts: Facts;
  readonly absences: readonly Absence[];
  /** Since when each rule has held for the person, by programme. */
  readonly memberships: ReadonlyMap<string, Membership>;
  /** By programme and period, see `nameOfPeriod`: the latest day an extension was granted to. */
  readonly extensions: ReadonlyMap<string, Day>;
  /** Programmes and periods the person was excused from. */
  readonly excuses: ReadonlySet<string>;
};
export type Membership = { readonly ruleId: string; readonly since: Day };

export type World = {
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** How long something takes; 0 where nobody knows. */
  readonly minutesOfItem: (item: NeedItem) => number;
};

/** One period of a programme as it is for one person. */
export type Required = Situation & {
  readonly programmeId: string;
  readonly ruleId: string;
  readonly period: Period;
  /** Since when the rule has held for the person. */
  readonly since: Day;
  readonly standing: Standing;
  readonly transitions: ReturnType<typeof transitionsUntil>;
};
export type Plan = {
  readonly memberships: ReadonlyMap<string, Membership>;
  readonly required: readonly Required[];
};

export function nameOfPeriod(programmeId: string, period: string): string {
  return `${programmeId} ${period}`;
}

/**
 * Everything required of a person on a day: a pure function of the record, the rules, the calendar and the clock. The order
 * and repetition of facts, absences and programmes make no difference.
 */
export function planFor(life: Life, programmes: readonly Programme[], world: World): Plan {
  const memberships = new Map<string, Membership>();
  const required: Required[] = [];
  for (const programme of programmes) {
    const rule =
      programme.retiredAt === null ? dutyFor(programme.body.rules, life.candidate) : null;
    if (rule === null) continue;
    const membership = { ruleId: rule.id, since: sinceOf(programme, rule, { life, world }) };
    memberships.set(programme.id, membership);
    required.push(...requiredBy(programme, { rule, membership }, { life, world }));
  }
  return { memberships, required };
}

type Around = { readonly life: Life; readonly world: World };

/**
 * A rule that reaches somebody anew holds from today. Before anybody's programme has been worked out it holds from the day it
 * came into force: those people did not join, the programme did.
 */
function sinceOf(programme: Programme, rule: Rule, { life, world }: Around): Day {
  const before = life.memberships.get(programme.id);
  if (before?.ruleId === rule.id) return before.since;
  const isFirst = before === undefined && programme.derivedRevision === 0;
  const isNewRule = rule.from >= world.today;
  return isFirst || isNewRule ? rule.from : world.today;
}

/** Only what comes back is ever renewed. */
function asksDelta({ renewal, recurs }: Timing): boolean {
  return renewal === 'delta' && !['once', 'after-start'].includes(recurs.kind);
}

/** What counts towards a period. */
export function windowOf(period: Period, timing: Timing, today: Day): Window {
  const renews = asksDelta(timing) ? renewsOn(period) : null;
  return { from: period.countsFrom, renews, today };
}

function requiredBy(
  programme: Programme,
  { rule, membership }: { rule: Rule; membership: Membership },
  { life, world }: Around,
): Required[] {
  const { need, minutesADay } = programme.body;
  const { absences } = life;
  const facts = factsCounted(life.facts, programme.body);
  const { since, ruleId } = membership;
  const { today, calendar } = world;
  const { timing } = rule;
  const when = (from: Day, renews: Day | null) =>
    metIn(need, facts, { from, today, renews: asksDelta(timing) ? renews : null });
  return periodsOf(timing, { since, today, calendar, metOn: when }).map((period) => {
    const window = windowOf(period, timing, today);
    const least = (item: NeedItem) =>
      minutesIn(item, { facts, renews: window.renews }) ?? world.minutesOfItem(item);
    const minutes = minutesADay === null ? 0 : minutesOf(need, least);
    const name = nameOfPeriod(programme.id, period.key);
    const extendedTo = life.extensions.get(name) ?? null;
    const clock = { calendar, since, absences, extendedTo, minutes, minutesADay };
    const dates: Dates = fairDates(period, rule, clock);
    const situation: Situation = {
      dates,
      doneOn: metIn(need, facts, window),
      validMonths: timing.validMonths,
      isExcused: life.excuses.has(name),
      isWaiting: isWaiting(need, facts, window),
      absences,
    };
    return {
      ...situation,
      programmeId: programme.id,
      ruleId,
      period,
      since,
      standing: standingOn(situation, today),
      transitions: transitionsUntil(situation, today),
    };
  });
}
