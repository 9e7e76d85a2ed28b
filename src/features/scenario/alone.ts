import type { Compiled } from './compile.ts';
import { exploreSlowly, type Graph, type Vertex } from './explore.ts';
import { named } from './named.ts';
import type { ScenarioLogic, Seat } from './source.ts';

/** For each seat, everything that can happen while it plays alone and the others keep to what is recorded for them. */
export type AloneGraphs = Readonly<Partial<Record<Seat, Graph>>>;

/**
 * What each seat can meet alone. With one seat it is `graph` itself. None while `graph` is not whole or some situation has
 * nothing recorded that is open: then nobody could play alone. Yields now and then, as exploring does.
 */
export function* exploreAlone(compiled: Compiled, graph: Graph): Generator<void, AloneGraphs> {
  const { logic } = compiled;
  if (graph.outcome !== 'whole' || withoutRecorded(logic, graph).length > 0) return {};
  const graphs: Partial<Record<Seat, Graph>> = {};
  for (const seat of logic.seats) {
    graphs[seat] = logic.seats.length === 1 ? graph : yield* exploreSlowly(compiled, [seat]);
  }
  return graphs;
}

/** The situations in which an empty seat would have nothing to do: none of what is recorded for the scene is open. */
export function withoutRecorded(logic: ScenarioLogic, { vertices }: Graph): Vertex[] {
  if (logic.seats.length === 1) return [];
  return vertices.filter(({ place, over, edges }) => {
    const recorded = over ? [] : (named(logic.scenes, place).alone ?? []);
    return !over && !edges.some(({ choice }) => recorded.includes(choice));
  });
}
