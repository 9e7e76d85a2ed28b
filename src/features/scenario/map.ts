import { seatOfScene } from './seats.ts';
import type { ScenarioLogic, Seat } from './source.ts';

export type PlaceKind = 'scene' | 'fork' | 'ending';
export type Place = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly isStart: boolean;
  /** Who decides there; null where nobody does. */
  readonly seat: Seat | null;
};
/** A choice of a scene and the minutes it takes, or a way out of a fork, which takes none. */
export type Road = {
  readonly from: string;
  readonly to: string;
  /** Null for a way out of a fork. */
  readonly choice: string | null;
  readonly minutes: number;
  readonly when: string | null;
  /** Another way of the same fork comes before it and has not held. */
  readonly isOtherwise: boolean;
};
export type ScenarioMap = { readonly places: readonly Place[]; readonly roads: readonly Road[] };

/** Every place of a version and every road between them, each once and in the author's order. */
export function mapOf(logic: ScenarioLogic): ScenarioMap {
  const place = (kind: PlaceKind) => (id: string) => {
    const seat = kind === 'scene' ? seatOfScene(logic, id) : null;
    return { id, kind, isStart: id === logic.start, seat };
  };
  return {
    places: [
      ...Object.keys(logic.scenes).map(place('scene')),
      ...Object.keys(logic.forks).map(place('fork')),
      ...logic.endings.map(place('ending')),
    ],
    roads: [...choiceRoads(logic), ...forkRoads(logic)],
  };
}

/** The choices that leave each mark behind, as `scene.choice`. */
export function marksOf(logic: ScenarioLogic): Readonly<Record<string, readonly string[]>> {
  const marks: Record<string, string[]> = {};
  for (const [scene, { choices }] of Object.entries(logic.scenes)) {
    for (const { id, sets } of choices) {
      for (const mark of sets) marks[mark] = [...(marks[mark] ?? []), `${scene}.${id}`];
    }
  }
  return marks;
}

function choiceRoads({ scenes }: ScenarioLogic): Road[] {
  return Object.entries(scenes).flatMap(([from, { choices }]) =>
    choices.map(({ id, takes, when, goTo }) => ({
      from,
      to: goTo,
      choice: id,
      minutes: takes,
      when: when ?? null,
      isOtherwise: false,
    })),
  );
}

function forkRoads({ forks }: ScenarioLogic): Road[] {
  return Object.entries(forks).flatMap(([from, ways]) =>
    ways.map(({ when, goTo }, at) => ({
      from,
      to: goTo,
      choice: null,
      minutes: 0,
      when: when ?? null,
      isOtherwise: at > 0,
    })),
  );
}
