import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { readReason } from '#features/competency/revocation.ts';
import { refreshPeople } from '#features/competency/service.ts';
import { foldLogin } from '#features/identity/login.ts';
import type { Person } from '#features/identity/person.ts';
import {
  accountsNamed,
  closeAsMerged,
  peopleOf,
  reopenMerged,
} from '#features/identity/service.ts';
import { refreshProgress } from '#features/learning/service.ts';
import { extentOfRecord, joinRecords, unjoinRecords } from '#features/record/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { DECISIONS, MOVING, type Thing } from './decisions.ts';
import {
  checkMerge,
  checkUndo,
  type Extent,
  inOneLife,
  laterRuns,
  type Meeting,
  type Merge,
} from './merge.ts';
import {
  countOf,
  findMerge,
  insertMerge,
  listFirstRuns,
  listMeetings,
  listOfRuns,
  listSharedCohorts,
  listSharedSheets,
  moveRows,
  moveRowsBack,
  setCell,
  setCellsBack,
  updateUndone,
} from './store.ts';

export { listMergesFor, mergesOf, viewMerge } from './service/view.ts';

export type MergingApp = App & WithCatalogue & WithFramework;
type Pair = { readonly from: string; readonly into: string };

export type MergePreview = {
  readonly from: Person;
  readonly into: Person;
  /** What moves from the account that will be closed, and what the other one has already. */
  readonly moving: Extent;
  readonly there: Extent;
  readonly meetings: readonly Meeting[];
};

/** What would come together if the account with this login became part of another. Nothing happens. */
export async function previewMerge(
  app: MergingApp,
  actor: Actor,
  { login, intoId }: { login: string; intoId: string },
): Promise<Result<MergePreview>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const word = foldLogin(login);
  const named = (await accountsNamed(app.db.read, [word])).get(word);
  if (named === undefined) return refuse({ code: 'merge-unknown', field: 'login' });
  const pair = { from: named.personId, into: intoId };
  const people = await peopleOf(app, [pair.from, intoId]);
  const from = people.get(pair.from);
  const into = people.get(intoId);
  const meetings = await listMeetings(app.db.read, pair);
  const problem = checkMerge({ from, into, actorId: actor.personId, meetings: [] });
  if (problem) return refuse(problem);
  if (from === undefined || into === undefined) return refuse({ code: 'not-found' });
  const moving = await extentOf(app.db.read, pair.from);
  return ok({ from, into, moving, there: await extentOf(app.db.read, intoId), meetings });
}

async function extentOf(db: Reader, personId: string): Promise<Extent> {
  const { statements } = await extentOfRecord(db, personId);
  const extent = new Map<Thing, number>([['statements', statements]]);
  for (const decision of DECISIONS) {
    if (decision.thing === undefined) continue;
    const n = await countOf(db, decision, personId);
    extent.set(decision.thing, (extent.get(decision.thing) ?? 0) + n);
  }
  return extent;
}

export type MergeInput = {
  /** Becomes the id of the merge: the same form sent twice merges once. */
  readonly eventId: string;
  readonly fromId: string;
  readonly intoId: string;
  readonly reason: string;
};

/**
 * Makes two accounts of one person one. What is about them comes together as if they had lived one life; what they said of
 * others stays under the name under which it was said. Everything that changes is written down, so that it can be undone.
 */
export async function mergePeople(
  app: MergingApp,
  actor: Actor,
  { eventId, fromId, intoId, ...input }: MergeInput,
): Promise<Result<{ mergeId: string }>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  return app.db.write(async (tx) => {
    const pair = { from: fromId, into: intoId };
    const before = await findMerge(tx, eventId);
    if (before !== undefined) {
      const isSame = before.fromId === fromId && before.intoId === intoId;
      return isSame ? ok({ mergeId: eventId }) : refuse({ code: 'event-used' });
    }
    const problem = await obstacle(tx, actor, pair);
    if (problem) return refuse(problem);
    const merge = mergeOf(app, actor, { ...pair, id: eventId, reason: reason.value });
    await insertMerge(tx, merge);
    await bringTogether(tx, app, merge);
    await trace(tx, app, { actor, pair, act: 'people-merged' });
    return ok({ mergeId: eventId });
  });
}

async function obstacle(tx: Tx, { personId: actorId }: Actor, pair: Pair) {
  const people = await peopleOf({ db: { read: tx } }, [pair.from, pair.into]);
  const meetings = await listMeetings(tx, pair);
  const [from, into] = [people.get(pair.from), people.get(pair.into)];
  return checkMerge({ from, into, actorId, meetings });
}

function mergeOf(
  app: Pick<App, 'clock'>,
  { personId: mergedBy }: Actor,
  { id, from, into, reason }: Pair & { id: string; reason: string },
): Merge {
  const done = { mergedBy, mergedAt: app.clock.now() };
  const open = { undoneBy: null, undoneAt: null, undoReason: null };
  return { id, fromId: from, intoId: into, reason, ...done, ...open };
}

async function bringTogether(tx: Tx, app: MergingApp, merge: Merge): Promise<void> {
  const pair = { from: merge.fromId, into: merge.intoId };
  await joinCohorts(tx, merge);
  await joinSheets(tx, merge);
  for (const moving of MOVING) await moveRows(tx, moving, { ...pair, mergeId: merge.id });
  await countFirstRunsOnce(tx, app, merge);
  await joinRecords(tx, pair);
  await closeAsMerged(tx, app, pair);
  await remake(tx, app, pair);
}

/** In a cohort both were in, the one person was from the first day on, and is while either is. */
async function joinCohorts(tx: Tx, { id, fromId, intoId }: Merge): Promise<void> {
  const table = 'cohort_member';
  for (const shared of await listSharedCohorts(tx, { from: fromId, into: intoId })) {
    const { cohortId, joined, left } = shared;
    const key = { cohort_id: cohortId, person_id: intoId };
    const [keptJoined] = joined;
    const [keptLeft, otherLeft] = left;
    const lastLeft = keptLeft === null || otherLeft === null ? null : Math.max(keptLeft, otherLeft);
    const after = Math.min(...joined);
    await setCell(tx, id, { table, key, column: 'joined_at', before: keptJoined, after });
    await setCell(tx, id, { table, key, column: 'left_at', before: keptLeft, after: lastLeft });
  }
}

/** A sheet that both kept has one latest version: the one kept last. */
async function joinSheets(tx: Tx, { id, fromId, intoId }: Merge): Promise<void> {
  for (const versions of await listSharedSheets(tx, { from: fromId, into: intoId })) {
    const was = new Map(versions.map((version) => [version.id, version]));
    for (const { id: version, number, supersededAt } of inOneLife(versions)) {
      const before = was.get(version);
      if (before === undefined) continue;
      const row = { table: 'sheet_version', key: { id: version } };
      if (before.supersededAt !== supersededAt) {
        const change = { before: before.supersededAt, after: supersededAt };
        await setCell(tx, id, { ...row, column: 'superseded_at', ...change });
      }
      if (before.number !== number) {
        await setCell(tx, id, { ...row, column: 'number', before: before.number, after: number });
      }
    }
  }
}

/** Only the first run of a version is evidence: the later one becomes practice, and what it gave is revoked. */
async function countFirstRunsOnce(
  tx: Tx,
  app: Pick<App, 'clock'>,
  { id, fromId, intoId, reason }: Merge,
): Promise<void> {
  const later = laterRuns(await listFirstRuns(tx, { from: fromId, into: intoId }));
  if (later.length === 0) return;
  const { seats, evidence } = await listOfRuns(tx, intoId, later);
  for (const { runId, seat } of seats) {
    const row = { table: 'scenario_player', key: { run_id: runId, seat } };
    await setCell(tx, id, { ...row, column: 'mode', before: 'first', after: 'practice' });
  }
  for (const piece of evidence) {
    const row = { table: 'evidence', key: { id: piece }, before: null };
    await setCell(tx, id, { ...row, column: 'revoked_reason', after: reason });
    await setCell(tx, id, { ...row, column: 'revoked_at', after: app.clock.now() });
  }
}

/** Makes again what is only a summary of what changed hands. */
async function remake(tx: Tx, app: MergingApp, { from, into }: Pair): Promise<void> {
  await refreshPeople(tx, app, [from, into]);
  const courses = new Set<string>();
  for (const personId of [from, into]) {
    for (const course of (await extentOfRecord(tx, personId)).courses) courses.add(course);
  }
  for (const courseId of courses) {
    for (const personId of [from, into]) await refreshProgress(tx, app, { personId, courseId });
  }
}

/** Makes two accounts of one again. What has been done since with the account that stayed remains with it. */
export async function undoMerge(
  app: MergingApp,
  actor: Actor,
  input: { readonly mergeId: string; readonly reason: string },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const reason = readReason(input.reason);
  return app.db.write(async (tx) => {
    const merge = await findMerge(tx, input.mergeId);
    if (merge === undefined) return refuse({ code: 'not-found' });
    const people = await peopleOf({ db: { read: tx } }, [merge.intoId]);
    const problem = checkUndo(merge, people.get(merge.intoId));
    if (problem) return refuse(problem);
    if (!reason.ok) return reason;
    await takeApart(tx, app, merge);
    const undone = { undoneBy: actor.personId, undoneAt: app.clock.now() };
    await updateUndone(tx, merge.id, { ...undone, undoReason: reason.value });
    const pair = { from: merge.fromId, into: merge.intoId };
    await trace(tx, app, { actor, pair, act: 'merge-undone' });
    return ok(null);
  });
}

async function takeApart(tx: Tx, app: MergingApp, merge: Merge): Promise<void> {
  const pair = { from: merge.fromId, into: merge.intoId };
  await reopenMerged(tx, pair.from);
  await unjoinRecords(tx, pair.from);
  for (const moving of MOVING.toReversed()) {
    await moveRowsBack(tx, moving, { ...pair, mergeId: merge.id });
  }
  await setCellsBack(tx, merge.id, MOVING);
  await remake(tx, app, pair);
}

/** In the trail of both, so that either account leads to the other. */
async function trace(
  tx: Tx,
  app: App,
  { actor, pair, act }: { actor: Actor; pair: Pair; act: 'people-merged' | 'merge-undone' },
): Promise<void> {
  const { from, into } = pair;
  const change =
    act === 'people-merged' ? { before: from, after: into } : { before: into, after: from };
  for (const personId of [from, into]) {
    await writeAudit(tx, {
      at: app.clock.now(),
      actorId: actor.personId,
      act,
      subject: `person:${personId}`,
      detail: change,
    });
  }
}
