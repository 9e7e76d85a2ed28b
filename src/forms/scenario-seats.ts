import { z } from 'zod';
import type { ScenarioApp } from '#features/scenario/service/play.ts';
import {
  beginTogether,
  findByCode,
  handOver,
  type Invited,
  joinRun,
  leaveLobby,
  leaveRun,
  sayPresent,
  setPace,
} from '#features/scenario/service.ts';
import { SEATS } from '#features/scenario/source.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';
import { paceField } from './scenario.ts';

const seat = z.enum(SEATS);
const seatForm = z.object({ seat });
const codeForm = z.object({ code: textField(40) });
const lobbyForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('begin') }),
  z.object({ act: z.literal('leave') }),
  z.object({ act: z.literal('move'), seat, key: z.string().max(64) }),
]);
const aroundForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('leave') }),
  z.object({ act: z.literal('here') }),
  z.object({ act: z.literal('hand-over'), seat }),
  z.object({ act: z.literal('pace'), pace: paceField }),
]);

/** A short code, typed: answers where it leads. */
export async function sendCode(
  app: ScenarioApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<Invited, z.infer<typeof codeForm>>> {
  const sent = readForm(form, codeForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { code: '' } };
  return replyTo(await findByCode(app, actor, sent.code), sent);
}

/** "Take this seat" on the page a link leads to. */
export async function sendSeat(
  app: ScenarioApp,
  actor: Actor,
  { invited, form }: { invited: Invited; form: FormData },
): Promise<Result<{ runId: string }>> {
  const sent = readForm(form, seatForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  return joinRun(app, actor, { ...invited, seat: sent.seat });
}

/** What one can do while people gather: begin, move to another seat, give the seat back or call the run off. */
export async function sendLobbyAct(
  app: ScenarioApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Result<'begun' | 'moved' | 'left' | 'called-off'>> {
  const sent = readForm(form, lobbyForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  if (sent.act === 'leave') return leaveLobby(app, actor, runId);
  if (sent.act === 'begin') {
    const begun = await beginTogether(app, actor, runId);
    return begun.ok ? { ok: true, value: 'begun' } : begun;
  }
  const moved = await joinRun(app, actor, { runId, key: sent.key, seat: sent.seat });
  return moved.ok ? { ok: true, value: 'moved' } : moved;
}

/** What one can do around the decisions of a run: set a pace, say that one is there, hand a silent seat over, leave. */
export async function sendAround(
  app: ScenarioApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Result<'stored' | 'heard' | 'left'>> {
  const sent = readForm(form, aroundForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  switch (sent.act) {
    case 'leave':
      return leaveRun(app, actor, runId);
    case 'here':
      return sayPresent(app, actor, runId);
    case 'hand-over':
      return handOver(app, actor, { runId, seat: sent.seat });
    case 'pace':
      return setPace(app, actor, { runId, pace: sent.pace });
  }
}
