import type { Indicators } from './compile.ts';
import { type Edge, foldGraph, type Graph, type Vertex } from './explore.ts';
import { named } from './named.ts';

/** Lowest and highest value of an indicator at the end, over everything that can still be decided. */
export type Range = { readonly low: number; readonly high: number };
export type Ranges = Readonly<Record<string, Range>>;
/** A graph with, for each vertex, how far each indicator can still move from there. */
export type Horizon = { readonly graph: Graph; readonly reach: readonly Ranges[] };

export function horizonOf(graph: Graph, indicators: readonly string[]): Horizon {
  const reach = foldGraph<Ranges>(graph, (_, edges) => {
    const ranges = indicators.map((indicator) => [indicator, reachOf(indicator, edges)] as const);
    return Object.fromEntries(ranges);
  });
  return { graph, reach };
}

export type Standing = {
  /** What was still possible before the choice. */
  readonly possible: Ranges;
  /** What was still possible after it. */
  readonly left: Ranges;
  /** How many choices were open. */
  readonly open: number;
};

/** What was still possible before and after each decision of a path that began with these indicator values. */
export function standingsOnPath(
  { graph, reach }: Horizon,
  choices: readonly string[],
  start: Indicators,
): Standing[] {
  const standings: Standing[] = [];
  let at = 0;
  let values = start;
  for (const choice of choices) {
    const vertex = graph.vertices[at];
    const edge = edgeOf(vertex, choice);
    const possible = from(values, reach[at]);
    values = sum(values, edge.change);
    at = edge.to;
    const open = vertex?.edges.length ?? 0;
    standings.push({ possible, left: from(values, reach[at]), open });
  }
  return standings;
}

function reachOf(indicator: string, edges: readonly { edge: Edge; value: Ranges }[]): Range {
  if (edges.length === 0) return { low: 0, high: 0 };
  const ways = edges.map(({ edge, value }) => {
    const step = named(edge.change, indicator);
    const beyond = named(value, indicator);
    return { low: step + beyond.low, high: step + beyond.high };
  });
  return {
    low: Math.min(...ways.map(({ low }) => low)),
    high: Math.max(...ways.map(({ high }) => high)),
  };
}

function edgeOf(vertex: Vertex | undefined, choice: string): Edge {
  const edge = vertex?.edges.find((candidate) => candidate.choice === choice);
  if (edge === undefined) throw new Error(`the path leaves the graph at "${choice}"`);
  return edge;
}

function from(values: Indicators, reach: Ranges | undefined): Ranges {
  if (reach === undefined) throw new Error('the path leaves the graph');
  const ranges = Object.entries(values).map(([indicator, value]) => {
    const { low, high } = named(reach, indicator);
    return [indicator, { low: value + low, high: value + high }] as const;
  });
  return Object.fromEntries(ranges);
}

function sum(values: Indicators, change: Indicators): Indicators {
  const sums = Object.entries(values).map(([indicator, value]) => [
    indicator,
    value + named(change, indicator),
  ]);
  return Object.fromEntries(sums);
}
