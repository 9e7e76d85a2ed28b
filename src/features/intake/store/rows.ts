import { and, asc, count, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { intakeImport, intakeRow } from '#db/schema/intake.ts';
import type { Problem } from '#kernel/result.ts';
import type { Cells, CheckedRow, Row, RowState, Verdict } from '../import.ts';

/** Lines as they came. One bound value however many. */
export async function insertRows(
  tx: Tx,
  importId: string,
  rows: readonly { readonly line: number; readonly cells: Cells }[],
): Promise<void> {
  const json = JSON.stringify(rows.map(({ line, cells }) => [line, JSON.stringify(cells)]));
  await tx.run(sql`insert into intake_row (import_id, line, cells, verdict, state, who)
    select ${importId}, value ->> 0, value ->> 1, 'unread', 'open', '' from json_each(${json})`);
}

export async function deleteRows(tx: Tx, importId: string): Promise<void> {
  await tx.delete(intakeRow).where(eq(intakeRow.importId, importId));
}

/** What a dry run found. */
export async function saveChecked(
  tx: Tx,
  importId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  const json = JSON.stringify(
    rows.map(({ line, verdict, who, personId, key, reading, problem }) => [
      line,
      verdict,
      who,
      personId,
      key,
      reading === null ? null : JSON.stringify(reading),
      problem === null ? null : JSON.stringify(problem),
    ]),
  );
  // As an upsert, because it finds each row by its key; an update from a table of values walks all rows of the import.
  await tx.run(sql`insert into intake_row (import_id, line, cells, state, verdict, who, person_id, key, reading, problem)
    select ${importId}, value ->> 0, '', '', value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
    from json_each(${json}) where true
    on conflict (import_id, line) do update set verdict = excluded.verdict, who = excluded.who,
      person_id = excluded.person_id, key = excluded.key, reading = excluded.reading, problem = excluded.problem`);
}

/** What became of a line. */
export type Outcome = {
  readonly line: number;
  readonly state: RowState;
  readonly personId: string | null;
  readonly effect: unknown;
};

export async function saveOutcomes(
  tx: Tx,
  importId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const json = JSON.stringify(
    outcomes.map(({ line, state, personId, effect }) => [
      line,
      state,
      personId,
      effect === null ? null : JSON.stringify(effect),
    ]),
  );
  await tx.run(sql`insert into intake_row (import_id, line, cells, verdict, state, person_id, effect)
    select ${importId}, value ->> 0, '', '', value ->> 1, value ->> 2, value ->> 3
    from json_each(${json}) where true
    on conflict (import_id, line) do update set state = excluded.state, person_id = excluded.person_id,
      effect = excluded.effect`);
}

/** Puts all lines of an import in a state into another one. */
export async function moveRows(
  tx: Tx,
  importId: string,
  { from, to }: { from: RowState; to: RowState },
): Promise<void> {
  await tx
    .update(intakeRow)
    .set({ state: to })
    .where(and(eq(intakeRow.importId, importId), eq(intakeRow.state, from)));
}

export type RowFilter = {
  readonly verdict?: Verdict | undefined;
  readonly state?: RowState | undefined;
};

type Window = {
  /** Only lines after this one. */
  readonly after?: number;
  readonly offset?: number;
  readonly limit: number;
  readonly fromEnd?: boolean;
};

export async function listRows(
  db: Reader | Tx,
  importId: string,
  { verdict, state, after = 0, offset = 0, limit, fromEnd = false }: RowFilter & Window,
): Promise<Row[]> {
  const rows = await db
    .select()
    .from(intakeRow)
    .where(
      and(
        eq(intakeRow.importId, importId),
        gt(intakeRow.line, after),
        verdict === undefined ? undefined : eq(intakeRow.verdict, verdict),
        state === undefined ? undefined : eq(intakeRow.state, state),
      ),
    )
    .orderBy(fromEnd ? desc(intakeRow.line) : asc(intakeRow.line))
    .limit(limit)
    .offset(offset);
  return rows.map(toRow);
}

/** How many lines each verdict and state has. */
export async function countRows(
  db: Reader | Tx,
  importId: string,
): Promise<{ verdict: Verdict; state: RowState; n: number }[]> {
  const rows = await db
    .select({ verdict: intakeRow.verdict, state: intakeRow.state, n: count() })
    .from(intakeRow)
    .where(eq(intakeRow.importId, importId))
    .groupBy(intakeRow.verdict, intakeRow.state);
  return rows as { verdict: Verdict; state: RowState; n: number }[]; // Written by this file.
}

/** Which of these people have which of these keys in lines that were taken, as `<person> <key>`. */
export async function listTaken(
  db: Reader | Tx,
  wanted: readonly { readonly personId: string; readonly key: string }[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const json = JSON.stringify(wanted.map(({ personId, key }) => [personId, key]));
  const rows = await db
    .select({ personId: intakeRow.personId, key: intakeRow.key })
    .from(intakeRow)
    .innerJoin(
      sql`json_each(${json}) as v`,
      sql`${intakeRow.personId} = v.value ->> 0 and ${intakeRow.key} = v.value ->> 1`,
    )
    .where(eq(intakeRow.state, 'applied'));
  return new Set(rows.map(({ personId, key }) => `${personId} ${key}`));
}

/** Lines that wait for their person: of these uploaders, null for everybody's, found by who they are about. */
export type WaitingFilter = { readonly uploadedBy: string | null; readonly search: string };

function waitingOf({ uploadedBy, search }: WaitingFilter): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    sql`${intakeRow.state} = 'waiting'`,
    search === '' ? undefined : sql`${intakeRow.who} like ${pattern} escape '\\'`,
    uploadedBy === null
      ? undefined
      : sql`${intakeRow.importId} in (select id from ${intakeImport} where uploaded_by = ${uploadedBy})`,
  );
}

export async function countWaiting(db: Reader, filter: WaitingFilter): Promise<number> {
  const row = await db.select({ n: count() }).from(intakeRow).where(waitingOf(filter)).get();
  return row?.n ?? 0;
}

/** In order of whom they are about. */
export async function listWaiting(
  db: Reader | Tx,
  filter: WaitingFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<Row[]> {
  const rows = await db
    .select()
    .from(intakeRow)
    .where(waitingOf(filter))
    .orderBy(asc(intakeRow.who), asc(intakeRow.importId), asc(intakeRow.line))
    .limit(limit)
    .offset(offset);
  return rows.map(toRow);
}

export async function findRows(
  db: Reader | Tx,
  importId: string,
  lines: readonly number[],
): Promise<Row[]> {
  const rows = await db
    .select()
    .from(intakeRow)
    .where(and(eq(intakeRow.importId, importId), inArray(intakeRow.line, [...lines])));
  return rows.map(toRow);
}

function toRow(row: typeof intakeRow.$inferSelect): Row {
  return {
    ...row,
    cells: JSON.parse(row.cells) as string[], // These were written by this file.
    verdict: row.verdict as Verdict,
    state: row.state as RowState,
    reading: row.reading === null ? null : JSON.parse(row.reading),
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem),
    effect: row.effect === null ? null : JSON.parse(row.effect),
  };
}
