import type { Tx } from '#db/client.ts';
import type { AuditedAct } from '#features/audit/entry.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Locale, Text } from '#kernel/text.ts';
import { type Change, changesBetween } from '../change.ts';
import type { Programme, ProgrammeBody } from '../programme.ts';
import type { Standing } from '../standing.ts';
import {
  type ChangeAct,
  countMatching,
  findChange,
  findProgramme,
  insertChange,
  insertProgramme,
  listByIds,
  listChanges,
  listMatching,
  type StoredChange,
  updateProgramme,
} from '../store/programmes.ts';
import { countStandings } from '../store/standings.ts';

export const PROGRAMMES_PAGE = 50;
const HISTORY = 50;

/** How many stand how, as of the last time each was looked at. */
export type Counts = {
  readonly by: ReadonlyMap<Standing, number>;
  readonly impossible: number;
};
export type ListedProgramme = Programme & { readonly counts: Counts };
export type Revision = Omit<StoredChange, 'body'> & { readonly changes: readonly Change[] };

/** Programmes whose name holds the words searched for, 50 to a page (from 1). */
export async function listProgrammes(
  app: App,
  actor: Actor,
  question: { search?: string; isRetired?: boolean; locale: Locale; page?: number },
): Promise<
  Result<{ programmes: readonly ListedProgramme[]; total: number; page: number; pages: number }>
> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const { search = '', isRetired = false, locale, page = 1 } = question;
  const filter = { search: search.normalize('NFC').trim(), isRetired };
  const total = await countMatching(app.db.read, filter);
  const pages = Math.max(1, Math.ceil(total / PROGRAMMES_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { locale, offset: (shown - 1) * PROGRAMMES_PAGE, limit: PROGRAMMES_PAGE };
  const found = await listMatching(app.db.read, filter, window);
  return ok({ programmes: await counted(app, found), total, page: shown, pages });
}

/** A programme with how people stand and its last fifty revisions, newest first. */
export async function viewProgramme(
  app: App,
  actor: Actor,
  programmeId: string,
): Promise<Result<{ programme: ListedProgramme; history: readonly Revision[] }>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const found = await findProgramme(app.db.read, programmeId);
  const [programme] = found ? await counted(app, [found]) : [];
  if (programme === undefined) return refuse({ code: 'not-found' });
  const stored = await listChanges(app.db.read, programmeId, HISTORY + 1);
  const history = stored.slice(0, HISTORY).map(({ body, ...change }, at) => {
    const before = stored[at + 1]?.body;
    return { ...change, changes: before ? changesBetween(before, body) : [] };
  });
  return ok({ programme, history });
}

/** Names to show beside ids. */
export async function programmeNames(
  app: Pick<App, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  return new Map((await listByIds(app.db.read, ids)).map(({ id, body }) => [id, body.name]));
}

/** A new programme; answers its id. People are asked for it as soon as it has been worked out. The form sent twice makes one. */
export async function createProgramme(
  app: App,
  actor: Actor,
  { eventId, body, why }: { eventId: string; body: ProgrammeBody; why: string },
): Promise<Result<string>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const done = await findChange(tx, eventId);
    if (done) return ok(done.programmeId);
    const id = app.newId();
    const changedAt = app.clock.now();
    const programme: Programme = {
      id,
      body,
      revision: 1,
      changedAt,
      retiredAt: null,
      derivedRevision: 0,
    };
    await insertProgramme(tx, programme);
    await leaveTrace(tx, app, { actor, programme, act: 'created', eventId, why, before: null });
    return ok(id);
  });
}

export type ProgrammeEdit = {
  readonly eventId: string;
  readonly programmeId: string;
  /** The revision the form was filled in from: a change that somebody else saved since is not overwritten. */
  readonly revision: number;
  readonly body: ProgrammeBody;
  readonly why: string;
};

/** Saves a programme as it was edited; a job works out what it means for everybody. */
export async function changeProgramme(
  app: App,
  actor: Actor,
  { eventId, programmeId, revision, body, why }: ProgrammeEdit,
): Promise<Result<Programme>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx) => {
    const before = await findProgramme(tx, programmeId);
    if (before === undefined) return refuse({ code: 'not-found' });
    if (await findChange(tx, eventId)) return ok(before);
    if (before.revision !== revision) return refuse({ code: 'programme-changed-meanwhile' });
    if (changesBetween(before.body, body).length === 0) return ok(before);
    const programme = nextOf(app, before, { body });
    await updateProgramme(tx, programme);
    await leaveTrace(tx, app, { actor, programme, act: 'changed', eventId, why, before });
    return ok(programme);
  });
}

/** Takes a programme out of use, or back into it. What was done stays on record. */
export async function retireProgramme(
  app: App,
  actor: Actor,
  input: { eventId: string; programmeId: string; act: 'retired' | 'restored'; why: string },
): Promise<Result<null>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const { eventId, programmeId, act, why } = input;
  return app.db.write(async (tx) => {
    const before = await findProgramme(tx, programmeId);
    if (before === undefined) return refuse({ code: 'not-found' });
    if ((before.retiredAt !== null) === (act === 'retired')) return ok(null);
    const retiredAt = act === 'retired' ? app.clock.now() : null;
    const programme = nextOf(app, before, { retiredAt });
    await updateProgramme(tx, programme);
    await leaveTrace(tx, app, { actor, programme, act, eventId, why, before });
    return ok(null);
  });
}

async function counted(
  app: Pick<App, 'db'>,
  programmes: readonly Programme[],
): Promise<ListedProgramme[]> {
  const rows = await countStandings(
    app.db.read,
    programmes.map(({ id }) => id),
  );
  const byProgramme = Map.groupBy(rows, ({ programmeId }) => programmeId);
  return programmes.map((programme) => {
    const own = byProgramme.get(programme.id) ?? [];
    const by = new Map(own.map(({ standing, n }) => [standing, n]));
    const impossible = own.reduce((sum, one) => sum + one.impossible, 0);
    return { ...programme, counts: { by, impossible } };
  });
}

/** The revision that follows. */
export function nextOf(
  app: Pick<App, 'clock'>,
  before: Programme,
  change: Partial<Pick<Programme, 'body' | 'retiredAt'>>,
): Programme {
  return { ...before, ...change, revision: before.revision + 1, changedAt: app.clock.now() };
}

type Trace = {
  readonly actor: Actor;
  readonly programme: Programme;
  readonly act: Exclude<ChangeAct, 'carried-over'>;
  readonly eventId: string;
  readonly why: string;
  readonly before: Programme | null;
};

/** The revision for the history of the programme, and a line for the auditor with what differs. */
export async function leaveTrace(tx: Tx, app: Pick<App, 'clock'>, trace: Trace): Promise<void> {
  const { actor, programme, act, eventId, why, before } = trace;
  const { id: programmeId, revision, body } = programme;
  const at = app.clock.now();
  const actorId = actor.personId;
  await insertChange(tx, { id: eventId, programmeId, revision, at, actorId, act, why, body });
  const audited: AuditedAct = `programme-${act}`;
  const parts = before ? changesBetween(before.body, body).map(({ what }) => what) : [];
  const change = act === 'changed' ? { revision, parts: [...new Set(parts)] } : {};
  const subject = `programme:${programmeId}`;
  await writeAudit(tx, { at, actorId, act: audited, subject, detail: { why, ...change } });
}
