import { and, asc, count, eq, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';
import { programmePeriod } from '#db/schema/programme.ts';
import type { Standing } from '../standing.ts';
import { type PeriodRow, toPeriod } from './periods.ts';

/** The people of a programme by how they stand, as of the last time each was looked at. */
export type PeopleFilter = {
  readonly programmeId: string;
  readonly standing: Standing | null;
  readonly isImpossible: boolean;
  readonly search: string;
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
    .orderBy(asc(programmePeriod.dueOn), asc(person.name), asc(programmePeriod.personId))
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

function chosen({ programmeId, standing, isImpossible, search }: PeopleFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(programmePeriod.programmeId, programmeId),
    isNull(programmePeriod.endedOn),
    standing === null ? undefined : eq(programmePeriod.standing, standing),
    isImpossible ? eq(programmePeriod.isImpossible, true) : undefined,
    search === '' ? undefined : or(like(person.name, pattern), like(person.login, pattern)),
  );
}
