import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { checkReason } from '../extension.ts';
import {
  deleteAttribute,
  type Excuse,
  findExcuse,
  insertExcuse,
  listAttributesOf,
  listAttributeValues,
  listExcusesOf,
  saveAttribute,
  updateExcuseWithdrawn,
} from '../store/exceptions.ts';
import { keepPeople } from './keep.ts';
import { requiredFor } from './own.ts';
import type { ProgrammeApp } from './plans.ts';

export type Excusing = {
  readonly eventId: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly reason: string;
};

/** Somebody need not do one period of a programme. The reason is kept and shown to them. */
export async function excuse(
  app: ProgrammeApp,
  actor: Actor,
  input: Excusing,
): Promise<Result<null>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const { eventId, personId, programmeId, period } = input;
  const reason = input.reason.trim();
  const problem = checkReason(reason);
  if (problem) return refuse(problem);
  const required = await requiredFor(app, personId);
  const isAsked = required.some(
    (one) => one.programmeId === programmeId && one.period.key === period,
  );
  if (!isAsked) return refuse({ code: 'not-found' });
  const excusedAt = app.clock.now();
  const { personId: excusedBy } = actor;
  const row = { id: eventId, personId, programmeId, period, reason, excusedBy, excusedAt };
  await app.db.write(async (tx) => {
    if (!(await insertExcuse(tx, row))) return;
    await writeAudit(tx, {
      at: excusedAt,
      actorId: excusedBy,
      act: 'excused',
      subject: `person:${personId}`,
      detail: { programme: programmeId, period, why: reason },
    });
  });
  await keepPeople(app, [personId]);
  return ok(null);
}

/** They have to do it after all. */
export async function withdrawExcuse(
  app: ProgrammeApp,
  actor: Actor,
  excuseId: string,
): Promise<Result<null>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const found = await findExcuse(app.db.read, excuseId);
  if (found === undefined) return refuse({ code: 'not-found' });
  const at = app.clock.now();
  const { personId, programmeId, period } = found;
  await app.db.write(async (tx) => {
    await updateExcuseWithdrawn(tx, excuseId, { withdrawnAt: at, withdrawnBy: actor.personId });
    await writeAudit(tx, {
      at,
      actorId: actor.personId,
      act: 'excuse-withdrawn',
      subject: `person:${personId}`,
      detail: { programme: programmeId, period },
    });
  });
  await keepPeople(app, [personId]);
  return ok(null);
}

/** Also those that were taken back; for the person and whoever may see their record. */
export function excusesOf(app: Pick<App, 'db'>, personId: string): Promise<Excuse[]> {
  return listExcusesOf(app.db.read, [personId]);
}

/** Sets what is known of somebody for rules, such as their grade; null forgets it. */
export async function setAttribute(
  app: ProgrammeApp,
  actor: Actor,
  { personId, name, value }: { personId: string; name: string; value: string | null },
): Promise<Result<null>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const at = app.clock.now();
  await app.db.write(async (tx) => {
    const known = await listAttributesOf(tx, [personId]);
    const before = known.find((one) => one.name === name)?.value ?? null;
    if (before === value) return;
    if (value === null) await deleteAttribute(tx, personId, name);
    else await saveAttribute(tx, { personId, name, value, setAt: at });
    await writeAudit(tx, {
      at,
      actorId: actor.personId,
      act: 'attribute-changed',
      subject: `person:${personId}`,
      detail: { before, after: value, name },
    });
  });
  await keepPeople(app, [personId]);
  return ok(null);
}

/** What is known of a person for rules. The caller has made sure that they may be seen. */
export async function attributesOf(
  app: Pick<App, 'db'>,
  personId: string,
): Promise<readonly { name: string; value: string }[]> {
  return listAttributesOf(app.db.read, [personId]);
}

/** Every attribute with the values people have, to choose from. */
export async function attributeValues(
  app: App,
  actor: Actor,
): Promise<Result<readonly { name: string; value: string }[]>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  return ok(await listAttributeValues(app.db.read));
}
