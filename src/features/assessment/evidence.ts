import type { NewEvidence } from '#features/competency/evidence.ts';
import type { Statement } from '#features/record/statement.ts';
import type { Item } from './item.ts';

/** A number is typed, not chosen: guessing it is as hard as picking one of many. */
const NUMBER_GUESSES = 100;

/** How many equally likely answers somebody who only guesses has. */
export function guessesAt(item: Item): number {
  switch (item.type) {
    case 'single':
      return item.choices.length;
    case 'multiple':
      return 2 ** item.choices.length - 1;
    case 'order':
      return item.sequence.reduce((ways, _, at) => ways * (at + 1), 1);
    case 'match':
      return (item.pairs.length + item.extras.length) ** item.pairs.length;
    case 'number':
      return NUMBER_GUESSES;
  }
}

/** What an answer shows of the question's competency. One answer is one piece, named by its statement. */
export function evidenceFrom(item: Item, statement: Statement & { verb: 'answered' }): NewEvidence {
  const { correct } = statement.result;
  return {
    id: statement.id,
    personId: statement.actorId,
    competency: item.competency,
    shown: {
      v: 1,
      kind: 'question',
      correct,
      difficulty: item.difficulty,
      options: guessesAt(item),
    },
    source: `item:${statement.objectId}`,
    runId: null,
    occurredAt: statement.occurredAt,
  };
}
