import type { Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Audience } from '#features/catalogue/course.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Locale, Text } from '#kernel/text.ts';
import { auditedChange, type Change, changesBetween } from '../change.ts';
import type { Position, PositionBody } from '../position.ts';
import { countHolders } from '../store/holdings.ts';
import {
  type ChangeAct,
  countMatching,
  findChange,
  findPosition,
  insertChange,
  insertPosition,
  listByIds,
  listChanges,
  listMatching,
  type StoredChange,
  updatePosition,
} from '../store/positions.ts';

export const POSITIONS_PAGE = 50;
const HISTORY = 50;
/** More than these nobody chooses from in one list. */
const CHOICES = 500;

export type PositionQuestion = {
  readonly search?: string;
  readonly audience?: Audience | null;
  readonly isRetired?: boolean;
  readonly locale: Locale;
  readonly page?: number;
};
export type ListedPosition = Position & { readonly holders: number };
export type PositionPage = {
  readonly positions: readonly ListedPosition[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** Positions whose name holds the words searched for, 50 to a page (from 1), each with how many hold it today. */
export async function listPositions(
  app: App,
  actor: Actor,
  { search = '', audience = null, isRetired = false, locale, page = 1 }: PositionQuestion,
): Promise<Result<PositionPage>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  const filter = { search: search.normalize('NFC').trim(), audience, isRetired };
  const total = await countMatching(app.db.read, filter);
  const pages = Math.max(1, Math.ceil(total / POSITIONS_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { locale, offset: (shown - 1) * POSITIONS_PAGE, limit: POSITIONS_PAGE };
  const found = await listMatching(app.db.read, filter, window);
  const holders = await countHolders(
    app.db.read,
    found.map(({ id }) => id),
    dayAt(app.clock.now(), app.zone),
  );
  const positions = found.map((one) => ({ ...one, holders: holders.get(one.id) ?? 0 }));
  return ok({ positions, total, page: shown, pages });
}

/** The civic roles one may choose today. Anybody signed in may read them. */
export async function civicRoles(app: App, locale: Locale): Promise<Position[]> {
  const filter = { search: '', audience: 'resident', isRetired: false } as const;
  return listMatching(app.db.read, filter, { locale, offset: 0, limit: CHOICES });
}

/** Positions and civic roles that may be given to people today, by name. */
export async function givablePositions(
  app: App,
  actor: Actor,
  locale: Locale,
): Promise<Result<Position[]>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  const filter = { search: '', audience: null, isRetired: false };
  return ok(await listMatching(app.db.read, filter, { locale, offset: 0, limit: CHOICES }));
}

/** Names to show beside ids; what nobody knows is absent. */
export async function positionNames(
  app: Pick<App, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  return new Map((await listByIds(app.db.read, ids)).map(({ id, body }) => [id, body.name]));
}

/** One revision, with what it changed. */
export type Revision = Omit<StoredChange, 'body'> & { readonly changes: readonly Change[] };

/** A position with its last fifty revisions, newest first. */
export async function viewPosition(
  app: App,
  actor: Actor,
  positionId: string,
): Promise<Result<{ position: ListedPosition; history: readonly Revision[] }>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  const position = await findPosition(app.db.read, positionId);
  if (position === undefined) return refuse({ code: 'not-found' });
  const stored = await listChanges(app.db.read, positionId, HISTORY + 1);
  const history = stored.slice(0, HISTORY).map(({ body, ...change }, at) => {
    const before = stored[at + 1]?.body;
    return { ...change, changes: before ? changesBetween(before, body) : [] };
  });
  const today = dayAt(app.clock.now(), app.zone);
  const holders = (await countHolders(app.db.read, [positionId], today)).get(positionId) ?? 0;
  return ok({ position: { ...position, holders }, history });
}

/** A new position; answers its id. The form sent twice makes one. */
export async function createPosition(
  app: App,
  actor: Actor,
  { eventId, body, why }: { eventId: string; body: PositionBody; why: string },
): Promise<Result<string>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const done = await findChange(tx, eventId);
    if (done) return ok(done.positionId);
    const id = app.newId();
    const at = app.clock.now();
    const position = { id, body, revision: 1, changedAt: at, retiredAt: null };
    await insertPosition(tx, position);
    await leaveTrace(tx, app, { actor, position, act: 'created', eventId, why, before: null });
    return ok(id);
  });
}

export type PositionEdit = {
  readonly eventId: string;
  readonly positionId: string;
  /** The revision the form was filled in from: a change that somebody else saved since is not overwritten. */
  readonly revision: number;
  readonly body: PositionBody;
  readonly why: string;
};

/** Saves a position as it was edited. The audience stays: it decides who may hold it. */
export async function changePosition(
  app: App,
  actor: Actor,
  { eventId, positionId, revision, body, why }: PositionEdit,
): Promise<Result<Position>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const before = await findPosition(tx, positionId);
    if (before === undefined) return refuse({ code: 'not-found' });
    if (await findChange(tx, eventId)) return ok(before);
    if (before.revision !== revision) return refuse({ code: 'position-changed-meanwhile' });
    const edited = { ...body, audience: before.body.audience };
    if (changesBetween(before.body, edited).length === 0) return ok(before);
    const position = nextOf(app, before, { body: edited });
    await updatePosition(tx, position);
    await leaveTrace(tx, app, { actor, position, act: 'changed', eventId, why, before });
    return ok(position);
  });
}

/** Takes a position out of use, or back into it. Who holds it stays; its targets count only while it is in use. */
export async function retirePosition(
  app: App,
  actor: Actor,
  input: { eventId: string; positionId: string; act: 'retired' | 'restored'; why: string },
): Promise<Result<null>> {
  if (!may(actor, 'manage-positions')) return refuse({ code: 'not-allowed' });
  const { eventId, positionId, act, why } = input;
  return app.db.write(async (tx) => {
    const before = await findPosition(tx, positionId);
    if (before === undefined) return refuse({ code: 'not-found' });
    if ((before.retiredAt !== null) === (act === 'retired')) return ok(null);
    const position = nextOf(app, before, { retiredAt: act === 'retired' ? app.clock.now() : null });
    await updatePosition(tx, position);
    await leaveTrace(tx, app, { actor, position, act, eventId, why, before });
    return ok(null);
  });
}

function nextOf(
  app: Pick<App, 'clock'>,
  before: Position,
  change: Partial<Pick<Position, 'body' | 'retiredAt'>>,
): Position {
  return { ...before, ...change, revision: before.revision + 1, changedAt: app.clock.now() };
}

type Trace = {
  readonly actor: Actor;
  readonly position: Position;
  readonly act: Exclude<ChangeAct, 'loaded'>;
  readonly eventId: string;
  readonly why: string;
  readonly before: Position | null;
};

/** The revision for the history of the position, and a line for the auditor. */
async function leaveTrace(tx: Tx, app: Pick<App, 'clock'>, trace: Trace): Promise<void> {
  const { actor, position, act, eventId, why, before } = trace;
  const { id: positionId, revision, body } = position;
  const at = app.clock.now();
  const actorId = actor.personId;
  await insertChange(tx, { id: eventId, positionId, revision, at, actorId, act, why, body });
  const audited: AuditedAct = `position-${act}`;
  const change = act === 'changed' && before ? auditedChange(before.body, body) : {};
  const subject = `position:${positionId}`;
  await writeAudit(tx, { at, actorId, act: audited, subject, detail: { why, ...change } });
}
