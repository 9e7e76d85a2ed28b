import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { namesOf, peopleOf } from '#features/identity/service.ts';
import { dayAt, type Instant, startOfDay } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { WithCare } from '../care.ts';
import type { Evidence } from '../evidence.ts';
import type { WithFramework } from '../framework.ts';
import {
  checkObserved,
  evidenceOfObservation,
  type Observation,
  type Observed,
  observationSource,
} from '../observation.ts';
import type { ObservationForm, WithObservationForms } from '../observation-form.ts';
import { readReason } from '../revocation.ts';
import {
  findObservation,
  insertObservation,
  listObservationsOf,
  updateObservationWithdrawn,
} from '../store/observations.ts';
import { listBySource } from '../store/pieces.ts';
import { addEvidence } from './cells.ts';
import { revokePieces } from './revoke.ts';
import { tellOf } from './telling.ts';

type ObservingApp = App & WithFramework & WithObservationForms & WithCare;
export const OBSERVATIONS_SHOWN = 50;

export type ObserveInput = Observed & {
  readonly eventId: string;
  readonly personId: string;
  /** The id of an observation form. */
  readonly form: string;
};

/** Whether the actor may observe a person: as one who looks after them, never oneself. */
export async function mayObserve(app: WithCare, actor: Actor, personId: string): Promise<boolean> {
  const trainers = await app.care.trainersOf(personId);
  return may(actor, 'vouch', { owner: personId, trainers });
}

/**
 * Keeps what was seen of a person at work, as one act: the observation with its note, and a piece of evidence for each
 * competency there was something to see of. The same event sent again answers what was stored.
 */
export async function observe(
  app: ObservingApp,
  actor: Actor,
  input: ObserveInput,
): Promise<Result<Observation>> {
  if (!(await mayObserve(app, actor, input.personId))) return refuse({ code: 'not-found' });
  const form = app.observationForms.get(input.form);
  if (form === undefined) return refuse({ code: 'observation-form-unknown' });
  const now = app.clock.now();
  const [problem] = checkObserved(form, input, dayAt(now, app.zone));
  if (problem) return refuse(problem);
  const people = await peopleOf(app, [input.personId, actor.personId]);
  return app.db.write(async (tx) => {
    const kept = await findObservation(tx, input.eventId);
    if (kept !== undefined) {
      const isSame = kept.raterId === actor.personId && kept.personId === input.personId;
      return isSame ? ok(kept) : refuse({ code: 'event-used' });
    }
    const observation = await store(tx, app, { actor, input, form, now });
    const to = people.get(input.personId);
    const by = { personId: actor.personId, name: people.get(actor.personId)?.name ?? '' };
    await tellOf(tx, app, 'observed', { to, by, place: `/observations/${observation.id}` });
    return ok(observation);
  });
}

type Storing = {
  readonly actor: Actor;
  readonly input: ObserveInput;
  readonly form: ObservationForm;
  readonly now: Instant;
};

async function store(
  tx: Tx,
  app: ObservingApp,
  { actor, input, form, now }: Storing,
): Promise<Observation> {
  const { eventId: id, personId, day } = input;
  const raterId = actor.personId;
  const observation: Observation = {
    id,
    personId,
    raterId,
    form: form.id,
    day,
    place: input.place.trim(),
    note: input.note.trim(),
    recordedAt: now,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  };
  await insertObservation(tx, observation);
  const pieces = evidenceOfObservation(
    { id, personId, raterId, form },
    input,
    noonOf(day, now, app),
  );
  await addEvidence(tx, app, pieces);
  await audit(tx, app, { actor, observation, act: 'observed' });
  return observation;
}

const NOON_MS = 12 * 3_600_000;

/** Nobody notes the minute: what was seen on a day counts from its noon, or from now where that is still to come. */
function noonOf(day: string, now: Instant, { zone }: Pick<App, 'zone'>): Instant {
  return Math.min(now, startOfDay(day, zone) + NOON_MS);
}

export type SeenObservation = {
  readonly observation: Observation;
  readonly pieces: readonly Evidence[];
  /** The observer, the person observed, and whoever took it back. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayWithdraw: boolean;
  /** Whether the actor may also open the evidence it gave; a former trainer may not. */
  readonly mayOpen: boolean;
};

/** One observation with what it says: for whom it is about, those who look after them, and the observer. */
export async function viewObservation(
  app: ObservingApp,
  actor: Actor,
  id: string,
): Promise<Result<SeenObservation>> {
  const observation = await findObservation(app.db.read, id);
  if (observation === undefined) return refuse({ code: 'not-found' });
  const { personId, raterId, withdrawnBy } = observation;
  const trainers = await app.care.trainersOf(personId);
  const mayOpen = may(actor, 'see-record', { owner: personId, trainers });
  if (!mayOpen && raterId !== actor.personId) {
    return refuse({ code: 'not-found' });
  }
  const names = await namesOf(app, [personId, raterId, withdrawnBy ?? raterId]);
  const pieces = await listBySource(app.db.read, personId, observationSource(id));
  const mayWithdraw = observation.withdrawnAt === null && mayTakeBack(actor, observation);
  return ok({ observation, pieces, names, mayWithdraw, mayOpen });
}

/** What others have seen of the actor, newest first, with the names of those who saw it. */
export async function observationsOf(
  app: Pick<App, 'db'>,
  { personId }: Actor,
): Promise<{ observations: Observation[]; names: ReadonlyMap<string, string> }> {
  const observations = await listObservationsOf(app.db.read, personId, OBSERVATIONS_SHOWN);
  const names = await namesOf(
    app,
    observations.map(({ raterId }) => raterId),
  );
  return { observations, names };
}

/** The observer, or an administrator, takes an observation back: it stays readable and counts no more. */
export async function withdrawObservation(
  app: ObservingApp,
  actor: Actor,
  { observationId, reason }: { observationId: string; reason: string },
): Promise<Result<'withdrawn'>> {
  const read = readReason(reason);
  return app.db.write(async (tx) => {
    const observation = await findObservation(tx, observationId);
    if (observation === undefined || !mayTakeBack(actor, observation)) {
      return refuse({ code: 'not-found' });
    }
    if (observation.withdrawnAt !== null) return ok('withdrawn');
    if (!read.ok) return read;
    const { personId, id } = observation;
    const by = actor.personId;
    await updateObservationWithdrawn(tx, id, {
      withdrawnAt: app.clock.now(),
      withdrawnBy: by,
      withdrawnReason: read.value,
    });
    const pieces = await listBySource(tx, personId, observationSource(id));
    await revokePieces(tx, app, { ids: pieces.map((piece) => piece.id), reason: read.value, by });
    await audit(tx, app, { actor, observation, act: 'observation-withdrawn' });
    return ok('withdrawn');
  });
}

function mayTakeBack(actor: Actor, { personId, raterId }: Observation): boolean {
  return may(actor, 'revoke-evidence', { owner: personId, giver: raterId });
}

async function audit(
  tx: Tx,
  app: Pick<App, 'clock'>,
  entry: {
    actor: Actor;
    observation: Observation;
    act: 'observed' | 'observation-withdrawn';
  },
): Promise<void> {
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: entry.actor.personId,
    act: entry.act,
    subject: `person:${entry.observation.personId}`,
    detail: { form: entry.observation.form },
  });
}
