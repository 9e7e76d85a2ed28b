import type { Block } from '#features/scenario/words.ts';

/** A run as the player shows it: what the view says, in sentences. It may go to the browser as it stands. */
export type PlayerView = {
  readonly seq: number;
  readonly over: boolean;
  /** The id under which the next decision is sent, so that sending it twice is one decision. */
  readonly eventId: string;
  readonly clock: string;
  readonly passed: string | null;
  readonly chosen: string | null;
  readonly events: readonly {
    readonly at: string;
    readonly heading: string;
    readonly blocks: readonly Block[];
  }[];
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly indicators: readonly IndicatorWords[];
  readonly options: readonly { readonly token: string; readonly label: string }[];
  /** What a screen reader is told when the situation has changed without a new page. */
  readonly announcement: string;
};
export type IndicatorWords = {
  readonly label: string;
  readonly about: string;
  readonly value: number;
  readonly before: number;
  readonly min: number;
  readonly max: number;
  readonly said: string;
  readonly change: string | null;
};

/** The sentences of the player that do not change. */
export type PlayerWords = Readonly<
  Record<
    'clock' | 'meanwhile' | 'question' | 'sending' | 'indicators' | 'over' | 'toDebrief',
    string
  >
>;
