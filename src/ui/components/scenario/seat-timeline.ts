import type { SimulatedTime } from '#features/scenario/clock.ts';
import type { Story } from '#features/scenario/debrief.ts';
import type { TakenBy } from '#features/scenario/others.ts';
import type { Seat } from '#features/scenario/source.ts';
import { LEFT, RIGHT, ticksFor, WIDTH } from './timeline.ts';

const FIRST_Y = 50;
const LANE = 76;
const BAR = 24;
const NUMBER = 14;

/** A decision of any seat, as the table and the picture of all seats tell it. */
export type SeatDecision = {
  readonly seat: Seat;
  readonly place: number;
  readonly minute: number;
  readonly at: SimulatedTime;
  readonly minutes: number;
  readonly heading: string;
  readonly chosen: string;
  readonly taken: TakenBy;
};
export type SeatBar = SeatDecision & {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly number: { readonly x: number; readonly y: number; readonly isInside: boolean };
};
export type SeatLane = {
  readonly seat: Seat;
  readonly y: number;
  readonly bars: readonly SeatBar[];
};

/** The decisions of all seats, one's own first, in the order in which they were taken. */
export function decisionsOfAll(story: Story, own: Seat): SeatDecision[] {
  const mine = story.moments.flatMap((moment) =>
    moment.kind === 'decision' ? [{ ...moment, seat: own }] : [],
  );
  const theirs = story.others.flatMap(({ seat, decisions }) =>
    decisions.map((decision) => ({ ...decision, seat })),
  );
  return [...mine, ...theirs]
    .sort((a, b) => a.place - b.place)
    .map(({ seat, place, minute, at, minutes, heading, chosen, taken }) => {
      return { seat, place, minute, at, minutes, heading, chosen, taken };
    });
}

/** The decisions of all seats on one scale of time: a lane for each seat, one's own above. */
export function drawSeats(story: Story, { own, startsAt }: { own: Seat; startsAt: string }) {
  const x = (minute: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * minute) / Math.max(story.minutes, 1);
  const all = decisionsOfAll(story, own);
  const seats = [own, ...story.others.map(({ seat }) => seat)];
  const lanes = seats.map((seat, index): SeatLane => {
    const y = FIRST_Y + index * LANE;
    const bars = all.filter((decision) => decision.seat === seat);
    return { seat, y, bars: numbered(bars.map((decision) => barOf(decision, { x, y }))) };
  });
  const ticks = ticksFor(story.minutes, startsAt);
  return {
    height: FIRST_Y + seats.length * LANE - 6,
    lanes,
    ticks: ticks.map(({ minute, ...mark }) => ({ ...mark, x: x(minute) })),
  };
}

type Scale = { readonly x: (minute: number) => number; readonly y: number };

function barOf(decision: SeatDecision, { x, y }: Scale): Omit<SeatBar, 'number'> {
  const { minute, minutes } = decision;
  const width = Math.max(4, x(minute + minutes) - x(minute) - 3);
  return { ...decision, x: x(minute), y: y + 10, width };
}

/** Puts a number in each bar, or below one too narrow; numbers below keep apart. */
function numbered(bars: readonly Omit<SeatBar, 'number'>[]): SeatBar[] {
  let free = 0;
  return bars.map((bar) => {
    const middle = bar.x + bar.width / 2;
    if (bar.width >= NUMBER) {
      return { ...bar, number: { x: middle, y: bar.y + 18, isInside: true } };
    }
    const at = Math.max(middle, free);
    free = at + NUMBER;
    return { ...bar, number: { x: at, y: bar.y + BAR + 16, isInside: false } };
  });
}
