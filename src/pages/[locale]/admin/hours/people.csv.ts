import type { APIRoute } from 'astro';
import { allUnits } from '#features/identity/service.ts';
import { CATEGORIES } from '#features/transcript/category.ts';
import { hoursReport } from '#features/transcript/service.ts';
import { csvFile } from '#platform/http/export.ts';
import { readYear } from '#ui/components/transcript/files.ts';

/** Minutes of learning of everybody in a unit and a year, for a spreadsheet: one line a person. */
export const GET: APIRoute = async ({ locals, rewrite, url }) => {
  const { app, t, locale, person } = locals;
  const unitId = url.searchParams.get('unit') || null;
  const question = { year: readYear(url), unitId, page: 'all' } as const;
  const found = person && (await hoursReport(app, person, question));
  if (!found?.ok) return rewrite('/404');
  const { year, people } = found.value;
  const units = new Map((await allUnits(app)).map(({ id, name }) => [id, name[locale]]));
  const header = [
    t('transcript.name'),
    t('transcript.report.unit'),
    t('transcript.year'),
    ...CATEGORIES.map(
      (category) => `${t(`transcript.category.${category}`)} (${t('transcript.counts')})`,
    ),
    `${t('transcript.total')} (${t('transcript.counts')})`,
  ];
  const rows = people.map(({ name, unitId: unit, minutes }) => {
    const counts = CATEGORIES.map((category) => minutes[category]);
    const total = counts.reduce((sum, one) => sum + one, 0);
    return [name, units.get(unit ?? '') ?? '', year, ...counts, total];
  });
  return csvFile(`hours-${year}`, header, rows);
};
