import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { bulkLine } from '#db/schema/bulk.ts';
import { person } from '#db/schema/identity.ts';
import { type Decision, facetSchema, type LeftReason, type Line, type LineState } from '../act.ts';

type LineRow = typeof bulkLine.$inferSelect;

/** What an act would mean for these people. One bound value however many. */
export async function insertLines(
  tx: Tx,
  actId: string,
  decisions: readonly Decision[],
): Promise<void> {
  const json = JSON.stringify(
    decisions.map(({ personId, before, after, left }) => [
      personId,
      left === null ? 'open' : 'left',
      left,
      JSON.stringify(before),
      JSON.stringify(after),
    ]),
  );
  await tx.run(sql`insert into bulk_line (act_id, person_id, state, left, before, after)
    select ${actId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(${json}) where true
    on conflict (act_id, person_id) do nothing`);
}

export async function deleteLines(tx: Tx, actId: string): Promise<void> {
  await tx.delete(bulkLine).where(eq(bulkLine.actId, actId));
}

export type Outcome = {
  readonly personId: string;
  readonly state: LineState;
  readonly left?: LeftReason | null;
  readonly effect?: string | null;
};

/** What became of these lines. As an upsert, because it finds each row by its key. */
export async function saveOutcomes(
  tx: Tx,
  actId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const json = JSON.stringify(
    outcomes.map(({ personId, state, left = null, effect = null }) => [
      personId,
      state,
      left,
      effect,
    ]),
  );
  await tx.run(sql`insert into bulk_line (act_id, person_id, state, left, effect, before, after)
    select ${actId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, '', '' from json_each(${json}) where true
    on conflict (act_id, person_id) do update set state = excluded.state, left = excluded.left,
      effect = coalesce(excluded.effect, bulk_line.effect)`);
}

/** Some lines in a state, by person: for carrying them out a few at a time. */
export async function listInState(
  db: Reader | Tx,
  actId: string,
  { state, limit }: { state: LineState; limit: number },
): Promise<Line[]> {
  const rows = await db
    .select()
    .from(bulkLine)
    .where(and(eq(bulkLine.actId, actId), eq(bulkLine.state, state)))
    .orderBy(asc(bulkLine.personId))
    .limit(limit);
  return rows.map(readLine);
}

/** Lines with the names of their people, by name. */
export async function listNamed(
  db: Reader,
  actId: string,
  { states, offset, limit }: { states: readonly LineState[]; offset: number; limit: number },
): Promise<(Line & { readonly name: string; readonly login: string })[]> {
  const rows = await db
    .select({ line: bulkLine, name: person.name, login: person.login })
    .from(bulkLine)
    .innerJoin(person, eq(person.id, bulkLine.personId))
    .where(and(eq(bulkLine.actId, actId), inArray(bulkLine.state, [...states])))
    .orderBy(asc(person.name), asc(person.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ line, name, login }) => ({ ...readLine(line), name, login }));
}

/** How many lines are in which state and why they were left. */
export async function countLines(
  db: Reader | Tx,
  actIds: readonly string[],
): Promise<{ actId: string; state: LineState; left: LeftReason | null; n: number }[]> {
  const rows = await db
    .select({ actId: bulkLine.actId, state: bulkLine.state, left: bulkLine.left, n: count() })
    .from(bulkLine)
    .where(inArray(bulkLine.actId, [...actIds]))
    .groupBy(bulkLine.actId, bulkLine.state, bulkLine.left);
  return rows.map(({ state, left, ...row }) => ({ ...row, ...known({ state, left }) }));
}

function readLine({ personId, before, after, effect, ...row }: LineRow): Line {
  const facet = (json: string) => facetSchema.parse(JSON.parse(json));
  return { personId, before: facet(before), after: facet(after), effect, ...known(row) };
}

function known({ state, left }: Pick<LineRow, 'state' | 'left'>) {
  // Only this file writes states and reasons, and only known ones.
  return { state: state as LineState, left: left as LeftReason | null };
}
