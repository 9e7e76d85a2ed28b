import { inOrder, type Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import type { Item } from './item.ts';
import type { Remark, Score } from './item-kind.ts';
import { type Response, remarks, responseSchema } from './response.ts';

/** An answer on record. `attempt` counts from 1; `response` is null when it was written in a form no longer read. */
export type Answer = Score & {
  readonly id: string;
  readonly attempt: number;
  readonly response: Response | null;
  readonly at: Instant;
};

/** Everything a person answered to one question, first attempt first. */
export function answersTo(statements: readonly Statement[], itemObject: string): Answer[] {
  return inOrder(statements)
    .filter((one) => one.verb === 'answered')
    .filter((one) => one.objectId === itemObject)
    .map(({ id, result, occurredAt }, at) => ({
      id,
      attempt: at + 1,
      correct: result.correct,
      score: result.score,
      response: responseSchema.safeParse(result.response).data ?? null,
      at: occurredAt,
    }));
}

/** What is said about an answer: what it got right, why, and the author's explanation. */
export type Feedback = {
  readonly verdict: 'right' | 'partly' | 'wrong';
  readonly remarks: readonly Remark[];
  readonly rationale: string;
};

/** For showing after an answer was scored, never before: it holds the author's explanation. */
export function feedbackOn(item: Item, answer: Answer, locale: Locale): Feedback {
  return {
    verdict: answer.correct ? 'right' : answer.score > 0 ? 'partly' : 'wrong',
    remarks: answer.response === null ? [] : remarks(item, answer.response, locale),
    rationale: item.rationale[locale],
  };
}
