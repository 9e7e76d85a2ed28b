import { type Explored, errorIn, type ScenarioProblem } from '../problem.ts';

/** Every scene, choice, ending and world event occurs on some real path. */
export function checkReach({ source, graph }: Explored): ScenarioProblem[] {
  if (graph.outcome !== 'whole') return [];
  const places = new Set(graph.vertices.map(({ place }) => place));
  const taken = new Set(
    graph.vertices.flatMap(({ place, edges }) => edges.map(({ choice }) => `${place}.${choice}`)),
  );
  const heard = new Set(
    graph.vertices.flatMap(({ edges }) => edges.flatMap(({ injects }) => injects)),
  );
  return [
    ...Object.keys(source.scenes)
      .filter((scene) => !places.has(scene))
      .map((scene) => unreachable(['scenes', scene], `No path leads to "${scene}".`)),
    ...source.endings
      .filter((ending) => !places.has(ending))
      .map((ending) => unreachable(['endings'], `No path ends in "${ending}".`)),
    ...Object.entries(source.scenes).flatMap(([scene, { choices }]) =>
      choices.flatMap(({ id }, at) =>
        places.has(scene) && !taken.has(`${scene}.${id}`)
          ? unreachable(['scenes', scene, 'choices', at], `"${scene}.${id}" can never be chosen.`)
          : [],
      ),
    ),
    ...injectsIn(source.world).flatMap(({ inject, path }) =>
      heard.has(inject) ? [] : unreachable(path, `"${inject}" never happens.`),
    ),
  ];
}

function injectsIn(world: Explored['source']['world']) {
  return Object.entries(world).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([state, beats]) =>
      beats.flatMap(({ inject }, at) =>
        inject === undefined ? [] : [{ inject, path: ['world', region, 'states', state, at] }],
      ),
    ),
  );
}

function unreachable(path: readonly (string | number)[], message: string): ScenarioProblem {
  const help = 'Look at the conditions, times and values on the way there, or remove it.';
  return errorIn('unreachable', { path, message, help });
}
