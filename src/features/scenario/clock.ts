import type { Minute } from './run.ts';

/** A moment of simulated time as people read it: the day counted from 1 and the time of day. */
export type SimulatedTime = { readonly day: number; readonly time: string };

const DAY_MINUTES = 24 * 60;

/** The simulated time a number of minutes after the start, which is written `2026-08-03T09:00`. */
export function simulatedTime(start: string, minute: Minute): SimulatedTime {
  const [hours = '0', minutes = '0'] = start.slice(11).split(':');
  const total = Number(hours) * 60 + Number(minutes) + minute;
  const ofDay = total % DAY_MINUTES;
  const time = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0'));
  return { day: Math.floor(total / DAY_MINUTES) + 1, time: time.join(':') };
}
