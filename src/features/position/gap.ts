import type { Standing } from '#features/competency/profile.ts';
import { type Position, type PositionBody, type TargetLevel, targetsOf } from './position.ts';

export type Target = {
  readonly competency: string;
  /** The highest level any position of the person asks for. */
  readonly level: TargetLevel;
  /** The positions that ask for this level. */
  readonly positions: readonly string[];
};

/**
 * met: the level is confirmed. likely: it seems so and is not confirmed, or waits for a signature. refresh: it was confirmed and has faded. below: what
 * is known lies under it. unknown: too little has been shown to say.
 */
export const GAP_STATES = ['met', 'likely', 'refresh', 'below', 'unknown'] as const;
export type GapState = (typeof GAP_STATES)[number];

export type Gap = {
  readonly target: Target;
  readonly standing: Standing;
  readonly state: GapState;
  /** How many levels are missing to the target; 0 unless `below`. */
  readonly missing: number;
};

export type PersonGaps = {
  readonly personId: string;
  /** Positions held today that are in use. */
  readonly positions: readonly Position[];
  /** One for each competency asked for, in the order of the framework's ids. */
  readonly gaps: readonly Gap[];
};

/** What all positions of a person ask for together, in the order of the framework's ids. */
export function targetsTogether(
  positions: readonly { readonly id: string; readonly body: PositionBody }[],
): Target[] {
  const asked = positions.flatMap(({ id, body }) =>
    [...targetsOf(body)].map(([competency, level]) => ({ id, competency, level })),
  );
  return [...Map.groupBy(asked, ({ competency }) => competency)]
    .map(([competency, all]) => {
      const level = Math.max(...all.map((one) => one.level)) as TargetLevel; // Of levels 1 to 4.
      const highest = all.filter((one) => one.level === level);
      return { competency, level, positions: highest.map(({ id }) => id) };
    })
    .sort((a, b) => inFrameworkOrder(a.competency, b.competency));
}

/** A target against where somebody stands. Likely is not met: only a confirmed level closes a gap. */
export function gapOf(target: Target, standing: Standing): Gap {
  switch (standing.status) {
    case 'nothing-shown':
    case 'not-enough':
      return { target, standing, state: 'unknown', missing: 0 };
    case 'likely':
    case 'awaits-signature':
      return reaching(target, standing, 'likely');
    case 'needs-refresh':
      return reaching(target, standing, 'refresh');
    case 'confirmed':
      return reaching(target, standing, 'met');
  }
}

function reaching(target: Target, standing: Standing & { level: number }, reached: GapState): Gap {
  const missing = target.level - standing.level;
  if (missing <= 0) return { target, standing, state: reached, missing: 0 };
  return { target, standing, state: 'below', missing };
}

/** What should be looked at first: the widest gaps, then what nobody knows, then what only lacks a confirmation. */
export function byUrgency(a: Gap, b: Gap): number {
  const order: readonly GapState[] = ['below', 'unknown', 'refresh', 'likely', 'met'];
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    b.missing - a.missing ||
    inFrameworkOrder(a.target.competency, b.target.competency)
  );
}

export type GapCounts = Readonly<Record<GapState, number>>;

export function countStates(gaps: readonly Pick<Gap, 'state'>[]): GapCounts {
  const counts = { met: 0, likely: 0, refresh: 0, below: 0, unknown: 0 };
  for (const { state } of gaps) counts[state] += 1;
  return counts;
}

/** Counts of fewer people than this are not shown: they would say something about one of them. */
export const SMALLEST_GROUP = 5;

/** C2.1 comes before C10.1. */
function inFrameworkOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
