import type { APIRoute } from 'astro';
import { cohortReport } from '#features/cohort/service.ts';
import { findCompetency } from '#features/competency/framework.ts';
import { dayAt } from '#kernel/date.ts';
import { csvFile } from '#platform/http/export.ts';
import { sayAttention, sayStep } from '#ui/components/cohort/words.ts';
import { sayStanding } from '#ui/components/competency/words.ts';

/** The cohort page as a table for a spreadsheet: one line a person, in the reader's language. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  const found = person && (await cohortReport(app, person, params['cohort'] ?? ''));
  if (!found?.ok) return rewrite('/404');
  const { cohort, steps, report, competencies, standings } = found.value;
  const speaking = { t, locale, app };
  const day = (at: number | null) => (at === null ? '' : dayAt(at, app.zone));
  const header = [
    t('cohort.person'),
    t('cohort.csv-joined'),
    t('cohort.percent'),
    ...steps.map((step) => sayStep(step, cohort.courseId, speaking)),
    t('cohort.last'),
    t('cohort.csv-completed'),
    t('cohort.away'),
    t('cohort.csv-attention'),
    ...competencies.map((id) => findCompetency(app.framework, id)?.name[locale] ?? id),
  ];
  const rows = report.rows.map((row) => [
    row.name,
    t(`cohort.state.${row.state}`),
    row.percent,
    ...row.steps.map((state) => (state === null ? '' : t(`cohort.state.${state}`))),
    day(row.lastActivityAt),
    day(row.completedAt),
    row.isAway ? t('cohort.away') : '',
    row.attention === null ? '' : sayAttention(row.attention, cohort.courseId, speaking),
    ...competencies.map((id) => {
      const standing = standings.get(row.personId)?.get(id);
      return standing ? sayStanding(standing, { t, locale, zone: app.zone }) : '';
    }),
  ]);
  return csvFile(`cohort-${cohort.id}`, header, rows);
};
