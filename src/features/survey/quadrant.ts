import type { Results } from './results.ts';
import { MIDDLE, type Survey } from './survey.ts';

export const QUADRANTS = ['mend', 'keep', 'enough', 'watch'] as const;
/** `mend`: important and lacking; `keep`: important and there; `enough`: less important and there; `watch`: neither. */
export type Quadrant = (typeof QUADRANTS)[number];

/** One thing asked about in the picture of importance and state. */
export type Point = {
  /** Counted from 1 in the order of the questions; what the picture shows. */
  readonly number: number;
  readonly question: string;
  readonly importance: number;
  readonly state: number;
  readonly quadrant: Quadrant;
  /** Where its number stands, in the units of the picture; moved aside where two would cover each other. */
  readonly x: number;
  readonly y: number;
};

export const PICTURE = { size: 480, margin: 44, mark: 13 } as const;

/** Where a step of a scale lies along an edge of the picture, from 1 at the beginning to 5 at the end. */
export function placeOn(step: number): number {
  const { size, margin } = PICTURE;
  return margin + ((step - 1) / 4) * (size - 2 * margin);
}

/** The pairs that may be told, as points: state to the right, importance upwards, the middle of the scales between quadrants. */
export function pointsOf({ questions }: Survey, { scales }: Results): Point[] {
  const placed: Point[] = [];
  const pairs = questions.filter(({ type }) => type === 'pair');
  for (const [at, { id }] of pairs.entries()) {
    const importance = scales.get(`${id}/importance`)?.all?.mean;
    const state = scales.get(`${id}/state`)?.all?.mean;
    if (importance === undefined || state === undefined) continue;
    const wanted = { x: placeOn(state), y: PICTURE.size - placeOn(importance) };
    const quadrant = quadrantOf(importance, state);
    placed.push({
      number: at + 1,
      question: id,
      importance,
      state,
      quadrant,
      ...freeFrom(placed, wanted),
    });
  }
  return placed;
}

function quadrantOf(importance: number, state: number): Quadrant {
  if (importance >= MIDDLE) return state >= MIDDLE ? 'keep' : 'mend';
  return state >= MIDDLE ? 'enough' : 'watch';
}

type Spot = { readonly x: number; readonly y: number };
const TURN = 2.399963; // The golden angle: no two of these spots lie behind each other.
const TRIES = 60;

/** The free spot nearest to the wanted one, looked for along a spiral. */
function freeFrom(placed: readonly Spot[], wanted: Spot): Spot {
  const reach = PICTURE.mark * 2;
  const isFree = ({ x, y }: Spot) =>
    placed.every((one) => Math.hypot(one.x - x, one.y - y) >= reach);
  for (let at = 0; at < TRIES; at += 1) {
    const away = PICTURE.mark * 0.6 * Math.sqrt(at);
    const x = wanted.x + away * Math.cos(at * TURN);
    const y = wanted.y + away * Math.sin(at * TURN);
    if (isFree({ x, y })) return { x, y };
  }
  return wanted;
}
