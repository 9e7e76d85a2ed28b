import { writeAudit } from '#features/audit/service.ts';
import { peopleOf } from '#features/identity/service.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Absence, checkAbsence, isAway } from '../absence.ts';
import { checkReason } from '../extension.ts';
import type { Life, Required } from '../plan.ts';
import {
  findAbsence,
  insertAbsence,
  listAbsencesOf,
  listAbsences as listAll,
  type StoredAbsence,
  updateAbsenceWithdrawn,
} from '../store/exceptions.ts';
import { keepPeople } from './keep.ts';
import { requiredIf } from './own.ts';
import type { ProgrammeApp } from './plans.ts';

export const ABSENCES_PAGE = 50;

export type AbsenceInput = Absence & {
  readonly eventId: string;
  readonly personId: string;
  readonly why: string;
};

/** Writes down that somebody is or was away; every date it touches moves at once. The form sent twice records once. */
export async function recordAbsence(
  app: ProgrammeApp,
  actor: Actor,
  input: AbsenceInput,
): Promise<Result<null>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const [problem] = checkAbsence(input);
  if (problem) return refuse(problem);
  const { eventId, personId, kind, fromDay, toDay, why } = input;
  if (!(await peopleOf(app, [personId])).has(personId)) return refuse({ code: 'not-found' });
  const at = app.clock.now();
  const { personId: recordedBy } = actor;
  const row = { id: eventId, personId, kind, fromDay, toDay, why, recordedAt: at, recordedBy };
  await app.db.write(async (tx) => {
    if (!(await insertAbsence(tx, row))) return;
    await writeAudit(tx, {
      at,
      actorId: recordedBy,
      act: 'absence-recorded',
      subject: `person:${personId}`,
      detail: { kind, from: fromDay, to: toDay, ...(why !== '' && { why }) },
    });
  });
  await keepPeople(app, [personId]);
  return ok(null);
}

/** One due day that an act would move. */
export type MovedDate = {
  readonly programmeId: string;
  readonly period: string;
  readonly before: Day;
  readonly after: Day;
};

/** Which due days an absence would move, or taking one back would. Nothing is written. */
export async function previewAbsence(
  app: ProgrammeApp,
  actor: Actor,
  { personId, add, withoutId }: { personId: string; add?: Absence; withoutId?: string },
): Promise<Result<MovedDate[]>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const stored = await listAbsencesOf(app.db.read, [personId]);
  const absences = [...stored.filter(({ id }) => id !== withoutId), ...(add ? [add] : [])];
  const change = (life: Life): Life => ({ ...life, absences });
  return ok(movedDates(await requiredIf(app, personId, change)));
}

/** Takes back what was recorded wrongly; the dates are as if it had never been there. */
export async function withdrawAbsence(
  app: ProgrammeApp,
  actor: Actor,
  { absenceId, reason }: { absenceId: string; reason: string },
): Promise<Result<StoredAbsence>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const problem = checkReason(reason);
  if (problem) return refuse(problem);
  const outcome = await app.db.write(async (tx): Promise<Result<StoredAbsence>> => {
    const found = await findAbsence(tx, absenceId);
    if (found === undefined) return refuse({ code: 'not-found' });
    if (found.withdrawnAt !== null) return ok(found);
    const at = app.clock.now();
    const { personId: withdrawnBy } = actor;
    const change = { withdrawnAt: at, withdrawnBy, withdrawnReason: reason };
    await updateAbsenceWithdrawn(tx, absenceId, change);
    await writeAudit(tx, {
      at,
      actorId: withdrawnBy,
      act: 'absence-withdrawn',
      subject: `person:${found.personId}`,
      detail: { kind: found.kind, from: found.fromDay, to: found.toDay, why: reason },
    });
    return ok({ ...found, ...change });
  });
  if (outcome.ok) await keepPeople(app, [outcome.value.personId]);
  return outcome;
}

/** Absences, the newest recorded first, 50 to a page (from 1); only those of one day where a day is given. */
export async function listAbsences(
  app: App,
  actor: Actor,
  { day = null, page = 1 }: { day?: Day | null; page?: number },
): Promise<Result<{ absences: StoredAbsence[]; hasMore: boolean }>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const offset = (Math.max(1, page) - 1) * ABSENCES_PAGE;
  const found = await listAll(app.db.read, { day, offset, limit: ABSENCES_PAGE + 1 });
  return ok({ absences: found.slice(0, ABSENCES_PAGE), hasMore: found.length > ABSENCES_PAGE });
}

/** A person's own absences that count, for themselves and whoever may see their record. */
export function absencesOf(app: Pick<App, 'db'>, personId: string): Promise<StoredAbsence[]> {
  return listAbsencesOf(app.db.read, [personId]);
}

/** Who of these people is away today and why; for a trainer's list. */
export async function awayToday(
  app: Pick<App, 'db' | 'clock' | 'zone'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Absence>> {
  const today = dayAt(app.clock.now(), app.zone);
  const absences = await listAbsencesOf(app.db.read, personIds);
  return new Map(
    absences
      .filter((absence) => isAway([absence], today))
      .map((absence) => [absence.personId, absence]),
  );
}

function movedDates({
  before,
  after,
}: {
  before: readonly Required[];
  after: readonly Required[];
}): MovedDate[] {
  const then = new Map(after.map((one) => [`${one.programmeId} ${one.period.key}`, one]));
  return before.flatMap(({ programmeId, period, dates, doneOn }) => {
    const other = then.get(`${programmeId} ${period.key}`);
    if (!other || doneOn !== null || other.dates.dueOn === dates.dueOn) return [];
    return [{ programmeId, period: period.key, before: dates.dueOn, after: other.dates.dueOn }];
  });
}
