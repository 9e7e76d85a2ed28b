import type { Course } from '#features/catalogue/course.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import { DAY_MS, type Instant } from '#kernel/date.ts';
import { type Answer, answersTo } from './answer.ts';
import { type Drawable, drawItems } from './draw.ts';
import type { Item } from './item.ts';

export type PaperItem = Drawable & {
  readonly courseId: string;
  readonly lessonId: string;
  readonly item: Item;
};
export type PaperAnswer = PaperItem & { readonly answer: Answer };

/** How often one may try: so many days after the last try, and at most so many tries within some days. */
export type TryRule = {
  readonly waitDays: number;
  readonly most: number;
  readonly inDays: number;
};

/** What attempts draw from: the final assessment of a course, or a question set. */
export type Paper = {
  /** What a draw is named after: equal papers draw the same for the same person. */
  readonly id: string;
  /** The question set that asks; null for a final assessment. */
  readonly setId: string | null;
  /** The course the answers count towards; a question set has none. */
  readonly courseId: string | null;
  readonly size: number;
  readonly pool: readonly PaperItem[];
  /** Null where nothing is passed. */
  readonly passPercent: number | null;
  /** Null where one may try again at once. */
  readonly tries: TryRule | null;
};

/** A finished attempt, summed up. */
export type AttemptScore = {
  readonly attempt: number;
  readonly correct: number;
  readonly total: number;
  readonly finishedAt: Instant;
  readonly isPassed: boolean;
};

/** One attempt, as it stands. */
export type Attempt = {
  readonly attempt: number;
  readonly total: number;
  /** In the order in which they were answered. */
  readonly answered: readonly PaperAnswer[];
  /** What is left, in the order in which it is asked; none when the attempt is finished. */
  readonly open: readonly PaperItem[];
  /** The attempts that are finished, the first one first. */
  readonly scores: readonly AttemptScore[];
  /** From when on it may be begun; null for at once. */
  readonly opensAt: Instant | null;
};

export type Asked = {
  readonly personId: string;
  readonly statements: readonly Statement[];
  /** Which attempt; the latest unless said. The one after the last finished attempt may be asked for, no later one. */
  readonly attempt?: number;
};

/**
 * An attempt of one person, computed from the record. Nothing of it is kept elsewhere: an attempt is its answers, and what it
 * asks follows from the person, the paper and its number; what they were asked most often, anywhere, comes last. Null for a
 * paper that asks nothing, and for an attempt that cannot be made yet.
 */
export function attemptAt(paper: Paper, asked: Asked): Attempt | null {
  const count = Math.min(paper.size, paper.pool.length);
  if (count === 0) return null;
  const attempts = attemptsIn(asked.statements, paper);
  const isOver = (attempt: number) => (attempts.get(attempt)?.length ?? 0) >= count;
  const latest = Math.max(1, ...attempts.keys());
  const { attempt = latest } = asked;
  const newest = isOver(latest) ? latest + 1 : latest;
  if (!Number.isInteger(attempt) || attempt < 1 || attempt > newest) return null;
  const answered = attempts.get(attempt) ?? [];
  const seed = `${asked.personId}:${paper.id}:${attempt}`;
  const seen = seenBefore({ paper, attempt, begunAt: answered[0]?.answer.at ?? null }, asked);
  const said = new Set(answered.map(({ object }) => object));
  const left = drawItems(paper.pool, { count, seed, seen }).filter(
    ({ object }) => !said.has(object),
  );
  const scores = [...attempts.keys()]
    .filter(isOver)
    .sort((a, b) => a - b)
    .map((n) => scoreOf(paper, n, attempts.get(n) ?? []));
  return {
    attempt,
    total: Math.max(count, answered.length),
    answered,
    open: left.slice(0, Math.max(0, count - answered.length)),
    scores,
    opensAt: opensAt(
      paper.tries,
      scores.filter((one) => one.attempt < attempt).map(({ finishedAt }) => finishedAt),
    ),
  };
}

/** From when on another try may begin, after tries that were finished, the first one first; null for at once. */
export function opensAt(tries: TryRule | null, finished: readonly Instant[]): Instant | null {
  const last = finished.at(-1);
  if (tries === null || last === undefined) return null;
  const crowding = finished.at(-tries.most);
  return Math.max(
    last + tries.waitDays * DAY_MS,
    crowding === undefined ? 0 : crowding + tries.inDays * DAY_MS,
  );
}

/** How many right answers a mark asks for. */
export function neededFor(total: number, passPercent: number): number {
  return Math.ceil((total * passPercent) / 100);
}

/** What was answered in each attempt; a question the paper has lost no longer counts in any. */
function attemptsIn(
  statements: readonly Statement[],
  paper: Paper,
): ReadonlyMap<number, PaperAnswer[]> {
  const byObject = new Map(paper.pool.map((one) => [one.object, one]));
  const attempts = new Map<number, PaperAnswer[]>();
  for (const statement of inOrder(statements)) {
    const attempt = attemptOf(statement, paper);
    const one = byObject.get(statement.objectId);
    const [answer] = answersTo([statement], statement.objectId);
    if (attempt === null || !one || !answer) continue;
    const before = attempts.get(attempt) ?? [];
    if (before.some(({ object }) => object === one.object)) continue;
    attempts.set(attempt, [...before, { ...one, answer }]);
  }
  return attempts;
}

/** Which attempt at this paper an answer belongs to; null when it belongs to none. */
function attemptOf(statement: Statement, { setId }: Paper): number | null {
  if (statement.verb !== 'answered' || (statement.result.set ?? null) !== setId) return null;
  return statement.result.attempt ?? null;
}

/** How often each question was answered before an attempt began, in lessons and refreshers too. */
function seenBefore(
  { paper, attempt, begunAt }: { paper: Paper; attempt: number; begunAt: Instant | null },
  { statements }: Asked,
): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const statement of inOrder(statements)) {
    if (statement.verb !== 'answered') continue;
    const of = attemptOf(statement, paper);
    const isBefore =
      of === null ? begunAt === null || statement.occurredAt < begunAt : of < attempt;
    if (isBefore) seen.set(statement.objectId, (seen.get(statement.objectId) ?? 0) + 1);
  }
  return seen;
}

function scoreOf(
  { passPercent }: Paper,
  attempt: number,
  answers: readonly PaperAnswer[],
): AttemptScore {
  const correct = answers.filter(({ answer }) => answer.correct).length;
  const total = answers.length;
  return {
    attempt,
    correct,
    total,
    finishedAt: Math.max(...answers.map(({ answer }) => answer.at)),
    isPassed: passPercent !== null && correct >= neededFor(total, passPercent),
  };
}

/** How an attempt went in each lesson it asked about, in the order of the courses. */
export function scoreByLesson(
  courses: readonly Course[],
  answered: readonly PaperAnswer[],
): { courseId: string; lessonId: string; correct: number; total: number }[] {
  return courses.flatMap(({ id: courseId, lessons }) =>
    lessons.flatMap(({ id: lessonId }) => {
      const here = answered.filter((one) => one.courseId === courseId && one.lessonId === lessonId);
      const correct = here.filter(({ answer }) => answer.correct).length;
      return here.length === 0 ? [] : [{ courseId, lessonId, correct, total: here.length }];
    }),
  );
}
