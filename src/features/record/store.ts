import { and, asc, count, desc, eq, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { recordAlias, statement } from '#db/schema/record.ts';
import type { Cursor } from './page.ts';
import type { StatementRow, Verb } from './statement.ts';

type Kept = StatementRow & { readonly seq: number };

/**
 * Whether a statement is one of this person's: their own, and those of accounts that were found to be theirs. An account that
 * has become part of another has none.
 */
function isBy(personId: string | Placeholder): SQL {
  return sql`${statement.actorId} in (
    select ${personId} where not exists (select 1 from ${recordAlias} where alias_id = ${personId})
    union all select alias_id from ${recordAlias} where person_id = ${personId})`;
}
type Placeholder = ReturnType<typeof sql.placeholder>;

/** Whose a statement is, where `recordAlias` has been joined. */
const whose = sql<string>`coalesce(${recordAlias.personId}, ${statement.actorId})`;

/** Whether the row is new: an id already there is left as it is. */
export async function insertStatement(tx: Tx, row: StatementRow): Promise<boolean> {
  const added = await tx
    .insert(statement)
    .values(row)
    .onConflictDoNothing({ target: statement.id })
    .returning({ seq: statement.seq });
  return added.length === 1;
}

export async function findRow(reader: Reader | Tx, id: string): Promise<Kept | undefined> {
  const [row] = await reader.select().from(statement).where(eq(statement.id, id));
  return row;
}

export async function listOfCourse(
  reader: Reader | Tx,
  personId: string,
  courseId: string,
): Promise<Kept[]> {
  const list = prepared.get(reader) ?? prepareOfCourse(reader);
  prepared.set(reader, list);
  return list.all({ personId, courseId });
}

const prepared = new WeakMap<Reader | Tx, ReturnType<typeof prepareOfCourse>>();

/** What every page of a course asks: put into words once for each reader. */
function prepareOfCourse(reader: Reader | Tx) {
  return reader
    .select()
    .from(statement)
    .where(
      and(isBy(sql.placeholder('personId')), eq(statement.courseId, sql.placeholder('courseId'))),
    )
    .orderBy(asc(statement.seq))
    .prepare();
}

export async function countOfCourse(
  reader: Reader,
  personId: string,
  courseId: string,
): Promise<number> {
  const find = counts.get(reader) ?? prepareCount(reader);
  counts.set(reader, find);
  return (await find.get({ personId, courseId }))?.statements ?? 0;
}

const counts = new WeakMap<Reader, ReturnType<typeof prepareCount>>();

function prepareCount(reader: Reader) {
  return reader
    .select({ statements: count() })
    .from(statement)
    .where(
      and(isBy(sql.placeholder('personId')), eq(statement.courseId, sql.placeholder('courseId'))),
    )
    .prepare();
}

/** The rows with these ids, in no particular order; ids without one are left out. */
export async function listByIds(reader: Reader, ids: readonly string[]): Promise<Kept[]> {
  return reader
    .select()
    .from(statement)
    .where(inArray(statement.id, [...ids]));
}

/** What a person did to some objects, in no particular order. At most a few hundred objects at a time. */
export async function listOfObjects(
  reader: Reader | Tx,
  personId: string,
  objectIds: readonly string[],
): Promise<Kept[]> {
  return reader
    .select()
    .from(statement)
    .where(and(isBy(personId), inArray(statement.objectId, [...objectIds])));
}

/** Newest first, older than the cursor. */
export async function listOfPerson(
  reader: Reader | Tx,
  personId: string,
  { after, limit }: { after: Cursor | null; limit: number },
): Promise<Kept[]> {
  const older =
    after === null
      ? undefined
      : or(
          lt(statement.occurredAt, after.occurredAt),
          and(eq(statement.occurredAt, after.occurredAt), lt(statement.seq, after.seq)),
        );
  return reader
    .select()
    .from(statement)
    .where(and(isBy(personId), older))
    .orderBy(desc(statement.occurredAt), desc(statement.seq))
    .limit(limit);
}

/** Every pair of a person and a course with something in the record. */
export async function listLearners(
  reader: Reader | Tx,
): Promise<{ personId: string; courseId: string | null }[]> {
  return reader
    .selectDistinct({ personId: whose, courseId: statement.courseId })
    .from(statement)
    .leftJoin(recordAlias, eq(recordAlias.aliasId, statement.actorId))
    .orderBy(asc(whose), asc(statement.courseId));
}

/** The courses a person did anything in. */
export async function listCoursesOf(reader: Reader | Tx, personId: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ courseId: statement.courseId })
    .from(statement)
    .where(isBy(personId));
  return rows.flatMap(({ courseId }) => courseId ?? []);
}

export async function countOfPerson(reader: Reader | Tx, personId: string): Promise<number> {
  const row = await reader.select({ n: count() }).from(statement).where(isBy(personId)).get();
  return row?.n ?? 0;
}

export async function insertAlias(
  tx: Tx,
  alias: { readonly aliasId: string; readonly personId: string },
): Promise<void> {
  await tx.insert(recordAlias).values(alias);
}

export async function deleteAlias(tx: Tx, aliasId: string): Promise<void> {
  await tx.delete(recordAlias).where(eq(recordAlias.aliasId, aliasId));
}

/** Who did something after a number of the record, oldest first. */
export async function listActorsAfter(
  reader: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<{ seq: number; actorId: string }[]> {
  return reader
    .select({ seq: statement.seq, actorId: whose })
    .from(statement)
    .leftJoin(recordAlias, eq(recordAlias.aliasId, statement.actorId))
    .where(gt(statement.seq, after))
    .orderBy(asc(statement.seq))
    .limit(limit);
}

/** When these people did this to these objects; one bound value each, however many. */
export async function listDeeds(
  reader: Reader,
  verb: Verb,
  { personIds, objectIds }: { personIds: readonly string[]; objectIds: readonly string[] },
): Promise<{ personId: string; objectId: string; at: number }[]> {
  const asked = JSON.stringify(personIds);
  return reader
    .select({ personId: whose, objectId: statement.objectId, at: statement.occurredAt })
    .from(statement)
    .leftJoin(recordAlias, eq(recordAlias.aliasId, statement.actorId))
    .where(
      and(
        sql`${statement.actorId} in (select value from json_each(${asked})
          where value not in (select alias_id from ${recordAlias})
          union all select alias_id from ${recordAlias} where person_id in (select value from json_each(${asked})))`,
        sql`${statement.objectId} in (select value from json_each(${JSON.stringify(objectIds)}))`,
        eq(statement.verb, verb),
      ),
    );
}
