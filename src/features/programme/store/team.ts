import { and, asc, count, eq, inArray, isNull, like, ne, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';
import { programmePeriod } from '#db/schema/programme.ts';
import type { Standing } from '../standing.ts';
import type { PeriodRow } from './periods.ts';

/** The people of some units, without whoever leads them, by name and by how they stand. */
export type TeamFilter = {
  readonly unitIds: readonly string[];
  readonly without: string;
  readonly standings: readonly Standing[];
  readonly search: string;
};
export type TeamRow = Pick<PeriodRow, 'personId' | 'programmeId' | 'period' | 'standing'> & {
  readonly name: string;
  readonly unitId: string | null;
};

export async function listTeam(
  db: Reader,
  filter: TeamFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<TeamRow[]> {
  const { personId, programmeId, period, standing, dueOn } = programmePeriod;
  const { name, unitId } = person;
  const rows = await db
    .select({ personId, programmeId, period, standing, name, unitId })
    .from(person)
    .innerJoin(programmePeriod, eq(programmePeriod.personId, person.id))
    .where(chosen(filter))
    .orderBy(asc(dueOn), asc(name), asc(personId), asc(programmeId))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({ ...row, standing: row.standing as Standing })); // As savePeriods wrote it.
}

/** How many periods stand how, whatever standings were asked for. */
export async function countTeam(
  db: Reader,
  filter: TeamFilter,
): Promise<ReadonlyMap<Standing, number>> {
  const rows = await db
    .select({ standing: programmePeriod.standing, n: count() })
    .from(person)
    .innerJoin(programmePeriod, eq(programmePeriod.personId, person.id))
    .where(there(filter))
    .groupBy(programmePeriod.standing);
  return new Map(rows.map(({ standing, n }) => [standing as Standing, n])); // As savePeriods wrote it.
}

function chosen(filter: TeamFilter): SQL | undefined {
  return and(there(filter), inArray(programmePeriod.standing, [...filter.standings]));
}

function there({ unitIds, without, search }: TeamFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    sql`${person.unitId} in (select value from json_each(${JSON.stringify(unitIds)}))`,
    isNull(person.closedAt),
    ne(person.id, without),
    isNull(programmePeriod.endedOn),
    search === '' ? undefined : like(person.name, pattern),
  );
}
