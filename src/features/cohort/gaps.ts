import type { Gap, PersonGaps } from '#features/position/gap.ts';
import type { Text } from '#kernel/text.ts';

export type GapRow = {
  readonly personId: string;
  readonly name: string;
  /** What they hold today. */
  readonly positions: readonly Text[];
  /** One for each competency of the matrix, in its order; null where it is no target of theirs. */
  readonly gaps: readonly (Gap | null)[];
  /** Targets below which they are, or of which nobody knows. */
  readonly open: number;
};

export type GapMatrix = {
  /** Every competency that is a target of somebody: those that most are asked for first, then by the framework's ids. */
  readonly competencies: readonly string[];
  readonly rows: readonly GapRow[];
};

/** People × competencies. Whoever holds nothing has a row without targets. */
export function gapMatrix(
  people: readonly { readonly personId: string; readonly name: string }[],
  gaps: ReadonlyMap<string, PersonGaps>,
): GapMatrix {
  const asked = [...gaps.values()].flatMap((own) => own.gaps.map((gap) => gap.target.competency));
  const times = new Map([...Map.groupBy(asked, (id) => id)].map(([id, all]) => [id, all.length]));
  const competencies = [...times.keys()].sort(
    (a, b) =>
      (times.get(b) ?? 0) - (times.get(a) ?? 0) || a.localeCompare(b, 'en', { numeric: true }),
  );
  const rows = people.map(({ personId, name }) => {
    const own = gaps.get(personId);
    const byCompetency = new Map(own?.gaps.map((gap) => [gap.target.competency, gap]));
    return {
      personId,
      name,
      positions: own?.positions.map(({ body }) => body.name) ?? [],
      gaps: competencies.map((competency) => byCompetency.get(competency) ?? null),
      open: [...byCompetency.values()].filter(isOpen).length,
    };
  });
  return { competencies, rows };
}

/** `name`, `open`, or the id of a competency. */
export type GapSort = string;

export function gapSortOf(word: string | null, { competencies }: GapMatrix): GapSort {
  return word !== null && (word === 'open' || competencies.includes(word)) ? word : 'name';
}

/** Rows come in the order of names. By a competency, the widest gap comes first and those without the target last. */
export function sortedGapRows({ competencies, rows }: GapMatrix, sort: GapSort): GapRow[] {
  if (sort === 'name') return [...rows];
  if (sort === 'open') return [...rows].sort((a, b) => b.open - a.open);
  const at = competencies.indexOf(sort);
  return [...rows].sort((a, b) => weight(b.gaps[at]) - weight(a.gaps[at]));
}

function isOpen({ state }: Gap): boolean {
  return state === 'below' || state === 'unknown';
}

function weight(gap: Gap | null | undefined): number {
  if (!gap) return -1;
  return { met: 0, likely: 1, refresh: 2, unknown: 3, below: 3 + gap.missing }[gap.state];
}
