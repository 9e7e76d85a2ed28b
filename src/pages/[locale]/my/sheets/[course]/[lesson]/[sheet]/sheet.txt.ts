import type { APIRoute } from 'astro';
import { openSheet } from '#features/sheet/service.ts';
import { findSheet } from '#features/sheet/sheet.ts';
import { textFile } from '#platform/http/export.ts';
import { sheetAsText } from '#ui/components/sheet/file.ts';

/** One of one's own sheets as plain text. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  const { course: courseId = '', lesson: lessonId = '', sheet: sheetId = '' } = params;
  const place = { courseId, lessonId, sheetId };
  const opened = person && (await openSheet(app, person, place));
  if (!opened) return rewrite('/404');
  const filed = { sheet: findSheet(app, place), opened };
  const text = sheetAsText(filed, { t, locale, zone: app.zone });
  return textFile(sheetId, text);
};
