import type { ComparedIndicator } from '#features/scenario/compare.ts';

export const BESIDE = { width: 320, height: 46, left: 14, right: 14, middle: 18 };

export type Scale = {
  readonly indicator: ComparedIndicator;
  /** Where the beginning and both ends stand on the picture. */
  readonly start: number;
  readonly first: number;
  readonly second: number;
};

/** Each indicator on a scale of its own, from its least to its greatest value. */
export function drawBeside(indicators: readonly ComparedIndicator[]): Scale[] {
  return indicators.map((indicator) => {
    const { min, max } = indicator;
    const length = BESIDE.width - BESIDE.left - BESIDE.right;
    const x = (value: number) =>
      Math.round((BESIDE.left + (length * (value - min)) / (max - min)) * 10) / 10;
    const { start, first, second } = indicator;
    return { indicator, start: x(start), first: x(first), second: x(second) };
  });
}
