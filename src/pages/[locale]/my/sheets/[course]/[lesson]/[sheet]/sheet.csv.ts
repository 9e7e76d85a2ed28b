import type { APIRoute } from 'astro';
import { openSheet } from '#features/sheet/service.ts';
import { findSheet } from '#features/sheet/sheet.ts';
import { sheetAsCsv } from '#ui/components/sheet/file.ts';

/** One of one's own sheets as a table for a spreadsheet. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  const { course: courseId = '', lesson: lessonId = '', sheet: sheetId = '' } = params;
  const place = { courseId, lessonId, sheetId };
  const opened = person && (await openSheet(app, person, place));
  if (!opened) return rewrite('/404');
  const filed = { sheet: findSheet(app, place), opened };
  return sheetAsCsv(sheetId, filed, { t, locale, zone: app.zone });
};
