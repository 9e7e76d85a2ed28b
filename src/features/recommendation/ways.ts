import type { Evidence } from '#features/competency/evidence.ts';
import type { Level } from '#features/competency/framework.ts';
import { type Prospect, whatRaisesFastest } from '#features/competency/next-evidence.ts';
import type { Model } from '#features/competency/parameters.ts';
import type { CompetencyState, Standing } from '#features/competency/profile.ts';
import type { Instant } from '#kernel/date.ts';
import type { Place, Showing } from './showing.ts';

/** A place and what going there promises. */
export type Way = {
  readonly place: Place;
  readonly minutes: number;
  readonly prospect: Prospect;
};

export const MOST_WAYS = 5;
/** Ways that promise less (logits) are not worth anybody's time. */
const WORTH = 0.01;
/** So many of one kind, so that people see different ways of showing something. */
const OF_ONE_KIND = 3;
const OF_ONE_LESSON = 1;

export type Ahead = { readonly wanted: Level; readonly now: Instant; readonly model: Model };

/** What raises a competency fastest, best first, of different kinds; at most five. */
export function waysToRaise(
  pieces: readonly Evidence[],
  showings: readonly Showing[],
  ahead: Ahead,
): Way[] {
  const byId = new Map(showings.map((showing) => [showing.possible.id, showing]));
  const possible = showings.map((showing) => showing.possible);
  const ways = whatRaisesFastest(pieces, possible, ahead).flatMap((prospect): Way[] => {
    const showing = byId.get(prospect.id);
    if (showing === undefined || prospect.gain < WORTH) return [];
    return [{ place: showing.place, minutes: showing.possible.minutes, prospect }];
  });
  return varied(ways).slice(0, MOST_WAYS);
}

/** Keeps the order and leaves out what would make the list monotonous. */
function varied(ways: readonly Way[]): Way[] {
  const seen = new Map<string, number>();
  return ways.filter(({ place }) => {
    const limits = limitsOf(place);
    if (limits.some(([key, most]) => (seen.get(key) ?? 0) >= most)) return false;
    for (const [key] of limits) seen.set(key, (seen.get(key) ?? 0) + 1);
    return true;
  });
}

function limitsOf(place: Place): [key: string, most: number][] {
  const ofKind: [string, number] = [place.kind, OF_ONE_KIND];
  return place.kind === 'question' ? [ofKind, [`lesson ${place.lesson}`, OF_ONE_LESSON]] : [ofKind];
}

/** The level to reach next: the target where one is set and not yet confirmed, otherwise one more than there is. */
export function wantedLevel(state: CompetencyState, target: Level | null): Level {
  const known = knownLevel(state.standing);
  const confirmed = state.standing.status === 'confirmed' ? known : 0;
  if (target !== null && target > confirmed) return target;
  if (state.standing.status !== 'confirmed') return Math.max(1, known) as Level; // 1 to 4.
  return Math.min(4, known + 1) as Level; // 1 to 4.
}

/** The level one may speak of; 0 when nothing may be said. */
export function knownLevel(standing: Standing): Level {
  return standing.status === 'nothing-shown' || standing.status === 'not-enough'
    ? 0
    : standing.level;
}
