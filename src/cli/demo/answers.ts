import type { Item } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import { type Response, score, toGiven } from '#features/assessment/response.ts';

/** The form values of a right or of a wrong answer to a question. */
export function answerTo(item: Item, isRight: boolean): Given {
  const response = isRight ? rightResponse(item) : wrongResponse(item);
  if (score(item, response).correct !== isRight) {
    throw new Error(`no ${isRight ? 'right' : 'wrong'} answer to ${item.id} could be made`);
  }
  return toGiven(item, response);
}

function rightResponse(item: Item): Response {
  switch (item.type) {
    case 'single':
      return { type: 'single', choice: idOf(item.choices.find(({ correct }) => correct)) };
    case 'multiple':
      return {
        type: 'multiple',
        choices: item.choices.filter(({ correct }) => correct).map(({ id }) => id),
      };
    case 'order':
      return { type: 'order', order: item.sequence.map(({ id }) => id) };
    case 'match':
      return { type: 'match', pairs: rightPairs(item) };
    case 'number':
      return { type: 'number', value: item.answer.value };
  }
}

/** A plausible slip: a neighbouring choice, one tick too many, two parts the wrong way round. */
function wrongResponse(item: Item): Response {
  switch (item.type) {
    case 'single':
      return { type: 'single', choice: idOf(item.choices.find(({ correct }) => !correct)) };
    case 'multiple': {
      const right = item.choices.filter(({ correct }) => correct);
      const wrong = item.choices.filter(({ correct }) => !correct);
      const chosen = [...right.slice(0, 1), ...wrong.slice(0, 1)];
      return { type: 'multiple', choices: chosen.map(({ id }) => id) };
    }
    case 'order': {
      const [first, second, ...rest] = item.sequence.map(({ id }) => id);
      return { type: 'order', order: [second, first, ...rest].filter((id) => id !== undefined) };
    }
    case 'match':
      return { type: 'match', pairs: mixedPairs(item) };
    case 'number':
      return { type: 'number', value: item.answer.value + item.answer.tolerance + 10 };
  }
}

type MatchItem = Extract<Item, { type: 'match' }>;

/** Left-hand sides that share a right-hand side share the id of the first. */
function rightPairs(item: MatchItem): Record<string, string> {
  const sides = [...item.pairs, ...item.extras];
  return Object.fromEntries(
    item.pairs.map(({ id, right }) => [id, idOf(sides.find((side) => side.right.ko === right.ko))]),
  );
}

function mixedPairs(item: MatchItem): Record<string, string> {
  const pairs = rightPairs(item);
  const [first] = item.pairs;
  const other = Object.values(pairs).find((right) => first && right !== pairs[first.id]);
  return first && other ? { ...pairs, [first.id]: other } : pairs;
}

function idOf(part: { readonly id: string } | undefined): string {
  if (part === undefined) throw new Error('the question lacks the part that is asked for');
  return part.id;
}
