import type { Seat } from '#features/scenario/source.ts';

/** People who played one run together, each in a seat, the first of them as its host. */
export type Meeting = {
  readonly scenario: string;
  readonly daysAgo: number;
  readonly at: string;
  /** From 0 (hasty) to 1 (what an expert would do). */
  readonly people: readonly {
    readonly login: string;
    readonly seat: Seat;
    readonly care: number;
  }[];
  /** After how many decisions they stopped for the day; null when they played to the end, 0 when nobody let it begin. */
  readonly decisions: number | null;
};

export const MEETINGS: readonly Meeting[] = [
  {
    scenario: 'no-box-for-us',
    daysAgo: 5,
    at: '19:30',
    people: [
      { login: 'haneul', seat: 'official', care: 0.9 },
      { login: 'minji', seat: 'resident', care: 0.7 },
    ],
    decisions: null,
  },
  {
    scenario: 'what-the-bath-is-for',
    daysAgo: 1,
    at: '18:10',
    people: [
      { login: 'haneul', seat: 'official', care: 0.8 },
      { login: 'youngsook', seat: 'resident', care: 0.8 },
    ],
    decisions: 3,
  },
  {
    scenario: 'what-the-bath-is-for',
    daysAgo: 1,
    at: '20:40',
    people: [{ login: 'minji', seat: 'resident', care: 1 }],
    decisions: 0,
  },
];
