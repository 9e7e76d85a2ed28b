import { peopleOf } from '#features/identity/service.ts';
import { NAMED_MAX } from '#features/programme/named.ts';
import {
  askedAmong,
  excuseTogether,
  namePeople,
  nextPeriods,
  unnamePeople,
  withdrawExcuses,
} from '#features/programme/service.ts';
import type { Kind } from './kind.ts';

/** Asking people by name for a programme that does not ask them already. All in one go: it is one change of the programme. */
export const requireKind: Kind<'require'> = {
  batch: NAMED_MAX,

  async decide(db, _app, { settings: { programmeId }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    const asked = await askedAmong(db, personIds, programmeId);
    return [...people.values()].map(({ personId, closedAt }) => {
      const isAsked = asked.has(personId);
      const before = isAsked ? ({ is: 'asked' } as const) : null;
      const left = closedAt !== null ? 'account-closed' : isAsked ? 'already-asked' : null;
      return { personId, before, after: { is: 'asked' }, left };
    });
  },

  async apply(tx, app, { settings: { programmeId }, actId: ruleId, actorId, why }, lines) {
    const personIds = lines.map(({ personId }) => personId);
    if (personIds.length === 0) return [];
    const isDone = await namePeople(tx, app, { programmeId, personIds, ruleId, actorId, why });
    return isDone ? personIds.map((personId) => ({ personId, effect: null })) : [];
  },

  async undo(tx, app, { settings: { programmeId }, actId: ruleId, actorId, why }, lines) {
    const personIds = lines.map(({ personId }) => personId);
    const removed = await unnamePeople(tx, app, { programmeId, personIds, ruleId, actorId, why });
    return personIds.map((personId) => ({
      personId,
      kept: removed.has(personId) ? null : ('changed-since' as const),
    }));
  },
};

/** Excusing people from what they have to finish next in a programme. */
export const excuseKind: Kind<'excuse'> = {
  batch: 200,

  async decide(db, _app, { settings: { programmeId }, personIds }) {
    const people = await peopleOf({ db: { read: db } }, personIds);
    const periods = await nextPeriods(db, personIds, programmeId);
    return [...people.values()].map(({ personId, closedAt }) => {
      const period = periods.get(personId);
      const before = period ? { due: period.dueOn } : null;
      const left = closedAt !== null ? 'account-closed' : period ? null : 'not-asked';
      return { personId, before, after: { is: 'excused' }, left };
    });
  },

  async apply(tx, app, { settings: { programmeId }, actId, actorId, why }, lines) {
    const personIds = lines.map(({ personId }) => personId);
    const periods = await nextPeriods(tx, personIds, programmeId);
    const excuses = personIds.flatMap((personId) => {
      const period = periods.get(personId)?.period;
      const id = app.hash(`${actId} ${personId}`);
      return period === undefined ? [] : [{ id, personId, programmeId, period }];
    });
    await excuseTogether(tx, app, { excuses, actorId, why, bulk: actId });
    return excuses.map(({ personId, id }) => ({ personId, effect: id }));
  },

  async undo(tx, app, { actId, actorId, why }, lines) {
    const ids = lines.flatMap(({ effect }) => effect ?? []);
    const done = await withdrawExcuses(tx, app, { ids, actorId, why, bulk: actId });
    return lines.map(({ personId, effect }) => ({
      personId,
      kept: done.has(effect ?? '') ? null : ('changed-since' as const),
    }));
  },
};
