import { type SimulatedTime, simulatedTime } from './clock.ts';
import type { Telling } from './debrief.ts';
import { type Decision, decisionName, type Minute } from './run.ts';
import { decisionsOf } from './seats.ts';
import type { Seat } from './source.ts';
import { type FactView, factView } from './view.ts';
import { type Block, sectionFor } from './words.ts';

/** What another seat knew and did, for whoever looks back from theirs. */
export type OtherSeat = {
  readonly seat: Seat;
  readonly role: string;
  /** What this seat knew from the beginning and one's own did not; `told` when it was passed on before the end. */
  readonly facts: readonly (FactView & { readonly told: boolean })[];
  readonly decisions: readonly OtherDecision[];
};
export type OtherDecision = {
  /** Its number among the decisions of all seats, counted from 1. */
  readonly place: number;
  readonly minute: Minute;
  readonly at: SimulatedTime;
  readonly until: SimulatedTime;
  readonly minutes: number;
  /** The scene and the choice in the words of the seat that decided. */
  readonly heading: string;
  readonly chosen: string;
  readonly feedback: readonly Block[];
  readonly taken: TakenBy;
};
export type TakenBy = 'person' | 'recorded';

/** The other seats of a finished run, in the author's order; none in a scenario with one seat. */
export function othersOf(telling: Telling): OtherSeat[] {
  const { compiled, words, seat: own } = telling;
  return compiled.logic.seats
    .filter((seat) => seat !== own)
    .map((seat) => ({
      seat,
      role: sectionFor(words, 'role', seat).label,
      facts: factsOnlyOf(telling, seat),
      decisions: decisionsOf(compiled.logic, telling.state.decisions, seat).map((decision) =>
        otherDecision(telling, { decision, seat }),
      ),
    }));
}

/** Who took a decision of the run, counted from 0. */
export function takenBy({ recorded = [] }: Telling, index: number): TakenBy {
  return recorded.includes(index) ? 'recorded' : 'person';
}

function factsOnlyOf({ compiled, state, words, seat: own }: Telling, seat: Seat) {
  const { marks } = state.snapshot.context;
  return Object.entries(compiled.logic.facts ?? {})
    .filter(([, fact]) => fact.for.includes(seat) && !fact.for.includes(own))
    .map(([id, { told }]) => ({
      ...factView(words, id, seat),
      told: told !== undefined && marks.includes(told),
    }));
}

function otherDecision(
  telling: Telling,
  { decision, seat }: { decision: Decision; seat: Seat },
): OtherDecision {
  const { compiled, state, words } = telling;
  const { start } = compiled.logic.clock;
  const { scene, at, until } = decision;
  const index = state.decisions.indexOf(decision);
  const { label, blocks } = sectionFor(words, decisionName(decision), seat);
  return {
    place: index + 1,
    minute: at,
    at: simulatedTime(start, at),
    until: simulatedTime(start, until),
    minutes: until - at,
    heading: sectionFor(words, scene, seat).label,
    chosen: label,
    feedback: blocks,
    taken: takenBy(telling, index),
  };
}
