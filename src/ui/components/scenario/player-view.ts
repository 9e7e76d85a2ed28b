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
  /** Where the hands of the simulated clock point, in degrees from twelve. */
  readonly hands: { readonly hour: number; readonly minute: number };
  readonly brief: Told | null;
  /** What not every seat knows, or did not from the beginning, by who knows it now. */
  readonly facts: readonly { readonly known: string; readonly told: readonly KnownFact[] }[];
  /** Set while another seat decides. */
  readonly waiting: Waiting | null;
  /** Set while others wait for this person. */
  readonly awaited: string | null;
  readonly pace: PaceView | null;
  /** What a screen reader is told when the situation has changed without a new page. */
  readonly announcement: string;
};
/** `isNew` until one has decided since. */
type KnownFact = Told & { readonly isNew: boolean };
type Told = { readonly heading: string; readonly blocks: readonly Block[] };
export type Waiting = {
  readonly text: string;
  /** What the page that waits compares with where the run stands. */
  readonly position: string;
  /** Offered once somebody has been silent for long. */
  readonly handOver: { readonly seat: string; readonly text: string } | null;
};
export type PaceView = {
  /** By when one would have had to decide. */
  readonly by: string;
  /** Milliseconds of a whole decision, and those left when this was said; below zero when it is over. */
  readonly whole: number;
  readonly left: number;
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
    | 'clock'
    | 'meanwhile'
    | 'question'
    | 'sending'
    | 'indicators'
    | 'over'
    | 'toDebrief'
    | 'lookAgain'
    | 'handOver'
    | 'stillHere'
    | 'paceLeft'
    | 'paceHalf'
    | 'paceOver',
    string
  >
>;
