import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import { LOCALES } from '#kernel/text.ts';
import type { Question, Scale, SurveyFile, SurveyPart } from './survey.ts';

type File = SurveyFile & { readonly id: string };
type Part = SurveyPart & { readonly id: string };
type Path = readonly PropertyKey[];

/** What an author should mend in surveys and their shared parts, beyond their shape. */
export function checkSurveys(
  surveys: readonly Written<File>[],
  parts: readonly Written<Part>[],
  courses: ReadonlySet<string>,
): ContentProblem[] {
  const known = new Map(parts.map(({ value }) => [value.id, value]));
  return [
    ...parts.flatMap((part) => checkAsked(part, [])),
    ...surveys.flatMap((survey) => [
      ...checkNames(survey, known, courses),
      ...checkAsked(
        survey,
        survey.value.parts.flatMap((id) => known.get(id) ?? []),
      ),
    ]),
  ];
}

function checkNames(
  survey: Written<File>,
  known: ReadonlyMap<string, Part>,
  courses: ReadonlySet<string>,
): ContentProblem[] {
  const { course, parts, questions, kind, pair } = survey.value;
  const help = 'Use the name of a file or folder that is there.';
  const faults: [boolean, Path, string, string, string][] = [
    [
      course !== undefined && !courses.has(course),
      ['course'],
      'course-unknown',
      `There is no course ${course}.`,
      help,
    ],
    [
      kind === 'course' && course === undefined,
      ['kind'],
      'survey-without-course',
      'A survey about a course names the course.',
      'Add course: …',
    ],
    [
      questions.length === 0 && parts.length === 0,
      ['questions'],
      'survey-empty',
      'Nothing is asked.',
      'Write a question or name a part.',
    ],
    [
      pair === undefined && questions.some(({ type }) => type === 'pair'),
      ['questions'],
      'pair-unsaid',
      'A pair is asked, but not how importance and state are asked for.',
      'Add pair: with importance and state.',
    ],
    ...parts.map((id, at): [boolean, Path, string, string, string] => [
      !known.has(id),
      ['parts', at],
      'survey-part-unknown',
      `There is no part ${id}.`,
      'Write it as surveys/parts/<name>.yaml or name another.',
    ]),
  ];
  return faults.flatMap(([isFault, path, code, message, cure]) =>
    isFault ? [problemIn(survey, path, code, { message, help: cure })] : [],
  );
}

type Asking = { readonly scales: readonly Scale[]; readonly questions: readonly Question[] };

function checkAsked(written: Written<File | Part>, shared: readonly Asking[]): ContentProblem[] {
  const { scales, questions } = written.value;
  const before = {
    scales: shared.flatMap((part) => part.scales.map(({ id }) => id)),
    questions: shared.flatMap((part) => part.questions.map(({ id }) => id)),
  };
  const scaleIds = new Set([...before.scales, ...scales.map(({ id }) => id)]);
  return [
    ...twice(written, 'scales', { before: before.scales, own: scales.map(({ id }) => id) }),
    ...twice(written, 'questions', {
      before: before.questions,
      own: questions.map(({ id }) => id),
    }),
    ...scales.flatMap((scale, at) => sameLabels(written, scale, at)),
    ...questions.flatMap((question, at) => [
      ...sameOptions(written, question, at),
      ...unknownScale(written, scaleIds, { question, at }),
    ]),
    ...unknownPairScale(written, scaleIds),
  ];
}

function twice(
  written: Written<unknown>,
  list: 'scales' | 'questions',
  { before, own }: { before: readonly string[]; own: readonly string[] },
): ContentProblem[] {
  return own.flatMap((id, at) =>
    before.includes(id) || own.indexOf(id) !== at
      ? [
          problemIn(written, [list, at, 'id'], 'id-twice', {
            message: `${id} is there already.`,
            help: 'Give it an id of its own; a shared part counts as well.',
          }),
        ]
      : [],
  );
}

/** Five steps are five different things to say, in each language. */
function sameLabels(written: Written<unknown>, scale: Scale, at: number): ContentProblem[] {
  const labels = [...scale.low, scale.middle, ...scale.high];
  return LOCALES.flatMap((locale) => {
    const words = labels.map((label) => label[locale]);
    return new Set(words).size === words.length
      ? []
      : [
          problemIn(written, ['scales', at], 'scale-same-words', {
            message: `Two steps of the scale ${scale.id} say the same (${locale}).`,
            help: 'Let the two sides mirror each other: far, near, middle, near, far.',
          }),
        ];
  });
}

function sameOptions(written: Written<unknown>, question: Question, at: number): ContentProblem[] {
  if (question.type !== 'choice') return [];
  const { options, most } = question;
  const isTwice = new Set(options.map(({ id }) => id)).size !== options.length;
  const path = ['questions', at];
  return [
    ...(isTwice
      ? [
          problemIn(written, [...path, 'options'], 'id-twice', {
            message: 'Two options have one id.',
            help: 'Give each an id of its own.',
          }),
        ]
      : []),
    ...(most > options.length
      ? [
          problemIn(written, [...path, 'most'], 'survey-most', {
            message: 'More may be chosen than there is.',
            help: 'Lower it, or add options.',
          }),
        ]
      : []),
  ];
}

function unknownScale(
  written: Written<unknown>,
  scales: ReadonlySet<string>,
  { question, at }: { question: Question; at: number },
): ContentProblem[] {
  if (question.type !== 'scale' || scales.has(question.scale)) return [];
  return [scaleMissing(written, ['questions', at, 'scale'], question.scale)];
}

function unknownPairScale(
  written: Written<File | Part>,
  scales: ReadonlySet<string>,
): ContentProblem[] {
  const pair = 'pair' in written.value ? written.value.pair : undefined;
  if (pair === undefined) return [];
  return (['importance', 'state'] as const).flatMap((side) =>
    scales.has(pair[side].scale)
      ? []
      : [scaleMissing(written, ['pair', side, 'scale'], pair[side].scale)],
  );
}

function scaleMissing(written: Written<unknown>, path: Path, id: string): ContentProblem {
  return problemIn(written, path, 'scale-unknown', {
    message: `There is no scale ${id}.`,
    help: 'Write it under scales: or name one that is there.',
  });
}
