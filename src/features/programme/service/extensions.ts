import type { Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Whose, WithCare } from '#features/competency/care.ts';
import {
  administrators,
  leads,
  namesOf,
  peopleLedBy,
  peopleOf,
} from '#features/identity/service.ts';
import { addDays, type Day, dayAt, startOfDay } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import { addBusinessDays, type WithCalendar } from '../calendar.ts';
import {
  checkLater,
  checkReason,
  type Extension,
  LONGEST_EXTENSION_DAYS,
  SILENCE_DAYS,
} from '../extension.ts';
import { isUnfinished } from '../standing.ts';
import {
  findExtension,
  insertExtension,
  listExtensions as listAll,
  listExtensionsOf,
  listSilent,
  updateAnswered,
  updateEscalated,
} from '../store/exceptions.ts';
import { keepPeople } from './keep.ts';
import { type RequiredOf, requiredFor } from './own.ts';
import type { ProgrammeApp } from './plans.ts';
import { programmeNames } from './programmes.ts';
import { answerersOf, tellAnswer, tellRequest } from './telling.ts';

export const EXTENSIONS_PAGE = 50;

export type Asking = {
  readonly eventId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly wantedUntil: Day;
  readonly reason: string;
};

/** A person asks for a later date for themselves. One open request for each period; the form sent twice asks once. */
export async function askExtension(
  app: ProgrammeApp & WithCare,
  actor: Actor,
  input: Asking,
): Promise<Result<null>> {
  const { eventId, programmeId, period, wantedUntil } = input;
  const { personId } = actor;
  const reason = input.reason.trim();
  const required = await findRequired(app, personId, { programmeId, period });
  if (required === undefined) return refuse({ code: 'not-found' });
  if (!isUnfinished(required.standing)) return refuse({ code: 'extension-needless' });
  const problem = checkReason(reason) ?? checkLater('until', limitsOf(required, wantedUntil));
  if (problem) return refuse(problem);
  const to = await answerersOf(app, personId);
  const by = { personId, name: (await namesOf(app, [personId])).get(personId) ?? '' };
  return app.db.write(async (tx) => {
    const kept = await findExtension(tx, eventId);
    if (kept) return kept.personId === personId ? ok(null) : refuse({ code: 'event-used' });
    const open = (await listExtensionsOf(tx, [personId])).some(
      (one) => one.outcome === null && one.programmeId === programmeId && one.period === period,
    );
    if (open) return refuse({ code: 'extension-open' });
    const askedAt = app.clock.now();
    const row = { id: eventId, personId, programmeId, period, wantedUntil, reason, askedAt };
    await insertExtension(tx, row);
    const programme = required.programme.body.name;
    await tellRequest(tx, app, 'extension-asked', { to, request: row, by, programme });
    await audit(tx, app, {
      actor,
      extension: row,
      act: 'extension-asked',
      detail: { until: wantedUntil },
    });
    return ok(null);
  });
}

/** The person no longer needs it. */
export async function withdrawExtension(
  app: App,
  actor: Actor,
  extensionId: string,
): Promise<Result<null>> {
  return app.db.write(async (tx) => {
    const found = await findExtension(tx, extensionId);
    if (found?.personId !== actor.personId) return refuse({ code: 'not-found' });
    const answer = { grantedUntil: null, answeredBy: null, answer: null };
    const change = { ...answer, outcome: 'withdrawn' as const, answeredAt: app.clock.now() };
    if (!(await updateAnswered(tx, extensionId, change))) return ok(null);
    await audit(tx, app, { actor, extension: found, act: 'extension-withdrawn', detail: {} });
    return ok(null);
  });
}

export type Answering = {
  readonly extensionId: string;
  readonly outcome: 'granted' | 'refused';
  /** For a granted one; any later day than the date is now. */
  readonly until: Day;
  readonly answer: string;
};

/** Whoever looks after the person, leads them, or administers answers with a reason. The first answer holds. */
export async function answerExtension(
  app: ProgrammeApp & WithCare,
  actor: Actor,
  { extensionId, outcome, until, answer }: Answering,
): Promise<Result<Extension>> {
  const found = await findExtension(app.db.read, extensionId);
  if (found === undefined || !(await mayAnswer(app, actor, found)))
    return refuse({ code: 'not-found' });
  if (found.outcome !== null) return refuse({ code: 'extension-answered' });
  const reason = answer.trim();
  const missing = checkReason(reason);
  if (missing) return refuse({ ...missing, field: 'answer' });
  const required = await findRequired(app, found.personId, found);
  if (required && outcome === 'granted') {
    const problem = checkLater('until', limitsOf(required, until));
    if (problem) return refuse(problem);
  }
  const answeredAt = app.clock.now();
  const grantedUntil = outcome === 'granted' ? until : null;
  const change = { outcome, grantedUntil, answeredBy: actor.personId, answer: reason, answeredAt };
  const to = (await peopleOf(app, [found.personId])).get(found.personId);
  const programme = await nameOf(app, found.programmeId);
  const answered = await app.db.write(async (tx): Promise<Result<Extension>> => {
    if (!(await updateAnswered(tx, extensionId, change)))
      return refuse({ code: 'extension-answered' });
    const detail = { outcome, ...(grantedUntil && { until: grantedUntil }), why: reason };
    await audit(tx, app, { actor, extension: found, act: 'extension-answered', detail });
    const request = { ...found, ...change };
    await tellAnswer(tx, app, { to, request, programme });
    return ok(request);
  });
  if (answered.ok) await keepPeople(app, [found.personId]);
  return answered;
}

/** Requests of the people the actor looks after or leads (an administrator: of everybody), 50 to a page (from 1). */
export async function extensionsFor(
  app: App & WithCare,
  actor: Actor,
  { isOpen, page = 1 }: { isOpen: boolean; page?: number },
): Promise<Result<{ extensions: Extension[]; hasMore: boolean }>> {
  const whose = await answeredBy(app, actor);
  if (whose === null) return refuse({ code: 'not-allowed' });
  const offset = (Math.max(1, page) - 1) * EXTENSIONS_PAGE;
  const found = await listAll(app.db.read, {
    whose: whose === 'everybody' ? null : whose,
    isOpen,
    offset,
    limit: EXTENSIONS_PAGE + 1,
  });
  const others = found.filter(({ personId }) => personId !== actor.personId || !isOpen);
  return ok({
    extensions: others.slice(0, EXTENSIONS_PAGE),
    hasMore: found.length > EXTENSIONS_PAGE,
  });
}

/** Whose requests the actor may answer; null for somebody who answers nobody's. */
async function answeredBy(app: App & WithCare, actor: Actor): Promise<Whose | null> {
  const inCare = await app.care.inCareOf(actor);
  if (inCare === 'everybody') return inCare;
  const led = await peopleLedBy(app.db.read, actor.personId);
  const trains = may(actor, 'answer-extension', { trainers: [actor.personId] });
  if (!trains && led.length === 0) return null;
  return [...new Set([...(trains ? inCare : []), ...led])];
}

/** Everything a person asked, the newest first; for themselves and whoever may see their record. */
export function extensionsOf(app: Pick<App, 'db'>, personId: string): Promise<Extension[]> {
  return listExtensionsOf(app.db.read, [personId]);
}

/** Passes requests that nobody answered for five business days to the administrators; answers how many this call passed on. */
export async function escalateExtensions(app: App & WithCalendar): Promise<number> {
  const today = dayAt(app.clock.now(), app.zone);
  let asked = today;
  // The latest day on which a request has now been silent for long enough.
  while (addBusinessDays(app.calendar, asked, SILENCE_DAYS) >= today) asked = addDays(asked, -1);
  const before = startOfDay(addDays(asked, 1), app.zone) - 1;
  let passedOn = 0;
  for (const extension of await listSilent(app.db.read, before)) {
    if (await passOn(app, extension)) passedOn += 1;
  }
  return passedOn;
}

/** Says whether this call passed it on. */
async function passOn(app: App, extension: Extension): Promise<boolean> {
  const { personId, programmeId } = extension;
  const to = (await administrators(app)).filter((one) => one.personId !== personId);
  const by = { personId, name: (await namesOf(app, [personId])).get(personId) ?? '' };
  const asked = { to, request: extension, by, programme: await nameOf(app, programmeId) };
  return app.db.write(async (tx) => {
    if (!(await updateEscalated(tx, extension.id, app.clock.now()))) return false;
    await tellRequest(tx, app, 'extension-passed-on', asked);
    await audit(tx, app, { actor: null, extension, act: 'extension-passed-on', detail: {} });
    return true;
  });
}

async function mayAnswer(
  app: Pick<App, 'db'> & WithCare,
  actor: Actor,
  { personId }: Pick<Extension, 'personId'>,
): Promise<boolean> {
  const trainers = await app.care.trainersOf(personId);
  const isLed = await leads(app.db.read, actor.personId, personId);
  return may(actor, 'answer-extension', { owner: personId, trainers, isLed });
}

/** What a programme is called, also one that nobody is asked for any more. */
async function nameOf(app: Pick<App, 'db'>, programmeId: string): Promise<Text> {
  const name = (await programmeNames(app, [programmeId])).get(programmeId);
  if (name === undefined) throw new Error(`no programme ${programmeId}`);
  return name;
}

async function findRequired(
  app: ProgrammeApp,
  personId: string,
  { programmeId, period }: { programmeId: string; period: string },
): Promise<RequiredOf | undefined> {
  const all = await requiredFor(app, personId);
  return all.find((one) => one.programmeId === programmeId && one.period.key === period);
}

function limitsOf({ dates }: RequiredOf, until: Day) {
  const { dueOn } = dates;
  return { until, dueOn, latest: addDays(dueOn, LONGEST_EXTENSION_DAYS) };
}

type Trace = {
  readonly actor: Actor | null;
  readonly extension: Pick<Extension, 'personId' | 'programmeId' | 'period'>;
  readonly act: AuditedAct;
  readonly detail: Readonly<Record<string, unknown>>;
};

async function audit(tx: Tx, app: Pick<App, 'clock'>, trace: Trace): Promise<void> {
  const { actor, extension, act, detail } = trace;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: actor?.personId ?? null,
    act,
    subject: `person:${extension.personId}`,
    detail: { programme: extension.programmeId, period: extension.period, ...detail },
  });
}
