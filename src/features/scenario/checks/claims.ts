import { shownBy } from '../evidence.ts';
import { foldGraph } from '../explore.ts';
import { type Explored, errorIn, type ScenarioProblem, warningIn } from '../problem.ts';

/** What a competency may claim can be shown well and shown badly, more than once, and by every choice of a scene or none. */
export function checkClaims(explored: Explored): ScenarioProblem[] {
  const competencies = Object.keys(explored.source.claims);
  const sided = competencies.flatMap((competency) => oneSided(explored, competency));
  if (explored.graph.outcome !== 'whole') return sided;
  return [...sided, ...competencies.flatMap((competency) => checkClaim(explored, competency))];
}

function checkClaim(explored: Explored, competency: string): ScenarioProblem[] {
  const claim = explored.source.claims[competency];
  if (claim === undefined) return [];
  const path = ['claims', competency];
  const problems: ScenarioProblem[] = [];
  if (surplus(explored, competency, { mark: claim.pass, side: 'above' }) < 0) {
    const message = `No path reaches a mean level of ${claim.pass} for ${competency}.`;
    const help = 'Let some choices show more, or lower `pass`.';
    problems.push(errorIn('claim-unattainable', { path, message, help }));
  }
  if (surplus(explored, competency, { mark: claim.fail, side: 'below' }) < 0) {
    const message = `No path stays at or under a mean level of ${claim.fail} for ${competency}.`;
    const help = 'Let some choices show less, or raise `fail`.';
    problems.push(errorIn('claim-unfailable', { path, message, help }));
  }
  const fewest = fewestShowings(explored, competency);
  if (fewest < 2) {
    const message = `Some path shows ${competency} ${fewest === 0 ? 'never' : 'only once'}.`;
    const help = 'Let another scene on that path show it, so that one decision is not everything.';
    problems.push(warningIn('claim-thin', { path, message, help }));
  }
  return problems;
}

/**
 * A mean is at or above a mark exactly when the weighted differences from it add up to 0 or more, and sums can be made as
 * large as possible step by step. Paths that show nothing do not count.
 */
function surplus(
  explored: Explored,
  competency: string,
  { mark, side }: { mark: number; side: 'above' | 'below' },
): number {
  const sign = side === 'above' ? 1 : -1;
  const best = foldGraph<{ shown: number; unshown: number }>(explored.graph, (vertex, edges) => {
    if (vertex.over) return { shown: -Infinity, unshown: 0 };
    const ways = edges.map(({ edge, value }) => {
      const piece = shownAt(explored, vertex.place, edge.choice, competency);
      if (piece === undefined) return value;
      const step = sign * piece.weight * (piece.level - mark);
      return { shown: step + Math.max(value.shown, value.unshown), unshown: -Infinity };
    });
    return {
      shown: Math.max(-Infinity, ...ways.map(({ shown }) => shown)),
      unshown: Math.max(-Infinity, ...ways.map(({ unshown }) => unshown)),
    };
  });
  // Sums of decimals are compared with a little room.
  return (best[0]?.shown ?? -Infinity) + 1e-9;
}

function fewestShowings(explored: Explored, competency: string): number {
  const fewest = foldGraph<number>(explored.graph, (vertex, edges) => {
    if (vertex.over) return 0;
    const ways = edges.map(({ edge, value }) => {
      return (
        value + (shownAt(explored, vertex.place, edge.choice, competency) === undefined ? 0 : 1)
      );
    });
    return Math.min(...ways);
  });
  return fewest[0] ?? 0;
}

function oneSided({ source }: Explored, competency: string): ScenarioProblem[] {
  return Object.entries(source.scenes).flatMap(([scene, { choices }]) => {
    const silent = choices.filter(({ shows }) => !(competency in shows));
    if (silent.length === 0 || silent.length === choices.length) return [];
    const path = ['scenes', scene, 'choices'];
    const message = `${competency} is shown only by some choices of "${scene}", not by: ${silent.map(({ id }) => id).join(', ')}.`;
    const help = 'Let every choice of the scene show it, or none.';
    return warningIn('one-sided', { path, message, help });
  });
}

function shownAt({ logic }: Explored, scene: string, choice: string, competency: string) {
  return shownBy(logic, scene, choice).find((piece) => piece.competency === competency);
}
