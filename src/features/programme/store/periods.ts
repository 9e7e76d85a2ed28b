import { and, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { programmeMember, programmePeriod, programmeTransition } from '#db/schema/programme.ts';
import type { Day, Instant } from '#kernel/date.ts';
import type { Standing, Transition } from '../standing.ts';

export type MemberRow = typeof programmeMember.$inferSelect;
export type PeriodRow = Omit<typeof programmePeriod.$inferSelect, 'standing'> & {
  readonly standing: Standing;
};
export type TransitionRow = {
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly what: Transition['what'];
  readonly onDay: Day;
  readonly isUndone: boolean;
};
/** Which rows: of these people, and of these programmes where not all are meant. */
export type Scope = {
  readonly personIds: readonly string[];
  readonly programmeIds?: readonly string[];
};

export async function listMembers(db: Reader | Tx, scope: Scope): Promise<MemberRow[]> {
  const { personId, programmeId, ruleId, since } = programmeMember;
  const columns = sql`json_array(${personId}, ${programmeId}, ${ruleId}, ${since})`;
  const rows = await inOneText<[string, string, string, Day]>(db, {
    columns,
    scope,
    table: programmeMember,
  });
  return rows.map(([person, programme, rule, from]) => ({
    personId: person,
    programmeId: programme,
    ruleId: rule,
    since: from,
  }));
}

export async function listPeriods(db: Reader | Tx, scope: Scope): Promise<PeriodRow[]> {
  const t = programmePeriod;
  const columns = sql`json_array(${t.personId}, ${t.programmeId}, ${t.period}, ${t.ruleId}, ${t.opensOn},
    ${t.setFor}, ${t.dueOn}, ${t.graceUntil}, ${t.doneOn}, ${t.validUntil}, ${t.standing}, ${t.isImpossible},
    ${t.endedOn})`;
  type Row = [
    string,
    string,
    string,
    string,
    Day,
    Day,
    Day,
    Day,
    Day | null,
    Day | null,
    Standing,
    number,
    Day | null,
  ];
  const rows = await inOneText<Row>(db, { columns, scope, table: t });
  return rows.map((row) => ({
    personId: row[0],
    programmeId: row[1],
    period: row[2],
    ruleId: row[3],
    opensOn: row[4],
    setFor: row[5],
    dueOn: row[6],
    graceUntil: row[7],
    doneOn: row[8],
    validUntil: row[9],
    standing: row[10],
    isImpossible: row[11] === 1,
    endedOn: row[12],
  }));
}

export async function listTransitions(db: Reader, scope: Scope): Promise<TransitionRow[]> {
  const t = programmeTransition;
  const columns = sql`json_array(${t.personId}, ${t.programmeId}, ${t.period}, ${t.what}, ${t.onDay}, ${t.undoneAt})`;
  type Row = [string, string, string, Transition['what'], Day, Instant | null];
  const rows = await inOneText<Row>(db, { columns, scope, table: t });
  return rows.map(([personId, programmeId, period, what, onDay, undoneAt]) => ({
    personId,
    programmeId,
    period,
    what,
    onDay,
    isUndone: undoneAt !== null,
  }));
}

type Table = typeof programmeMember | typeof programmePeriod | typeof programmeTransition;

/**
 * Rows as one text. The driver makes each row an object whose members are defined one by one, which for a walk over hundreds
 * of thousands of rows costs more than finding them.
 */
async function inOneText<Row>(
  db: Reader | Tx,
  { columns, scope, table }: { columns: SQL; scope: Scope; table: Table },
): Promise<Row[]> {
  const found = await db
    .select({ rows: sql<string>`json_group_array(${columns})` })
    .from(table)
    .where(inScope(table, scope));
  return JSON.parse(found[0]?.rows ?? '[]');
}

/** Writes all of them in one statement; a row that is there becomes as given. */
export async function saveMembers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ personId, programmeId, ruleId, since }) => [
    personId,
    programmeId,
    ruleId,
    since,
  ]);
  await tx.run(sql`insert into programme_member (person_id, programme_id, rule_id, since)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3
    from json_each(${JSON.stringify(values)}) where true
    on conflict (person_id, programme_id)
    do update set rule_id = excluded.rule_id, since = excluded.since`);
}

export async function deleteMembers(
  tx: Tx,
  keys: readonly { personId: string; programmeId: string }[],
): Promise<void> {
  if (keys.length === 0) return;
  const values = keys.map(({ personId, programmeId }) => [personId, programmeId]);
  await tx.run(sql`delete from programme_member where (person_id, programme_id) in
    (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(values)}))`);
}

/** Writes all of them in one statement; a row that is there becomes as given. */
export async function savePeriods(tx: Tx, rows: readonly PeriodRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => [
    row.personId,
    row.programmeId,
    row.period,
    row.ruleId,
    row.opensOn,
    row.setFor,
    row.dueOn,
    row.graceUntil,
    row.doneOn,
    row.validUntil,
    row.standing,
    Number(row.isImpossible),
    row.endedOn,
  ]);
  await tx.run(sql`insert into programme_period (person_id, programme_id, period, rule_id,
      opens_on, set_for, due_on, grace_until, done_on, valid_until, standing, is_impossible, ended_on)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12
    from json_each(${JSON.stringify(values)}) where true
    on conflict (person_id, programme_id, period) do update set rule_id = excluded.rule_id,
      opens_on = excluded.opens_on, set_for = excluded.set_for, due_on = excluded.due_on,
      grace_until = excluded.grace_until, done_on = excluded.done_on,
      valid_until = excluded.valid_until, standing = excluded.standing,
      is_impossible = excluded.is_impossible, ended_on = excluded.ended_on`);
}

export async function deletePeriods(
  tx: Tx,
  keys: readonly { personId: string; programmeId: string; period: string }[],
): Promise<void> {
  if (keys.length === 0) return;
  const values = keys.map(({ personId, programmeId, period }) => [personId, programmeId, period]);
  await tx.run(sql`delete from programme_period where (person_id, programme_id, period) in
    (select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(values)}))`);
}

/** Keeps what happened, each once; what had been undone holds again. */
export async function keepTransitions(
  tx: Tx,
  rows: readonly Omit<TransitionRow, 'isUndone'>[],
  recordedAt: Instant,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`insert into programme_transition
      (person_id, programme_id, period, what, on_day, recorded_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${recordedAt}
    from json_each(${JSON.stringify(rows.map(keyOf))}) where true
    on conflict (person_id, programme_id, period, what, on_day) do update set undone_at = null`);
}

/** Marks what a correction has made untrue. */
export async function undoTransitions(
  tx: Tx,
  rows: readonly Omit<TransitionRow, 'isUndone'>[],
  undoneAt: Instant,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`update programme_transition set undone_at = ${undoneAt}
    where (person_id, programme_id, period, what, on_day) in
      (select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
      from json_each(${JSON.stringify(rows.map(keyOf))}))`);
}

function keyOf(row: Omit<TransitionRow, 'isUndone'>): string[] {
  return [row.personId, row.programmeId, row.period, row.what, row.onDay];
}

function inScope(table: Table, { personIds, programmeIds }: Scope): SQL | undefined {
  return and(
    sql`${table.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
    programmeIds &&
      sql`${table.programmeId} in (select value from json_each(${JSON.stringify(programmeIds)}))`,
  );
}

export function toPeriod(row: typeof programmePeriod.$inferSelect): PeriodRow {
  return { ...row, standing: row.standing as Standing }; // As savePeriods wrote it.
}
