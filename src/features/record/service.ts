import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Cursor, cursorText } from './page.ts';
import { isSameAct, type NewStatement, readStatement, type Statement, toRow } from './statement.ts';
import {
  countOfCourse,
  countOfPerson,
  deleteAlias,
  findRow,
  insertAlias,
  insertStatement,
  listActorsAfter,
  listByIds,
  listCoursesOf,
  listDeeds,
  listLearners,
  listOfCourse,
  listOfObjects,
  listOfPerson,
} from './store.ts';

export const RECORD_PAGE = 50;

/**
 * Adds a statement in the caller's transaction. An act sent twice is one row. Throws when the id names another act or
 * belongs to somebody else: services look with `findStatement` first and refuse.
 */
export async function appendStatement(
  tx: Tx,
  statement: NewStatement,
): Promise<'stored' | 'already-there'> {
  if (await insertStatement(tx, toRow(statement))) return 'stored';
  const kept = await findStatement(tx, statement.id);
  if (kept === null || !isSameAct(kept, statement)) {
    throw new Error(`statement id ${statement.id} belongs to another act`);
  }
  return 'already-there';
}

export async function findStatement(reader: Reader | Tx, id: string): Promise<Statement | null> {
  const row = await findRow(reader, id);
  return row === undefined ? null : readStatement(row);
}

/** As many ids as one question to the database may name. */
const IDS_AT_ONCE = 1_000;

/** Statements by id, of anybody, in no particular order; for going through everything, as calibration does. */
export async function statementsByIds(
  reader: Reader,
  ids: readonly string[],
): Promise<Statement[]> {
  const found: Statement[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = await listByIds(reader, ids.slice(from, from + IDS_AT_ONCE));
    found.push(...rows.map(readStatement));
  }
  return found;
}

/** All a person did towards a course, in one query, in the order of recording. */
export async function statementsOfCourse(
  reader: Reader | Tx,
  personId: string,
  courseId: string,
): Promise<Statement[]> {
  return (await listOfCourse(reader, personId, courseId)).map(readStatement);
}

/**
 * Whether nothing was added to what a person did towards a course since there were so many statements. The record only
 * grows, so their number names its state.
 */
export async function recordStands(
  { db }: Pick<App, 'db'>,
  { personId, courseId, statements }: { personId: string; courseId: string; statements: number },
): Promise<boolean> {
  return (await countOfCourse(db.read, personId, courseId)) === statements;
}

/** All a person did to these objects, whichever course it counted towards; for a few hundred objects at most. */
export async function statementsAbout(
  reader: Reader | Tx,
  personId: string,
  objectIds: readonly string[],
): Promise<Statement[]> {
  if (objectIds.length === 0) return [];
  return (await listOfObjects(reader, personId, objectIds)).map(readStatement);
}

export type RecordPage = { readonly statements: Statement[]; readonly older: string | null };

/** Up to 50 statements of a person, newest first; `older` names the next page, null at the end. */
export async function statementsOf(
  app: App,
  actor: Actor,
  { personId, after }: { personId: string; after: Cursor | null },
): Promise<Result<RecordPage>> {
  if (!may(actor, 'see-record', { owner: personId })) return refuse({ code: 'not-allowed' });
  const rows = await listOfPerson(app.db.read, personId, { after, limit: RECORD_PAGE + 1 });
  const shown = rows.slice(0, RECORD_PAGE);
  const last = shown.at(-1);
  const older = rows.length > RECORD_PAGE && last ? cursorText(last) : null;
  return ok({ statements: shown.map(readStatement), older });
}

/** Who did anything in which course: what a rebuild walks over. */
export async function learnersOnRecord(
  reader: Reader | Tx,
): Promise<{ personId: string; courseId: string }[]> {
  const pairs = await listLearners(reader);
  return pairs.flatMap(({ personId, courseId }) =>
    courseId === null ? [] : [{ personId, courseId }],
  );
}

/** Who did something since a number of the record, and up to which number; for work that follows the record. */
export async function actorsAfter(
  { db }: Pick<App, 'db'>,
  after: number,
  limit: number,
): Promise<{ actors: string[]; upTo: number; isAll: boolean }> {
  const rows = await listActorsAfter(db.read, { after, limit });
  const actors = [...new Set(rows.map(({ actorId }) => actorId))];
  return { actors, upTo: rows.at(-1)?.seq ?? after, isAll: rows.length < limit };
}

/** When these people finished scenarios, passed question sets or showed what courses teach. The caller has made sure that they may be seen. */
export async function deedsOf(
  { db }: Pick<App, 'db'>,
  verb: 'finished' | 'passed' | 'shown',
  { personIds, objectIds }: { personIds: readonly string[]; objectIds: readonly string[] },
): Promise<{ personId: string; objectId: string; at: number }[]> {
  if (personIds.length === 0 || objectIds.length === 0) return [];
  return listDeeds(db.read, verb, { personIds, objectIds });
}

/**
 * From here on, the statements of one account are told as another person's, who is the same. No statement is changed, so
 * `unjoinRecords` makes everything as it was.
 */
export async function joinRecords(
  tx: Tx,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await insertAlias(tx, { aliasId: from, personId: into });
}

export async function unjoinRecords(tx: Tx, from: string): Promise<void> {
  await deleteAlias(tx, from);
}

/** The courses a person did anything in, and how many statements there are of them. */
export async function extentOfRecord(
  reader: Reader | Tx,
  personId: string,
): Promise<{ courses: string[]; statements: number }> {
  const courses = await listCoursesOf(reader, personId);
  return { courses, statements: await countOfPerson(reader, personId) };
}
