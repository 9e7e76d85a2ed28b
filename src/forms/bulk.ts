import { z } from 'zod';
import { type ActKind, settingsSchema } from '#features/bulk/act.ts';
import {
  type Choice,
  confirmAct,
  discardAct,
  prepareAct,
  type Search,
  undoAct,
} from '#features/bulk/service.ts';
import { isRole } from '#features/identity/person.ts';
import { checkPeriod } from '#features/position/holding.ts';
import { checkAbsence } from '#features/programme/absence.ts';
import { isStanding, type ProgrammeApp } from '#features/programme/service.ts';
import { isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { missingReason, type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

export const PEOPLE_SORTS = ['name', 'login', 'newest'] as const;

/** Words of an address that say whom a search is for, in the order of the form. */
export const SEARCH_WORDS = [
  'search',
  'role',
  'unit',
  'within',
  'position',
  'standing',
  'programme',
];

/** A search among people as an address says it; words that make no sense count as absent. */
export function searchIn(query: URLSearchParams, known: ReadonlySet<string>): Search {
  const word = (name: string) => query.get(name) ?? '';
  const listed = (name: string) => (known.has(word(name)) ? word(name) : null);
  const role = word('role');
  const standing = word('standing');
  return {
    search: word('search'),
    role: isRole(role) ? role : null,
    unitId: listed('unit'),
    isAlone: word('within') === 'alone',
    positionId: listed('position'),
    standing: isStanding(standing) ? { standing, programmeId: listed('programme') } : null,
    sort: PEOPLE_SORTS.find((sort) => sort === word('sort')) ?? 'name',
    page: Number.parseInt(word('page'), 10) || 1,
  };
}

/** Whom an act is for, as the list of people sent it here: those ticked, or everybody its search finds. */
export function choiceIn(query: URLSearchParams, known: ReadonlySet<string>): Choice {
  return query.get('whom') === 'found'
    ? { search: searchIn(query, known) }
    : { personIds: [...new Set(query.getAll('person'))] };
}

export type ActValues = Readonly<
  Record<'unit' | 'role' | 'position' | 'programme' | 'absence' | 'from' | 'until', string>
>;
export const NO_ACT: ActValues = {
  unit: '',
  role: '',
  position: '',
  programme: '',
  absence: 'crisis-duty',
  from: '',
  until: '',
};

const preparingForm = z.object({
  eventId: z.uuid().toLowerCase(),
  unit: textField(64),
  role: textField(64),
  position: textField(64),
  programme: textField(64),
  absence: textField(64),
  from: textField(20),
  until: textField(20),
});

/** Prepares an act to be looked at; answers its id. */
export async function sendPreparation(
  app: ProgrammeApp,
  actor: Actor,
  { form, kind, choice }: { form: FormData; kind: ActKind; choice: Choice },
): Promise<Reply<string, ActValues>> {
  const sent = readForm(form, preparingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: NO_ACT };
  const { eventId, ...values } = sent;
  const problems = missingIn(kind, values);
  const settings = settingsSchema.safeParse(settingsOf(kind, values));
  if (!settings.success || problems.length > 0) {
    return { ok: false, problems: problems.length > 0 ? problems : UNREADABLE, values };
  }
  const input = { eventId, settings: settings.data, choice };
  return replyTo(await prepareAct(app, actor, input), values);
}

function missingIn(kind: ActKind, values: ActValues): Problem[] {
  const chosen = (field: keyof ActValues) =>
    values[field] === '' ? [{ code: 'bulk-choose', field }] : [];
  const { from: fromDay, until } = values;
  switch (kind) {
    case 'unit':
      return [];
    case 'give-role':
    case 'take-role':
      return chosen('role');
    case 'give-position':
      return [...chosen('position'), ...checkPeriod({ fromDay, untilDay: until || null })];
    case 'end-position':
      return [
        ...chosen('position'),
        ...(isDay(until) ? [] : [{ code: 'day-form', field: 'until' }]),
      ];
    case 'require':
    case 'excuse':
      return chosen('programme');
    case 'absence':
      return checkAbsence({ fromDay, toDay: until }).map((problem) =>
        problem.field === 'to' ? { ...problem, field: 'until' } : problem,
      );
  }
}

/** What the form says, still to be read as settings. */
function settingsOf(kind: ActKind, values: ActValues): Readonly<Record<string, unknown>> {
  const { unit, role, position: positionId, programme: programmeId, absence } = values;
  const { from: fromDay, until } = values;
  switch (kind) {
    case 'unit':
      return { kind, unitId: unit || null };
    case 'give-role':
    case 'take-role':
      return { kind, role };
    case 'give-position':
      return { kind, positionId, fromDay, untilDay: until || null };
    case 'end-position':
      return { kind, positionId, lastDay: until };
    case 'require':
    case 'excuse':
      return { kind, programmeId };
    case 'absence':
      return { kind, absence, fromDay, toDay: until };
  }
}

const actingForm = z.object({ act: z.enum(['confirm', 'undo', 'discard']), why: textField(500) });
export type Acted = 'confirm' | 'undo' | 'discard';

/** Confirms what was prepared, takes it back, or drops it; answers which. */
export async function sendActOn(
  app: ProgrammeApp,
  actor: Actor,
  { form, actId }: { form: FormData; actId: string },
): Promise<Reply<Acted, string>> {
  const sent = readForm(form, actingForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: '' };
  const { act } = sent;
  const why = sent.why.trim();
  const problems = act === 'discard' ? [] : missingReason(why);
  if (problems.length > 0) return { ok: false, problems, values: why };
  const acts = {
    confirm: () => confirmAct(app, actor, { actId, why }),
    undo: () => undoAct(app, actor, { actId, why }),
    discard: () => discardAct(app, actor, actId),
  };
  const outcome = await acts[act]();
  return outcome.ok ? { ok: true, value: act } : replyTo(outcome, why);
}
