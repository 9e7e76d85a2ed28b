import type { APIRoute } from 'astro';
import { allUnits } from '#features/identity/service.ts';
import { allAssignments, programmesInUse } from '#features/programme/service.ts';
import { assignmentsIn } from '#forms/assignments.ts';
import { csvFile } from '#platform/http/export.ts';

/** Who stands how with what is required, for a spreadsheet: the same people as on the page, all of them. */
export const GET: APIRoute = async ({ locals, rewrite, url }) => {
  const { app, t, locale, person } = locals;
  const units = await allUnits(app);
  const programmes = await programmesInUse(app);
  const known = new Set([...units, ...programmes].map(({ id }) => id));
  const question = assignmentsIn(url.searchParams, known);
  const found = person && (await allAssignments(app, person, question));
  if (!found?.ok) return rewrite('/404');
  const nameOf = new Map([
    ...units.map(({ id, name }) => [id, name[locale]] as const),
    ...programmes.map(({ id, body }) => [id, body.name[locale]] as const),
  ]);
  const header = [
    t('programme.people.name'),
    t('programme.people.unit'),
    t('bulk.field.programme'),
    t('programme.people.period'),
    t('programme.people.standing'),
    t('programme.people.due'),
    t('programme.people.done'),
  ];
  const rows = found.value.map((one) => [
    one.name,
    nameOf.get(one.unitId ?? '') ?? '',
    nameOf.get(one.programmeId) ?? one.programmeId,
    one.period,
    t(`programme.word.${one.standing}`),
    one.dueOn,
    one.doneOn ?? '',
  ]);
  return csvFile(`assignments-${question.standing}`, header, rows);
};
