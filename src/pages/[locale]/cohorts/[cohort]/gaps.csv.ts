import type { APIRoute } from 'astro';
import { cohortGaps } from '#features/cohort/service.ts';
import { csvFile } from '#platform/http/export.ts';
import { nameOfCompetency, sayGapShort } from '#ui/components/position/words.ts';

/** The targets of a cohort as a table for a spreadsheet: one line a person, target and standing side by side. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  const found = person && (await cohortGaps(app, person, params['cohort'] ?? ''));
  if (!found?.ok) return rewrite('/404');
  const { cohort, matrix } = found.value;
  const names = matrix.competencies.map((id) => nameOfCompetency(app.framework, id, locale));
  const header = [
    t('cohort.person'),
    t('position.cohort.csv-positions'),
    t('position.cohort.open'),
    ...names.flatMap((name) => [
      t('position.cohort.csv-target', { name }),
      t('position.cohort.csv-state', { name }),
    ]),
  ];
  const rows = matrix.rows.map((row) => [
    row.name,
    row.positions.map((name) => name[locale]).join(', '),
    row.open,
    ...row.gaps.flatMap((gap) =>
      gap === null ? ['', ''] : [t(`competency.level.${gap.target.level}`), sayGapShort(gap, t)],
    ),
  ]);
  return csvFile(`targets-${cohort.id}`, header, rows);
};
