import { z } from 'zod';
import type { WithCare } from '#features/competency/care.ts';
import type { Level, WithFramework } from '#features/competency/framework.ts';
import { MESSAGE_MAX, type PeerRequest } from '#features/competency/peer-request.ts';
import {
  askPeer,
  declinePeer,
  ratePeer,
  takeRatingBack,
  withdrawPeerRequest,
} from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { chosenIn, readLevel } from './levels.ts';
import { inFields } from './observation.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

type PeerApp = App & WithFramework & WithCare;

export type AskValues = {
  readonly peer: string;
  readonly competencies: readonly string[];
  readonly message: string;
};
export const NOTHING_ASKED: AskValues = { peer: '', competencies: [], message: '' };

const askForm = z.object({
  eventId: z.uuid().toLowerCase(),
  peer: textField(60),
  message: textField(MESSAGE_MAX * 2),
});

/** Asks a peer; a peer that was not chosen is told like one that cannot be asked. */
export async function sendAsk(
  app: PeerApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<PeerRequest, AskValues>> {
  const competencies = form.getAll('competencies').filter((word) => typeof word === 'string');
  const sent = readForm(form, askForm);
  if (sent === null) {
    return { ok: false, problems: UNREADABLE, values: { ...NOTHING_ASKED, competencies } };
  }
  const { eventId, peer: peerId, message } = sent;
  const values = { peer: peerId, competencies, message };
  return replyTo(await askPeer(app, actor, { eventId, peerId, competencies, message }), values);
}

const withdrawForm = z.object({ request: z.uuid().toLowerCase() });

export async function sendAskBack(
  app: PeerApp,
  actor: Actor,
  form: FormData,
): Promise<Reply<'withdrawn', AskValues>> {
  const sent = readForm(form, withdrawForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: NOTHING_ASKED };
  return replyTo(await withdrawPeerRequest(app, actor, sent.request), NOTHING_ASKED);
}

export type RateValues = { readonly chosen: ReadonlyMap<string, string>; readonly note: string };
const reasonForm = z.object({ reason: textField() });
const rateForm = z.object({ note: textField(MESSAGE_MAX * 2) });

/** What a peer answers: levels, or that they would rather not. */
export async function sendPeerAnswer(
  app: PeerApp,
  actor: Actor,
  { request, form }: { request: PeerRequest; form: FormData },
): Promise<Reply<'rated' | 'declined', RateValues>> {
  const { id: requestId, competencies } = request;
  const chosen = chosenIn(form, competencies);
  const sent = readForm(form, rateForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { chosen, note: '' } };
  const values = { chosen, note: sent.note };
  if (form.get('act') === 'decline') {
    return replyTo(await declinePeer(app, actor, requestId), values);
  }
  const outcome = await ratePeer(app, actor, { requestId, levels: levelsOf(chosen), ...sent });
  if (outcome.ok) return outcome;
  return { ok: false, problems: inFields([outcome.problem], competencies), values };
}

/** The peer takes back what they said; answers what was typed where it is refused. */
export async function sendRatingBack(
  app: PeerApp,
  actor: Actor,
  { requestId, form }: { requestId: string; form: FormData },
): Promise<Reply<'taken-back', string>> {
  const sent = readForm(form, reasonForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: '' };
  const { reason } = sent;
  return replyTo(await takeRatingBack(app, actor, { requestId, reason }), reason);
}

function levelsOf(chosen: ReadonlyMap<string, string>): Map<string, Level> {
  return new Map(
    [...chosen].flatMap(([competency, word]) => {
      const level = readLevel(word);
      return level === null ? [] : [[competency, level] as const];
    }),
  );
}
