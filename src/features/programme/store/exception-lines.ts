import { and, desc, eq, gte, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/client.ts';
import { person } from '#db/schema/identity.ts';
import { absence, excuse, extension } from '#db/schema/programme.ts';
import type { Day, Instant } from '#kernel/date.ts';
import {
  type ExceptionLine,
  type ExceptionMark,
  type ExceptionState,
  singleDay,
} from '../exception.ts';

export type LineFilter = {
  readonly state: ExceptionState | null;
  readonly programmeId: string | null;
  /** Only people of these units; null for all. */
  readonly unitIds: readonly string[] | null;
  readonly search: string;
  /** Only what is older. */
  readonly before: ExceptionMark | null;
  readonly today: Day;
  readonly limit: number;
};

/** Newest first, as each of these lists. */
export async function listExcuseLines(db: Reader, filter: LineFilter): Promise<ExceptionLine[]> {
  const states = {
    'in-force': isNull(excuse.withdrawnAt),
    waiting: sql`false`,
    ended: isNotNull(excuse.withdrawnAt),
  };
  const rows = await db
    .select({ row: excuse, name: person.name, unitId: person.unitId })
    .from(excuse)
    .innerJoin(person, eq(person.id, excuse.personId))
    .where(
      and(
        filter.state === null ? undefined : states[filter.state],
        inProgramme(excuse.programmeId, filter),
        ...among(filter, 'excuse', { at: excuse.excusedAt, id: excuse.id }),
      ),
    )
    .orderBy(desc(excuse.excusedAt), desc(excuse.id))
    .limit(filter.limit);
  return rows.map(({ row, name, unitId }) => ({
    ...{ id: `excuse:${row.id}`, kind: 'excuse', personId: row.personId, name, unitId },
    ...{ programmeId: row.programmeId, period: row.period, word: null, from: null, until: null },
    ...{ reason: row.reason, byId: row.excusedBy, at: row.excusedAt },
    state: row.withdrawnAt === null ? 'in-force' : 'ended',
    closed: closing(row.withdrawnAt, row.withdrawnBy, ''),
  }));
}

export async function listExtensionLines(db: Reader, filter: LineFilter): Promise<ExceptionLine[]> {
  const { today } = filter;
  const states = {
    'in-force': and(eq(extension.outcome, 'granted'), gte(extension.grantedUntil, today)),
    waiting: isNull(extension.outcome),
    ended: or(ne(extension.outcome, 'granted'), lt(extension.grantedUntil, today)),
  };
  const rows = await db
    .select({ row: extension, name: person.name, unitId: person.unitId })
    .from(extension)
    .innerJoin(person, eq(person.id, extension.personId))
    .where(
      and(
        filter.state === null ? undefined : states[filter.state],
        inProgramme(extension.programmeId, filter),
        ...among(filter, 'extension', { at: extension.askedAt, id: extension.id }),
      ),
    )
    .orderBy(desc(extension.askedAt), desc(extension.id))
    .limit(filter.limit);
  return rows.map(({ row, name, unitId }) => ({
    ...{ id: `extension:${row.id}`, kind: 'extension', personId: row.personId, name, unitId },
    ...{ programmeId: row.programmeId, period: row.period, word: row.outcome ?? 'open' },
    ...{ from: null, until: row.grantedUntil ?? row.wantedUntil, reason: row.reason },
    ...{ byId: row.personId, at: row.askedAt, state: extensionState(row, today) },
    closed: closing(
      row.answeredAt,
      row.outcome === 'withdrawn' ? row.personId : row.answeredBy,
      row.answer,
    ),
  }));
}

export async function listAbsenceLines(db: Reader, filter: LineFilter): Promise<ExceptionLine[]> {
  const { today } = filter;
  const states = {
    'in-force': and(isNull(absence.withdrawnAt), gte(absence.toDay, today)),
    waiting: sql`false`,
    ended: or(isNotNull(absence.withdrawnAt), lt(absence.toDay, today)),
  };
  const rows = await db
    .select({ row: absence, name: person.name, unitId: person.unitId })
    .from(absence)
    .innerJoin(person, eq(person.id, absence.personId))
    .where(
      and(
        filter.state === null ? undefined : states[filter.state],
        ...among(filter, 'absence', { at: absence.recordedAt, id: absence.id }),
      ),
    )
    .orderBy(desc(absence.recordedAt), desc(absence.id))
    .limit(filter.limit);
  return rows.map(({ row, name, unitId }) => ({
    ...{ id: `absence:${row.id}`, kind: 'absence', personId: row.personId, name, unitId },
    ...{ programmeId: null, period: null, word: row.kind, from: row.fromDay, until: row.toDay },
    ...{ reason: row.why, byId: row.recordedBy, at: row.recordedAt },
    state: row.withdrawnAt === null && row.toDay >= today ? 'in-force' : 'ended',
    closed: closing(row.withdrawnAt, row.withdrawnBy, row.withdrawnReason),
  }));
}

type NamedRow = {
  id: string;
  person_id: string;
  name: string;
  unit_id: string | null;
  programme_id: string;
  is_now: number;
  duty: string;
  from_day: Day;
  due: string | null;
  why: string;
  actor_id: string | null;
  at: Instant;
};

/** Everybody a rule of a programme names now or once did, since the change in which it first did. */
export async function listNamedLines(db: Reader, filter: LineFilter): Promise<ExceptionLine[]> {
  const { state, before } = filter;
  const lineId = sql`'named:' || named.programme_id || ' ' || named.rule_id || ' ' || named.person_id`;
  const mark = before && sql`(named.at, ${lineId}) < (${before.at}, ${before.id})`;
  const states = {
    'in-force': sql`current.person_id is not null`,
    waiting: sql`false`,
    ended: sql`current.person_id is null`,
  };
  const rows = await db.all<NamedRow>(sql`
    with ${namedEver(filter)}, ${namedNow(filter)}
    select ${lineId} as id, named.person_id, ${person.name} as name, ${person.unitId} as unit_id, named.programme_id,
      current.person_id is not null as is_now, coalesce(current.duty, named.duty) as duty,
      coalesce(current.from_day, named.from_day) as from_day, iif(current.person_id is null, named.due, current.due) as due,
      named.why, named.actor_id, named.at
    from named
    join ${person} on ${person.id} = named.person_id
    left join current on current.programme_id = named.programme_id and current.rule_id = named.rule_id
      and current.person_id = named.person_id
    where ${and(sql`true`, state === null ? undefined : states[state], mark ?? undefined, ...ofPeople(filter))}
    order by named.at desc, 1 desc
    limit ${filter.limit}`);
  return rows.map((row) => ({
    ...{ id: row.id, kind: 'named', personId: row.person_id, name: row.name, unitId: row.unit_id },
    ...{ programmeId: row.programme_id, period: null, word: row.duty, from: row.from_day },
    ...{ until: singleDay(row.due), reason: row.why, byId: row.actor_id, at: row.at, closed: null },
    state: row.is_now === 1 ? 'in-force' : 'ended',
  }));
}

/** One row for each name in a rule of a body, JSON as `writeBody` writes it. */
const NAMES = sql`json_extract(rule.value, '$.id') as rule_id, who.value as person_id,
  json_extract(rule.value, '$.duty') as duty, json_extract(rule.value, '$.from') as from_day,
  json_extract(rule.value, '$.timing.recurs.due') as due`;
const EACH_NAME = sql`json_each(of.body, '$.rules') as rule, json_each(rule.value, '$.place.people') as who`;

/** SQLite takes the other columns of a group from the row that holds its least revision. */
function namedEver({ programmeId }: LineFilter): SQL {
  return sql`named as (
    select of.programme_id, of.at, of.actor_id, of.why, min(of.revision) as revision, ${NAMES}
    from programme_change as of, ${EACH_NAME}
    where ${programmeId === null ? sql`true` : sql`of.programme_id = ${programmeId}`}
    group by of.programme_id, rule_id, person_id)`;
}

function namedNow({ programmeId }: LineFilter): SQL {
  return sql`current as materialized (
    select of.id as programme_id, ${NAMES} from programme as of, ${EACH_NAME}
    where of.retired_at is null and ${programmeId === null ? sql`true` : sql`of.id = ${programmeId}`})`;
}

function closing(
  at: Instant | null,
  byId: string | null,
  why: string | null,
): ExceptionLine['closed'] {
  return at === null ? null : { byId, at, why: why ?? '' };
}

function extensionState(
  { outcome, grantedUntil }: typeof extension.$inferSelect,
  today: Day,
): ExceptionState {
  if (outcome === null) return 'waiting';
  return outcome === 'granted' && (grantedUntil ?? '') >= today ? 'in-force' : 'ended';
}

function inProgramme(column: SQLiteColumn, { programmeId }: LineFilter): SQL | undefined {
  return programmeId === null ? undefined : eq(column, programmeId);
}

/** Older than the mark, by the index of the moment, and of the people asked for. */
function among(
  filter: LineFilter,
  kind: string,
  { at, id }: { at: SQLiteColumn; id: SQLiteColumn },
): (SQL | undefined)[] {
  const { before } = filter;
  if (before === null) return ofPeople(filter);
  const lineId = sql`${`${kind}:`} || ${id}`;
  return [
    lte(at, before.at),
    or(lt(at, before.at), sql`${lineId} < ${before.id}`),
    ...ofPeople(filter),
  ];
}

function ofPeople({ unitIds, search }: LineFilter): (SQL | undefined)[] {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const isFound = sql`(${person.name} like ${pattern} escape '\\' or ${person.login} like ${pattern} escape '\\')`;
  return [
    unitIds === null
      ? undefined
      : sql`${person.unitId} in (select value from json_each(${JSON.stringify(unitIds)}))`,
    search === '' ? undefined : isFound,
  ];
}
