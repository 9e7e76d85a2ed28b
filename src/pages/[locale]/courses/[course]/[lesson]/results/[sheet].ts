import type { APIRoute } from 'astro';
import { readSheet } from '#features/sheet/given.ts';
import { resultsOf } from '#features/sheet/results.ts';
import { findSheet } from '#features/sheet/sheet.ts';
import { sayResult } from '#features/sheet/words.ts';
import { givenIn } from '#forms/assessment.ts';

/** The results of a sheet for the numbers that stand in it, in words, by field. Nothing is kept; a form so that addresses tell nothing. */
export const POST: APIRoute = async ({ locals, params, request, rewrite }) => {
  const { app, locale } = locals;
  const { course: courseId = '', lesson: lessonId = '', sheet: sheetId = '' } = params;
  const sheet = findSheet(app, { courseId, lessonId, sheetId });
  if (sheet === undefined) return rewrite('/404');
  const { values } = readSheet(sheet, givenIn(await request.formData()));
  const results = resultsOf(sheet, values);
  const said = sheet.fields.flatMap((field) =>
    field.type === 'result'
      ? [[field.id, sayResult(field, results.get(field.id) ?? null, locale)]]
      : [],
  );
  return Response.json(Object.fromEntries(said));
};
