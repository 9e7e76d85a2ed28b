import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import {
  EXCEPTION_KINDS,
  type ExceptionKind,
  type ExceptionLine,
  type ExceptionMark,
  type ExceptionState,
  newestFirst,
} from '../exception.ts';
import {
  type LineFilter,
  listAbsenceLines,
  listExcuseLines,
  listExtensionLines,
  listNamedLines,
} from '../store/exception-lines.ts';
import { unitsWithin } from './assignments.ts';

export const EXCEPTIONS_PAGE = 50;
/** As many as somebody works with in a spreadsheet. */
const LINES_MAX = 50_000;

export type ExceptionQuestion = {
  /** Null for every kind, state, programme; people of a unit and everything below it. */
  readonly kind?: ExceptionKind | null;
  readonly state?: ExceptionState | null;
  readonly programmeId?: string | null;
  readonly unitId?: string | null;
  /** A part of a name or login. */
  readonly search?: string;
  /** The last line of the page before. */
  readonly before?: ExceptionMark | null;
};

/** What was decided for single people, the newest recorded first, 50 to a page; `hasMore` when older ones follow. */
export async function exceptions(
  app: App,
  actor: Actor,
  question: ExceptionQuestion,
): Promise<Result<{ lines: ExceptionLine[]; hasMore: boolean }>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const found = await find(app, question, EXCEPTIONS_PAGE + 1);
  return ok({
    lines: found.slice(0, EXCEPTIONS_PAGE),
    hasMore: found.length > EXCEPTIONS_PAGE,
  });
}

/** All of them from the newest on, for a spreadsheet. */
export async function allExceptions(
  app: App,
  actor: Actor,
  question: ExceptionQuestion,
): Promise<Result<ExceptionLine[]>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  return ok(await find(app, { ...question, before: null }, LINES_MAX));
}

const LISTS = {
  excuse: listExcuseLines,
  extension: listExtensionLines,
  absence: listAbsenceLines,
  named: listNamedLines,
} as const satisfies Record<ExceptionKind, unknown>;

/** Each kind answers with its newest; the newest of those are the newest of all. */
async function find(
  app: App,
  { kind = null, unitId = null, search = '', ...rest }: ExceptionQuestion,
  limit: number,
): Promise<ExceptionLine[]> {
  const { state = null, programmeId = null, before = null } = rest;
  const filter: LineFilter = {
    ...{ state, programmeId, before, limit },
    unitIds: unitId === null ? null : await unitsWithin(app, unitId),
    search: search.normalize('NFC').trim(),
    today: dayAt(app.clock.now(), app.zone),
  };
  const kinds = EXCEPTION_KINDS.filter(
    (one) =>
      (kind === null || one === kind) &&
      // An absence belongs to no programme, and only a request can wait.
      !(one === 'absence' && programmeId !== null) &&
      !(one !== 'extension' && state === 'waiting'),
  );
  const found = await Promise.all(kinds.map((one) => LISTS[one](app.db.read, filter)));
  return newestFirst(found.flat()).slice(0, limit);
}
