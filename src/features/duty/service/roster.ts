import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WithCare } from '#features/competency/care.ts';
import type { Person } from '#features/identity/person.ts';
import { allUnits, peopleLedBy, peopleOf } from '#features/identity/service.ts';
import { holderIdsOf } from '#features/position/service.ts';
import { dayAt } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Answer, answerFor } from '../answer.ts';
import type { Duty } from '../duty.ts';
import { type DutyApp, shownBy } from './own.ts';

export const ROSTER_PAGE = 50;
const PEOPLE_AT_ONCE = 500;

export type RosterApp = DutyApp & WithCare;
export type RosterLine = {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly answer: Answer;
};
export type DutyCount = { readonly duty: Duty; readonly ready: number; readonly others: number };

const ANSWERS = ['ready', 'not-ready'] as const;
export type AnswerFilter = (typeof ANSWERS)[number];
export type RosterQuestion = {
  readonly dutyId: string;
  readonly unitId?: string | null;
  readonly only?: AnswerFilter | null;
  readonly search?: string;
};
export type Roster = {
  readonly duty: Duty;
  readonly lines: readonly RosterLine[];
  readonly ready: number;
  readonly others: number;
};

export function isAnswerFilter(word: unknown): word is AnswerFilter {
  return ANSWERS.some((one) => one === word);
}

/** Every duty with how many of the people the actor looks after, leads or administers may be rostered for it. */
export async function dutiesFor(app: RosterApp, actor: Actor): Promise<Result<DutyCount[]>> {
  const whose = await scopeOf(app, actor);
  if (whose === null) return refuse({ code: 'not-allowed' });
  const counts: DutyCount[] = [];
  for (const duty of app.duties) {
    const lines = await linesOf(app, duty, whose);
    const ready = lines.filter(({ answer }) => answer.isReady).length;
    counts.push({ duty, ready, others: lines.length - ready });
  }
  return ok(counts);
}

/** Who may be rostered for a duty and who may not, by name, 50 to a page (from 1). */
export async function rosterOf(
  app: RosterApp,
  actor: Actor,
  { page = 1, ...question }: RosterQuestion & { readonly page?: number },
): Promise<Result<Roster & { page: number; pages: number }>> {
  const whole = await wholeRoster(app, actor, question);
  if (!whole.ok) return whole;
  const { lines } = whole.value;
  const pages = Math.max(1, Math.ceil(lines.length / ROSTER_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const onPage = lines.slice((shown - 1) * ROSTER_PAGE, shown * ROSTER_PAGE);
  return ok({ ...whole.value, lines: onPage, page: shown, pages });
}

/** All of them, for a spreadsheet. */
export async function wholeRoster(
  app: RosterApp,
  actor: Actor,
  { dutyId, unitId = null, only = null, search = '' }: RosterQuestion,
): Promise<Result<Roster>> {
  const whose = await scopeOf(app, actor);
  if (whose === null) return refuse({ code: 'not-allowed' });
  const duty = app.duties.find(({ id }) => id === dutyId);
  if (duty === undefined) return refuse({ code: 'not-found' });
  const inUnit = unitId === null ? null : await unitsBelow(app, unitId);
  const wanted = search.normalize('NFC').trim().toLowerCase();
  const lines = (await linesOf(app, duty, whose)).filter(
    ({ name, unitId: own }) =>
      name.toLowerCase().includes(wanted) && (inUnit === null || inUnit.has(own ?? '')),
  );
  const ready = lines.filter(({ answer }) => answer.isReady);
  const others = lines.filter(({ answer }) => !answer.isReady);
  const chosen = only === null ? lines : only === 'ready' ? ready : others;
  return ok({ duty, lines: chosen, ready: ready.length, others: others.length });
}

type Scope = ReadonlySet<string> | 'everybody';

/** Whom the actor may see on rosters; null for somebody who looks after nobody. */
async function scopeOf(app: RosterApp, actor: Actor): Promise<Scope | null> {
  const inCare = await app.care.inCareOf(actor);
  if (inCare === 'everybody') return inCare;
  const trains = may(actor, 'see-cohort', { trainers: [actor.personId] });
  const led = await peopleLedBy(app.db.read, actor.personId);
  if (!trains && led.length === 0) return null;
  return new Set([...(trains ? inCare : []), ...led]);
}

/** Everybody in sight who holds the position today, by name. */
async function linesOf(app: RosterApp, duty: Duty, whose: Scope): Promise<RosterLine[]> {
  const today = dayAt(app.clock.now(), app.zone);
  const holders = await holderIdsOf(app, duty.position, today);
  const ids = whose === 'everybody' ? holders : holders.filter((id) => whose.has(id));
  const lines: RosterLine[] = [];
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE) {
    const some = ids.slice(from, from + PEOPLE_AT_ONCE);
    const shown = await shownBy(app, some, [duty]);
    for (const person of (await peopleOf(app, some)).values()) {
      if (person.closedAt === null)
        lines.push(lineOf(person, answerFor(duty, shown(person.personId), today)));
    }
    await nextTurn();
  }
  return lines.sort((a, b) => a.name.localeCompare(b.name, 'ko'));
}

function lineOf({ personId, name, unitId }: Person, answer: Answer): RosterLine {
  return { personId, name, unitId, answer };
}

/** The unit and everything below it. */
async function unitsBelow(app: RosterApp, unitId: string): Promise<ReadonlySet<string>> {
  const units = await allUnits(app);
  return new Set(units.filter(({ path }) => path.split('/').includes(unitId)).map(({ id }) => id));
}
