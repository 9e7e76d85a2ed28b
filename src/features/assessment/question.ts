import type { Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { answersTo, type Feedback, feedbackOn } from './answer.ts';
import type { Item } from './item.ts';
import type { Given } from './item-kind.ts';
import { type PublicItem, seedFor, toPublic } from './public-item.ts';
import { toGiven } from './response.ts';

/** A question as one person meets it: before answering without any answer, afterwards with what they said and why. */
export type QuestionView = {
  readonly item: PublicItem;
  /** What stands in the form: typed and refused a moment ago, or the last answer on record. */
  readonly given: Given;
  readonly problem: Problem | null;
  readonly last: {
    readonly attempt: number;
    readonly at: Instant;
    readonly feedback: Feedback;
  } | null;
  /** The last answer is not right, but an earlier one was. */
  readonly wasRight: boolean;
};

export type Asked = {
  readonly item: Item;
  /** `course/lesson/item`. */
  readonly object: string;
  readonly locale: Locale;
  readonly personId: string | null;
  readonly statements: readonly Statement[];
  /** An answer to this question that was just refused. */
  readonly refused: { readonly given: Given; readonly problem: Problem } | null;
};

export function viewQuestion({
  item,
  object,
  locale,
  personId,
  statements,
  refused,
}: Asked): QuestionView {
  const answers = answersTo(statements, object);
  const last = answers.at(-1);
  const stored = last?.response ? toGiven(item, last.response) : {};
  return {
    item: toPublic(item, locale, seedFor(personId, object)),
    given: refused?.given ?? stored,
    problem: refused?.problem ?? null,
    last: last
      ? { attempt: last.attempt, at: last.at, feedback: feedbackOn(item, last, locale) }
      : null,
    wasRight: last?.correct === false && answers.some(({ correct }) => correct),
  };
}
