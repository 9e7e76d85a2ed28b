import { peopleOf } from '#features/identity/service.ts';
import { absencesAmong, recordAbsences, withdrawAbsences } from '#features/programme/service.ts';
import type { Kind } from './kind.ts';

/** Recording one absence for many, such as crisis duty declared for a unit. */
export const absenceKind: Kind<'absence'> = {
  batch: 200,

  async decide(db, _app, { settings: { absence, fromDay, toDay }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    const known = Map.groupBy(await absencesAmong(db, personIds), (one) => one.personId);
    return [...people.values()].map(({ personId, closedAt }) => {
      const away = (known.get(personId) ?? []).find(
        (one) => one.kind === absence && one.fromDay <= fromDay && toDay <= one.toDay,
      );
      const before = away ? { from: away.fromDay, until: away.toDay } : null;
      const left = closedAt !== null ? 'account-closed' : away ? 'already' : null;
      return { personId, before, after: { from: fromDay, until: toDay }, left };
    });
  },

  async apply(tx, app, { settings, actId, actorId, why }, lines) {
    const { absence: kind, fromDay, toDay } = settings;
    const absences = lines.map(({ personId }) => {
      return { id: app.hash(`${actId} ${personId}`), personId, kind, fromDay, toDay };
    });
    await recordAbsences(tx, app, { absences, actorId, why, bulk: actId });
    return absences.map(({ personId, id }) => ({ personId, effect: id }));
  },

  async undo(tx, app, { settings: { fromDay, toDay }, actId, actorId, why }, lines) {
    const ids = lines.flatMap(({ effect }) => effect ?? []);
    const days = { fromDay, toDay };
    const done = await withdrawAbsences(tx, app, { ids, ...days, actorId, why, bulk: actId });
    return lines.map(({ personId, effect }) => ({
      personId,
      kept: done.has(effect ?? '') ? null : ('changed-since' as const),
    }));
  },
};
