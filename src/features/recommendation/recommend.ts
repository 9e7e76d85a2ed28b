import type { Level } from '#features/competency/framework.ts';
import type { CompetencyState } from '#features/competency/profile.ts';
import type { Instant } from '#kernel/date.ts';
import { type Need, needsOf, type Reason, type Standings } from './need.ts';
import type { Showing } from './showing.ts';
import { type Way, wantedLevel, waysToRaise } from './ways.ts';

/** Something to do next. `key` names what and for which competency; `situation` how things stood. */
export type Recommendation = { readonly key: string; readonly situation: string } & (
  | {
      readonly kind: 'lesson' | 'scenario';
      /** `course/lesson`, or the id of the scenario. */
      readonly place: string;
      readonly competency: string;
      readonly reason: Reason;
      readonly level: Level;
      readonly minutes: number;
    }
  | { readonly kind: 'cards'; readonly cards: number }
);

export type Dismissal = {
  readonly key: string;
  readonly situation: string;
  readonly at: Instant;
};

export const MOST = 5;
const DAY_MS = 86_400_000;
/** A "not now" is forgotten after so many days. */
export const FORGOTTEN_AFTER = 60 * DAY_MS;
/** A lesson in which somebody answered within so many days is what they have just done. */
const JUST_DONE = 7 * DAY_MS;
/** Looking ahead costs time; needs further down the list would not be shown anyway. */
const NEEDS_LOOKED_AT = 8;
const OF_A_KIND: Readonly<Record<'lesson' | 'scenario', number>> = { lesson: 3, scenario: 2 };

export type Recommending = Standings & {
  /** Where each competency can be shown. */
  readonly showings: (competency: string) => readonly Showing[];
  /** How many refresher cards are due. */
  readonly cards: number;
  readonly dismissals: readonly Dismissal[];
};

/**
 * What to do next: at most five things, each for another competency and in another place, never what was just done, what
 * was set aside or what gives no evidence. Facts that are due come first, for they are quick.
 */
export function recommend(given: Recommending): Recommendation[] {
  const chosen: Recommendation[] = [];
  const isOpen = (one: Recommendation) => !isSetAside(one, given);
  const cards: Recommendation = { key: 'cards', situation: '', kind: 'cards', cards: given.cards };
  if (given.cards > 0 && isOpen(cards)) chosen.push(cards);
  const fresh = lessonsJustDone(given);
  for (const need of needsOf(given).slice(0, NEEDS_LOOKED_AT)) {
    if (chosen.length === MOST) break;
    const ways = waysFor(need, given, fresh);
    const next = ways
      .map((way) => recommendationOf(need, way))
      .find((one) => one !== null && isOpen(one) && isVaried(one, chosen));
    if (next) chosen.push(next);
  }
  return chosen;
}

/** Whether somebody has set this aside, lately and as things stand now. */
export function isSetAside(
  { key, situation }: Recommendation,
  { dismissals, now }: Pick<Recommending, 'dismissals' | 'now'>,
): boolean {
  return dismissals.some(
    (one) => one.key === key && one.situation === situation && now - one.at < FORGOTTEN_AFTER,
  );
}

function waysFor(need: Need, given: Recommending, justDone: ReadonlySet<string>): Way[] {
  const state = given.states.get(need.competency);
  if (state === undefined) return [];
  const showings = given
    .showings(need.competency)
    .filter(({ place }) => place.kind !== 'observation')
    .filter(({ place }) => place.kind !== 'question' || !justDone.has(place.lesson));
  return waysToRaise(
    state.pieces.map(({ piece }) => piece),
    onePerLesson(showings),
    {
      wanted: wantedLevel(state, given.targets.get(need.competency) ?? null),
      now: given.now,
      model: given.modelOf(need.competency),
    },
  );
}

/** The first question of a lesson stands for the lesson: which of them raises most matters less than that one goes there. */
function onePerLesson(showings: readonly Showing[]): Showing[] {
  const seen = new Set<string>();
  return showings.filter(({ place }) => {
    if (place.kind !== 'question') return true;
    if (seen.has(place.lesson)) return false;
    seen.add(place.lesson);
    return true;
  });
}

function recommendationOf({ competency, reason, level }: Need, way: Way): Recommendation | null {
  const { place, minutes } = way;
  if (place.kind === 'observation') return null;
  const [kind, where] =
    place.kind === 'question'
      ? (['lesson', place.lesson] as const)
      : (['scenario', place.scenario] as const);
  const key = `${kind}:${where}:${competency}`;
  const situation = `${reason}:${level}`;
  return { key, situation, kind, place: where, competency, reason, level, minutes };
}

function isVaried(one: Recommendation, chosen: readonly Recommendation[]): boolean {
  if (one.kind === 'cards') return true;
  const alike = chosen.filter(({ kind }) => kind === one.kind);
  const isThere = chosen.some((other) => other.kind !== 'cards' && other.place === one.place);
  return !isThere && alike.length < OF_A_KIND[one.kind];
}

function lessonsJustDone({ states, now }: Recommending): Set<string> {
  const pieces = [...states.values()].flatMap((state: CompetencyState) => state.pieces);
  return new Set(
    pieces
      .filter(({ piece }) => piece.shown.kind === 'question' && now - piece.occurredAt < JUST_DONE)
      .map(({ piece }) =>
        piece.source
          .replace(/^item:/, '')
          .split('/')
          .slice(0, 2)
          .join('/'),
      ),
  );
}
