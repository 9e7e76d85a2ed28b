/** What a calibration says that the one before did not. */
export type Changes = {
  /** Questions whose difficulty moved by a tenth of a logit or more, furthest first. */
  readonly items: readonly {
    readonly source: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly newItems: number;
  readonly raters: readonly {
    readonly raterId: string;
    readonly from: number;
    readonly to: number;
  }[];
};

type Known = {
  readonly items: readonly { source: string; difficulty: number; authored: number }[];
  readonly raters: readonly { raterId: string; severity: number }[];
};

const WORTH_TELLING = 0.1;

/** A question nobody had answered before is compared with its author's guess, a rater without a severity with 0. */
export function changesBetween(before: Known, after: Known): Changes {
  const difficulties = new Map(before.items.map((item) => [item.source, item.difficulty]));
  const severities = new Map(before.raters.map((rater) => [rater.raterId, rater.severity]));
  const items = after.items.map(({ source, authored, difficulty }) => ({
    source,
    from: difficulties.get(source) ?? authored,
    to: difficulty,
  }));
  const raters = after.raters.map(({ raterId, severity }) => ({
    raterId,
    from: severities.get(raterId) ?? 0,
    to: severity,
  }));
  return {
    items: moved(items),
    newItems: after.items.filter(({ source }) => !difficulties.has(source)).length,
    raters: moved(raters),
  };
}

function moved<T extends { readonly from: number; readonly to: number }>(all: readonly T[]): T[] {
  const by = ({ from, to }: T) => Math.abs(to - from);
  return all.filter((one) => by(one) >= WORTH_TELLING).sort((a, b) => by(b) - by(a));
}
