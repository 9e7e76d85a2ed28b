import { and, count, desc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { surveyAnswer, surveyAnswered, surveyRound } from '#db/schema/survey.ts';
import type { Instant } from '#kernel/date.ts';
import { readAnswers, writeAnswers } from './answers.ts';
import type { Answered } from './results.ts';
import { PLACES, type Round } from './round.ts';
import { readSurvey, writeSurvey } from './survey.ts';

/** Every round, the latest first. There are few: one each time somebody asks a group. */
export async function listRounds(reader: Reader | Tx): Promise<Round[]> {
  const rows = await reader
    .select()
    .from(surveyRound)
    .orderBy(desc(surveyRound.closesOn), desc(surveyRound.id));
  return rows.map(toRound);
}

export async function findRound(reader: Reader | Tx, id: string): Promise<Round | null> {
  const [row] = await reader.select().from(surveyRound).where(eq(surveyRound.id, id));
  return row === undefined ? null : toRound(row);
}

export async function insertRound(tx: Tx, { survey, ...row }: Round): Promise<void> {
  await tx
    .insert(surveyRound)
    .values({ ...row, surveyId: survey.id, body: writeSurvey(survey) })
    .onConflictDoNothing();
}

export async function markClosed(tx: Tx, id: string, closedAt: Instant): Promise<void> {
  await tx.update(surveyRound).set({ closedAt }).where(eq(surveyRound.id, id));
}

export async function hasAnswered(
  reader: Reader | Tx,
  { roundId, personId }: { roundId: string; personId: string },
): Promise<boolean> {
  const rows = await reader
    .select({ roundId: surveyAnswered.roundId })
    .from(surveyAnswered)
    .where(and(eq(surveyAnswered.roundId, roundId), eq(surveyAnswered.personId, personId)));
  return rows.length > 0;
}

/** Which of these rounds somebody has answered. */
export async function answeredAmong(
  reader: Reader,
  { roundIds, personId }: { roundIds: readonly string[]; personId: string },
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .select({ roundId: surveyAnswered.roundId })
    .from(surveyAnswered)
    .where(
      and(eq(surveyAnswered.personId, personId), inArray(surveyAnswered.roundId, [...roundIds])),
    );
  return new Set(rows.map(({ roundId }) => roundId));
}

export async function insertAnswered(
  tx: Tx,
  row: { roundId: string; personId: string },
): Promise<void> {
  await tx.insert(surveyAnswered).values(row);
}

export async function findAnswer(
  reader: Reader | Tx,
  { roundId, id }: { roundId: string; id: string },
): Promise<Answered | null> {
  const [row] = await reader
    .select()
    .from(surveyAnswer)
    .where(and(eq(surveyAnswer.roundId, roundId), eq(surveyAnswer.id, id)));
  return row === undefined ? null : toAnswered(row);
}

export async function putAnswer(
  tx: Tx,
  { roundId, id, panel, answers }: Answered & { roundId: string; id: string },
): Promise<void> {
  const body = writeAnswers(answers);
  await tx
    .insert(surveyAnswer)
    .values({ roundId, id, panel, body })
    .onConflictDoUpdate({ target: [surveyAnswer.roundId, surveyAnswer.id], set: { body } });
}

export async function listAnswers(reader: Reader | Tx, roundId: string): Promise<Answered[]> {
  const rows = await reader.select().from(surveyAnswer).where(eq(surveyAnswer.roundId, roundId));
  return rows.map(toAnswered);
}

/** How many have answered, by round. */
export async function countAnswers(
  reader: Reader,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .select({ roundId: surveyAnswer.roundId, n: count() })
    .from(surveyAnswer)
    .where(inArray(surveyAnswer.roundId, [...roundIds]))
    .groupBy(surveyAnswer.roundId);
  return new Map(rows.map(({ roundId, n }) => [roundId, n]));
}

function toAnswered({ panel, body }: typeof surveyAnswer.$inferSelect): Answered {
  return { panel: panel === 'official' ? 'official' : 'resident', answers: readAnswers(body) };
}

function toRound({ surveyId: _, body, place, ...row }: typeof surveyRound.$inferSelect): Round {
  const known = PLACES.find((one) => one === place);
  if (known === undefined) throw new Error(`round ${row.id} asks at ${place}`);
  return { ...row, place: known, survey: readSurvey(body) };
}
