import { type SimulatedTime, simulatedTime } from './clock.ts';
import { seenIndicators, type Telling } from './debrief.ts';
import { named } from './named.ts';
import { type Decision, decisionName, indicatorsOf, placeOf, type RunState } from './run.ts';
import { seatOfScene } from './seats.ts';
import type { Seat } from './source.ts';
import { sectionFor } from './words.ts';

/** A decision in the words of the seat that took it: where it stood and what it did. */
export type ToldDecision = {
  readonly seat: Seat;
  readonly heading: string;
  readonly chosen: string;
};
/** Where a run came out. */
export type Outcome = { readonly ending: string; readonly at: SimulatedTime };

/** Two finished runs of one version side by side: `first` is the one the other branched from. */
export type Comparison = {
  readonly first: Outcome;
  readonly second: Outcome;
  readonly indicators: readonly ComparedIndicator[];
  /** The first decision, counted from 1, that was another one; null when all were the same. */
  readonly parting: { readonly place: number; readonly heading: string } | null;
  /** Every decision from the parting on, by its place; null where one run had ended before the other. */
  readonly decisions: readonly {
    readonly place: number;
    readonly first: ToldDecision | null;
    readonly second: ToldDecision | null;
  }[];
};
export type ComparedIndicator = {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly start: number;
  /** The final values. */
  readonly first: number;
  readonly second: number;
};

type Reading = Pick<Telling, 'compiled' | 'words' | 'seat'>;

/** Lays two finished runs of one version side by side as one seat sees them, with the decisions of every seat. */
export function compareRuns(reading: Reading, first: RunState, second: RunState): Comparison {
  const { logic } = reading.compiled;
  const indicators = seenIndicators(reading).map(({ id, label, min, max }) => ({
    label,
    min,
    max,
    start: named(logic.indicators, id).start,
    first: named(indicatorsOf(first), id),
    second: named(indicatorsOf(second), id),
  }));
  return {
    first: outcomeOf(reading, first),
    second: outcomeOf(reading, second),
    indicators,
    ...waysOf(reading, first.decisions, second.decisions),
  };
}

function waysOf(
  reading: Reading,
  first: readonly Decision[],
  second: readonly Decision[],
): Pick<Comparison, 'parting' | 'decisions'> {
  const length = Math.max(first.length, second.length);
  const places = Array.from({ length }, (_, index) => index);
  const parted = places.find((index) => nameAt(first, index) !== nameAt(second, index));
  if (parted === undefined) return { parting: null, decisions: [] };
  const decisions = places.slice(parted).map((index) => ({
    place: index + 1,
    first: told(reading, first[index]),
    second: told(reading, second[index]),
  }));
  const heading = decisions[0]?.first?.heading ?? decisions[0]?.second?.heading ?? '';
  return { parting: { place: parted + 1, heading }, decisions };
}

function nameAt(decisions: readonly Decision[], index: number): string | null {
  const decision = decisions[index];
  return decision === undefined ? null : decisionName(decision);
}

function told({ compiled, words }: Reading, decision: Decision | undefined): ToldDecision | null {
  if (decision === undefined) return null;
  const seat = seatOfScene(compiled.logic, decision.scene);
  return {
    seat,
    heading: sectionFor(words, decision.scene, seat).label,
    chosen: sectionFor(words, decisionName(decision), seat).label,
  };
}

function outcomeOf({ compiled, words, seat }: Reading, state: RunState): Outcome {
  return {
    ending: sectionFor(words, placeOf(state), seat).label,
    at: simulatedTime(compiled.logic.clock.start, state.minute),
  };
}
