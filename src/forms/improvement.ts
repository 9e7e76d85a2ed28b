import { z } from 'zod';
import { MOVES } from '#features/scenario/improvement.ts';
import type { ScenarioApp } from '#features/scenario/service/play.ts';
import { moveImprovement, writeImprovement } from '#features/scenario/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const uuid = z.uuid().toLowerCase();
const writeForm = z.object({
  eventId: uuid,
  improvement: z.union([uuid, z.literal('')]),
  what: textField(2_000),
  owner: textField(),
  due: textField(20),
});
const moveForm = z.object({ eventId: uuid, improvement: uuid, improve: z.enum(MOVES) });

export type ImprovementValues = {
  /** Empty for one that has not been written down yet. */
  readonly improvement: string;
  readonly what: string;
  readonly owner: string;
  readonly due: string;
};

const NOTHING: ImprovementValues = { improvement: '', what: '', owner: '', due: '' };

/** One of the forms about improvements; the field `improve` says which: `write`, or what to do to one already written. */
export async function sendImprovement(
  app: ScenarioApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Reply<'stored', ImprovementValues>> {
  if (form.get('improve') === 'write') {
    const sent = readForm(form, writeForm);
    if (sent === null) return { ok: false, problems: UNREADABLE, values: NOTHING };
    const improvementId = sent.improvement || null;
    return replyTo(await writeImprovement(app, actor, { ...sent, runId, improvementId }), sent);
  }
  const sent = readForm(form, moveForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: NOTHING };
  const { eventId, improvement: improvementId, improve: move } = sent;
  return replyTo(
    await moveImprovement(app, actor, { eventId, runId, improvementId, move }),
    NOTHING,
  );
}
