import { z } from 'zod';
import { SEATS } from '#features/scenario/source.ts';
import type { VoteApp } from '#features/vote/service/around.ts';
import {
  beginExercise,
  callOffVote,
  castVote,
  closeVote,
  openVote,
} from '#features/vote/service.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { readForm } from './reply.ts';

const eventId = z.uuid().toLowerCase();
/** A scenario and the seat to lead it from, as one option of a select. */
const partField = z
  .string()
  .max(100)
  .transform((sent) => sent.split('/'))
  .pipe(z.tuple([z.string().min(1), z.enum(SEATS)]));
const exerciseForm = z.object({ eventId, part: partField });
const openForm = z.object({ eventId, seq: z.coerce.number().int().min(0).max(100) });
const voteForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('cast'), eventId, token: z.string().max(100).default('') }),
  z.object({ act: z.literal('close') }),
  z.object({ act: z.literal('call-off') }),
]);

/** "Begin the exercise" on the page of a cohort; answers its run. */
export async function sendExercise(
  app: VoteApp,
  actor: Actor,
  { cohortId, form }: { cohortId: string; form: FormData },
): Promise<Result<{ runId: string }>> {
  const sent = readForm(form, exerciseForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  const [scenarioId, seat] = sent.part;
  return beginExercise(app, actor, { eventId: sent.eventId, cohortId, scenarioId, seat });
}

/** "Put this decision to the vote" on the page of a run; answers the vote. */
export async function sendVoteOpening(
  app: VoteApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Result<{ voteId: string }>> {
  const sent = readForm(form, openForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  return openVote(app, actor, { ...sent, runId });
}

/** What can be done on the page of a vote: vote, close it, call it off. */
export async function sendVoteAct(
  app: VoteApp,
  actor: Actor,
  { voteId, form }: { voteId: string; form: FormData },
): Promise<Result<'cast' | 'closed' | 'called-off'>> {
  const sent = readForm(form, voteForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  switch (sent.act) {
    case 'cast':
      return castVote(app, actor, { eventId: sent.eventId, voteId, token: sent.token });
    case 'close':
      return closeVote(app, actor, voteId);
    case 'call-off':
      return callOffVote(app, actor, voteId);
  }
}
