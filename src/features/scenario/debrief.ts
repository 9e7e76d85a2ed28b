import { type SimulatedTime, simulatedTime } from './clock.ts';
import type { Compiled, Indicators } from './compile.ts';
import { type Shows, shownBy } from './evidence.ts';
import { type Horizon, type Range, standingsOnPath } from './horizon.ts';
import { named } from './named.ts';
import { type OtherSeat, othersOf, type TakenBy, takenBy } from './others.ts';
import { sharesAt, type Tally } from './peers.ts';
import {
  type Decision,
  decisionName,
  indicatorsOf,
  type Minute,
  placeOf,
  type RunState,
} from './run.ts';
import { decisionsOf, isFor } from './seats.ts';
import type { Seat } from './source.ts';
import { hiddenInjects } from './view.ts';
import { type Block, sectionFor, type Words } from './words.ts';

/** A moment of the story on the simulated clock. */
type Moment = { readonly minute: Minute; readonly at: SimulatedTime; readonly heading: string };
export type EventMoment = Moment & { readonly kind: 'event'; readonly blocks: readonly Block[] };
export type DecisionMoment = Moment & {
  readonly kind: 'decision';
  /** Its number among the decisions of all seats, counted from 1. */
  readonly place: number;
  readonly scene: string;
  /** Whether something else could have been chosen. */
  readonly hadOtherWay: boolean;
  /** Its number among the seat's own. */
  readonly own: number;
  /** `recorded` when the seat was empty at that moment. */
  readonly taken: TakenBy;
  readonly until: SimulatedTime;
  readonly minutes: number;
  readonly chosen: string;
  readonly feedback: readonly Block[];
  /** Every choice of the scene: its share among others (null when hidden), and whether it is the one taken. */
  readonly choices: readonly {
    readonly label: string;
    readonly taken: boolean;
    readonly percent: number | null;
  }[];
  readonly evidence: readonly Shows[];
  readonly outlook: readonly Outlook[];
};
/** One indicator around a decision: its value before, and which final values were possible before and after. */
export type Outlook = {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly possible: Range;
  readonly left: Range;
};
export type EndMoment = Moment & { readonly kind: 'end'; readonly blocks: readonly Block[] };

export type Story = {
  readonly title: string;
  readonly role: string;
  readonly reflection: readonly Block[];
  readonly minutes: Minute;
  readonly moments: readonly (EventMoment | DecisionMoment | EndMoment)[];
  readonly indicators: readonly {
    readonly label: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly others: readonly OtherSeat[];
};

export type Telling = {
  readonly compiled: Compiled;
  readonly state: RunState;
  readonly words: Words;
  readonly seat: Seat;
  /** Over a graph that holds the path of the run: that of all seats, or of the one that played alone. */
  readonly horizon: Horizon;
  readonly peers: Tally;
  /** Which decisions of the run, counted from 0, nobody took: their seat was empty. */
  readonly recorded?: readonly number[];
};

/** A finished run told in order from one seat: its decisions, what the world did meanwhile, the end, and the other seats. */
export function tellStory(telling: Telling): Story {
  const { compiled, state, words, seat } = telling;
  const moments = [...eventMoments(telling), ...decisionMoments(telling)].sort(
    (a, b) => a.minute - b.minute || (a.kind === b.kind ? 0 : a.kind === 'event' ? -1 : 1),
  );
  return {
    title: sectionFor(words, 'title', seat).label,
    role: sectionFor(words, 'role', seat).label,
    reflection: sectionFor(words, 'debrief', seat).blocks,
    minutes: state.minute,
    moments: [...moments, endMoment(telling)],
    indicators: seenIndicators(telling).map(({ id, label }) => ({
      label,
      start: named(compiled.logic.indicators, id).start,
      end: named(indicatorsOf(state), id),
    })),
    others: othersOf(telling),
  };
}

function decisionMoments(telling: Telling): DecisionMoment[] {
  const { compiled, state, seat } = telling;
  const standings = standingsOnPath(
    telling.horizon,
    state.decisions.map(({ choice }) => choice),
    startValues(compiled),
  );
  return decisionsOf(compiled.logic, state.decisions, seat).map((decision, nth) => {
    const index = state.decisions.indexOf(decision);
    const standing = standings[index];
    if (standing === undefined) throw new Error('every decision has a standing');
    const outlook = seenIndicators(telling).map(({ id, label, min, max }) => ({
      label,
      min,
      max,
      value: named(decision.before, id),
      possible: named(standing.possible, id),
      left: named(standing.left, id),
    }));
    const hadOtherWay = standing.open > 1;
    const taken = takenBy(telling, index);
    const place = index + 1;
    return {
      ...decisionMoment(telling, decision),
      place,
      own: nth + 1,
      taken,
      hadOtherWay,
      outlook,
    };
  });
}

function decisionMoment(
  { compiled, words, seat, peers }: Telling,
  decision: Decision,
): Omit<DecisionMoment, 'place' | 'own' | 'taken' | 'hadOtherWay' | 'outlook'> {
  const { logic } = compiled;
  const { scene, choice, at, until } = decision;
  const choices = named(logic.scenes, scene).choices.map(({ id }) => id);
  const shares = sharesAt(scene, choices, peers);
  const section = (id: string) => sectionFor(words, decisionName({ scene, choice: id }), seat);
  return {
    kind: 'decision',
    scene,
    minute: at,
    at: simulatedTime(logic.clock.start, at),
    until: simulatedTime(logic.clock.start, until),
    minutes: until - at,
    heading: sectionFor(words, scene, seat).label,
    chosen: section(choice).label,
    feedback: section(choice).blocks,
    choices: choices.map((id) => ({
      label: section(id).label,
      taken: id === choice,
      percent: shares === null ? null : named(shares, id),
    })),
    evidence: shownBy(logic, scene, choice),
  };
}

function eventMoments({ compiled, state, words, seat }: Telling): EventMoment[] {
  const { logic } = compiled;
  const hidden = hiddenInjects(logic, seat);
  return state.happenings
    .filter(({ inject }) => !hidden.includes(inject))
    .map(({ inject, at }) => {
      const { label, blocks } = sectionFor(words, `inject.${inject}`, seat);
      return {
        kind: 'event',
        minute: at,
        at: simulatedTime(logic.clock.start, at),
        heading: label,
        blocks,
      };
    });
}

function endMoment({ compiled, state, words, seat }: Telling): EndMoment {
  const { label, blocks } = sectionFor(words, placeOf(state), seat);
  const at = simulatedTime(compiled.logic.clock.start, state.minute);
  return { kind: 'end', minute: state.minute, at, heading: label, blocks };
}

/** The indicators a seat may see, in the author's order. */
export function seenIndicators({
  compiled,
  words,
  seat,
}: Pick<Telling, 'compiled' | 'words' | 'seat'>) {
  return Object.entries(compiled.logic.indicators)
    .filter(([, scale]) => isFor(seat, scale))
    .map(([id, { min, max }]) => ({
      id,
      min,
      max,
      label: sectionFor(words, `indicator.${id}`, seat).label,
    }));
}

function startValues({ logic }: Compiled): Indicators {
  const values = Object.entries(logic.indicators).map(([id, { start }]) => [id, start]);
  return Object.fromEntries(values);
}
