import { checkPlace, peopleOf, putInUnits } from '#features/identity/service.ts';
import type { Kind } from './kind.ts';

/** Moving people to a unit, or out of all of them. */
export const unitKind: Kind<'unit'> = {
  batch: 200,

  async decide(db, _app, { settings: { unitId }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    return [...people.values()].map(({ personId, unitId: own, closedAt }) => {
      const same = own === unitId ? 'already' : null;
      const left = closedAt !== null ? 'account-closed' : same;
      return { personId, before: { unit: own }, after: { unit: unitId }, left };
    });
  },

  async apply(tx, app, { settings: { unitId }, actId, ...doing }, lines) {
    const moves = lines.map(({ personId, before }) => {
      return { personId, before: before?.unit ?? null, after: unitId };
    });
    await putInUnits(tx, app, { moves, bulk: actId, ...doing });
    return lines.map(({ personId }) => ({ personId, effect: null }));
  },

  async undo(tx, app, { settings: { unitId }, actId, ...doing }, lines) {
    const personIds = lines.map(({ personId }) => personId);
    const people = await peopleOf({ db: { read: tx } }, personIds);
    const open = new Map<string | null, boolean>();
    for (const unit of new Set(lines.map(({ before }) => before?.unit ?? null)))
      open.set(unit, (await checkPlace(tx, unit)) === null);
    const told = lines.map(({ personId, before: then }) => {
      const before = then?.unit ?? null;
      const isSame = people.get(personId)?.unitId === unitId;
      const closed = open.get(before) ? null : ('unit-closed' as const);
      return { personId, before, kept: isSame ? closed : ('changed-since' as const) };
    });
    const moves = told
      .filter(({ kept }) => kept === null)
      .map(({ personId, before }) => ({ personId, before: unitId, after: before }));
    await putInUnits(tx, app, { moves, bulk: actId, ...doing });
    return told;
  },
};
