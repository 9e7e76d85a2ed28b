import { type Day, isDay } from '#kernel/date.ts';

/**
 * A day as other systems write one: year first, with any marks between or none, a time behind it or not. Null for anything
 * else; a day whose year comes last could be read in two ways and is not guessed.
 */
export function readDay(cell: string): Day | null {
  const text = cell.normalize('NFKC').trim();
  const parts =
    /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*(?:일|\.)?(?:[\sT].*)?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:[\sT].*)?$/u.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : null;
}

/**
 * A score as a share from 0 to 1: `85%`, `17/20`, or a number of points out of `outOf`. Null for anything else, points above
 * the most there are included.
 */
export function readShare(cell: string, outOf: number): number | null {
  const text = cell.normalize('NFKC').trim().replace(/점$/u, '').trim();
  const parts = /^(\d+(?:[.,]\d+)?)\s*(?:(%)|\/\s*(\d+(?:[.,]\d+)?))?$/u.exec(text);
  if (parts === null) return null;
  const [, points, percent, of] = parts;
  const most = percent ? 100 : of === undefined ? outOf : numberIn(of);
  const share = numberIn(points ?? '') / most;
  return share >= 0 && share <= 1 ? share : null;
}

/** One course of a file takes at most so long: more is a slip, such as minutes written as hours. */
export const MOST_HOURS = 500;

/** Hours as other systems write them, in whole minutes: `4`, `4.5`, `4,5시간`, `3 h`, `1:30`. Null for anything else, nothing and too much included. */
export function readMinutes(cell: string): number | null {
  const text = cell.normalize('NFKC').trim();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  const hours = /^(\d+(?:[.,]\d+)?)\s*(?:시간|h|hours?)?$/iu.exec(text);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : Math.round(numberIn(hours?.[1] ?? '0') * 60);
  return minutes > 0 && minutes <= MOST_HOURS * 60 ? minutes : null;
}

function numberIn(text: string): number {
  return Number(text.replace(',', '.'));
}
