import { and, assign, not, or, type SnapshotFrom, setup, stateIn } from 'xstate';
import { type Condition, partsOf, readCondition, type Sign } from './condition.ts';
import { named } from './named.ts';
import type { Beat, Choice, ScenarioLogic } from './source.ts';

/** A value for each indicator. Values are never clamped: publication proves that they stay on their scales. */
export type Indicators = Readonly<Record<string, number>>;
export type World = { readonly indicators: Indicators; readonly marks: readonly string[] };

type Change = { effects: Indicators; sets: readonly string[] };

/** All that a scenario can do in the machine: two questions, two acts. Everything else about it is data. */
const vocabulary = setup({
  types: {
    context: {} as World, // xstate takes types this way; the value is not used.
    events: {} as { type: string },
  },
  guards: {
    marked: ({ context }, { mark }: { mark: string }) => context.marks.includes(mark),
    compares: ({ context }, comparison: { indicator: string; sign: Sign; value: number }) =>
      compares(named(context.indicators, comparison.indicator), comparison),
  },
  actions: {
    change: assign(({ context }, change: Change) => changed(context, change)),
    /** Read from the list of actions that a transition returns; see `run.ts`. */
    announce: (_, _params: { inject: string }) => {},
  },
});

export type Machine = ReturnType<typeof vocabulary.createMachine>;
export type Snapshot = SnapshotFrom<Machine>;

/** A version of a scenario, ready to be played. */
export type Compiled = {
  readonly logic: ScenarioLogic;
  readonly machine: Machine;
  /** What conditions look at, and the marks that pass facts on: only these can make two states differ in what comes next. */
  readonly watched: { readonly indicators: readonly string[]; readonly marks: readonly string[] };
};

export const RESPONSE = 'response';
export const CHOOSE = 'choose.';

/**
 * Turns a logic document into an XState machine of parallel regions: the world, which moves by itself, and `response`,
 * where the player is. Each choice has a state of its own in which the work takes its minutes. Throws on names that do
 * not exist; `checks/names.ts` finds them before publication.
 */
export function compile(logic: ScenarioLogic): Compiled {
  const context: World = {
    indicators: mapValues(logic.indicators, ({ start }) => start),
    marks: [],
  };
  const regions = mapValues(logic.world, (region) => ({
    initial: region.start,
    states: mapValues(region.states, stateOfWorld),
  }));
  const response = { initial: logic.start, states: statesOfResponse(logic) };
  const config = { id: logic.id, type: 'parallel', context, states: { ...regions, response } };
  return {
    logic,
    // The states come from data, so their names cannot be known to the type; names are checked before publication.
    machine: vocabulary.createMachine(config as Parameters<typeof vocabulary.createMachine>[0]),
    watched: watchedBy(logic),
  };
}

/** Every condition in a version, as read. */
export function conditionsOf(logic: ScenarioLogic): string[] {
  const choices = Object.values(logic.scenes).flatMap((scene) => scene.choices);
  const beats = Object.values(logic.world).flatMap(({ states }) => Object.values(states).flat());
  const ways = Object.values(logic.forks).flat();
  return [...choices, ...beats, ...ways].flatMap(({ when }) => (when === undefined ? [] : [when]));
}

function statesOfResponse(logic: ScenarioLogic): Record<string, object> {
  const states: Record<string, object> = {};
  for (const [id, scene] of Object.entries(logic.scenes)) {
    const on = scene.choices.map((choice) => [`${CHOOSE}${choice.id}`, beginWork(id, choice)]);
    states[id] = { id: stateId(id), tags: ['decision'], on: Object.fromEntries(on) };
    for (const choice of scene.choices) states[workId(id, choice)] = work(id, choice);
  }
  for (const [id, ways] of Object.entries(logic.forks)) {
    const always = ways.map(({ when, goTo }) => ({
      target: `#${stateId(goTo)}`,
      guard: guard(when),
    }));
    states[id] = { id: stateId(id), tags: ['busy'], always };
  }
  for (const id of logic.endings) states[id] = { id: stateId(id), tags: ['ending'], type: 'final' };
  return states;
}

function beginWork(scene: string, choice: Choice): object {
  return { target: `#${stateId(workId(scene, choice))}`, guard: guard(choice.when) };
}

/** Effects and marks count when the work is done: the world may overtake it. */
function work(scene: string, choice: Choice): object {
  const done = { target: `#${stateId(choice.goTo)}`, actions: change(choice.effects, choice.sets) };
  return { id: stateId(workId(scene, choice)), tags: ['busy'], after: { [choice.takes]: done } };
}

function stateOfWorld(beats: readonly Beat[]): object {
  const after: Record<number, object[]> = {};
  const always: object[] = [];
  for (const beat of beats) {
    const announce =
      beat.inject === undefined ? [] : [{ type: 'announce', params: { inject: beat.inject } }];
    const actions = [...change(beat.effects, []), ...announce];
    const transition = { target: beat.to, guard: guard(beat.when), actions };
    if (beat.after === undefined) always.push(transition);
    else after[beat.after] = [...(after[beat.after] ?? []), transition];
  }
  return { after, always };
}

function change(effects: Indicators, sets: readonly string[]): object[] {
  if (Object.keys(effects).length === 0 && sets.length === 0) return [];
  return [{ type: 'change', params: { effects, sets } }];
}

function guard(when: string | undefined): unknown {
  return when === undefined ? undefined : guardOf(conditionOf(when));
}

/** The condition as a tree; throws when it cannot be read. */
export function conditionOf(text: string): Condition {
  const read = readCondition(text);
  if (!read.ok)
    throw new Error(`the condition "${text}" cannot be read at "${read.problem.values.at}"`);
  return read.value;
}

function guardOf(condition: Condition): unknown {
  switch (condition.kind) {
    // xstate wants a tuple of guards whose names it knows; here the list comes from data.
    case 'all':
      return and(condition.of.map(guardOf) as never[]);
    case 'any':
      return or(condition.of.map(guardOf) as never[]);
    case 'not':
      return not(guardOf(condition.of) as never);
    case 'in':
      return stateIn({ [condition.region]: condition.state });
    case 'mark':
      return { type: 'marked', params: { mark: condition.mark } };
    case 'compare':
      return { type: 'compares', params: condition };
  }
}

function compares(left: number, { sign, value }: { sign: Sign; value: number }): boolean {
  switch (sign) {
    case '>=':
      return left >= value;
    case '<=':
      return left <= value;
    case '>':
      return left > value;
    case '<':
      return left < value;
  }
}

function changed(world: World, { effects, sets }: Change): World {
  const indicators: Record<string, number> = { ...world.indicators };
  for (const [indicator, by] of Object.entries(effects)) {
    indicators[indicator] = named(world.indicators, indicator) + by;
  }
  return { indicators, marks: [...new Set([...world.marks, ...sets])].sort() };
}

function watchedBy(logic: ScenarioLogic): Compiled['watched'] {
  const parts = conditionsOf(logic).flatMap((text) => partsOf(conditionOf(text)));
  const indicators = parts.flatMap((part) => (part.kind === 'compare' ? [part.indicator] : []));
  const asked = parts.flatMap((part) => (part.kind === 'mark' ? [part.mark] : []));
  const marks = [...asked, ...toldMarks(logic)];
  return { indicators: [...new Set(indicators)].sort(), marks: [...new Set(marks)].sort() };
}

/** The marks that pass facts on. */
export function toldMarks(logic: ScenarioLogic): string[] {
  return Object.values(logic.facts ?? {}).flatMap(({ told }) => (told === undefined ? [] : [told]));
}

function stateId(name: string): string {
  return `at:${name}`;
}

function workId(scene: string, choice: Choice): string {
  return `${scene}~${choice.id}`;
}

function mapValues<T, U>(
  things: Readonly<Record<string, T>>,
  act: (thing: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, act(thing)]));
}
