import { and, asc, count, eq, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';
import { programmePeriod } from '#db/schema/programme.ts';
import type { Standing } from '../standing.ts';
import { type PeriodRow, toPeriod } from './periods.ts';

/** People by how they stand, in one programme or in any (null), as of the last time each was looked at. */
export type PeopleFilter = {
  readonly programmeId: string | null;
  readonly standing: Standing | null;
  readonly isImpossible: boolean;
  readonly search: string;
  /** Only people of these units; null or nothing for all. */
  readonly unitIds?: readonly string[] | null;
  readonly sort?: 'due' | 'name';
};

export async function listPeopleBy(
  db: Reader,
  filter: PeopleFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<(PeriodRow & { readonly name: string; readonly unitId: string | null })[]> {
  const rows = await db
    .select({ row: programmePeriod, name: person.name, unitId: person.unitId })
    .from(programmePeriod)
    .innerJoin(person, eq(person.id, programmePeriod.personId))
    .where(chosen(filter))
    .orderBy(...orderOf(filter), asc(programmePeriod.personId))
    .limit(limit)
    .offset(offset);
  return rows.map(({ row, name, unitId }) => ({ ...toPeriod(row), name, unitId }));
}

/** Ids of the people who stand like this in one programme, or in any. */
export async function listPersonIdsBy(
  db: Reader,
  { standing, programmeId }: { standing: Standing; programmeId: string | null },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: programmePeriod.personId })
    .from(programmePeriod)
    .where(
      and(
        eq(programmePeriod.standing, standing),
        programmeId === null ? undefined : eq(programmePeriod.programmeId, programmeId),
        isNull(programmePeriod.endedOn),
      ),
    );
  return rows.map(({ id }) => id);
}

export async function countPeopleBy(db: Reader, filter: PeopleFilter): Promise<number> {
  const row = await db
    .select({ n: count() })
    .from(programmePeriod)
    .innerJoin(person, eq(person.id, programmePeriod.personId))
    .where(chosen(filter))
    .get();
  return row?.n ?? 0;
}

/** How many stand how, by programme; periods people are no longer asked for left out. */
export async function countStandings(
  db: Reader,
  programmeIds: readonly string[],
): Promise<{ programmeId: string; standing: Standing; n: number; impossible: number }[]> {
  const rows = await db
    .select({
      programmeId: programmePeriod.programmeId,
      standing: programmePeriod.standing,
      n: count(),
      impossible: sql<number>`sum(${programmePeriod.isImpossible})`,
    })
    .from(programmePeriod)
    .where(
      and(
        sql`${programmePeriod.programmeId} in (select value from json_each(${JSON.stringify(programmeIds)}))`,
        isNull(programmePeriod.endedOn),
      ),
    )
    .groupBy(programmePeriod.programmeId, programmePeriod.standing);
  return rows.map((row) => ({ ...row, standing: row.standing as Standing })); // As savePeriods wrote it.
}

function orderOf({ sort = 'due' }: PeopleFilter): SQL[] {
  const due = asc(programmePeriod.dueOn);
  const name = asc(person.name);
  return sort === 'due' ? [due, name] : [name, due];
}

function chosen({
  programmeId,
  standing,
  isImpossible,
  search,
  unitIds = null,
}: PeopleFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    programmeId === null ? undefined : eq(programmePeriod.programmeId, programmeId),
    isNull(programmePeriod.endedOn),
    unitIds === null
      ? undefined
      : sql`${person.unitId} in (select value from json_each(${JSON.stringify(unitIds)}))`,
    standing === null ? undefined : eq(programmePeriod.standing, standing),
    isImpossible ? eq(programmePeriod.isImpossible, true) : undefined,
    search === '' ? undefined : or(like(person.name, pattern), like(person.login, pattern)),
  );
}
