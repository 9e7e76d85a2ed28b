import { shownBy } from './evidence.ts';
import type { Edge, Vertex } from './explore.ts';
import type { Range } from './horizon.ts';
import { named } from './named.ts';
import { percentsOf } from './portions.ts';
import type { Explored } from './problem.ts';
import { seatOfScene, seatsShowing } from './seats.ts';
import type { Seat } from './source.ts';

/** Paths counted, and their share of all paths in percent with one decimal. */
export type Part = { readonly paths: number; readonly percent: number };
/** What one seat's decisions show of one competency, with every seat taken. */
export type ClaimOutcome = {
  readonly competency: string;
  readonly seat: Seat;
  readonly pass: Part;
  readonly between: Part;
  readonly fail: Part;
  /** Paths that never show it. */
  readonly unshown: Part;
};
/** What all paths of a version come to. Every sequence of choices counts once, however likely people are to take it. */
export type Outcomes = {
  readonly situations: number;
  readonly paths: number;
  readonly minutes: Range;
  readonly decisions: Range;
  readonly endings: readonly (Part & { readonly ending: string })[];
  readonly indicators: readonly (Range & { readonly indicator: string })[];
  readonly claims: readonly ClaimOutcome[];
};

/** Paths that have shown the same of a competency: sum of weights, and of weights times levels. */
type Showing = { readonly weight: number; readonly points: number; readonly paths: number };
type Showings = ReadonlyMap<string, Showing>;
/** Everything there is to know about the paths that lead to one situation. */
type Arrivals = {
  readonly paths: number;
  readonly decisions: Range;
  readonly values: Readonly<Record<string, Range>>;
  readonly showings: Readonly<Record<string, Showings>>;
};

const PAUSE_EVERY = 50;
const NOBODY: Range = { low: Infinity, high: -Infinity };
const SILENT = '0 0';

/**
 * Counts all paths without listing them: situations are walked in the order of their minutes, and each hands on to the next
 * ones what it was reached with. Yields now and then, so that a server can answer others in between. The graph must be whole.
 */
export function* countOutcomes(explored: Explored): Generator<void, Outcomes> {
  const { graph } = explored;
  const arrivals = new Map<number, Arrivals>([[0, beginning(explored)]]);
  const ends: { vertex: Vertex; here: Arrivals }[] = [];
  const order = graph.vertices
    .map((vertex, index) => ({ vertex, index }))
    .sort((a, b) => a.vertex.minute - b.vertex.minute);
  for (const [count, { vertex, index }] of order.entries()) {
    const here = arrivals.get(index);
    if (here === undefined) throw new Error(`vertex ${index} was not reached`);
    arrivals.delete(index);
    if (vertex.over) ends.push({ vertex, here });
    for (const edge of vertex.edges) {
      arrivals.set(edge.to, merge(arrivals.get(edge.to), carry(explored, { vertex, edge, here })));
    }
    if (count % PAUSE_EVERY === 0) yield;
  }
  return sumUp(explored, ends);
}

function beginning(explored: Explored): Arrivals {
  const { logic } = explored;
  const values = Object.entries(logic.indicators).map(([indicator, { start }]) => [
    indicator,
    { low: start, high: start },
  ]);
  const silent = new Map([[SILENT, { weight: 0, points: 0, paths: 1 }]]);
  const showings = showersOf(explored).map((shower) => [keyOf(shower), silent]);
  return {
    paths: 1,
    decisions: { low: 0, high: 0 },
    values: Object.fromEntries(values),
    showings: Object.fromEntries(showings),
  };
}

type Shower = { readonly seat: Seat; readonly competency: string };

/** Who shows what: evidence is weighed seat by seat. */
function showersOf({ logic, source }: Explored): Shower[] {
  return Object.keys(source.claims).flatMap((competency) =>
    seatsShowing(logic, competency).map((seat) => ({ seat, competency })),
  );
}

function keyOf({ seat, competency }: Shower): string {
  return `${seat} ${competency}`;
}

/** What arrives at the other end of an edge. */
function carry(
  { logic }: Explored,
  { vertex, edge, here }: { vertex: Vertex; edge: Edge; here: Arrivals },
): Arrivals {
  const values = Object.entries(here.values).map(([indicator, range]) => [
    indicator,
    shifted(range, named(edge.change, indicator)),
  ]);
  const showings: Record<string, Showings> = { ...here.showings };
  const seat = seatOfScene(logic, vertex.place);
  for (const { competency, level, weight } of shownBy(logic, vertex.place, edge.choice)) {
    const key = keyOf({ seat, competency });
    const before = showings[key];
    if (before !== undefined) showings[key] = showMore(before, weight, weight * level);
  }
  return {
    paths: here.paths,
    decisions: shifted(here.decisions, 1),
    values: Object.fromEntries(values),
    showings,
  };
}

function showMore(before: Showings, weight: number, points: number): Showings {
  const after = new Map<string, Showing>();
  for (const showing of before.values()) {
    const more = { weight: showing.weight + weight, points: showing.points + points };
    after.set(`${more.weight} ${more.points}`, { ...more, paths: showing.paths });
  }
  return after;
}

function merge(there: Arrivals | undefined, here: Arrivals): Arrivals {
  if (there === undefined) return here;
  const values = Object.entries(here.values).map(([indicator, range]) => [
    indicator,
    widest(named(there.values, indicator), range),
  ]);
  const showings = Object.entries(here.showings).map(([competency, more]) => [
    competency,
    together(named(there.showings, competency), more),
  ]);
  return {
    paths: there.paths + here.paths,
    decisions: widest(there.decisions, here.decisions),
    values: Object.fromEntries(values),
    showings: Object.fromEntries(showings),
  };
}

function together(some: Showings, more: Showings): Showings {
  const both = new Map(some);
  for (const [key, showing] of more) {
    both.set(key, { ...showing, paths: showing.paths + (both.get(key)?.paths ?? 0) });
  }
  return both;
}

function sumUp(explored: Explored, ends: readonly { vertex: Vertex; here: Arrivals }[]): Outcomes {
  const { graph, logic, source } = explored;
  const reached = logic.endings.map((ending) =>
    ends
      .filter(({ vertex }) => vertex.place === ending)
      .reduce((sum, { here }) => sum + here.paths, 0),
  );
  const percents = percentsOf(reached);
  const spanOf = (pick: (end: (typeof ends)[number]) => Range) =>
    ends.map(pick).reduce(widest, NOBODY);
  return {
    situations: graph.vertices.length,
    paths: ends.reduce((sum, { here }) => sum + here.paths, 0),
    minutes: spanOf(({ vertex: { minute } }) => ({ low: minute, high: minute })),
    decisions: spanOf(({ here }) => here.decisions),
    endings: logic.endings.map((ending, at) => ({
      ending,
      paths: reached[at] ?? 0,
      percent: percents[at] ?? 0,
    })),
    indicators: Object.keys(logic.indicators).map((indicator) => ({
      indicator,
      ...spanOf(({ here }) => named(here.values, indicator)),
    })),
    claims: showersOf(explored).map((shower) => {
      const shown = ends.flatMap(({ here }) => [...named(here.showings, keyOf(shower)).values()]);
      return { ...shower, ...verdicts(shown, named(source.claims, shower.competency)) };
    }),
  };
}

/** Compared as sums, as the rules for claims do: a mean is at least `pass` when the points are at least `pass` times the weight. */
function verdicts(
  shown: readonly Showing[],
  { pass, fail }: { pass: number; fail: number },
): Omit<ClaimOutcome, keyof Shower> {
  const counts = { pass: 0, between: 0, fail: 0, unshown: 0 };
  for (const { weight, points, paths } of shown) {
    if (weight === 0) counts.unshown += paths;
    else if (points >= pass * weight - 1e-9) counts.pass += paths;
    else if (points <= fail * weight + 1e-9) counts.fail += paths;
    else counts.between += paths;
  }
  const [passing, between, failing, unshown] = percentsOf([
    counts.pass,
    counts.between,
    counts.fail,
    counts.unshown,
  ]);
  return {
    pass: { paths: counts.pass, percent: passing ?? 0 },
    between: { paths: counts.between, percent: between ?? 0 },
    fail: { paths: counts.fail, percent: failing ?? 0 },
    unshown: { paths: counts.unshown, percent: unshown ?? 0 },
  };
}

function shifted({ low, high }: Range, by: number): Range {
  return { low: low + by, high: high + by };
}

function widest(a: Range, b: Range): Range {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
