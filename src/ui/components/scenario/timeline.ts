import type { Story } from '#features/scenario/debrief.ts';

/** Narrow, so that its words can be read on a phone. */
export const WIDTH = 440;
export const LEFT = 20;
export const RIGHT = 20;
const DECISION_Y = 62;
const EVENT_Y = 150;
/** A bar narrower than this has its number below. */
const NUMBER = 14;
const ROW = 26;

export type Bar = {
  readonly place: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly number: { readonly x: number; readonly y: number; readonly isInside: boolean };
};
export type Diamond = { readonly letter: string; readonly x: number; readonly y: number };
/** A moment worth a mark: a time of day, or in a run of days the beginning of a day, counted from 1. */
type Mark = { readonly time: string } | { readonly day: number };
export type Tick = Mark & { readonly x: number };
export type Timeline = {
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly diamonds: readonly Diamond[];
  readonly ticks: readonly Tick[];
  readonly lanes: { readonly decisions: number; readonly events: number };
};

/** Where everything of a story stands on the picture of its time: decisions above, events below, hours or days as ticks. */
export function drawTimeline({ moments, minutes }: Story, startsAt: string): Timeline {
  const x = (minute: number) => LEFT + ((WIDTH - LEFT - RIGHT) * minute) / Math.max(minutes, 1);
  const decisions = moments.filter((moment) => moment.kind === 'decision');
  const bars = numbered(
    decisions.map(({ place, minute, minutes: taken }) => {
      const width = Math.max(4, x(minute + taken) - x(minute) - 3);
      return { place, x: x(minute), width, y: DECISION_Y };
    }),
  );
  const events = moments.filter((moment) => moment.kind === 'event');
  const diamonds = spread(events.map(({ minute }) => x(minute))).map(({ at, row }, index) => ({
    letter: letterOf(index),
    x: at,
    y: EVENT_Y + row * ROW,
  }));
  const lowest = Math.max(EVENT_Y, ...diamonds.map(({ y }) => y));
  return {
    height: lowest + 24,
    bars,
    diamonds,
    ticks: ticksFor(minutes, startsAt).map(({ minute, ...mark }) => ({ ...mark, x: x(minute) })),
    lanes: { decisions: DECISION_Y - 14, events: EVENT_Y - 24 },
  };
}

/** Puts a number in each bar, or below it; numbers below keep apart, so that 2 and 3 do not read as 23. */
function numbered(bars: readonly Omit<Bar, 'number'>[]): Bar[] {
  let free = 0;
  return bars.map((bar) => {
    const middle = bar.x + bar.width / 2;
    if (bar.width >= NUMBER) {
      return { ...bar, number: { x: middle, y: bar.y + 18, isInside: true } };
    }
    const x = Math.max(middle, free);
    free = x + NUMBER;
    return { ...bar, number: { x, y: bar.y + 40, isInside: false } };
  });
}

/** a, b, c … for events. */
export function letterOf(index: number): string {
  return String.fromCodePoint('a'.charCodeAt(0) + index);
}

/** Events too close to each other go one row down. */
function spread(places: readonly number[]): { at: number; row: number }[] {
  const ends: number[] = [];
  return places.map((at) => {
    const free = ends.findIndex((end) => end < at);
    const row = free === -1 ? ends.length : free;
    ends[row] = at + ROW;
    return { at, row };
  });
}

const DAY = 24 * 60;
const PARTS_OF_DAY = [15, 30, 60, 120, 180, 240, 480];
const DAYS = [1, 2, 7, 14, 28, 56, 112];
const MOST_STEPS = 4;
/** Of the whole picture; two marks nearer than this would run into each other. */
const NEAREST = 1 / 8;

/**
 * Where marks stand in a run of so many minutes, at most five: at round times of the day, and from where those no longer
 * fit at the beginnings of days. A run of half an hour or more has at least two.
 */
export function ticksFor(minutes: number, startsAt: string): (Mark & { minute: number })[] {
  const [hours = '0', rest = '0'] = startsAt.split(':');
  const start = Number(hours) * 60 + Number(rest);
  const step = PARTS_OF_DAY.find((size) => minutes / size <= MOST_STEPS);
  return step === undefined ? dayTicks(minutes, start) : timeTicks(minutes, { start, step });
}

function timeTicks(minutes: number, { start, step }: { start: number; step: number }) {
  const ticks: { minute: number; time: string }[] = [];
  for (let minute = (step - (start % step)) % step; minute <= minutes; minute += step) {
    const ofDay = (start + minute) % DAY;
    const parts = [Math.floor(ofDay / 60), ofDay % 60];
    ticks.push({ minute, time: parts.map((part) => String(part).padStart(2, '0')).join(':') });
  }
  return ticks;
}

/** Day 1 has no midnight in the run: its mark stands where the run begins, unless the next one is too near. */
function dayTicks(minutes: number, start: number) {
  const step = DAYS.find((days) => minutes / (days * DAY) <= MOST_STEPS) ?? 2 * 112;
  const ticks: { minute: number; day: number }[] = [];
  for (let day = 1 + step; (day - 1) * DAY - start <= minutes; day += step) {
    ticks.push({ minute: (day - 1) * DAY - start, day });
  }
  const isRoom = (ticks[0]?.minute ?? minutes) >= minutes * NEAREST;
  return isRoom ? [{ minute: 0, day: 1 }, ...ticks] : ticks;
}
