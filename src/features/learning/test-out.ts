import type { Course } from '#features/catalogue/course.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import type { StepStatus } from './status.ts';

type TestOut = NonNullable<Course['testOut']>;
type Grade = NonNullable<Extract<Statement, { verb: 'finished' }>['result']['grade']>;

/** One way to show what a course teaches instead of sitting it. */
export type Way =
  | { readonly kind: 'question-set'; readonly id: string }
  | { readonly kind: 'scenario'; readonly id: string; readonly grade: 'between' | 'good' };

/** The ways a course names, in the order in which they are told. */
export function waysOf({ questionSet, scenario }: TestOut): Way[] {
  return [
    ...(questionSet === undefined ? [] : [{ kind: 'question-set' as const, id: questionSet }]),
    ...(scenario === undefined ? [] : [{ kind: 'scenario' as const, ...scenario }]),
  ];
}

/**
 * The statements by which somebody shows what a course teaches, one for each way that counts, and only those that have not
 * shown it before; null while something is missing. In a scenario the first run counts, which is the only one with a grade.
 */
export function newlyShown(testOut: TestOut, statements: readonly Statement[]): string[] | null {
  const ordered = inOrder(statements);
  const used = new Set(ordered.flatMap((one) => (one.verb === 'shown' ? one.result.by : [])));
  const fresh = ordered.filter(({ id }) => !used.has(id));
  const proofs = waysOf(testOut).map((way) => fresh.find((one) => isProof(one, way))?.id);
  const found = proofs.filter((id) => id !== undefined);
  const isEnough = testOut.take === 'all' ? found.length === proofs.length : found.length > 0;
  return isEnough ? found : null;
}

/** Whether a statement is what a way asks for. */
export function isProof(statement: Statement, way: Way): boolean {
  if (statement.objectId !== way.id) return false;
  if (way.kind === 'question-set') return statement.verb === 'passed';
  return statement.verb === 'finished' && reaches(statement.result.grade, way.grade);
}

function reaches(grade: Grade | undefined, asked: 'between' | 'good'): boolean {
  return grade === 'good' || grade === asked;
}

/** A lesson marked as read in less than this share of its minutes was known, or clicked through. */
const QUICK_SHARE = 0.2;
const MINUTE_MS = 60_000;

/**
 * The first lesson somebody marked as read within a fifth of its minutes after the one before: a moment to ask, once, whether
 * they would rather show what they know. It follows from the record; nobody watches how a page is read. Null for none.
 */
export function firstQuickLesson(
  steps: readonly StepStatus[],
  minutesOf: (lesson: string) => number,
): string | null {
  const read = steps
    .filter(({ kind }) => kind === 'lesson')
    .flatMap(({ contentId, endedAt }) => (endedAt === null ? [] : [{ contentId, endedAt }]))
    .sort((a, b) => a.endedAt - b.endedAt);
  const quick = read.find(({ contentId, endedAt }, at) => {
    const before = read[at - 1];
    const most = minutesOf(contentId) * QUICK_SHARE * MINUTE_MS;
    return before !== undefined && endedAt - before.endedAt < most;
  });
  return quick?.contentId ?? null;
}
