import { type SimulatedTime, simulatedTime } from './clock.ts';
import type { Compiled } from './compile.ts';
import { named } from './named.ts';
import {
  type Decision,
  decisionName,
  indicatorsOf,
  isOver,
  openChoices,
  placeOf,
  type RunState,
  replay,
  seatNow,
} from './run.ts';
import { decisionsOf, factsFor, isFor, sharedWith } from './seats.ts';
import type { Choice, ScenarioLogic, Seat } from './source.ts';
import { type Block, type Section, sectionFor, type Words, waitingSection } from './words.ts';

/** Makes the name under which the browser knows a choice; nobody without the installation's secret can make one. */
export type TokenOf = (scene: string, choice: string) => string;

export type IndicatorView = {
  readonly label: string;
  readonly about: string;
  readonly value: number;
  /** The value before the seat's own last decision; before its first one, that of the beginning. */
  readonly before: number;
  readonly min: number;
  readonly max: number;
  readonly band: Band;
};
/** A fifth of the scale, for saying a value in words. */
export type Band = 1 | 2 | 3 | 4 | 5;
export type WorldEventView = {
  readonly at: SimulatedTime;
  readonly heading: string;
  readonly blocks: readonly Block[];
};

/** Something that only some seats know. */
export type FactView = { readonly heading: string; readonly blocks: readonly Block[] };

/**
 * All that one seat may see of a run. Built by naming what may be seen: no ids, targets, effects or levels, and of another
 * seat nothing but that it is its turn.
 */
export type RunView = {
  readonly title: string;
  readonly role: string;
  /** How many decisions all seats have taken; the next one is sent with this number. */
  readonly seq: number;
  readonly over: boolean;
  /** The seat that decides now while this one waits; null when it is this one's turn, and at the end. */
  readonly waitingFor: Seat | null;
  readonly clock: SimulatedTime;
  /** Since the seat's own last decision began; before its first one, since the beginning. */
  readonly minutesPassed: number;
  /** The seat's own last choice. */
  readonly chosen: string | null;
  /** What happened in those minutes. */
  readonly events: readonly WorldEventView[];
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly indicators: readonly IndicatorView[];
  readonly options: readonly { readonly token: string; readonly label: string }[];
  /** What this seat may know and not every seat does, or did from the beginning. */
  readonly facts: readonly (FactView & {
    /** Who else may know it at this moment. */
    readonly sharedWith: 'nobody' | 'some' | 'all';
    /** Whether the seat has not decided since it came to know it. */
    readonly isNew: boolean;
  })[];
};

export type Look = {
  readonly compiled: Compiled;
  readonly state: RunState;
  readonly words: Words;
  readonly seat: Seat;
  readonly tokenOf: TokenOf;
};

/** The run as its seat sees it. Choices stand in the order of their tokens: mixed, and the same each time one looks. */
export function viewRun({ compiled, state, words, seat, tokenOf }: Look): RunView {
  const last = lastOwn(compiled, state, seat);
  const waitingFor = waitedFor(compiled, state, seat);
  const place = placeSection(words, placeOf(state), { seat, waitingFor });
  return {
    title: sectionFor(words, 'title', seat).label,
    role: sectionFor(words, 'role', seat).label,
    seq: state.decisions.length,
    over: isOver(state),
    waitingFor,
    clock: simulatedTime(compiled.logic.clock.start, state.minute),
    minutesPassed: state.minute - (last?.at ?? 0),
    chosen: last === undefined ? null : sectionFor(words, decisionName(last), seat).label,
    events: eventsSince(last?.at ?? -1, { compiled, state, words, seat }),
    heading: place.label,
    blocks: place.blocks,
    indicators: indicatorViews(compiled, { state, words, seat }),
    options: waitingFor === null ? options({ compiled, state, words, seat, tokenOf }) : [],
    facts: factViews({ compiled, state, words, seat }),
  };
}

function factViews({ compiled, state, words, seat }: Omit<Look, 'tokenOf'>): RunView['facts'] {
  const { logic } = compiled;
  const { marks } = state.snapshot.context;
  const before = factsBefore(compiled, state, seat);
  return factsFor(logic, seat, marks).map((fact) => ({
    ...factView(words, fact, seat),
    sharedWith: sharedWith(logic, fact, marks),
    isNew: !before.includes(fact),
  }));
}

/** What the seat knew when it last decided; nothing before its first decision. */
function factsBefore(compiled: Compiled, { decisions }: RunState, seat: Seat): string[] {
  const own = decisionsOf(compiled.logic, decisions, seat).at(-1);
  if (own === undefined || compiled.logic.facts === undefined) return [];
  const earlier = replay(compiled, decisions.slice(0, decisions.indexOf(own)).map(decisionName));
  return factsFor(compiled.logic, seat, earlier.snapshot.context.marks);
}

/** A fact as a seat reads it. */
export function factView(words: Words, fact: string, seat: Seat): FactView {
  const { label, blocks } = sectionFor(words, `fact.${fact}`, seat);
  return { heading: label, blocks };
}

/** The open choice of the seat whose turn it is that has this token; undefined for any other text. Only that seat is given tokens. */
export function choiceOfToken(
  compiled: Compiled,
  state: RunState,
  { token, tokenOf }: { token: string; tokenOf: TokenOf },
): Choice | undefined {
  if (isOver(state)) return undefined;
  const scene = placeOf(state);
  return openChoices(compiled, state).find(({ id }) => tokenOf(scene, id) === token);
}

/** The injects a seat never hears of. */
export function hiddenInjects(logic: ScenarioLogic, seat: Seat): string[] {
  const beats = Object.values(logic.world).flatMap(({ states }) => Object.values(states).flat());
  return beats.flatMap((beat) =>
    beat.inject === undefined || isFor(seat, beat) ? [] : [beat.inject],
  );
}

export function bandOf(value: number, { min, max }: { min: number; max: number }): Band {
  const fifth = Math.floor(((value - min) / (max - min)) * 5);
  return ([1, 2, 3, 4, 5] as const)[Math.min(4, Math.max(0, fifth))] ?? 1;
}

/** The seat another one waits for; null when it is its own turn, and at the end. */
export function waitedFor(compiled: Compiled, state: RunState, seat: Seat): Seat | null {
  const now = seatNow(compiled, state);
  return now === seat ? null : now;
}

function placeSection(
  words: Words,
  place: string,
  { seat, waitingFor }: { seat: Seat; waitingFor: Seat | null },
): Section {
  return waitingFor === null ? sectionFor(words, place, seat) : waitingSection(words, place, seat);
}

function lastOwn({ logic }: Compiled, { decisions }: RunState, seat: Seat): Decision | undefined {
  return decisionsOf(logic, decisions, seat).at(-1);
}

function options({ compiled, state, words, seat, tokenOf }: Look): RunView['options'] {
  if (isOver(state)) return [];
  const scene = placeOf(state);
  return openChoices(compiled, state)
    .map(({ id: choice }) => ({
      token: tokenOf(scene, choice),
      label: sectionFor(words, decisionName({ scene, choice }), seat).label,
    }))
    .sort((a, b) => (a.token < b.token ? -1 : 1));
}

function eventsSince(
  minute: number,
  { compiled, state, words, seat }: Omit<Look, 'tokenOf'>,
): WorldEventView[] {
  const { logic } = compiled;
  const hidden = hiddenInjects(logic, seat);
  return state.happenings
    .filter(({ inject, at }) => at > minute && !hidden.includes(inject))
    .map(({ inject, at }) => {
      const { label, blocks } = sectionFor(words, `inject.${inject}`, seat);
      return { at: simulatedTime(logic.clock.start, at), heading: label, blocks };
    });
}

function indicatorViews(
  compiled: Compiled,
  { state, words, seat }: Pick<Look, 'state' | 'words' | 'seat'>,
): IndicatorView[] {
  const values = indicatorsOf(state);
  const since = lastOwn(compiled, state, seat) ?? state.decisions[0];
  const before = since?.before ?? values;
  return Object.entries(compiled.logic.indicators)
    .filter(([, scale]) => isFor(seat, scale))
    .map(([id, { min, max }]) => {
      const { label, blocks } = sectionFor(words, `indicator.${id}`, seat);
      const [about] = blocks;
      const value = named(values, id);
      return {
        label,
        about: about?.kind === 'paragraph' ? about.text : '',
        value,
        before: named(before, id),
        min,
        max,
        band: bandOf(value, { min, max }),
      };
    });
}
