import { z } from 'zod';
import { allUnits, findByLogins, peopleOf } from '#features/identity/service.ts';
import type { ProgrammeBody } from '#features/programme/programme.ts';
import {
  changeProgramme,
  createProgramme,
  excuse,
  type ProgrammeApp,
  retireProgramme,
  setAttribute,
  withdrawExcuse,
} from '#features/programme/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { type Fields, type FormWorld, fieldIn } from './programme-fields.ts';
import { loginsIn, readProgramme } from './read-programme.ts';
import { missingReason, type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

const WHY_MAX = 500;
const eventId = z.uuid().toLowerCase();
const why = textField(WHY_MAX);

/** What the form of a programme needs to turn ids into words and back. */
export async function formWorld(
  app: ProgrammeApp,
  locale: Locale,
  body: ProgrammeBody | null,
): Promise<FormWorld> {
  const named = (body?.rules ?? []).flatMap(({ place }) =>
    place.kind === 'people' ? place.people : [],
  );
  const people = await peopleOf(app, named);
  const logins = new Map([...people.values()].map(({ personId, login }) => [personId, login]));
  return { units: await allUnits(app), locale, logins };
}

/** What was typed as a programme, with the people it names looked up. */
export async function readFields(app: ProgrammeApp, fields: Fields, world: FormWorld) {
  const typed = loginsIn(fields);
  const { found } = await findByLogins(app, typed);
  const people = await peopleOf(app, found);
  const byLogin = new Map([...people.values()].map((one) => [one.login, one.personId]));
  const today = dayAt(app.clock.now(), app.zone);
  return readProgramme(fields, { ...world, today, newId: app.newId, found: byLogin });
}

const savingForm = z.object({ eventId, why, revision: z.coerce.number().int().default(0) });

/** A new programme, or the change of one; answers its id. Whoever saves says why. */
export async function sendProgramme(
  app: ProgrammeApp,
  actor: Actor,
  {
    form,
    fields,
    world,
    programmeId,
  }: { form: FormData; fields: Fields; world: FormWorld; programmeId?: string },
): Promise<Reply<string, Fields>> {
  const sent = readForm(form, savingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: fields };
  const read = await readFields(app, fields, world);
  const reason = fieldIn(fields, 'why');
  const problems: Problem[] = [...(read.ok ? [] : read.problems), ...missingReason(reason)];
  if (!read.ok || problems.length > 0) return { ok: false, problems, values: fields };
  const input = { eventId: sent.eventId, body: read.value, why: reason };
  if (programmeId === undefined) return replyTo(await createProgramme(app, actor, input), fields);
  const edit = { ...input, programmeId, revision: sent.revision };
  const saved = await changeProgramme(app, actor, edit);
  return saved.ok ? { ok: true, value: programmeId } : replyTo(saved, fields);
}

const retiringForm = z.object({ act: z.enum(['retired', 'restored']), eventId, why });

/** Takes a programme out of use or back into it. */
export async function sendProgrammeRetire(
  app: ProgrammeApp,
  actor: Actor,
  { form, programmeId }: { form: FormData; programmeId: string },
): Promise<Reply<'retired' | 'restored', null>> {
  const sent = readForm(form, retiringForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: null };
  const reason = sent.why.trim();
  if (reason === '') {
    return { ok: false, problems: [{ code: 'why-required', field: 'why' }], values: null };
  }
  const outcome = await retireProgramme(app, actor, { ...sent, programmeId, why: reason });
  return outcome.ok ? { ok: true, value: sent.act } : replyTo(outcome, null);
}

const excusingForm = z.object({
  act: z.literal('excuse'),
  eventId,
  programme: z.string(),
  period: z.string(),
  reason: textField(2_000),
});
const takingBackForm = z.object({ act: z.literal('ask-again'), excuse: z.string() });
const ATTRIBUTE = /^\p{L}[\p{L}\p{N} -]{0,39}$/u;
const attributeForm = z.object({
  act: z.literal('attribute'),
  name: textField(40),
  value: textField(64),
});

export type ExceptionValues = { readonly period: string; readonly reason: string };
const NO_VALUES: ExceptionValues = { period: '', reason: '' };

/** What an administrator does about one person: excuses them, asks again, says what is known of them. */
export async function sendException(
  app: ProgrammeApp,
  actor: Actor,
  { form, personId }: { form: FormData; personId: string },
): Promise<Reply<'excused' | 'asked-again' | 'attribute', ExceptionValues>> {
  const excusing = readForm(form, excusingForm);
  if (excusing !== null) {
    const { eventId: id, programme, period, reason } = excusing;
    const input = { eventId: id, personId, programmeId: programme, period, reason };
    const outcome = await excuse(app, actor, input);
    const values = { period: `${programme} ${period}`, reason };
    return outcome.ok ? { ok: true, value: 'excused' } : replyTo(outcome, values);
  }
  const taking = readForm(form, takingBackForm);
  if (taking !== null) {
    const outcome = await withdrawExcuse(app, actor, taking.excuse);
    return outcome.ok ? { ok: true, value: 'asked-again' } : replyTo(outcome, NO_VALUES);
  }
  const attribute = readForm(form, attributeForm);
  if (attribute === null) return { ok: false, problems: UNREADABLE, values: NO_VALUES };
  const name = attribute.name.normalize('NFC').trim();
  const value = attribute.value.normalize('NFC').trim() || null;
  if (!ATTRIBUTE.test(name)) {
    const problems = [{ code: 'attribute-form', field: 'name' }];
    return { ok: false, problems, values: NO_VALUES };
  }
  const outcome = await setAttribute(app, actor, { personId, name, value });
  return outcome.ok ? { ok: true, value: 'attribute' } : replyTo(outcome, NO_VALUES);
}
