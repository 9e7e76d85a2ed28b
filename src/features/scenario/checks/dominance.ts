import type { Edge, Vertex } from '../explore.ts';
import { type Horizon, horizonOf } from '../horizon.ts';
import { named } from '../named.ts';
import { type Explored, type ScenarioProblem, warningIn } from '../problem.ts';
import { isFor, seatOfScene } from '../seats.ts';

type Contest = {
  readonly horizon: Horizon;
  /** What the seat that decides can see. */
  readonly seen: readonly string[];
  readonly takes: Readonly<Record<string, number>>;
};

/**
 * A choice costs something that whoever decides can see: an indicator, now or in what remains possible, or time. One that
 * costs nothing at any moment beside any other is no decision.
 */
export function checkDominance(explored: Explored): ScenarioProblem[] {
  const { graph, logic } = explored;
  if (graph.outcome !== 'whole') return [];
  const horizon = horizonOf(graph, Object.keys(logic.indicators));
  return Object.entries(logic.scenes).flatMap(([scene, { choices }]) => {
    const seat = seatOfScene(logic, scene);
    const scales = Object.entries(logic.indicators).filter(([, scale]) => isFor(seat, scale));
    const seen = scales.map(([id]) => id);
    const takes = Object.fromEntries(choices.map((choice) => [choice.id, choice.takes]));
    const moments = graph.vertices.filter(({ place }) => place === scene);
    return choices.flatMap(({ id }, at) =>
      isDominant(id, moments, { horizon, seen, takes })
        ? warningIn('dominant', {
            path: ['scenes', scene, 'choices', at],
            message: `"${scene}.${id}" is as good as any other choice in everything "${seat}" can see, whenever it is open.`,
            help: 'Let it cost time or an indicator, now or later, or let another choice give something it does not.',
          })
        : [],
    );
  });
}

function isDominant(choice: string, moments: readonly Vertex[], contest: Contest): boolean {
  const contests = moments.flatMap(({ edges }) => {
    const own = edges.find((edge) => edge.choice === choice);
    return own === undefined
      ? []
      : edges.filter((edge) => edge !== own).map((other) => ({ own, other }));
  });
  return (
    contests.length > 0 && contests.every(({ own, other }) => costsNothing(own, other, contest))
  );
}

function costsNothing(own: Edge, other: Edge, { horizon, seen, takes }: Contest): boolean {
  if (named(takes, own.choice) > named(takes, other.choice)) return false;
  return seen.every((indicator) => {
    const [ownStep, otherStep] = [named(own.change, indicator), named(other.change, indicator)];
    const [ours, theirs] = [own, other].map(({ to }) => named(horizon.reach[to] ?? {}, indicator));
    if (ours === undefined || theirs === undefined) throw new Error('the graph has an end');
    return (
      ownStep >= otherStep &&
      ownStep + ours.low >= otherStep + theirs.low &&
      ownStep + ours.high >= otherStep + theirs.high
    );
  });
}
