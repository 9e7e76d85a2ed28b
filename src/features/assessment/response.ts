import { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import type { Item } from './item.ts';
import type { Given, ItemKind, Remark, Score } from './item-kind.ts';
import { match } from './item-types/match.ts';
import { multiple } from './item-types/multiple.ts';
import { number } from './item-types/number.ts';
import { order } from './item-types/order.ts';
import { single } from './item-types/single.ts';

/** An answer in the author's ids, as the record keeps it. */
export const responseSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), choice: z.string() }),
  z.object({ type: z.literal('multiple'), choices: z.array(z.string()).readonly() }),
  z.object({ type: z.literal('order'), order: z.array(z.string()).readonly() }),
  z.object({ type: z.literal('match'), pairs: z.record(z.string(), z.string()).readonly() }),
  z.object({ type: z.literal('number'), value: z.number() }),
]);
export type Response = z.infer<typeof responseSchema>;

/** What was sent, as an answer to this question; refused when it is not one, naming the field to mend. */
export function validate(item: Item, given: Given): Result<Response> {
  switch (item.type) {
    case 'single':
      return single.validate(item, given);
    case 'multiple':
      return multiple.validate(item, given);
    case 'order':
      return order.validate(item, given);
    case 'match':
      return match.validate(item, given);
    case 'number':
      return number.validate(item, given);
  }
}

/** How right an answer is. A response to a question of another type is wrong: the author changed the type since. */
export function score(item: Item, response: Response): Score {
  return judge(item, response)?.score() ?? { correct: false, score: 0 };
}

/** The form values that would give this response again, as far as the question still has its parts. */
export function toGiven(item: Item, response: Response): Given {
  return judge(item, response)?.toGiven() ?? {};
}

/** The response in words, part by part, each with whether it is right. For after scoring only. */
export function remarks(item: Item, response: Response, locale: Locale): Remark[] {
  return judge(item, response)?.remarks(locale) ?? [];
}

type Judge = { score(): Score; toGiven(): Given; remarks(locale: Locale): Remark[] };

/** Pairs a question with a response of its own type. */
function judge(item: Item, response: Response): Judge | null {
  switch (item.type) {
    case 'single':
      return response.type === 'single' ? judgeAs(single, item, response) : null;
    case 'multiple':
      return response.type === 'multiple' ? judgeAs(multiple, item, response) : null;
    case 'order':
      return response.type === 'order' ? judgeAs(order, item, response) : null;
    case 'match':
      return response.type === 'match' ? judgeAs(match, item, response) : null;
    case 'number':
      return response.type === 'number' ? judgeAs(number, item, response) : null;
  }
}

function judgeAs<S extends z.ZodType, P, R>(
  kind: ItemKind<S, P, R>,
  item: z.infer<S>,
  response: R,
): Judge {
  return {
    score: () => kind.score(item, response),
    toGiven: () => kind.toGiven(item, response),
    remarks: (locale) => kind.remarks(item, response, locale),
  };
}
