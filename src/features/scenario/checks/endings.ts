import { foldGraph, type Vertex } from '../explore.ts';
import { type Explored, errorIn, type ScenarioProblem, warningIn } from '../problem.ts';

/** Nobody is left standing: there is always a choice, and always a way to an ending. One problem for each scene. */
export function checkEndings({ graph }: Explored): ScenarioProblem[] {
  if (graph.outcome !== 'whole') return [];
  const open = graph.vertices.filter(({ over }) => !over);
  const ends = foldGraph<boolean>(
    graph,
    ({ over }, edges) => over || edges.some(({ value }) => value),
  );
  const stuck = graph.vertices.filter((_, index) => ends[index] === false);
  const dead = open.filter(({ edges }) => edges.length === 0);
  const single = open.filter(({ edges }) => edges.length === 1);
  return [
    ...first(dead).map(({ place, minute }) =>
      errorIn('dead-end', {
        path: ['scenes', place],
        message: `At minute ${minute} "${place}" can be reached with nothing to choose.`,
        help: 'Give one of its choices no condition.',
      }),
    ),
    ...first(stuck)
      .filter(({ place }) => !dead.some((vertex) => vertex.place === place))
      .map(({ place, minute }) =>
        errorIn('no-ending', {
          path: ['scenes', place],
          message: `From "${place}" at minute ${minute} no ending can be reached.`,
          help: 'Follow its choices and mend the scene in which they stop.',
        }),
      ),
    ...first(single).map(({ place, minute }) =>
      warningIn('single-choice', {
        path: ['scenes', place],
        message: `At minute ${minute} "${place}" can be reached with one choice only: that is no decision.`,
        help: 'Loosen the conditions of its choices, or add one.',
      }),
    ),
  ];
}

function first(vertices: readonly Vertex[]): Vertex[] {
  return [...new Map(vertices.toReversed().map((vertex) => [vertex.place, vertex])).values()];
}
