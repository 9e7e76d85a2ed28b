import { setImmediate as nextTurn } from 'node:timers/promises';
import { allUnits, namesOf, personIdsAfter } from '#features/identity/service.ts';
import type { Day } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Candidate, ruleFor } from '../audience.ts';
import { NO_FACTS } from '../need.ts';
import type { Life, Membership } from '../plan.ts';
import { planFor, type World } from '../plan.ts';
import type { Place, Programme, ProgrammeBody } from '../programme.ts';
import { listMembers } from '../store/periods.ts';
import { findProgramme } from '../store/programmes.ts';
import { candidatesOf, type ProgrammeApp, pathsOf, worldOf } from './plans.ts';

export const PREVIEW_PAGE = 50;
const PEOPLE_AT_ONCE = 500;

export const EFFECTS = ['added', 'removed', 'moved', 'kept'] as const;
/** What saving would mean for one person: asked anew, no longer asked, asked by another rule, asked as before. */
export type Effect = (typeof EFFECTS)[number];
export type Affected = {
  readonly personId: string;
  readonly name: string;
  readonly effect: Effect;
  /** Which place put them there; null when no rule reaches them any more. */
  readonly place: Place['kind'] | null;
  readonly unitId: string | null;
  readonly isExempt: boolean;
  /** The next due day; null for those not asked. */
  readonly dueOn: Day | null;
  readonly isImpossible: boolean;
};
export type Preview = {
  readonly counts: Readonly<Record<Effect, number>>;
  /** People whose date leaves less time than the work needs. */
  readonly impossible: number;
  /** How many a rule exempts. */
  readonly exempt: number;
  readonly shown: readonly Affected[];
  readonly effect: Effect;
  readonly page: number;
  readonly pages: number;
};

/**
 * Who would be asked for a programme if it were saved like this, and why, against who is asked today. Nothing is written; it
 * goes through everybody a few at a time, so that others are served in between.
 */
export async function previewProgramme(
  app: ProgrammeApp,
  actor: Actor,
  input: { programmeId: string | null; body: ProgrammeBody; effect?: Effect; page?: number },
): Promise<Result<Preview>> {
  if (!may(actor, 'manage-programmes')) return refuse({ code: 'not-allowed' });
  const programme = await programmeAs(app, input);
  if (programme === null) return refuse({ code: 'not-found' });
  const all = await effectsOn(app, programme);
  const counts = { added: 0, removed: 0, moved: 0, kept: 0 };
  for (const { effect } of all.affected) counts[effect] += 1;
  const effect = input.effect ?? EFFECTS.find((one) => counts[one] > 0) ?? 'kept';
  const chosen = all.affected.filter((one) => one.effect === effect);
  const pages = Math.max(1, Math.ceil(chosen.length / PREVIEW_PAGE));
  const page = Math.min(Math.max(1, input.page ?? 1), pages);
  const shown = chosen.slice((page - 1) * PREVIEW_PAGE, page * PREVIEW_PAGE);
  const names = await namesOf(
    app,
    shown.map(({ personId }) => personId),
  );
  return ok({
    counts,
    impossible: all.affected.filter(({ isImpossible }) => isImpossible).length,
    exempt: all.exempt,
    shown: shown.map((one) => ({ ...one, name: names.get(one.personId) ?? '' })),
    effect,
    page,
    pages,
  });
}

async function programmeAs(
  app: ProgrammeApp,
  { programmeId, body }: { programmeId: string | null; body: ProgrammeBody },
): Promise<Programme | null> {
  if (programmeId === null) {
    const none = { revision: 1, derivedRevision: 0, changedAt: 0, retiredAt: null };
    return { id: '', body, ...none };
  }
  const before = await findProgramme(app.db.read, programmeId);
  return before === undefined ? null : { ...before, body, retiredAt: null };
}

async function effectsOn(app: ProgrammeApp, programme: Programme) {
  const world = worldOf(app);
  const asked = {
    programmes: [programme],
    paths: pathsOf(await allUnits(app)),
    today: world.today,
  };
  const affected: Affected[] = [];
  let exempt = 0;
  for (let after = ''; ; ) {
    const personIds = await personIdsAfter(app, { after, limit: PEOPLE_AT_ONCE });
    const last = personIds.at(-1);
    if (last === undefined) return { affected, exempt };
    const rows = await listMembers(app.db.read, { personIds, programmeIds: [programme.id] });
    const members = new Map(rows.map((row) => [row.personId, row]));
    const candidates = await candidatesOf(app, personIds, asked);
    const effects = candidates.map((candidate) =>
      effectOn(programme, { candidate, before: members.get(candidate.personId) ?? null, world }),
    );
    exempt += effects.filter(({ isExempt }) => isExempt).length;
    affected.push(...effects.flatMap((one) => withEffect(one)));
    after = last;
    await nextTurn();
  }
}

function withEffect(one: ReturnType<typeof effectOn>): Affected[] {
  return one.effect === null ? [] : [{ ...one, effect: one.effect, name: '' }];
}

type Before = {
  readonly candidate: Candidate;
  readonly before: Membership | null;
  readonly world: World;
};

/** What a programme asks of one person, against what it asks today. */
export function effectOn(programme: Programme, { candidate, before, world }: Before) {
  const rule = ruleFor(programme.body.rules, candidate);
  const isExempt = rule?.duty === 'exempt';
  const isAsked = rule !== null && !isExempt;
  const next = isAsked ? nextDate(programme, { candidate, before, world }) : null;
  const stays: Effect = before?.ruleId === rule?.id ? 'kept' : 'moved';
  const without: Effect | null = before === null ? null : 'removed';
  const asked: Effect = before === null ? 'added' : stays;
  return {
    personId: candidate.personId,
    effect: isAsked ? asked : without,
    place: rule?.place.kind ?? null,
    unitId: rule?.place.kind === 'unit' ? rule.place.unit : null,
    isExempt,
    dueOn: next?.dueOn ?? null,
    isImpossible: next?.isImpossible ?? false,
  };
}

/** The first date that would lie ahead, as if nothing had been done or kept anybody away. */
function nextDate(programme: Programme, { candidate, before, world }: Before) {
  const memberships = new Map(before === null ? [] : [[programme.id, before] as const]);
  const life: Life = {
    candidate,
    facts: NO_FACTS,
    absences: [],
    memberships,
    extensions: new Map(),
    excuses: new Set(),
  };
  const { required } = planFor(life, [programme], world);
  return (required.find(({ dates }) => dates.dueOn >= world.today) ?? required.at(-1))?.dates;
}
