import type { DecisionMoment, Story } from '#features/scenario/debrief.ts';

export type Funnel = {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** At each decision: the value there and the final values that could still be reached. */
  readonly rows: readonly {
    /** The number of the decision. */
    readonly place: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly band: string;
  readonly line: string;
  readonly steps: readonly { readonly x: number; readonly name: string }[];
  readonly grid: readonly { readonly y: number; readonly value: number }[];
};

export const FUNNEL = { width: 320, height: 190, left: 40, right: 12, top: 12, bottom: 34 };

/** For each indicator, how the range of possible final values narrows with the decisions. */
export function drawFunnels({ moments, indicators }: Story): Funnel[] {
  const decisions = moments.filter((moment) => moment.kind === 'decision');
  return indicators.map(({ label, start, end }) => {
    const rows = decisions.map((decision) => rowOf(decision, label));
    const { min, max } = scaleOf(decisions[0], label);
    const x = (at: number) =>
      FUNNEL.left + ((FUNNEL.width - FUNNEL.left - FUNNEL.right) * at) / Math.max(rows.length, 1);
    const y = (value: number) =>
      FUNNEL.top + ((FUNNEL.height - FUNNEL.top - FUNNEL.bottom) * (max - value)) / (max - min);
    const points = [...rows, { place: null, value: end, low: end, high: end }];
    const upper = points.map(({ high }, at) => `${round(x(at))},${round(y(high))}`);
    const lower = points.map(({ low }, at) => `${round(x(at))},${round(y(low))}`).reverse();
    return {
      label,
      start,
      end,
      rows,
      band: [...upper, ...lower].join(' '),
      line: points.map(({ value }, at) => `${round(x(at))},${round(y(value))}`).join(' '),
      steps: points.map(({ place }, at) => ({ x: x(at), name: String(place ?? '') })),
      grid: [min, (min + max) / 2, max].map((value) => ({ y: y(value), value })),
    };
  });
}

function rowOf({ place, outlook }: DecisionMoment, label: string) {
  const found = outlook.find((one) => one.label === label);
  if (found === undefined) throw new Error(`no outlook for ${label}`);
  return { place, value: found.value, low: found.possible.low, high: found.possible.high };
}

function scaleOf(decision: DecisionMoment | undefined, label: string) {
  const found = decision?.outlook.find((one) => one.label === label);
  return { min: found?.min ?? 0, max: found?.max ?? 100 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
