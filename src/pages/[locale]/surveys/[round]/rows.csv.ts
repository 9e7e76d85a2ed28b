import type { APIRoute } from 'astro';
import { fieldsOf } from '#features/survey/answers.ts';
import { rowsFor } from '#features/survey/service.ts';
import { csvFile } from '#platform/http/export.ts';

/** Answers line by line for whoever leads the survey: no names, no texts, in an order that says nothing. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, person } = locals;
  const found = person && (await rowsFor(app, person, params['round'] ?? ''));
  if (!found?.ok) return rewrite('/404');
  const { round, rows, withPanels } = found.value;
  const questions = round.survey.questions.filter(({ type }) => type !== 'open');
  const columns = questions.flatMap((question) =>
    fieldsOf(question).map((field) => ({ field, isChoice: question.type === 'choice' })),
  );
  const header = [
    ...(withPanels ? [t('survey.csv-panel')] : []),
    ...columns.map(({ field }) => field),
  ];
  const lines = rows.map(({ panel, answers }) => [
    ...(withPanels ? [t(`survey.panel.${panel}`)] : []),
    ...columns.map(({ field, isChoice }) =>
      isChoice ? (answers.choices[field] ?? []).join(' ') : (answers.steps[field] ?? ''),
    ),
  ]);
  return csvFile(`survey-${round.id}-answers`, header, lines);
};
