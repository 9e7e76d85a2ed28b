import { type Edge, foldGraph } from '../explore.ts';
import { horizonOf, type Ranges } from '../horizon.ts';
import { named } from '../named.ts';
import { type Explored, errorIn, type ScenarioProblem } from '../problem.ts';

/**
 * Whichever way one goes, something is lost: no path ends with every indicator as high as any path can bring it (higher is
 * better). With one indicator there is nothing to weigh.
 */
export function checkBestPath({ graph, source }: Explored): ScenarioProblem[] {
  const indicators = Object.keys(source.indicators);
  if (graph.outcome !== 'whole' || indicators.length < 2) return [];
  const { reach } = horizonOf(graph, indicators);
  const at = (index: number) => rangesAt(reach, index);
  const wanted = new Map(graph.vertices.map((vertex, index) => [vertex, at(index)]));
  // A path has the highest end of every indicator exactly when each of its steps keeps all of them within reach.
  const best = foldGraph<boolean>(graph, (vertex, edges) => {
    const highest = wanted.get(vertex) ?? {};
    return vertex.over || edges.some(({ edge, value }) => value && keepsAll(edge, highest, at));
  });
  return best[0] === true ? [BEST_PATH] : [];
}

function keepsAll({ change, to }: Edge, highest: Ranges, at: (index: number) => Ranges): boolean {
  return Object.entries(highest).every(
    ([id, { high }]) => named(change, id) + named(at(to), id).high === high,
  );
}

function rangesAt(reach: readonly Ranges[], at: number): Ranges {
  const ranges = reach[at];
  if (ranges === undefined) throw new Error(`vertex ${at} has no reach`);
  return ranges;
}

const BEST_PATH = errorIn('best-path', {
  path: ['indicators'],
  message: 'One path ends with every indicator as high as any path can bring it.',
  help: 'Let something good cost something else: time, strength, the trust of somebody.',
});
