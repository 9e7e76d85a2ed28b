import type { Reader, Tx } from '#db/client.ts';
import { addEvidence } from '#features/competency/service.ts';
import { ensureEnrolled, noteShown, recordStep } from '#features/learning/service.ts';
import { findStatement, statementsAbout, statementsOfCourse } from '#features/record/service.ts';
import type { Statement } from '#features/record/statement.ts';
import { canonical } from '#kernel/canonical.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Answer } from '../answer.ts';
import { type Attempt, attemptAt, type Paper } from '../attempt.ts';
import { evidenceFrom } from '../evidence.ts';
import { finalPaper } from '../final.ts';
import type { Item } from '../item.ts';
import { type QuestionSet, setPaper, type WithQuestionSets } from '../question-set.ts';
import { validate } from '../response.ts';
import {
  type AnsweredStatement,
  type AnswerInput,
  type AssessmentApp,
  answeredStatement,
  findItem,
  objectOf,
  storedAnswer,
} from './answering.ts';

type SetApp = AssessmentApp & WithQuestionSets;
export type AttemptInput = AnswerInput & {
  /** The question set that asks; null for the final assessment of the course. */
  readonly setId: string | null;
  /** Which attempt, from 1. */
  readonly attempt: number;
};

export type SetView = {
  readonly set: QuestionSet;
  /** The latest attempt, begun or not. */
  readonly latest: Attempt;
  /** The one after it, where the latest is finished. */
  readonly following: Attempt | null;
};

/** A question set as it stands for the person who asks. */
export async function viewSet(app: SetApp, actor: Actor, setId: string): Promise<Result<SetView>> {
  const set = app.questionSets.get(setId);
  if (set === undefined) return refuse({ code: 'not-found' });
  const { personId } = actor;
  const paper = setPaper(app, set);
  const statements = await statementsFor(app.db.read, personId, paper);
  const latest = attemptAt(paper, { personId, statements });
  if (latest === null) return refuse({ code: 'not-found' });
  const attempt = latest.attempt + 1;
  const following =
    latest.open.length === 0 ? attemptAt(paper, { personId, statements, attempt }) : null;
  return ok({ set, latest, following });
}

/**
 * Keeps the answer to a question of a final assessment or a question set, as `answerItem` does, with the attempt it belongs
 * to. Each question of an attempt is answered once; an attempt begins with its first answer, and the next one when it is
 * finished and its waiting time is over. An answer in a final assessment counts in its course; one in a question set counts
 * in none, so that trying costs nothing. Reaching the mark of a question set is a statement of its own.
 */
export async function answerInAttempt(
  app: SetApp,
  actor: Actor,
  input: AttemptInput,
): Promise<Result<Answer>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const paper = paperOf(app, input);
  const item = findItem(app, input);
  if (paper === null || item === undefined) return refuse({ code: 'item-unknown' });
  return app.db.write(async (tx) => {
    const kept = await findStatement(tx, input.eventId);
    if (kept !== null) return storedAnswer(tx, actor, input, kept);
    const { personId } = actor;
    const statements = await statementsFor(tx, personId, paper);
    const attempt = attemptAt(paper, { personId, statements, attempt: input.attempt });
    if (!attempt?.open.some(({ object }) => object === objectOf(input)))
      return refuse({ code: 'final-not-asked' });
    if (attempt.answered.length === 0 && (attempt.opensAt ?? 0) > app.clock.now())
      return refuse({ code: 'set-too-early' });
    const response = validate(item, input.response);
    if (!response.ok) return response;
    const plain = answeredStatement(app, actor, { input, item, response: response.value });
    const statement = inPaper(plain, paper, input.attempt);
    await keepAnswer(tx, app, { statement, item });
    await notePass(tx, app, { paper, asked: { personId, statements: [...statements, statement] } });
    return storedAnswer(tx, actor, input, statement);
  });
}

function paperOf(app: SetApp, { setId, courseId }: AttemptInput): Paper | null {
  if (setId !== null) {
    const set = app.questionSets.get(setId);
    return set ? setPaper(app, set) : null;
  }
  const course = app.catalogue.course(courseId);
  return course ? finalPaper(app, course) : null;
}

/** Everything that bears on attempts at a paper. */
function statementsFor(reader: Reader | Tx, personId: string, paper: Paper): Promise<Statement[]> {
  return paper.courseId === null
    ? statementsAbout(
        reader,
        personId,
        paper.pool.map(({ object }) => object),
      )
    : statementsOfCourse(reader, personId, paper.courseId);
}

function inPaper(
  statement: AnsweredStatement,
  { setId, courseId }: Paper,
  attempt: number,
): AnsweredStatement {
  const result = { ...statement.result, attempt, ...(setId !== null && { set: setId }) };
  return { ...statement, courseId, result };
}

async function keepAnswer(
  tx: Tx,
  app: SetApp,
  { statement, item }: { statement: AnsweredStatement; item: Item },
): Promise<void> {
  const { actorId: personId, courseId } = statement;
  if (courseId !== null) await ensureEnrolled(tx, app, { personId, courseId });
  await recordStep(tx, app, statement);
  await addEvidence(tx, app, [evidenceFrom(item, statement)]);
}

/** Says in the record that a question set was passed, with the answer that finished the attempt. */
async function notePass(
  tx: Tx,
  app: SetApp,
  { paper, asked }: { paper: Paper; asked: { personId: string; statements: Statement[] } },
): Promise<void> {
  const standing = paper.setId === null ? null : attemptAt(paper, asked);
  const score = standing?.scores.find(({ attempt }) => attempt === standing.attempt);
  if (paper.setId === null || !score?.isPassed) return;
  const now = app.clock.now();
  const { attempt, correct, total } = score;
  await recordStep(tx, app, {
    id: app.newId(),
    actorId: asked.personId,
    verb: 'passed',
    objectType: 'question-set',
    objectId: paper.setId,
    objectVersion: app.hash(canonical(app.questionSets.get(paper.setId))),
    courseId: null,
    result: { v: 1, attempt, correct, total },
    occurredAt: now,
    recordedAt: now,
  });
  await noteShown(tx, app, { personId: asked.personId, objectId: paper.setId });
}
