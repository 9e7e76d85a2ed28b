import { count, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { mergeChange, personMerge } from '#db/schema/merging.ts';
import type { Moving } from './decisions.ts';
import type { FirstRun, Meeting, Merge, Version } from './merge.ts';

/*
 * Merging goes through the tables of every feature by the list in `decisions.ts`, as a rebuild or a backup does. It knows
 * their names and keys, nothing of what they mean.
 */

type Pair = { readonly from: string; readonly into: string };
type InMerge = Pair & { readonly mergeId: string };

export async function insertMerge(tx: Tx, merge: Merge): Promise<void> {
  await tx.insert(personMerge).values(merge);
}

export async function updateUndone(
  tx: Tx,
  id: string,
  undone: Pick<Merge, 'undoneBy' | 'undoneAt' | 'undoReason'>,
): Promise<void> {
  await tx.update(personMerge).set(undone).where(eq(personMerge.id, id));
}

export async function findMerge(db: Reader | Tx, id: string): Promise<Merge | undefined> {
  return db.select().from(personMerge).where(eq(personMerge.id, id)).get();
}

/** Newest first; those an account had a part in, or all. */
export async function listMerges(
  db: Reader,
  personId: string | null,
  { offset, limit }: { offset: number; limit: number },
): Promise<Merge[]> {
  return db
    .select()
    .from(personMerge)
    .where(isPartOf(personId))
    .orderBy(desc(personMerge.mergedAt), desc(personMerge.id))
    .limit(limit)
    .offset(offset);
}

export async function countMerges(db: Reader): Promise<number> {
  return (await db.select({ n: count() }).from(personMerge).get())?.n ?? 0;
}

function isPartOf(personId: string | null): SQL | undefined {
  return personId === null
    ? undefined
    : or(eq(personMerge.fromId, personId), eq(personMerge.intoId, personId));
}

/** How many rows of one thing name this person. */
export async function countOf(
  db: Reader | Tx,
  { table, column }: Pick<Moving, 'table' | 'column'>,
  personId: string,
): Promise<number> {
  const { rows } = await db.run(
    sql`select count(*) as n from ${name(table)} where ${name(column)} = ${personId}`,
  );
  return Number(rows[0]?.['n'] ?? 0);
}

/** How many rows a merge moved, by table and column. */
export async function countMoved(
  db: Reader,
  mergeId: string,
): Promise<{ table: string; column: string | null; n: number }[]> {
  return db
    .select({ table: mergeChange.tableName, column: mergeChange.columnName, n: count() })
    .from(mergeChange)
    .where(eq(mergeChange.mergeId, mergeId))
    .groupBy(mergeChange.tableName, mergeChange.columnName);
}

/** Puts one person in the place of another in a column, and remembers which rows those were. */
export async function moveRows(tx: Tx, moving: Moving, act: InMerge): Promise<void> {
  const { table, column, ifBoth } = moving;
  const { mergeId, from, into } = act;
  if (ifBoth === 'out') await takeOut(tx, moving, act);
  const theirs = sql`${name(column)} = ${from}${ifBoth ? sql` and not ${hasTwin(moving, into)}` : sql``}`;
  await tx.run(sql`insert into merge_change (merge_id, table_name, column_name, row_key, before, after)
    select ${mergeId}, ${table}, ${column}, ${keyOf(moving)}, json_quote(${from}), json_quote(${into})
    from ${name(table)} where ${theirs}`);
  await tx.run(sql`update ${name(table)} set ${name(column)} = ${into} where ${theirs}`);
}

/** Puts back the rows that a merge moved and that still are where it moved them. */
export async function moveRowsBack(tx: Tx, moving: Moving, act: InMerge): Promise<void> {
  const { table, column, ifBoth } = moving;
  const { mergeId, from, into } = act;
  await tx.run(sql`update ${name(table)} set ${name(column)} = ${from} where ${name(column)} = ${into}
    and exists (select 1 from merge_change where merge_id = ${mergeId} and table_name = ${table}
      and column_name = ${column} and row_key = ${keyOf(moving)})`);
  if (ifBoth === 'out') await putBack(tx, moving, mergeId);
}

/** Whether the other person has a row of the same key. */
function hasTwin({ table, column, key }: Moving, into: string): SQL {
  const sameKey = key.map((one) => sql` and twin.${name(one)} = ${name(table)}.${name(one)}`);
  return sql`exists (select 1 from ${name(table)} as twin where twin.${name(column)} = ${into}${sql.join(sameKey)})`;
}

async function takeOut(tx: Tx, moving: Moving, { mergeId, from, into }: InMerge): Promise<void> {
  const { table, column } = moving;
  const whole = jsonOf(table, await columnsOf(tx, table));
  const theirs = sql`${name(column)} = ${from} and ${hasTwin(moving, into)}`;
  await tx.run(sql`insert into merge_change (merge_id, table_name, column_name, row_key, before, after)
    select ${mergeId}, ${table}, null, ${keyOf(moving)}, ${whole}, null from ${name(table)} where ${theirs}`);
  await tx.run(sql`delete from ${name(table)} where ${theirs}`);
}

async function putBack(tx: Tx, { table }: Moving, mergeId: string): Promise<void> {
  const columns = await columnsOf(tx, table);
  const names = sql.join(columns.map(name), sql`, `);
  const values = columns.map((column) => sql`before ->> ${`$.${column}`}`);
  await tx.run(sql`insert or ignore into ${name(table)} (${names})
    select ${sql.join(values, sql`, `)} from merge_change
    where merge_id = ${mergeId} and table_name = ${table} and column_name is null`);
}

async function columnsOf(tx: Tx, table: string): Promise<string[]> {
  const { rows } = await tx.run(sql`select name from pragma_table_info(${table})`);
  return rows.map((row) => String(row['name']));
}

function keyOf({ table, key }: Moving): SQL {
  return jsonOf(table, key);
}

function jsonOf(table: string, columns: readonly string[]): SQL {
  const members = columns.map((one) => sql`${one}, ${name(table)}.${name(one)}`);
  return sql`json_object(${sql.join(members, sql`, `)})`;
}

/** Only names from `decisions.ts` and of the database's own columns come here. */
function name(word: string): SQL {
  return sql`${sql.identifier(word)}`;
}

/** One value of one row, named by its whole key. */
export type CellChange = {
  readonly table: string;
  readonly column: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly before: string | number | null;
  readonly after: string | number | null;
};

export async function setCell(tx: Tx, mergeId: string, change: CellChange): Promise<void> {
  const { table, column, key, before, after } = change;
  await tx.insert(mergeChange).values({
    mergeId,
    tableName: table,
    columnName: column,
    rowKey: JSON.stringify(key),
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  });
  await writeCell(tx, change);
}

/** Puts single values back, the last one first; a value that somebody changed since stays as it is. */
export async function setCellsBack(
  tx: Tx,
  mergeId: string,
  moving: readonly Moving[],
): Promise<void> {
  const moved = JSON.stringify(moving.map(({ table, column }) => `${table}.${column}`));
  const rows = await tx
    .select()
    .from(mergeChange)
    .where(
      sql`${mergeChange.mergeId} = ${mergeId} and ${mergeChange.columnName} is not null
        and ${mergeChange.tableName} || '.' || ${mergeChange.columnName} not in (select value from json_each(${moved}))`,
    )
    .orderBy(desc(mergeChange.seq));
  for (const { tableName: table, columnName: column, rowKey, before, after } of rows) {
    if (column === null || after === null) continue;
    const key = JSON.parse(rowKey) as CellChange['key']; // Written by setCell.
    await writeCell(tx, {
      table,
      column,
      key,
      before: JSON.parse(after),
      after: JSON.parse(before),
    });
  }
}

async function writeCell(tx: Tx, { table, column, key, before, after }: CellChange): Promise<void> {
  const isRow = Object.entries(key).map(([one, value]) => sql`${name(one)} = ${value}`);
  await tx.run(sql`update ${name(table)} set ${name(column)} = ${after}
    where ${sql.join(isRow, sql` and `)} and ${name(column)} is ${before}`);
}

/** Runs of two people that count as evidence, and when they first met a version in an exercise. */
export async function listFirstRuns(tx: Tx, { from, into }: Pair): Promise<FirstRun[]> {
  const { rows } =
    await tx.run(sql`select p.run_id, r.scenario_id || ' ' || r.logic_hash as version,
      coalesce(r.begun_at, r.started_at) as begun_at
    from scenario_player p join scenario_run r on r.id = p.run_id
    where p.person_id in (${from}, ${into}) and p.mode = 'first'
    union all select null, scenario_id || ' ' || logic_hash, min(at) from scenario_met
    where person_id in (${from}, ${into}) group by 2`);
  return rows.map((row) => ({
    runId: row['run_id'] === null ? null : String(row['run_id']),
    version: String(row['version']),
    begunAt: Number(row['begun_at']),
  }));
}

/** The seats of a person in some runs, and the evidence these gave that still counts. */
export async function listOfRuns(
  tx: Tx,
  personId: string,
  runIds: readonly string[],
): Promise<{ seats: { runId: string; seat: string }[]; evidence: string[] }> {
  const asked = sql`(select value from json_each(${JSON.stringify(runIds)}))`;
  const seats = await tx.run(sql`select run_id, seat from scenario_player
    where person_id = ${personId} and run_id in ${asked} and mode = 'first'`);
  const evidence = await tx.run(sql`select id from evidence
    where person_id = ${personId} and run_id in ${asked} and kind = 'decision' and revoked_at is null`);
  return {
    seats: seats.rows.map((row) => ({ runId: String(row['run_id']), seat: String(row['seat']) })),
    evidence: evidence.rows.map((row) => String(row['id'])),
  };
}

/** Cohorts both are or were in: since when and until when each. */
export async function listSharedCohorts(
  tx: Tx,
  { from, into }: Pair,
): Promise<
  {
    cohortId: string;
    joined: readonly [number, number];
    left: readonly [number | null, number | null];
  }[]
> {
  const { rows } =
    await tx.run(sql`select k.cohort_id, k.joined_at as kept_joined, k.left_at as kept_left,
      m.joined_at as other_joined, m.left_at as other_left
    from cohort_member k join cohort_member m on m.cohort_id = k.cohort_id
    where k.person_id = ${into} and m.person_id = ${from}`);
  const moment = (value: unknown) => (value === null ? null : Number(value));
  return rows.map((row) => ({
    cohortId: String(row['cohort_id']),
    joined: [Number(row['kept_joined']), Number(row['other_joined'])],
    left: [moment(row['kept_left']), moment(row['other_left'])],
  }));
}

/** The keepings of each sheet that both have kept. */
export async function listSharedSheets(tx: Tx, { from, into }: Pair): Promise<Version[][]> {
  const { rows } = await tx.run(sql`select id, number, saved_at, superseded_at,
      json_array(course_id, lesson_id, sheet_id) as place, person_id
    from sheet_version where person_id in (${from}, ${into})`);
  const places = Map.groupBy(rows, (row) => String(row['place']));
  const isShared = (own: typeof rows) => new Set(own.map((row) => row['person_id'])).size === 2;
  return [...places.values()].filter(isShared).map((own) =>
    own.map((row) => ({
      id: String(row['id']),
      number: Number(row['number']),
      savedAt: Number(row['saved_at']),
      supersededAt: row['superseded_at'] === null ? null : Number(row['superseded_at']),
    })),
  );
}

/** How two people have met. */
export async function listMeetings(db: Reader | Tx, pair: Pair): Promise<Meeting[]> {
  const { from: a, into: b } = pair;
  const either = (one: SQL, other: SQL) =>
    sql`((${one} = ${a} and ${other} = ${b}) or (${one} = ${b} and ${other} = ${a}))`;
  const { rows } = await db.run(sql`
    select 'run' as how where exists (select 1 from scenario_player x join scenario_player y on y.run_id = x.run_id
      where x.person_id = ${a} and y.person_id = ${b})
    union all select 'judged' where exists (select 1 from evidence
      where person_id in (${a}, ${b}) and (${either(sql`person_id`, sql`payload ->> 'raterId'`)}
        or ${either(sql`person_id`, sql`payload ->> 'reviewerId'`)}))
    union all select 'signed' where exists (select 1 from level_signature
      where person_id in (${a}, ${b}) and ${either(sql`person_id`, sql`signed_by`)})
    union all select 'answered' where exists (select 1 from challenge
      where person_id in (${a}, ${b}) and closed_by <> person_id and ${either(sql`person_id`, sql`closed_by`)})
    union all select 'trained' where exists (select 1 from cohort_trainer t join cohort_member m on m.cohort_id = t.cohort_id
      where ${either(sql`t.person_id`, sql`m.person_id`)})`);
  return rows.map((row) => row['how'] as Meeting); // As selected above.
}
