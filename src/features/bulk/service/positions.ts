import { peopleOf } from '#features/identity/service.ts';
import { overlap } from '#features/position/holding.ts';
import {
  giveTogether,
  holdingsByIds,
  holdingsIn,
  setLastDays,
} from '#features/position/service.ts';
import { addDays } from '#kernel/date.ts';
import type { Kind } from './kind.ts';

const BATCH = 100;

/** Giving people a position or a civic role for a time. */
export const givePositionKind: Kind<'give-position'> = {
  batch: BATCH,

  async decide(db, _app, { settings: { positionId, fromDay, untilDay }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    const held = Map.groupBy(await holdingsIn(db, personIds, positionId), (one) => one.personId);
    return [...people.values()].map(({ personId, closedAt }) => {
      const has = (held.get(personId) ?? []).find((one) => overlap(one, { fromDay, untilDay }));
      const before = has ? { from: has.fromDay, until: has.untilDay } : null;
      const left = closedAt !== null ? 'account-closed' : has ? 'already' : null;
      return { personId, before, after: { from: fromDay, until: untilDay }, left };
    });
  },

  async apply(tx, app, { settings, actId, actorId, why }, lines) {
    const { positionId, fromDay, untilDay } = settings;
    const holdings = lines.map(({ personId }) => {
      return { id: app.hash(`${actId} ${personId}`), positionId, personId, fromDay, untilDay };
    });
    await giveTogether(tx, app, { holdings, actorId, why, bulk: actId });
    return holdings.map(({ personId, id }) => ({ personId, effect: id }));
  },

  async undo(tx, app, { settings: { untilDay }, actId, actorId, why }, lines) {
    const ids = lines.flatMap(({ effect }) => effect ?? []);
    const same = (await holdingsByIds(tx, ids)).filter((one) => one.untilDay === untilDay);
    // Taken back as if it had never begun: its last day lies before its first.
    const changes = same.map((one) => ({ ...one, untilDay: addDays(one.fromDay, -1) }));
    await setLastDays(tx, app, { changes, act: 'ended', actorId, why, bulk: actId });
    const done = new Set(same.map(({ personId }) => personId));
    return lines.map(({ personId }) => ({
      personId,
      kept: done.has(personId) ? null : ('changed-since' as const),
    }));
  },
};

/** Taking a position or a civic role from people after a last day. */
export const endPositionKind: Kind<'end-position'> = {
  batch: BATCH,

  async decide(db, _app, { settings: { positionId, lastDay }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    const held = Map.groupBy(await holdingsIn(db, personIds, positionId), (one) => one.personId);
    return [...people.keys()].map((personId) => {
      const ends = (held.get(personId) ?? []).find(
        ({ fromDay, untilDay }) => untilDay === null || (untilDay >= fromDay && untilDay > lastDay),
      );
      if (ends === undefined) return { personId, before: null, after: null, left: 'not-held' };
      const { fromDay: from, untilDay: until } = ends;
      const last = lastDay < from ? addDays(from, -1) : lastDay;
      return { personId, before: { from, until }, after: { from, until: last }, left: null };
    });
  },

  async apply(tx, app, { settings: { positionId }, actId, actorId, why }, lines) {
    const personIds = lines.map(({ personId }) => personId);
    const held = await holdingsIn(tx, personIds, positionId);
    const changes = lines.flatMap(({ personId, before, after }) => {
      const one = held.find(
        (holding) =>
          holding.personId === personId &&
          holding.fromDay === before?.from &&
          holding.untilDay === before?.until,
      );
      return one ? [{ ...one, untilDay: after?.until ?? null }] : [];
    });
    await setLastDays(tx, app, { changes, act: 'ended', actorId, why, bulk: actId });
    return changes.map(({ personId, id }) => ({ personId, effect: id }));
  },

  async undo(tx, app, { actId, actorId, why }, lines) {
    const byHolding = new Map(lines.map((line) => [line.effect, line]));
    const held = await holdingsByIds(
      tx,
      lines.flatMap(({ effect }) => effect ?? []),
    );
    const changes = held.flatMap((one) => {
      const line = byHolding.get(one.id);
      const isSame = line !== undefined && one.untilDay === (line.after?.until ?? null);
      return isSame ? [{ ...one, untilDay: line.before?.until ?? null }] : [];
    });
    await setLastDays(tx, app, { changes, act: 'given', actorId, why, bulk: actId });
    const done = new Set(changes.map(({ personId }) => personId));
    return lines.map(({ personId }) => ({
      personId,
      kept: done.has(personId) ? null : ('changed-since' as const),
    }));
  },
};
