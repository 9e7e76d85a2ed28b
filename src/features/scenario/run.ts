import { initialTransition } from 'xstate';
import { CHOOSE, type Compiled, type Indicators, RESPONSE, type Snapshot } from './compile.ts';
import { named } from './named.ts';
import { seatOfScene } from './seats.ts';
import type { Choice, Seat } from './source.ts';
import { step } from './step.ts';

/** Simulated minutes since the start of the run. */
export type Minute = number;
/** One decision as played: work began at `at` and was done at `until`. */
export type Decision = {
  readonly scene: string;
  readonly choice: string;
  readonly at: Minute;
  readonly until: Minute;
  readonly before: Indicators;
  readonly after: Indicators;
};
export type Happening = { readonly inject: string; readonly at: Minute };
type Timer = {
  readonly id: string;
  readonly event: { type: string };
  readonly due: Minute;
  readonly turn: number;
};

/**
 * Where a run stands. It is computed from the decisions and never stored. `timers` is the list of what the world will do
 * by itself; time passes only while a decision is carried out.
 */
export type RunState = {
  readonly snapshot: Snapshot;
  readonly minute: Minute;
  readonly timers: readonly Timer[];
  readonly turns: number;
  readonly decisions: readonly Decision[];
  readonly happenings: readonly Happening[];
};

/** Names the rules of this file. Another way of playing the same document would be another engine. */
export const ENGINE = 'hamkke-1/xstate-5';

const MOST_FIRINGS = 1_000;

/** What a transition asks for, as xstate returns it. */
type Asked = { readonly type: string; readonly params?: unknown };
type Timed = { id: string; event: { type: string }; delay?: number };

/** The state in which every run of this version begins. */
export function beginRun(compiled: Compiled): RunState {
  const [snapshot, actions] = initialTransition(compiled.machine);
  const empty = { snapshot, minute: 0, timers: [], turns: 0, decisions: [], happenings: [] };
  return settle(compiled, absorb(empty, snapshot, actions));
}

/** The scene or ending where the run is. */
export function placeOf(state: RunState): string {
  const value: unknown = state.snapshot.value;
  const place = typeof value === 'object' && value !== null ? Reflect.get(value, RESPONSE) : null;
  if (typeof place !== 'string') throw new Error('a run is always at one place');
  return place;
}

export function isOver(state: RunState): boolean {
  return state.snapshot.hasTag('ending');
}

export function indicatorsOf(state: RunState): Indicators {
  return state.snapshot.context.indicators;
}

/** The choices that are open at this moment, in the author's order. */
export function openChoices(compiled: Compiled, state: RunState): Choice[] {
  return choicesHere(compiled, state).filter((choice) => isOpen(state, choice));
}

/**
 * Carries a choice out and lets simulated time pass until there is something to decide again, or the end. Throws when
 * the choice is not open: whoever asks has looked at `openChoices`. No other event enters a run from outside.
 */
export function choose(compiled: Compiled, state: RunState, choiceId: string): RunState {
  const choice = choicesHere(compiled, state).find(({ id }) => id === choiceId);
  if (choice === undefined || !isOpen(state, choice))
    throw new Error(`"${choiceId}" is not open at "${placeOf(state)}"`);
  const begun = fire(compiled, state, { type: CHOOSE + choice.id });
  const done = settle(compiled, begun);
  const decision = {
    scene: placeOf(state),
    choice: choice.id,
    at: state.minute,
    until: done.minute,
    before: indicatorsOf(state),
    after: indicatorsOf(done),
  };
  return { ...done, decisions: [...state.decisions, decision] };
}

/** The seat whose decision a run waits for; null when it is over. */
export function seatNow({ logic }: Compiled, state: RunState): Seat | null {
  return isOver(state) ? null : seatOfScene(logic, placeOf(state));
}

/**
 * What the seat of this scene does when nobody sits there: the first of `alone` that is open. Throws where there is none;
 * publication proves that there always is one in a scenario with more than one seat.
 */
export function recordedChoice(compiled: Compiled, state: RunState): Choice {
  const scene = placeOf(state);
  const open = openChoices(compiled, state);
  const wishes = compiled.logic.scenes[scene]?.alone ?? [];
  const [choice] = wishes.flatMap((wish) => open.filter(({ id }) => id === wish));
  if (choice === undefined) throw new Error(`nobody sits at "${scene}" and nothing is recorded`);
  return choice;
}

/** Lets the seats that are not present take their recorded choices, until a present one has to decide, or the end. */
export function followRecorded(
  compiled: Compiled,
  start: RunState,
  present: readonly Seat[],
): RunState {
  let state = start;
  for (let seat = seatNow(compiled, state); seat !== null && !present.includes(seat); ) {
    state = choose(compiled, state, recordedChoice(compiled, state).id);
    seat = seatNow(compiled, state);
  }
  return state;
}

/** The name under which a decision is kept: `scene.choice`. */
export function decisionName({ scene, choice }: { scene: string; choice: string }): string {
  return `${scene}.${choice}`;
}

/** Plays recorded decisions again. The same version and decisions always give the same state. */
export function replay(compiled: Compiled, decisions: readonly string[]): RunState {
  return decisions.reduce((state, name) => {
    const [scene, choice = ''] = name.split('.');
    if (scene !== placeOf(state))
      throw new Error(`"${name}" was not decided at "${placeOf(state)}"`);
    return choose(compiled, state, choice);
  }, beginRun(compiled));
}

function choicesHere(compiled: Compiled, state: RunState): Choice[] {
  return isOver(state) ? [] : named(compiled.logic.scenes, placeOf(state)).choices;
}

function isOpen(state: RunState, { id }: Choice): boolean {
  return state.snapshot.can({ type: CHOOSE + id });
}

/** Moves the clock from timer to timer until nobody is at work. Timers due together fire in the order they were set. */
function settle(compiled: Compiled, start: RunState): RunState {
  let state = start;
  for (let firings = 0; state.snapshot.hasTag('busy'); firings += 1) {
    const next = nextTimer(state.timers);
    if (next === undefined || firings >= MOST_FIRINGS) {
      throw new Error(`the clock does not settle at "${placeOf(state)}"`);
    }
    const timers = state.timers.filter((timer) => timer !== next);
    state = fire(compiled, { ...state, minute: next.due, timers }, next.event);
  }
  return state;
}

function nextTimer(timers: readonly Timer[]): Timer | undefined {
  return timers.toSorted((a, b) => a.due - b.due || a.turn - b.turn)[0];
}

function fire(compiled: Compiled, state: RunState, event: { type: string }): RunState {
  const [snapshot, actions] = step(compiled.machine, state.snapshot, event);
  return absorb(state, snapshot, actions);
}

/** Takes a transition's wishes over into the run: timers set, timers dropped, events announced. */
function absorb(state: RunState, snapshot: Snapshot, actions: readonly Asked[]): RunState {
  let { timers, turns, happenings } = state;
  for (const { type, params } of actions) {
    if (type === 'xstate.raise') {
      const { id, event, delay } = params as Timed; // The shape of xstate's own action, pinned by version.
      if (delay === undefined) continue;
      timers = [...timers, { id, event, due: state.minute + delay, turn: turns }];
      turns += 1;
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { sendId: string }; // As above.
      timers = timers.filter((timer) => timer.id !== sendId);
    } else if (type === 'announce') {
      const { inject } = params as { inject: string }; // Set in `compile.ts`.
      happenings = [...happenings, { inject, at: state.minute }];
    } else {
      throw new Error(`unexpected action ${type}`);
    }
  }
  return { ...state, snapshot, timers, turns, happenings };
}
