import { z } from 'zod';
import {
  closeUnit,
  findByLogins,
  moveUnit,
  openUnit,
  renameUnit,
  reopenUnit,
  setLeaders,
} from '#features/identity/service.ts';
import {
  type MovePreview,
  type ProgrammeApp,
  previewUnitMove,
} from '#features/programme/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { missingReason, type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const eventId = z.uuid().toLowerCase();
const why = textField(500);
const names = { 'name-ko': textField(200), 'name-en': textField(200) };

export type UnitValues = {
  readonly ko: string;
  readonly en: string;
  readonly parent: string;
  readonly why: string;
};

const openingForm = z.object({ eventId, why, parent: textField(), ...names });

/** A new unit; answers its id. */
export async function sendNewUnit(
  app: App,
  actor: Actor,
  form: FormData,
): Promise<Reply<string, UnitValues>> {
  const sent = readForm(form, openingForm);
  if (sent === null)
    return { ok: false, problems: UNREADABLE, values: { ko: '', en: '', parent: '', why: '' } };
  const name = { ko: sent['name-ko'], en: sent['name-en'] };
  const values = { ...name, parent: sent.parent, why: sent.why };
  const reason = sent.why.trim();
  const problems = missingReason(reason);
  if (problems.length > 0) return { ok: false, problems, values };
  const input = { eventId: sent.eventId, parentId: sent.parent || null, name, why: reason };
  return replyTo(await openUnit(app, actor, input), values);
}

export type EditValues = {
  readonly ko: string;
  readonly en: string;
  readonly leaders: string;
  /** By act, for each form on the page says why by itself. */
  readonly why: string;
};
export const UNIT_ACTS = ['rename', 'lead', 'close', 'reopen'] as const;
export type UnitAct = (typeof UNIT_ACTS)[number];

const editingForm = z.object({
  act: z.enum(UNIT_ACTS),
  'why-rename': why,
  'why-lead': why,
  'why-close': why,
  'why-reopen': why,
  leaders: textField(5_000),
  ...names,
});

/** One of the acts on a unit's page; answers which. `before` is what the fields of the other acts go on showing. */
export async function sendUnitEdit(
  app: App,
  actor: Actor,
  { form, unitId, before }: { form: FormData; unitId: string; before: EditValues },
): Promise<Reply<UnitAct, EditValues>> {
  const sent = readForm(form, editingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: before };
  const { act } = sent;
  const name = { ko: sent['name-ko'], en: sent['name-en'] };
  const reason = sent[`why-${act}`].trim();
  const values: EditValues = {
    ...(act === 'rename' ? name : { ko: before.ko, en: before.en }),
    leaders: act === 'lead' ? sent.leaders : before.leaders,
    why: reason,
  };
  const leaders = await peopleNamed(app, act === 'lead' ? sent.leaders : '');
  const problems = [...leaders.problems, ...missingReason(reason, `why-${act}`)];
  if (problems.length > 0) return { ok: false, problems, values };
  const acts = {
    rename: () => renameUnit(app, actor, { unitId, name, why: reason }),
    lead: () => setLeaders(app, actor, { unitId, personIds: leaders.personIds, why: reason }),
    close: () => closeUnit(app, actor, { unitId, why: reason }),
    reopen: () => reopenUnit(app, actor, { unitId, why: reason }),
  };
  const outcome = await acts[act]();
  return outcome.ok ? { ok: true, value: act } : replyTo(outcome, values);
}

async function peopleNamed(
  app: App,
  logins: string,
): Promise<{ personIds: string[]; problems: Problem[] }> {
  const typed = [...new Set(logins.split(/[\s,]+/).filter((login) => login !== ''))];
  const { found, unknown } = await findByLogins(app, typed);
  const field = 'leaders';
  const problems =
    unknown.length === 0
      ? []
      : [{ code: 'people-unknown', field, values: { logins: unknown.join(', ') } }];
  return { personIds: found, problems };
}

export type MoveValues = { readonly parent: string; readonly why: string };
const movingForm = z.object({
  act: z.enum(['preview', 'move']),
  parent: textField(),
  /** The place whose consequences were shown; another one is shown before the unit moves there. */
  seen: z.string().nullable().default(null),
  why,
});

/** Shows what moving a unit would change for its people, or moves it where that was shown. */
export async function sendUnitMove(
  app: ProgrammeApp,
  actor: Actor,
  { form, unitId }: { form: FormData; unitId: string },
): Promise<Reply<MovePreview | null, MoveValues>> {
  const sent = readForm(form, movingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: { parent: '', why: '' } };
  const values = { parent: sent.parent, why: sent.why };
  const parentId = sent.parent || null;
  if (sent.act === 'preview' || sent.seen !== sent.parent) {
    const seen = await previewUnitMove(app, actor, { unitId, parentId });
    if (seen.ok) return { ok: true, value: seen.value };
    const problems = [{ code: 'unit-below-itself', field: 'parent' }];
    return { ok: false, problems, values };
  }
  const reason = sent.why.trim();
  const problems = missingReason(reason);
  if (problems.length > 0) return { ok: false, problems, values };
  const moved = await moveUnit(app, actor, { unitId, parentId, why: reason });
  return moved.ok ? { ok: true, value: null } : replyTo(moved, values);
}
