import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import { LOCALES } from '#kernel/text.ts';
import type { Criterion, ObservationForm } from './observation-form.ts';

/** What an author should mend in observation forms beyond their shape. */
export function checkObservationForms(
  forms: readonly Written<ObservationForm>[],
  competencies: ReadonlySet<string>,
): ContentProblem[] {
  return forms.flatMap((form) =>
    form.value.rubric.flatMap((criterion, at) => [
      ...unknown(form, criterion, { at, competencies }),
      ...repeated(form, criterion, at),
      ...sameWords(form, criterion, at),
    ]),
  );
}

function unknown(
  form: Written<ObservationForm>,
  { competency }: Criterion,
  { at, competencies }: { at: number; competencies: ReadonlySet<string> },
): ContentProblem[] {
  if (competencies.has(competency)) return [];
  return [
    problemIn(form, ['rubric', at, 'competency'], 'competency-unknown', {
      message: `There is no competency ${competency}.`,
      help: 'Use an id of competencies/framework.yaml.',
    }),
  ];
}

function repeated(
  form: Written<ObservationForm>,
  { competency }: Criterion,
  at: number,
): ContentProblem[] {
  const first = form.value.rubric.findIndex((other) => other.competency === competency);
  if (first === at) return [];
  return [
    problemIn(form, ['rubric', at, 'competency'], 'competency-twice', {
      message: `${competency} is already in this form.`,
      help: 'Keep one of the two, or write a second form: one look gives one level for each competency.',
    }),
  ];
}

/** Two levels in the same words cannot be told apart while watching. */
function sameWords(
  form: Written<ObservationForm>,
  { seen }: Criterion,
  at: number,
): ContentProblem[] {
  const levels = [0, 1, 2, 3, 4] as const;
  return levels.flatMap((level) =>
    LOCALES.flatMap((locale) => {
      const earlier = levels.find((other) => seen[other][locale] === seen[level][locale]);
      if (earlier === level || earlier === undefined) return [];
      return [
        problemIn(form, ['rubric', at, 'seen', level, locale], 'level-same-words', {
          message: `Levels ${earlier} and ${level} say the same.`,
          help: 'Say what one sees at this level that one does not see below it.',
        }),
      ];
    }),
  );
}
