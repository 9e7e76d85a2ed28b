import type { Course } from '#features/catalogue/course.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import { type Answer, answersTo } from './answer.ts';
import { type Drawable, drawItems } from './draw.ts';
import { type Item, itemsOf, type WithItems } from './item.ts';

export type FinalItem = Drawable & { readonly item: Item };
export type FinalAnswer = FinalItem & { readonly answer: Answer };

/** A finished attempt, summed up. */
export type FinalScore = {
  readonly attempt: number;
  readonly correct: number;
  readonly total: number;
  readonly finishedAt: Instant;
};

/** One attempt at the final assessment of a course, as it stands. */
export type Final = {
  readonly attempt: number;
  readonly total: number;
  /** In the order in which they were answered. */
  readonly answered: readonly FinalAnswer[];
  /** What is left, in the order in which it is asked; none when the attempt is finished. */
  readonly open: readonly FinalItem[];
  /** The attempts that are finished, the first one first. */
  readonly scores: readonly FinalScore[];
};

type Asked = {
  readonly personId: string;
  readonly statements: readonly Statement[];
  /** Which attempt; the latest unless said. The one after the last finished attempt may be asked for, no later one. */
  readonly attempt?: number;
};

/**
 * The final assessment of a course for one person, computed from the record. Nothing of it is kept elsewhere: an attempt is
 * its answers, and what it asks follows from the person, the course and its number. Questions asked in earlier attempts come
 * last. Null for a course without one, and for an attempt that cannot be made yet.
 */
export function finalOf(library: WithItems, course: Course, asked: Asked): Final | null {
  const pool = poolOf(library, course);
  const count = Math.min(course.finalItems ?? 0, pool.length);
  if (count === 0) return null;
  const attempts = attemptsIn(asked.statements, pool);
  const isOver = (attempt: number) => (attempts.get(attempt)?.length ?? 0) >= count;
  const latest = Math.max(1, ...attempts.keys());
  const { attempt = latest } = asked;
  const newest = isOver(latest) ? latest + 1 : latest;
  if (!Number.isInteger(attempt) || attempt < 1 || attempt > newest) return null;
  const answered = attempts.get(attempt) ?? [];
  const used = new Set(
    [...attempts].flatMap(([n, answers]) =>
      n < attempt ? answers.map(({ object }) => object) : [],
    ),
  );
  const seed = `${asked.personId}:${course.id}:${attempt}`;
  const said = new Set(answered.map(({ object }) => object));
  const left = drawItems(pool, { count, seed, used }).filter(({ object }) => !said.has(object));
  return {
    attempt,
    total: Math.max(count, answered.length),
    answered,
    open: left.slice(0, Math.max(0, count - answered.length)),
    scores: [...attempts.keys()]
      .filter(isOver)
      .sort((a, b) => a - b)
      .map((n) => scoreOf(n, attempts.get(n) ?? [])),
  };
}

function poolOf(library: WithItems, course: Course): FinalItem[] {
  return course.lessons.flatMap(({ id, items }) =>
    itemsOf(library, course.id, id)
      .filter((item) => items.includes(item.id))
      .map((item) => ({
        object: `${course.id}/${id}/${item.id}`,
        lessonId: id,
        competency: item.competency,
        item,
      })),
  );
}

/** What was answered in each attempt; a question the course has lost no longer counts in any. */
function attemptsIn(
  statements: readonly Statement[],
  pool: readonly FinalItem[],
): ReadonlyMap<number, FinalAnswer[]> {
  const byObject = new Map(pool.map((one) => [one.object, one]));
  const attempts = new Map<number, FinalAnswer[]>();
  for (const statement of inOrder(statements)) {
    if (statement.verb !== 'answered' || statement.result.attempt === undefined) continue;
    const one = byObject.get(statement.objectId);
    const [answer] = answersTo([statement], statement.objectId);
    const before = attempts.get(statement.result.attempt) ?? [];
    if (!one || !answer || before.some(({ object }) => object === one.object)) continue;
    attempts.set(statement.result.attempt, [...before, { ...one, answer }]);
  }
  return attempts;
}

function scoreOf(attempt: number, answers: readonly FinalAnswer[]): FinalScore {
  return {
    attempt,
    correct: answers.filter(({ answer }) => answer.correct).length,
    total: answers.length,
    finishedAt: Math.max(...answers.map(({ answer }) => answer.at)),
  };
}

/** How an attempt went in each lesson it asked about, in the order of the course. */
export function scoreByLesson(
  course: Course,
  answered: readonly FinalAnswer[],
): { lessonId: string; correct: number; total: number }[] {
  return course.lessons.flatMap(({ id }) => {
    const here = answered.filter(({ lessonId }) => lessonId === id);
    const correct = here.filter(({ answer }) => answer.correct).length;
    return here.length === 0 ? [] : [{ lessonId: id, correct, total: here.length }];
  });
}
