import type { Given } from '#features/assessment/item-kind.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale, Text } from '#kernel/text.ts';
import { readSheet } from './given.ts';
import { type Body, bodyOf, isSame, readBody } from './kept.ts';
import { findSheet, type SheetPlace, type WithSheets } from './sheet.ts';
import {
  deleteVersions,
  findLatest,
  findVersion,
  insertVersion,
  listLatestIds,
  listLatestOf,
  listLatestOfLesson,
  listVersions,
  type VersionRow,
} from './store.ts';
import type { KeptSheet } from './view.ts';

type LessonPlace = Omit<SheetPlace, 'sheetId'>;
export type KeepInput = SheetPlace & {
  readonly eventId: string;
  readonly given: Given;
  /** The language in which it is kept in words. */
  readonly locale: Locale;
};

/**
 * Keeps what the actor wrote in a sheet, for themselves alone: nobody else reads it, and it counts towards nothing. The
 * same event sent again changes nothing; nor does sending what is kept already.
 */
export async function keepSheet(
  app: App & WithSheets,
  { personId }: Actor,
  { eventId, given, locale, courseId, lessonId, sheetId }: KeepInput,
): Promise<Result<'stored'>> {
  const place = { personId, courseId, lessonId, sheetId };
  const sheet = findSheet(app, place);
  if (sheet === undefined) return refuse({ code: 'sheet-unknown' });
  const { values, problems } = readSheet(sheet, given);
  const [problem] = problems;
  if (problem) return refuse(problem);
  return app.db.write(async (tx) => {
    const sent = await findVersion(tx, eventId);
    if (sent !== null) return isOf(sent, place) ? ok('stored') : refuse({ code: 'event-used' });
    const latest = await findLatest(tx, place);
    const before = latest && readBody(latest.body);
    if (before === null && Object.keys(values).length === 0) return refuse({ code: 'sheet-empty' });
    const body = bodyOf(sheet, { values, locale, before });
    if (isSame(before, body)) return ok('stored');
    const number = (latest?.number ?? 0) + 1;
    const row = { id: eventId, ...place, number, savedAt: app.clock.now() };
    await insertVersion(tx, { ...row, body: JSON.stringify(body) });
    return ok('stored');
  });
}

/** What the actor keeps of a lesson's sheets, by sheet, and a mark that changes with any of it. */
export async function sheetsIn(
  app: Pick<App, 'db'>,
  { personId }: Actor,
  { courseId, lessonId }: LessonPlace,
): Promise<{ kept: ReadonlyMap<string, KeptSheet>; mark: string }> {
  const rows = await listLatestOfLesson(app.db.read, { personId, courseId, lessonId });
  return {
    kept: new Map(rows.map((row) => [row.sheetId, keptOf(row)])),
    mark: markOf(rows.map(({ id }) => id)),
  };
}

/** Whether a lesson's sheets are as they were when they were given this mark. */
export async function sheetsStand(
  { db }: Pick<App, 'db'>,
  { personId, courseId, lessonId, mark }: LessonPlace & { personId: string; mark: string },
): Promise<boolean> {
  return markOf(await listLatestIds(db.read, { personId, courseId, lessonId })) === mark;
}

const markOf = (ids: readonly string[]) => [...ids].sort().join();

/** A sheet in the list of one's own. */
export type OwnSheet = SheetPlace & { readonly title: Text; readonly savedAt: Instant };

/** Every sheet the actor keeps, the last written first. */
export async function ownSheets(
  app: App & WithSheets,
  { personId }: Actor,
): Promise<readonly OwnSheet[]> {
  const rows = await listLatestOf(app.db.read, personId);
  return rows.map((row) => {
    const { courseId, lessonId, sheetId, savedAt } = row;
    const title = findSheet(app, row)?.title ?? readBody(row.body).title;
    return { courseId, lessonId, sheetId, savedAt, title };
  });
}

export type OpenedSheet = {
  readonly latest: KeptSheet;
  /** What it was before, the newest first. */
  readonly earlier: readonly KeptSheet[];
};

/** One of the actor's own sheets with all it was before; null when they keep none here. */
export async function openSheet(
  app: Pick<App, 'db'>,
  { personId }: Actor,
  { courseId, lessonId, sheetId }: SheetPlace,
): Promise<OpenedSheet | null> {
  const rows = await listVersions(app.db.read, { personId, courseId, lessonId, sheetId });
  const [latest, ...earlier] = rows.map(keptOf);
  return latest === undefined ? null : { latest, earlier };
}

/** Forgets one of the actor's own sheets with all it was before. Doing it again changes nothing. */
export async function deleteSheet(
  app: Pick<App, 'db'>,
  { personId }: Actor,
  { courseId, lessonId, sheetId }: SheetPlace,
): Promise<Result<'deleted'>> {
  await app.db.write((tx) => deleteVersions(tx, { personId, courseId, lessonId, sheetId }));
  return ok('deleted');
}

function keptOf({ body, number, savedAt }: VersionRow): KeptSheet {
  const read: Body = readBody(body);
  return { body: read, number, savedAt };
}

function isOf(row: VersionRow, place: SheetPlace & { personId: string }): boolean {
  return (
    row.personId === place.personId &&
    row.courseId === place.courseId &&
    row.lessonId === place.lessonId &&
    row.sheetId === place.sheetId
  );
}
