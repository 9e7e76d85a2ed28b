import type { Graph } from './explore.ts';

/** For every place that can be reached, the fewest decisions that lead there, as `scene.choice` in order. */
export function shortestRoutes({ vertices }: Graph): Readonly<Record<string, readonly string[]>> {
  const routes: Record<string, readonly string[]> = {};
  const met = new Map<number, readonly string[]>([[0, []]]);
  // A map hands out what is added while it is walked over, in order: nearer situations first.
  for (const [index, route] of met) {
    const vertex = vertices[index];
    if (vertex === undefined) continue;
    routes[vertex.place] ??= route;
    for (const { choice, to } of vertex.edges) {
      if (!met.has(to)) met.set(to, [...route, `${vertex.place}.${choice}`]);
    }
  }
  return routes;
}
