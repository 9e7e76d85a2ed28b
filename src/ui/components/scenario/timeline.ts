import type { Story } from '#features/scenario/debrief.ts';

/** Narrow, so that its words can be read on a phone. */
export const WIDTH = 440;
const LEFT = 20;
const RIGHT = 20;
const DECISION_Y = 62;
const EVENT_Y = 132;
const ROW = 26;

export type Bar = {
  readonly place: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
};
export type Diamond = { readonly letter: string; readonly x: number; readonly y: number };
export type Tick = { readonly x: number; readonly time: string };
export type Timeline = {
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly diamonds: readonly Diamond[];
  readonly ticks: readonly Tick[];
  readonly lanes: { readonly decisions: number; readonly events: number };
};

/** Where everything of a story stands on the picture of its time: decisions above, events below, hours as ticks. */
export function drawTimeline({ moments, minutes }: Story, startsAt: string): Timeline {
  const x = (minute: number) => LEFT + ((WIDTH - LEFT - RIGHT) * minute) / Math.max(minutes, 1);
  const decisions = moments.filter((moment) => moment.kind === 'decision');
  const bars = decisions.map(({ place, minute, minutes: taken }) => ({
    place,
    x: x(minute),
    width: Math.max(4, x(minute + taken) - x(minute) - 3),
    y: DECISION_Y,
  }));
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
    ticks: ticksFor(minutes, startsAt).map(({ minute, time }) => ({ x: x(minute), time })),
    lanes: { decisions: DECISION_Y - 14, events: EVENT_Y - 24 },
  };
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

/** Round moments of the day, at most five of them. */
function ticksFor(minutes: number, startsAt: string): { minute: number; time: string }[] {
  const step = [15, 30, 60, 120, 180, 240].find((size) => minutes / size <= 4) ?? 480;
  const [hours = '0', rest = '0'] = startsAt.split(':');
  const start = Number(hours) * 60 + Number(rest);
  const ticks: { minute: number; time: string }[] = [];
  for (let minute = (step - (start % step)) % step; minute <= minutes; minute += step) {
    const ofDay = (start + minute) % (24 * 60);
    const parts = [Math.floor(ofDay / 60), ofDay % 60];
    ticks.push({ minute, time: parts.map((part) => String(part).padStart(2, '0')).join(':') });
  }
  return ticks;
}
