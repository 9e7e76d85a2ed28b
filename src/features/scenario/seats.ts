import { named } from './named.ts';
import type { ScenarioLogic, Seat } from './source.ts';

/** The seat a scenario's base texts speak to, and whose scenes those without `by` are. */
export function firstSeat({ seats }: Pick<ScenarioLogic, 'seats'>): Seat {
  const [seat] = seats;
  if (seat === undefined) throw new Error('a scenario has a seat');
  return seat;
}

/** Whose decision a scene is. */
export function seatOfScene(logic: ScenarioLogic, scene: string): Seat {
  return named(logic.scenes, scene).by ?? firstSeat(logic);
}

/** The decisions of one seat out of those of all, in their order. */
export function decisionsOf<T extends { readonly scene: string }>(
  logic: ScenarioLogic,
  decisions: readonly T[],
  seat: Seat,
): T[] {
  return decisions.filter(({ scene }) => seatOfScene(logic, scene) === seat);
}

/** The seats with a scene that shows a competency. */
export function seatsShowing(logic: ScenarioLogic, competency: string): Seat[] {
  const showing = Object.entries(logic.scenes).flatMap(([scene, { choices }]) =>
    choices.some(({ shows }) => competency in shows) ? [seatOfScene(logic, scene)] : [],
  );
  return logic.seats.filter((seat) => showing.includes(seat));
}

/** Whether a seat may see something: things that name no seats are for all. */
export function isFor(seat: Seat, thing: { for?: readonly Seat[] | undefined }): boolean {
  return thing.for === undefined || thing.for.includes(seat);
}

/** The facts a seat may know while these marks are set, by id in the author's order. */
export function factsFor(logic: ScenarioLogic, seat: Seat, marks: readonly string[]): string[] {
  return Object.entries(logic.facts ?? {}).flatMap(([id, fact]) =>
    fact.for.includes(seat) || (fact.told !== undefined && marks.includes(fact.told)) ? [id] : [],
  );
}

/** Who else may know a fact while these marks are set. */
export function sharedWith(
  { facts = {}, seats }: Pick<ScenarioLogic, 'facts' | 'seats'>,
  id: string,
  marks: readonly string[],
): 'nobody' | 'some' | 'all' {
  const fact = named(facts, id);
  if (fact.told !== undefined && marks.includes(fact.told)) return 'all';
  if (fact.for.length === 1) return 'nobody';
  return fact.for.length < seats.length ? 'some' : 'all';
}
