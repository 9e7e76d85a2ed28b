import type { Reader, Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Day } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Absence } from '../absence.ts';
import { isUnfinished, type Standing } from '../standing.ts';
import {
  findAbsence,
  findExcuse,
  insertAbsence,
  insertExcuse,
  listAbsencesOf,
  type StoredAbsence,
  updateAbsenceWithdrawn,
  updateExcuseWithdrawn,
} from '../store/exceptions.ts';
import { listMembers, listPeriods, type PeriodRow } from '../store/periods.ts';
import { listPersonIdsBy } from '../store/standings.ts';

/*
 * What is done for many people inside a bigger act, which has asked who may and decided for whom. The job that follows the
 * audit trail then works out what it means for their dates.
 */

/** Who did something for many people at once, why, and in which act, for the trail of each of them. */
type Doing = { readonly actorId: string; readonly why: string; readonly bulk: string };

/** Whom a programme asks at present, of these people. */
export async function askedAmong(
  db: Reader | Tx,
  personIds: readonly string[],
  programmeId: string,
): Promise<ReadonlySet<string>> {
  const rows = await listMembers(db, { personIds, programmeIds: [programmeId] });
  return new Set(rows.map(({ personId }) => personId));
}

/** The period each of these people has to finish next in a programme; as of the last time each was looked at. */
export async function nextPeriods(
  db: Reader | Tx,
  personIds: readonly string[],
  programmeId: string,
): Promise<ReadonlyMap<string, PeriodRow>> {
  const rows = await listPeriods(db, { personIds, programmeIds: [programmeId] });
  const open = rows.filter(({ standing, endedOn }) => isUnfinished(standing) && endedOn === null);
  const latestFirst = open.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
  return new Map(latestFirst.map((row) => [row.personId, row]));
}

/** Ids of everybody who stands like this in a programme, or in any. */
export function personIdsStanding(
  db: Reader,
  where: { readonly standing: Standing; readonly programmeId: string | null },
): Promise<string[]> {
  return listPersonIdsBy(db, where);
}

export function absencesAmong(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<StoredAbsence[]> {
  return listAbsencesOf(db, personIds);
}

export type Excused = {
  readonly id: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
};

export async function excuseTogether(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { excuses, ...doing }: Doing & { readonly excuses: readonly Excused[] },
): Promise<void> {
  const excusedAt = app.clock.now();
  const { actorId: excusedBy, why: reason } = doing;
  for (const one of excuses) {
    if (!(await insertExcuse(tx, { ...one, reason, excusedBy, excusedAt }))) continue;
    const detail = { programme: one.programmeId, period: one.period };
    await trace(tx, app, doing, { act: 'excused', personId: one.personId, detail });
  }
}

/** Answers which were taken back; those that somebody had taken back before are left out. */
export async function withdrawExcuses(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { ids, ...doing }: Doing & { readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const id of ids) {
    const found = await findExcuse(tx, id);
    if (found === undefined || found.withdrawnAt !== null) continue;
    const change = { withdrawnAt: app.clock.now(), withdrawnBy: doing.actorId };
    await updateExcuseWithdrawn(tx, id, change);
    const detail = { programme: found.programmeId, period: found.period };
    await trace(tx, app, doing, { act: 'excuse-withdrawn', personId: found.personId, detail });
    done.add(id);
  }
  return done;
}

export async function recordAbsences(
  tx: Tx,
  app: Pick<App, 'clock'>,
  {
    absences,
    ...doing
  }: Doing & { readonly absences: readonly (Absence & { id: string; personId: string })[] },
): Promise<void> {
  const recordedAt = app.clock.now();
  const { actorId: recordedBy, why } = doing;
  for (const one of absences) {
    if (!(await insertAbsence(tx, { ...one, why, recordedAt, recordedBy }))) continue;
    const detail = { kind: one.kind, from: one.fromDay, to: one.toDay };
    await trace(tx, app, doing, { act: 'absence-recorded', personId: one.personId, detail });
  }
}

/** Answers which were taken back; those with other days by now, or taken back before, are left out. */
export async function withdrawAbsences(
  tx: Tx,
  app: Pick<App, 'clock'>,
  {
    ids,
    fromDay,
    toDay,
    ...doing
  }: Doing & { readonly ids: readonly string[]; readonly fromDay: Day; readonly toDay: Day },
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const id of ids) {
    const found = await findAbsence(tx, id);
    if (found === undefined || found.withdrawnAt !== null) continue;
    if (found.fromDay !== fromDay || found.toDay !== toDay) continue;
    const change = { withdrawnAt: app.clock.now(), withdrawnBy: doing.actorId };
    await updateAbsenceWithdrawn(tx, id, { ...change, withdrawnReason: doing.why });
    const detail = { kind: found.kind, from: fromDay, to: toDay };
    await trace(tx, app, doing, { act: 'absence-withdrawn', personId: found.personId, detail });
    done.add(id);
  }
  return done;
}

async function trace(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { actorId, why, bulk }: Doing,
  told: { act: AuditedAct; personId: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId,
    act: told.act,
    subject: `person:${told.personId}`,
    detail: { ...told.detail, why, bulk },
  });
}
