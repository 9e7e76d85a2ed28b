import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { STANDINGS, type Standing } from '../standing.ts';
import { listPeriods, type PeriodRow } from '../store/periods.ts';
import { countPeopleBy, listPeopleBy, type PeopleFilter } from '../store/standings.ts';

export const PEOPLE_PAGE = 50;
/** As many as a spreadsheet opens without trouble. */
const LINES_MAX = 200_000;
const LINES_AT_ONCE = 2_000;

export type PersonStanding = PeriodRow & { readonly name: string; readonly unitId: string | null };
export type PeopleQuestion = {
  readonly programmeId: string;
  readonly standing?: Standing | null;
  readonly isImpossible?: boolean;
  readonly search?: string;
  readonly page?: number;
};

export function isStanding(word: unknown): word is Standing {
  return STANDINGS.some((standing) => standing === word);
}

/** Who stands how in a programme, by due day, 50 to a page (from 1). As of the last time each was looked at. */
export async function peopleIn(
  app: App,
  actor: Actor,
  question: PeopleQuestion,
): Promise<Result<{ people: PersonStanding[]; total: number; page: number; pages: number }>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const filter = filterOf(question);
  const total = await countPeopleBy(app.db.read, filter);
  const pages = Math.max(1, Math.ceil(total / PEOPLE_PAGE));
  const page = Math.min(Math.max(1, question.page ?? 1), pages);
  const window = { offset: (page - 1) * PEOPLE_PAGE, limit: PEOPLE_PAGE };
  return ok({ people: await listPeopleBy(app.db.read, filter, window), total, page, pages });
}

/** All of them, for a spreadsheet. */
export async function allPeopleIn(
  app: App,
  actor: Actor,
  question: PeopleQuestion,
): Promise<Result<PersonStanding[]>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const filter = filterOf(question);
  const people: PersonStanding[] = [];
  while (people.length < LINES_MAX) {
    const window = { offset: people.length, limit: LINES_AT_ONCE };
    const some = await listPeopleBy(app.db.read, filter, window);
    people.push(...some);
    if (some.length < LINES_AT_ONCE) break;
  }
  return ok(people);
}

/** What is stored of these people, as of the last time each was looked at; for features above that decided who may see it. */
export function keptPeriodsOf(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
): Promise<PeriodRow[]> {
  return listPeriods(app.db.read, { personIds });
}

function filterOf({ programmeId, standing, isImpossible, search }: PeopleQuestion): PeopleFilter {
  return {
    programmeId,
    standing: standing ?? null,
    isImpossible: isImpossible ?? false,
    search: (search ?? '').normalize('NFC').trim(),
  };
}
