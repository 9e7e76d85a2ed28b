import { shownBy } from '../evidence.ts';
import { foldGraph, type Graph } from '../explore.ts';
import { type Explored, errorIn, type ScenarioProblem, warningIn } from '../problem.ts';
import { seatOfScene, seatsShowing } from '../seats.ts';
import type { Seat } from '../source.ts';

/** Whose decisions show a competency, and in which circumstances: evidence is weighed seat by seat. */
type Standpoint = {
  readonly explored: Explored;
  readonly graph: Graph;
  readonly seat: Seat;
  readonly competency: string;
  /** Who says so in a message; empty with one seat. */
  readonly who: string;
};

/**
 * What a competency may claim can be shown well and shown badly, more than once, and by every choice of a scene or none: by each
 * seat whose scenes show it, while it plays alone and while all seats are taken.
 */
export function checkClaims(explored: Explored): ScenarioProblem[] {
  const competencies = Object.keys(explored.source.claims);
  const sided = competencies.flatMap((competency) => oneSided(explored, competency));
  if (explored.graph.outcome !== 'whole') return sided;
  const standpoints = competencies.flatMap((competency) => standpointsOn(explored, competency));
  return [...sided, ...standpoints.flatMap(checkClaim)];
}

function standpointsOn(explored: Explored, competency: string): Standpoint[] {
  const { logic, graph, alone } = explored;
  const showing = seatsShowing(logic, competency);
  if (logic.seats.length === 1) {
    return showing.map((seat) => ({ explored, graph, seat, competency, who: '' }));
  }
  return showing.flatMap((seat) => {
    const by = alone[seat];
    const both = { explored, seat, competency };
    return [
      ...(by === undefined ? [] : [{ ...both, graph: by, who: ` by "${seat}" alone` }]),
      { ...both, graph, who: ` by "${seat}" with every seat taken` },
    ];
  });
}

function checkClaim(standpoint: Standpoint): ScenarioProblem[] {
  const { explored, competency, who } = standpoint;
  const claim = explored.source.claims[competency];
  if (claim === undefined) return [];
  const path = ['claims', competency];
  const problems: ScenarioProblem[] = [];
  if (surplus(standpoint, { mark: claim.pass, side: 'above' }) < 0) {
    const message = `No path reaches a mean level of ${claim.pass} for ${competency}${who}.`;
    const help = 'Let some choices show more, or lower `pass`.';
    problems.push(errorIn('claim-unattainable', { path, message, help }));
  }
  if (surplus(standpoint, { mark: claim.fail, side: 'below' }) < 0) {
    const message = `No path stays at or under a mean level of ${claim.fail} for ${competency}${who}.`;
    const help = 'Let some choices show less, or raise `fail`.';
    problems.push(errorIn('claim-unfailable', { path, message, help }));
  }
  const fewest = fewestShowings(standpoint);
  if (fewest < 2) {
    const message = `Some path shows ${competency}${who} ${fewest === 0 ? 'never' : 'only once'}.`;
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
  standpoint: Standpoint,
  { mark, side }: { mark: number; side: 'above' | 'below' },
): number {
  const sign = side === 'above' ? 1 : -1;
  const best = foldGraph<{ shown: number; unshown: number }>(standpoint.graph, (vertex, edges) => {
    if (vertex.over) return { shown: -Infinity, unshown: 0 };
    const ways = edges.map(({ edge, value }) => {
      const piece = shownAt(standpoint, vertex.place, edge.choice);
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

function fewestShowings(standpoint: Standpoint): number {
  const fewest = foldGraph<number>(standpoint.graph, (vertex, edges) => {
    if (vertex.over) return 0;
    const ways = edges.map(({ edge, value }) => {
      return value + (shownAt(standpoint, vertex.place, edge.choice) === undefined ? 0 : 1);
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

/** What the seat shows there; what another seat decides says nothing about this one. */
function shownAt(
  { explored: { logic }, seat, competency }: Standpoint,
  scene: string,
  choice: string,
) {
  if (seatOfScene(logic, scene) !== seat) return undefined;
  return shownBy(logic, scene, choice).find((piece) => piece.competency === competency);
}
