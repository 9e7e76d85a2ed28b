import { z } from 'zod';
import type { WithFramework } from '#features/competency/framework.ts';
import { findByLogins } from '#features/identity/service.ts';
import { checkPeriod } from '#features/position/holding.ts';
import {
  changePosition,
  chooseCivicRole,
  createPosition,
  endHolding,
  givePosition,
  retirePosition,
} from '#features/position/service.ts';
import type { App } from '#kernel/ports.ts';
import { type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type PositionValues, readBodyOf } from './position-values.ts';
import { missingReason, type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const WHY_MAX = 500;
const eventId = z.uuid().toLowerCase();
const why = textField(WHY_MAX);

const savingForm = z.object({ eventId, why, revision: z.coerce.number().int().default(0) });

/** A new position, or the change of one; answers its id. Whoever changes one says why. */
export async function sendPosition(
  app: App & WithFramework,
  actor: Actor,
  { form, values, positionId }: { form: FormData; values: PositionValues; positionId?: string },
): Promise<Reply<string, PositionValues>> {
  const sent = readForm(form, savingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values };
  const read = readBodyOf(values, app.framework);
  const reason = sent.why.trim();
  const problems = [...(read.ok ? [] : read.problems), ...missingReason(reason)];
  if (!read.ok || problems.length > 0) return { ok: false, problems, values };
  const input = { eventId: sent.eventId, body: read.value, why: reason };
  if (positionId === undefined) return replyTo(await createPosition(app, actor, input), values);
  const edit = { ...input, positionId, revision: sent.revision };
  const saved = await changePosition(app, actor, edit);
  return saved.ok ? { ok: true, value: positionId } : replyTo(saved, values);
}

const retiringForm = z.object({ act: z.enum(['retired', 'restored']), eventId, why });

/** Takes a position out of use or back into it. */
export async function sendRetire(
  app: App,
  actor: Actor,
  { form, positionId }: { form: FormData; positionId: string },
): Promise<Reply<'retired' | 'restored', null>> {
  const sent = readForm(form, retiringForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  const reason = sent.why.trim();
  const problems = missingReason(reason);
  if (problems.length > 0) return { ok: false, problems, values: null };
  const outcome = await retirePosition(app, actor, { ...sent, positionId, why: reason });
  return outcome.ok ? { ok: true, value: sent.act } : replyTo(outcome, null);
}

export type GivingValues = {
  readonly position: string;
  readonly logins: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
};

const givingForm = z.object({
  eventId,
  position: textField(),
  logins: textField(5_000),
  from: textField(),
  until: textField(),
  why,
});

/** Gives a position to the people named by their logins, or to the one person of the page; answers to how many. */
export async function sendGiving(
  app: App,
  actor: Actor,
  { form, personId, positionId }: { form: FormData; personId?: string; positionId?: string },
): Promise<Reply<number, GivingValues>> {
  const sent = readForm(form, givingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: emptyGiving('') };
  const { eventId: id, ...values } = sent;
  const period = { fromDay: values.from, untilDay: values.until.trim() || null };
  const people = personId ? { ok: true as const, value: [personId] } : await peopleIn(app, values);
  const position = positionId ?? values.position;
  const problems: Problem[] = [
    ...(position === '' ? [{ code: 'position-unknown', field: 'position' }] : []),
    ...(people.ok ? [] : [people.problem]),
    ...checkPeriod(period),
  ];
  if (!people.ok || problems.length > 0) return { ok: false, problems, values };
  const outcome = await givePosition(app, actor, {
    eventId: id,
    positionId: position,
    personIds: people.value,
    why: values.why.trim(),
    ...period,
  });
  return replyTo(outcome, values);
}

/** A form for giving as it is first shown, beginning on a day. */
export function emptyGiving(from: string): GivingValues {
  return { position: '', logins: '', from, until: '', why: '' };
}

const choosingForm = z.object({ act: z.literal('choose'), eventId, position: textField() });
const endingForm = z.object({ act: z.enum(['end', 'leave']), holding: textField(), why });

export async function sendChoice(app: App, actor: Actor, form: FormData): Promise<Result<null>> {
  const sent = choosingForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return refuse({ code: 'form-incomplete' });
  return chooseCivicRole(app, actor, {
    eventId: sent.data.eventId,
    positionId: sent.data.position,
  });
}

/** Ends what somebody holds, today. */
export async function sendEnd(app: App, actor: Actor, form: FormData): Promise<Result<unknown>> {
  const sent = endingForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return refuse({ code: 'form-incomplete' });
  return endHolding(app, actor, { holdingId: sent.data.holding, why: sent.data.why.trim() });
}

async function peopleIn(app: App, { logins }: GivingValues): Promise<Result<string[]>> {
  const typed = [...new Set(logins.split(/[\s,]+/).filter((login) => login !== ''))];
  if (typed.length === 0) return refuse({ code: 'people-required', field: 'logins' });
  const { found, unknown } = await findByLogins(app, typed);
  if (unknown.length > 0) {
    const values = { logins: unknown.join(', ') };
    return refuse({ code: 'people-unknown', field: 'logins', values });
  }
  return { ok: true, value: found };
}
