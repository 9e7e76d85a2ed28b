import type { APIRoute } from 'astro';
import { fieldsOf } from '#features/survey/answers.ts';
import type { Spread } from '#features/survey/change.ts';
import { resultsFor } from '#features/survey/service.ts';
import { csvFile } from '#platform/http/export.ts';

/** What a closed survey found, as a table: a line a question, side or option. What may not be told stays empty. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  const found = person && (await resultsFor(app, person, params['round'] ?? ''));
  if (!found?.ok || found.value.results === null) return rewrite('/404');
  const { round, results } = found.value;
  const panels = [...(results.panels?.keys() ?? [])].sort();
  const cells = (spread: Spread | null | undefined) =>
    spread ? [spread.n, spread.mean.toFixed(2), spread.deviation.toFixed(2)] : ['', '', ''];
  const header = [
    t('survey.question'),
    t('survey.csv-part'),
    t('survey.csv-n'),
    t('survey.csv-mean'),
    t('survey.csv-deviation'),
    ...panels.flatMap((panel) =>
      (['csv-n', 'csv-mean', 'csv-deviation'] as const).map(
        (column) => `${t(`survey.panel.${panel}`)} ${t(`survey.${column}`)}`,
      ),
    ),
  ];
  const scales = round.survey.questions.flatMap((question) =>
    question.type === 'scale' || question.type === 'pair'
      ? fieldsOf(question).map((field) => {
          const result = results.scales.get(field);
          const part = field.split('/')[1] ?? '';
          return [
            question.text[locale],
            part,
            ...cells(result?.all),
            ...panels.flatMap((panel) => cells(result?.panels?.get(panel))),
          ];
        })
      : [],
  );
  const choices = results.choices.flatMap(({ question, counts }) =>
    question.options.map(({ id, text }) => [
      question.text[locale],
      text[locale],
      counts.get(id) ?? '',
      '',
      '',
      ...panels.flatMap(() => ['', '', '']),
    ]),
  );
  return csvFile(`survey-${round.id}`, header, [...scales, ...choices]);
};
