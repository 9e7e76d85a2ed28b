import type { Item, WithItems } from '#features/assessment/item.ts';
import type { Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import { type Memory, memoryAfter } from './memory.ts';

/** A question that is worth being asked again. `object` is `course/lesson/item`. */
export type Fact = { readonly object: string; readonly item: Item };
/** A fact somebody has met, with what they are likely to remember of it. */
export type Card = Fact & { readonly memory: Memory };

/** Every question its author has marked as a hard fact. */
export function factsIn({ items }: WithItems): Fact[] {
  return Object.entries(items).flatMap(([lesson, list]) =>
    list
      .filter(({ refresher }) => refresher === true)
      .map((item) => ({ object: `${lesson}/${item.id}`, item })),
  );
}

/** The cards of a person: the facts they have answered at least once, in a lesson or here. */
export function deckFrom(facts: readonly Fact[], statements: readonly Statement[]): Card[] {
  const byObject = Map.groupBy(statements, ({ objectId }) => objectId);
  return facts.flatMap((fact) => {
    const memory = memoryAfter((byObject.get(fact.object) ?? []).flatMap(recallOf));
    return memory === null ? [] : [{ ...fact, memory }];
  });
}

/** What is due, the likeliest to be forgotten first. */
export function dueCards(deck: readonly Card[], now: Instant): Card[] {
  return deck
    .filter(({ memory }) => memory.dueAt <= now)
    .map((card) => ({ card, recall: card.memory.recallAt(now) }))
    .sort((a, b) => a.recall - b.recall || (a.card.object < b.card.object ? -1 : 1))
    .map(({ card }) => card);
}

/** Answers on cards count towards no course and no question set; that is how they are told from other answers. */
export function answeredHere(statements: readonly Statement[], since: Instant): number {
  return statements.filter(
    (one) =>
      one.verb === 'answered' &&
      one.courseId === null &&
      one.result.set === undefined &&
      one.occurredAt >= since,
  ).length;
}

function recallOf(statement: Statement) {
  if (statement.verb !== 'answered') return [];
  const { correct, sure = null } = statement.result;
  return [{ at: statement.occurredAt, correct, sure }];
}
