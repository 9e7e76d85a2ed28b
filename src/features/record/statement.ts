import { z } from 'zod';
import type { Instant } from '#kernel/date.ts';

const nothing = z.object({ v: z.literal(1) });
const answered = z.object({
  v: z.literal(1),
  /** In the author's ids; `assessment/response.ts` reads it. */
  response: z.unknown(),
  correct: z.boolean(),
  /** From 0 to 1. */
  score: z.number(),
  /** On a refresher card: whether the person said they were sure. */
  sure: z.boolean().optional(),
  /** In a final assessment or a question set: which attempt at it, from 1. */
  attempt: z.int().min(1).optional(),
  /** The question set that asked; a lesson, a final assessment and a refresher card name none. */
  set: z.string().optional(),
});
const started = z.object({ v: z.literal(1), runId: z.string() });
const finished = z.object({
  v: z.literal(1),
  runId: z.string(),
  ending: z.string().optional(),
  /** How a first run went over all its claims, see `scenario/grade.ts`; further runs are practice and have none. */
  grade: z.enum(['weak', 'between', 'good']).optional(),
});
/** `by` are the statements that show it. */
const shown = z.object({ v: z.literal(1), by: z.array(z.string()).min(1) });
const passed = z.object({
  v: z.literal(1),
  attempt: z.int().min(1),
  correct: z.int(),
  total: z.int(),
});

/** What each verb is said of, and what comes of it. A changed result gets the next `v` and keeps a reader for the old one. */
const VERBS = {
  enrolled: { objectType: 'course', result: nothing },
  read: { objectType: 'lesson', result: nothing },
  answered: { objectType: 'item', result: answered },
  started: { objectType: 'scenario', result: started },
  finished: { objectType: 'scenario', result: finished },
  passed: { objectType: 'question-set', result: passed },
  shown: { objectType: 'course', result: shown },
  left: { objectType: 'course', result: nothing },
} as const;
export type Verb = keyof typeof VERBS;
export const VERB_WORDS = Object.keys(VERBS) as readonly Verb[]; // Object.keys forgets the literal keys.

type Act = {
  [V in Verb]: {
    readonly verb: V;
    readonly objectType: (typeof VERBS)[V]['objectType'];
    readonly result: Readonly<z.infer<(typeof VERBS)[V]['result']>>;
  };
}[Verb];

/**
 * One thing a person did, in the manner of an xAPI statement. `objectId` is a permanent content id: `course`,
 * `course/lesson`, `course/lesson/item`, `scenario` or `question-set`; `objectVersion` the hash of the content as it was then.
 * `courseId` names the course it counts towards. `id` comes from the client: the same act sent twice has one id.
 */
export type Statement = {
  readonly id: string;
  readonly actorId: string;
  readonly objectId: string;
  readonly objectVersion: string;
  readonly courseId: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
} & Act;
export type NewStatement = Statement;

/** A statement as a row keeps it: any word, and the result as JSON. */
export type StatementRow = Omit<Statement, 'verb' | 'objectType' | 'result'> & {
  readonly verb: string;
  readonly objectType: string;
  readonly result: string;
};

/** Throws on a row this version of the product cannot read: guessing would falsify the record. */
export function readStatement(row: StatementRow): Statement {
  const verb = VERB_WORDS.find((word) => word === row.verb);
  if (verb === undefined) throw new Error(`statement ${row.id} has the unknown verb "${row.verb}"`);
  const { id, actorId, objectId, objectVersion, courseId, occurredAt, recordedAt } = row;
  const whole = { id, actorId, objectId, objectVersion, courseId, occurredAt, recordedAt };
  const act = { verb, objectType: VERBS[verb].objectType, result: readResult(verb, row) };
  // The table of verbs pairs verb, object type and result; TypeScript does not follow a lookup by a union.
  return { ...whole, ...act } as Statement;
}

function readResult(verb: Verb, row: StatementRow): unknown {
  const read = VERBS[verb].result.safeParse(JSON.parse(row.result));
  if (!read.success) throw new Error(`statement ${row.id} has a result that cannot be read`);
  return read.data;
}

export function toRow(statement: Statement): StatementRow {
  return { ...statement, result: JSON.stringify(statement.result) };
}

/** Whether two statements tell of one act, whatever came of it: then the second is the first, sent again. */
export function isSameAct(one: Statement, other: Statement): boolean {
  return (
    one.actorId === other.actorId &&
    one.verb === other.verb &&
    one.objectId === other.objectId &&
    one.courseId === other.courseId
  );
}

/** Each statement once, in the order in which things happened; equal moments by id, so that every reader agrees. */
export function inOrder(statements: readonly Statement[]): Statement[] {
  const once = new Map(statements.map((statement) => [statement.id, statement]));
  return [...once.values()].sort(
    (a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
