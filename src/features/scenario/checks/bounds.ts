import { foldGraph, type Graph } from '../explore.ts';
import type { Range } from '../horizon.ts';
import { named } from '../named.ts';
import { type Explored, errorIn, type ScenarioProblem } from '../problem.ts';

/** A run ends within its minutes and decisions, and no indicator leaves its scale: values are never clamped. */
export function checkBounds(explored: Explored): ScenarioProblem[] {
  const { graph, source } = explored;
  if (graph.outcome === 'too-long') return [tooLong(source.clock.limit)];
  if (graph.outcome === 'too-large') return [TOO_LARGE];
  return [...checkDecisions(explored), ...checkScales(explored)];
}

function checkDecisions({ graph, source }: Explored): ScenarioProblem[] {
  const longest = foldGraph<number>(graph, (_, edges) =>
    Math.max(0, ...edges.map(({ value }) => value + 1)),
  )[0];
  if (longest === undefined || longest <= source.maxDecisions) return [];
  return [
    errorIn('too-many-decisions', {
      path: ['maxDecisions'],
      message: `The longest path has ${longest} decisions.`,
      help: 'Shorten it, or raise maxDecisions (12 at most).',
    }),
  ];
}

function checkScales({ graph, logic }: Explored): ScenarioProblem[] {
  return Object.entries(logic.indicators).flatMap(([indicator, { start, min, max }]) => {
    const { low, high } = extremesOf(graph, indicator, start);
    if (low >= min && high <= max) return [];
    return errorIn('off-the-scale', {
      path: ['indicators', indicator],
      message: `"${indicator}" can go from ${low} to ${high}, but its scale is ${min} to ${max}.`,
      help: 'Make effects smaller, start elsewhere, or widen the scale.',
    });
  });
}

/** Walks forward in time with the lowest and highest value each situation can be reached with. */
function extremesOf(graph: Graph, indicator: string, start: number): Range {
  const seen = new Map<number, Range>([[0, { low: start, high: start }]]);
  const order = graph.vertices
    .map((vertex, index) => ({ vertex, index }))
    .sort((a, b) => a.vertex.minute - b.vertex.minute);
  for (const { vertex, index } of order) {
    const here = seen.get(index);
    if (here === undefined) continue;
    for (const { to, change } of vertex.edges) {
      const by = named(change, indicator);
      const there = seen.get(to) ?? { low: Infinity, high: -Infinity };
      seen.set(to, {
        low: Math.min(there.low, here.low + by),
        high: Math.max(there.high, here.high + by),
      });
    }
  }
  const values = [...seen.values()];
  return {
    low: Math.min(...values.map(({ low }) => low)),
    high: Math.max(...values.map(({ high }) => high)),
  };
}

function tooLong(limit: number): ScenarioProblem {
  return errorIn('too-long', {
    path: ['clock', 'limit'],
    message: `Some path is not at an ending after ${limit} simulated minutes.`,
    help: 'Look for scenes that lead back to each other, shorten `takes`, or raise the limit.',
  });
}

const TOO_LARGE = errorIn('too-large', {
  path: ['scenes'],
  message: 'More than 200,000 situations are possible: too many to prove anything about.',
  help: 'Let conditions look at fewer indicators, use steps of 5 in effects, or shorten the scenario.',
});
