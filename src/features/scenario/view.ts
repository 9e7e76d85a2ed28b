import { type SimulatedTime, simulatedTime } from './clock.ts';
import type { Compiled } from './compile.ts';
import { named } from './named.ts';
import { decisionName, indicatorsOf, isOver, openChoices, placeOf, type RunState } from './run.ts';
import type { Choice, ScenarioLogic, Seat } from './source.ts';
import { type Block, sectionFor, type Words } from './words.ts';

/** Makes the name under which the browser knows a choice; nobody without the installation's secret can make one. */
export type TokenOf = (scene: string, choice: string) => string;

export type IndicatorView = {
  readonly label: string;
  readonly about: string;
  readonly value: number;
  /** The value before the last decision. */
  readonly before: number;
  readonly min: number;
  readonly max: number;
  readonly band: Band;
};
/** A fifth of the scale, for saying a value in words. */
export type Band = 1 | 2 | 3 | 4 | 5;
export type WorldEventView = {
  readonly at: SimulatedTime;
  readonly heading: string;
  readonly blocks: readonly Block[];
};

/** All that one seat may see of a run. Built by naming what may be seen: no ids, targets, effects or levels. */
export type RunView = {
  readonly title: string;
  readonly role: string;
  /** How many decisions have been taken; the next one is sent with this number. */
  readonly seq: number;
  readonly over: boolean;
  readonly clock: SimulatedTime;
  readonly minutesPassed: number;
  readonly chosen: string | null;
  readonly events: readonly WorldEventView[];
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly indicators: readonly IndicatorView[];
  readonly options: readonly { readonly token: string; readonly label: string }[];
};

export type Look = {
  readonly compiled: Compiled;
  readonly state: RunState;
  readonly words: Words;
  readonly seat: Seat;
  readonly tokenOf: TokenOf;
};

/** The run as its seat sees it. Choices stand in the order of their tokens: mixed, and the same each time one looks. */
export function viewRun({ compiled, state, words, seat, tokenOf }: Look): RunView {
  const last = state.decisions.at(-1);
  const place = sectionFor(words, placeOf(state), seat);
  return {
    title: sectionFor(words, 'title', seat).label,
    role: sectionFor(words, 'role', seat).label,
    seq: state.decisions.length,
    over: isOver(state),
    clock: simulatedTime(compiled.logic.clock.start, state.minute),
    minutesPassed: last === undefined ? 0 : last.until - last.at,
    chosen: last === undefined ? null : sectionFor(words, decisionName(last), seat).label,
    events: eventsSince(last?.at ?? -1, { compiled, state, words, seat }),
    heading: place.label,
    blocks: place.blocks,
    indicators: indicatorViews(compiled.logic, { state, words, seat }),
    options: options({ compiled, state, words, seat, tokenOf }),
  };
}

/** The open choice that has this token; undefined for any other text. */
export function choiceOfToken(
  compiled: Compiled,
  state: RunState,
  { token, tokenOf }: { token: string; tokenOf: TokenOf },
): Choice | undefined {
  if (isOver(state)) return undefined;
  const scene = placeOf(state);
  return openChoices(compiled, state).find(({ id }) => tokenOf(scene, id) === token);
}

/** Whether a seat may see something: things that name no seats are for all. */
export function isFor(seat: Seat, thing: { for?: readonly Seat[] | undefined }): boolean {
  return thing.for === undefined || thing.for.includes(seat);
}

/** The injects a seat never hears of. */
export function hiddenInjects(logic: ScenarioLogic, seat: Seat): string[] {
  const beats = Object.values(logic.world).flatMap(({ states }) => Object.values(states).flat());
  return beats.flatMap((beat) =>
    beat.inject === undefined || isFor(seat, beat) ? [] : [beat.inject],
  );
}

export function bandOf(value: number, { min, max }: { min: number; max: number }): Band {
  const fifth = Math.floor(((value - min) / (max - min)) * 5);
  return ([1, 2, 3, 4, 5] as const)[Math.min(4, Math.max(0, fifth))] ?? 1;
}

function options({ compiled, state, words, seat, tokenOf }: Look): RunView['options'] {
  if (isOver(state)) return [];
  const scene = placeOf(state);
  return openChoices(compiled, state)
    .map(({ id: choice }) => ({
      token: tokenOf(scene, choice),
      label: sectionFor(words, decisionName({ scene, choice }), seat).label,
    }))
    .sort((a, b) => (a.token < b.token ? -1 : 1));
}

function eventsSince(
  minute: number,
  { compiled, state, words, seat }: Omit<Look, 'tokenOf'>,
): WorldEventView[] {
  const { logic } = compiled;
  const hidden = hiddenInjects(logic, seat);
  return state.happenings
    .filter(({ inject, at }) => at > minute && !hidden.includes(inject))
    .map(({ inject, at }) => {
      const { label, blocks } = sectionFor(words, `inject.${inject}`, seat);
      return { at: simulatedTime(logic.clock.start, at), heading: label, blocks };
    });
}

function indicatorViews(
  logic: ScenarioLogic,
  { state, words, seat }: Pick<Look, 'state' | 'words' | 'seat'>,
): IndicatorView[] {
  const values = indicatorsOf(state);
  const before = state.decisions.at(-1)?.before ?? values;
  return Object.entries(logic.indicators)
    .filter(([, scale]) => isFor(seat, scale))
    .map(([id, { min, max }]) => {
      const { label, blocks } = sectionFor(words, `indicator.${id}`, seat);
      const [about] = blocks;
      const value = named(values, id);
      return {
        label,
        about: about?.kind === 'paragraph' ? about.text : '',
        value,
        before: named(before, id),
        min,
        max,
        band: bandOf(value, { min, max }),
      };
    });
}
