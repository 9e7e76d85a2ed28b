import { canonical } from '#kernel/canonical.ts';
import { type Compiled, type Indicators, toldMarks } from './compile.ts';
import { named } from './named.ts';
import {
  beginRun,
  choose,
  indicatorsOf,
  isOver,
  type Minute,
  openChoices,
  placeOf,
  type RunState,
  recordedChoice,
  seatNow,
} from './run.ts';
import type { Choice, Seat } from './source.ts';

/** A situation a run can be in. Runs that cannot differ in what comes next share one. */
export type Vertex = {
  readonly place: string;
  readonly over: boolean;
  readonly minute: Minute;
  /** The marks set here that have passed facts on. */
  readonly told: readonly string[];
  readonly edges: readonly Edge[];
};
/** One choice from there: where it leads (index of a vertex) and what changes on the way. */
export type Edge = {
  readonly choice: string;
  readonly to: number;
  readonly change: Indicators;
  readonly injects: readonly string[];
};
/** Everything that can happen; vertex 0 is the beginning. Time passes along every edge, so there is no way back. */
export type Graph = {
  readonly vertices: readonly Vertex[];
  readonly outcome: 'whole' | 'too-long' | 'too-large';
};

const MOST_VERTICES = 200_000;
const PAUSE_EVERY = 100;

/**
 * Plays every path with the rules that serve players. Stops early, and says so, when the clock or the count runs over. Seats
 * that are not present take their recorded choice and no other.
 */
export function explore(
  compiled: Compiled,
  present: readonly Seat[] = compiled.logic.seats,
): Graph {
  const exploring = exploreSlowly(compiled, present);
  for (;;) {
    const step = exploring.next();
    if (step.done) return step.value;
  }
}

/** The same in pieces: yields now and then, so that a server can answer others in between. */
export function* exploreSlowly(
  compiled: Compiled,
  present: readonly Seat[] = compiled.logic.seats,
): Generator<void, Graph> {
  const vertices: { vertex: Vertex; state: RunState | null }[] = [];
  const indexes = new Map<string, number>();
  const passing = toldMarks(compiled.logic);
  const indexOf = (state: RunState): number => {
    const key = keyOf(compiled, state);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const { minute } = state;
    const told = state.snapshot.context.marks.filter((mark) => passing.includes(mark));
    const vertex = { place: placeOf(state), over: isOver(state), minute, told, edges: [] };
    vertices.push({ vertex, state: { ...state, decisions: [], happenings: [] } });
    indexes.set(key, vertices.length - 1);
    return vertices.length - 1;
  };
  const result = (outcome: Graph['outcome']): Graph => ({
    vertices: vertices.map(({ vertex }) => vertex),
    outcome,
  });

  indexOf(beginRun(compiled));
  for (let next = 0; next < vertices.length; next += 1) {
    const entry = vertices[next];
    if (entry === undefined || entry.state === null) continue;
    if (entry.vertex.minute > compiled.logic.clock.limit) return result('too-long');
    if (vertices.length > MOST_VERTICES) return result('too-large');
    const edges = edgesFrom(compiled, entry.state, { present, indexOf });
    vertices[next] = { vertex: { ...entry.vertex, edges }, state: null };
    if (next % PAUSE_EVERY === 0) yield;
  }
  return result('whole');
}

function edgesFrom(
  compiled: Compiled,
  state: RunState,
  { present, indexOf }: { present: readonly Seat[]; indexOf: (state: RunState) => number },
): Edge[] {
  const before = indicatorsOf(state);
  return choicesOf(compiled, state, present).map(({ id: choice }) => {
    const after = choose(compiled, state, choice);
    const values = Object.entries(indicatorsOf(after));
    const change = values.map(([indicator, value]) => [
      indicator,
      value - named(before, indicator),
    ]);
    return {
      choice,
      to: indexOf(after),
      change: Object.fromEntries(change),
      injects: after.happenings.map(({ inject }) => inject),
    };
  });
}

function choicesOf(compiled: Compiled, state: RunState, present: readonly Seat[]): Choice[] {
  const seat = seatNow(compiled, state);
  if (seat === null || present.includes(seat)) return openChoices(compiled, state);
  return [recordedChoice(compiled, state)];
}

/** Place and world, what conditions look at, the clock and the waiting timers: nothing else can change what comes next. */
function keyOf({ watched }: Compiled, state: RunState): string {
  const { indicators, marks } = state.snapshot.context;
  return canonical([
    state.snapshot.value,
    watched.indicators.map((indicator) => named(indicators, indicator)),
    watched.marks.filter((mark) => marks.includes(mark)),
    state.minute,
    state.timers.map(({ id, due }) => [id, due]),
  ]);
}

/** Computes something for every vertex from what was computed for those its edges lead to. Later minutes come first. */
export function foldGraph<T>(
  { vertices }: Graph,
  worthOf: (vertex: Vertex, edges: readonly { readonly edge: Edge; readonly value: T }[]) => T,
): T[] {
  const order = vertices
    .map((vertex, index) => ({ vertex, index }))
    .sort((a, b) => b.vertex.minute - a.vertex.minute);
  const values = new Map<number, T>();
  for (const { vertex, index } of order) {
    const edges = vertex.edges.flatMap((edge) => {
      const value = values.get(edge.to);
      return value === undefined ? [] : [{ edge, value }];
    });
    values.set(index, worthOf(vertex, edges));
  }
  return vertices.map((_, index) => {
    const value = values.get(index);
    if (value === undefined) throw new Error(`vertex ${index} was not reached`);
    return value;
  });
}
