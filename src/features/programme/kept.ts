import type { Day } from '#kernel/date.ts';
import type { Plan, Required } from './plan.ts';
import { type Standing, type Transition, validUntil } from './standing.ts';

/** What is stored of people and programmes, for lists and for what became of things. */
export type Kept = {
  readonly members: readonly KeptMember[];
  readonly periods: readonly KeptPeriod[];
  readonly transitions: readonly (KeptTransition & { readonly isUndone: boolean })[];
};
export type KeptMember = {
  readonly personId: string;
  readonly programmeId: string;
  readonly ruleId: string;
  readonly since: Day;
};
export type KeptPeriod = {
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly ruleId: string;
  readonly opensOn: Day;
  readonly setFor: Day;
  readonly dueOn: Day;
  readonly graceUntil: Day;
  readonly doneOn: Day | null;
  readonly validUntil: Day | null;
  readonly standing: Standing;
  readonly isImpossible: boolean;
  readonly endedOn: Day | null;
};
export type KeptTransition = {
  readonly personId: string;
  readonly programmeId: string;
  readonly period: string;
  readonly what: Transition['what'];
  readonly onDay: Day;
};

/** What has to be written so that what is stored says what the plans say; nothing when it does already. */
export type KeptChange = {
  readonly members: { readonly save: KeptMember[]; readonly drop: KeptMember[] };
  readonly periods: { readonly save: KeptPeriod[]; readonly drop: KeptPeriod[] };
  readonly transitions: { readonly keep: KeptTransition[]; readonly undo: KeptTransition[] };
  readonly count: number;
};

/**
 * Periods that people are no longer asked for end today and stay when something had become of them; otherwise they go. What
 * became of a period that is still asked for is undone when a correction has made it untrue.
 */
export function changeOf(
  kept: Kept,
  plans: readonly (readonly [personId: string, plan: Plan])[],
  today: Day,
): KeptChange {
  const planned = plans.flatMap(([personId, { required }]) =>
    required.map((one) => periodOf(personId, one)),
  );
  const happened = plans.flatMap(([personId, { required }]) =>
    required.flatMap((one) => transitionsOf(personId, one)),
  );
  const members = memberChange(kept.members, plans);
  const periods = periodChange(kept, planned, today);
  const transitions = transitionChange(kept.transitions, { planned, happened });
  const count =
    members.save.length +
    members.drop.length +
    periods.save.length +
    periods.drop.length +
    transitions.keep.length +
    transitions.undo.length;
  return { members, periods, transitions, count };
}

function memberChange(
  kept: readonly KeptMember[],
  plans: readonly (readonly [string, Plan])[],
): KeptChange['members'] {
  const before = new Map(kept.map((one) => [`${one.personId} ${one.programmeId}`, one]));
  const save: KeptMember[] = [];
  for (const [personId, { memberships }] of plans) {
    for (const [programmeId, { ruleId, since }] of memberships) {
      const name = `${personId} ${programmeId}`;
      const old = before.get(name);
      before.delete(name);
      if (old?.ruleId === ruleId && old.since === since) continue;
      save.push({ personId, programmeId, ruleId, since });
    }
  }
  return { save, drop: [...before.values()] };
}

function periodChange(
  { periods, transitions }: Kept,
  planned: readonly KeptPeriod[],
  today: Day,
): KeptChange['periods'] {
  const before = new Map(periods.map((one) => [nameOf(one), one]));
  const save = planned.filter((one) => {
    const old = before.get(nameOf(one));
    before.delete(nameOf(one));
    return old === undefined || !isSame(old, one);
  });
  const eventful = new Set(transitions.map(nameOf));
  const over = [...before.values()];
  const stays = (one: KeptPeriod) => one.doneOn !== null || eventful.has(nameOf(one));
  const ended = over
    .filter((one) => stays(one) && one.endedOn === null)
    .map((one) => ({ ...one, endedOn: today }));
  return { save: [...save, ...ended], drop: over.filter((one) => !stays(one)) };
}

type Happening = {
  readonly planned: readonly KeptPeriod[];
  readonly happened: readonly KeptTransition[];
};

function transitionChange(
  kept: Kept['transitions'],
  { planned, happened }: Happening,
): KeptChange['transitions'] {
  const full = (one: KeptTransition) => `${nameOf(one)} ${one.what} ${one.onDay}`;
  const standing = new Set(kept.filter((one) => !one.isUndone).map(full));
  const asked = new Set(planned.map(nameOf));
  const now = new Set(happened.map(full));
  return {
    keep: happened.filter((one) => !standing.has(full(one))),
    undo: kept.filter((one) => !one.isUndone && asked.has(nameOf(one)) && !now.has(full(one))),
  };
}

function periodOf(personId: string, one: Required): KeptPeriod {
  const { dates, doneOn, ruleId, programmeId, period, standing } = one;
  const { opensOn, setFor, dueOn, graceUntil, isImpossible } = dates;
  return {
    personId,
    programmeId,
    period: period.key,
    ruleId,
    opensOn,
    setFor,
    dueOn,
    graceUntil,
    doneOn,
    validUntil: validUntil(one),
    standing,
    isImpossible,
    endedOn: null,
  };
}

function transitionsOf(personId: string, { programmeId, period, transitions }: Required) {
  return transitions.map(
    ({ what, on }): KeptTransition => ({
      personId,
      programmeId,
      period: period.key,
      what,
      onDay: on,
    }),
  );
}

function nameOf(one: { personId: string; programmeId: string; period: string }): string {
  return `${one.personId} ${one.programmeId} ${one.period}`;
}

function isSame(a: KeptPeriod, b: KeptPeriod): boolean {
  return (
    a.ruleId === b.ruleId &&
    a.opensOn === b.opensOn &&
    a.setFor === b.setFor &&
    a.dueOn === b.dueOn &&
    a.graceUntil === b.graceUntil &&
    a.doneOn === b.doneOn &&
    a.validUntil === b.validUntil &&
    a.standing === b.standing &&
    a.isImpossible === b.isImpossible &&
    a.endedOn === b.endedOn
  );
}
