import { shuffle } from '#kernel/random.ts';
import type { Answers } from './answers.ts';
import { fieldsOf } from './answers.ts';
import { type Spread, spreadOf } from './change.ts';
import type { Panel, Question, QuestionOf, Survey } from './survey.ts';

/** Nothing is told of fewer answers than this, anywhere. */
export const SMALLEST = 5;

/** One person's answers, with no way back to the person. */
export type Answered = { readonly panel: Panel; readonly answers: Answers };

/** Mean and spread of a scale, of all and by panel; null where telling it would tell of fewer than five. */
export type ScaleResult = {
  readonly field: string;
  readonly all: Spread | null;
  readonly panels: ReadonlyMap<Panel, Spread> | null;
};
export type ChoiceResult = {
  readonly question: QuestionOf<'choice'>;
  /** How many answered it; null for fewer than five. */
  readonly n: number | null;
  /** How many chose what, by option; null for a count that is not told. */
  readonly counts: ReadonlyMap<string, number | null>;
};
export type OpenResult = {
  readonly question: QuestionOf<'open'>;
  /** In an order that says nothing; null for fewer than five. */
  readonly texts: readonly string[] | null;
};
export type Results = {
  readonly scales: ReadonlyMap<string, ScaleResult>;
  readonly choices: readonly ChoiceResult[];
  readonly opens: readonly OpenResult[];
  /** How many of each panel answered; null where one would be fewer than five. */
  readonly panels: ReadonlyMap<Panel, number> | null;
  readonly total: number;
};

/**
 * What a closed round tells; null for fewer than five answers. A panel is told apart only where every panel that answered
 * has five or more: from all and the rest one could work out the small one.
 */
export function resultsOf(
  survey: Survey,
  answered: readonly Answered[],
  seed: string,
): Results | null {
  if (answered.length < SMALLEST) return null;
  const scales = survey.questions.flatMap((question) =>
    question.type === 'scale' || question.type === 'pair'
      ? fieldsOf(question).map((field) => scaleResult(field, answered))
      : [],
  );
  const ofType = <T extends Question['type']>(type: T) =>
    survey.questions.filter((question): question is QuestionOf<T> => question.type === type);
  return {
    scales: new Map(scales.map((result) => [result.field, result])),
    choices: ofType('choice').map((question) => choiceResult(question, answered)),
    opens: ofType('open').map((question) => openResult(question, answered, seed)),
    panels: sizesOf(answered),
    total: answered.length,
  };
}

/** Answers by panel, where every panel is large enough to be told apart; null otherwise, and for a single panel. */
function panelsOf<T extends { readonly panel: Panel }>(
  answered: readonly T[],
): ReadonlyMap<Panel, readonly T[]> | null {
  const panels = Map.groupBy(answered, ({ panel }) => panel);
  const isLarge = [...panels.values()].every((own) => own.length >= SMALLEST);
  return panels.size > 1 && isLarge ? panels : null;
}

function sizesOf(answered: readonly Answered[]): Results['panels'] {
  const panels = panelsOf(answered);
  return panels && new Map([...panels].map(([panel, own]) => [panel, own.length]));
}

function scaleResult(field: string, answered: readonly Answered[]): ScaleResult {
  const given = answered.flatMap(({ panel, answers }) => {
    const step = answers.steps[field];
    return step === undefined ? [] : [{ panel, step }];
  });
  if (given.length < SMALLEST) return { field, all: null, panels: null };
  // Who left a question out can be counted from outside it, so a panel must be large here and in the whole round.
  const panels = panelsOf(answered) && panelsOf(given);
  const spread = (own: readonly { step: number }[]) => spreadOf(own.map(({ step }) => step));
  const parts = [...(panels ?? [])].flatMap(([panel, own]) => {
    const told = spread(own);
    return told === null ? [] : [[panel, told] as const];
  });
  return { field, all: spread(given), panels: panels && new Map(parts) };
}

function choiceResult(question: QuestionOf<'choice'>, answered: readonly Answered[]): ChoiceResult {
  const given = answered.flatMap(({ answers }) => {
    const chosen = answers.choices[question.id];
    return chosen === undefined ? [] : [chosen];
  });
  const hidden = question.options.map(({ id }) => [id, null] as const);
  if (given.length < SMALLEST) return { question, n: null, counts: new Map(hidden) };
  const counts = question.options.map(({ id }) => {
    const count = given.filter((chosen) => chosen.includes(id)).length;
    return [id, count] as const;
  });
  const told = question.most === 1 ? withoutSmall(counts) : withoutSmallSides(counts, given.length);
  return { question, n: given.length, counts: new Map(told) };
}

type Counts = readonly (readonly [string, number])[];
type Told = readonly (readonly [string, number | null])[];
const isSmall = (count: number) => count > 0 && count < SMALLEST;

/**
 * Of a question with one choice, small counts are not told, and where the untold ones together are still fewer than five
 * or only one, the next larger ones with them: the whole is known, so the rest could be worked out.
 */
function withoutSmall(counts: Counts): Told {
  const hidden = new Set(counts.flatMap(([id, count]) => (isSmall(count) ? [id] : [])));
  if (hidden.size === 0) return counts;
  const rising = counts
    .filter(([id, count]) => count > 0 && !hidden.has(id))
    .sort((a, b) => a[1] - b[1]);
  const sum = () => counts.reduce((total, [id, count]) => total + (hidden.has(id) ? count : 0), 0);
  for (const [id] of rising) {
    if (hidden.size > 1 && sum() >= SMALLEST) break;
    hidden.add(id);
  }
  return counts.map(([id, count]) => [id, hidden.has(id) ? null : count]);
}

/** Where several may be chosen, each option splits the group in two, and neither side may be small. */
function withoutSmallSides(counts: Counts, n: number): Told {
  return counts.map(([id, count]) => [id, isSmall(count) || isSmall(n - count) ? null : count]);
}

function openResult(
  question: QuestionOf<'open'>,
  answered: readonly Answered[],
  seed: string,
): OpenResult {
  const texts = answered.flatMap(({ answers }) => answers.texts[question.id] ?? []);
  const isTold = texts.length >= SMALLEST;
  // Shuffled question by question: two texts at the same place are not by the same hand.
  return { question, texts: isTold ? shuffle([...texts].sort(), `${seed}/${question.id}`) : null };
}

/** Answers line by line without texts, in an order that says nothing; null for fewer than five. */
export function rowsOf(answered: readonly Answered[], seed: string): Answered[] | null {
  if (answered.length < SMALLEST) return null;
  return shuffle(
    [...answered].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    `${seed}/rows`,
  );
}
