import { allUnits, unitsLedBy, unitsUnder } from '#features/identity/service.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { isUnfinished, STANDINGS, type Standing } from '../standing.ts';
import { countTeam, listTeam } from '../store/team.ts';
import { programmesInUse, type RequiredOf } from './own.ts';
import { type ProgrammeApp, pathsOf, plansOf } from './plans.ts';

export const TEAM_PAGE = 50;

/** What a leader looks at: what presses, everything unfinished, or all of it. */
export const TEAM_VIEWS = ['pressing', 'unfinished', 'all'] as const;
export type TeamView = (typeof TEAM_VIEWS)[number];

const PRESSING: readonly Standing[] = ['overdue', 'expired', 'in-grace', 'due-soon'];
const SHOWN: Record<TeamView, readonly Standing[]> = {
  pressing: PRESSING,
  unfinished: STANDINGS.filter(isUnfinished),
  all: STANDINGS,
};

export type TeamLine = {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  /** As it is at this moment. */
  readonly required: Omit<RequiredOf, 'items' | 'reason'>;
};
export type Team = {
  readonly lines: readonly TeamLine[];
  /** The units one may choose from: those led and everything below. */
  readonly unitIds: readonly string[];
  readonly counts: Readonly<Record<TeamView, number>>;
  readonly page: number;
  readonly pages: number;
};
export type TeamQuestion = {
  readonly view?: TeamView;
  readonly unitId?: string | null;
  readonly search?: string;
  readonly page?: number;
};

/**
 * The required learning of everybody in the units the actor leads and below, by due day, 50 to a page (from 1). Refused to
 * whoever leads no unit, and for a unit that is not theirs.
 */
export async function teamOf(
  app: ProgrammeApp,
  actor: Actor,
  { view = 'pressing', unitId = null, search = '', page = 1 }: TeamQuestion,
): Promise<Result<Team>> {
  const { read } = app.db;
  const unitIds = await unitsUnder(read, actor.personId);
  if (!may(actor, 'see-team', { isLed: unitIds.length > 0 }))
    return refuse({ code: 'not-allowed' });
  if (unitId !== null && !unitIds.includes(unitId)) return refuse({ code: 'not-allowed' });
  const filter = {
    unitIds: unitId === null ? unitIds : await below(app, unitId),
    without: actor.personId,
    standings: SHOWN[view],
    search: search.normalize('NFC').trim(),
  };
  const by = await countTeam(read, filter);
  const countOf = (standings: readonly Standing[]) =>
    standings.reduce((sum, standing) => sum + (by.get(standing) ?? 0), 0);
  const counts = {
    pressing: countOf(SHOWN.pressing),
    unfinished: countOf(SHOWN.unfinished),
    all: countOf(SHOWN.all),
  };
  const pages = Math.max(1, Math.ceil(counts[view] / TEAM_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { offset: (shown - 1) * TEAM_PAGE, limit: TEAM_PAGE };
  const rows = await listTeam(read, filter, window);
  return ok({ lines: await linesOf(app, rows), unitIds, counts, page: shown, pages });
}

/** Whether there is a team to show to the actor. */
export async function leadsTeam(
  app: Pick<ProgrammeApp, 'db'>,
  { personId }: Actor,
): Promise<boolean> {
  return (await unitsLedBy(app.db.read, personId)).length > 0;
}

/** The unit and everything below it. */
async function below(app: ProgrammeApp, unitId: string): Promise<string[]> {
  const units = await allUnits(app);
  return units.filter(({ path }) => path.split('/').includes(unitId)).map(({ id }) => id);
}

/** The plans of the people of one page, so that every date can say why it is that date. */
async function linesOf(
  app: ProgrammeApp,
  rows: Awaited<ReturnType<typeof listTeam>>,
): Promise<TeamLine[]> {
  const programmes = await programmesInUse(app);
  const byId = new Map(programmes.map((programme) => [programme.id, programme]));
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  const paths = pathsOf(await allUnits(app));
  const plans = await plansOf(app, personIds, { programmes, paths });
  return rows.flatMap(({ personId, name, unitId, programmeId, period }) => {
    const programme = byId.get(programmeId);
    const required = plans
      .get(personId)
      ?.required.find((one) => one.programmeId === programmeId && one.period.key === period);
    return programme && required
      ? [{ personId, name, unitId, required: { ...required, programme } }]
      : [];
  });
}
