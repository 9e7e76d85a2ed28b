import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Compiled, compile } from '#features/scenario/compile.ts';
import { levelsOnPath } from '#features/scenario/evidence.ts';
import {
  beginRun,
  choose,
  decisionName,
  followRecorded,
  indicatorsOf,
  isOver,
  openChoices,
  placeOf,
  type RunState,
} from '#features/scenario/run.ts';
import { decisionsOf } from '#features/scenario/seats.ts';
import { logicOf, type Seat, scenarioSchema } from '#features/scenario/source.ts';

const SKELETON = join(import.meta.dirname, 'skeletons/seats');
/** The two scenes of each seat in its file: those of the first round, then those of the second. */
const SCENES: Readonly<Record<Seat, readonly [string, string]>> = {
  official: ['notice', 'plan'],
  resident: ['hallway', 'evening'],
  partner: ['round', 'van'],
};
const NAMES: Readonly<Record<Seat, string>> = {
  official: '공무원',
  resident: '주민',
  partner: '협력 기관',
};
const FORK = 'morning';

/** The files of a small scenario for two or three seats in any order. Its paths are played here, so that they are right. */
export function seatsSkeleton(
  seats: readonly Seat[],
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const scenario = scenarioText(seats, words);
  const source = scenarioSchema.parse(parse(scenario));
  const compiled = compile(logicOf(words['id'] ?? '', source));
  return {
    'scenario.yaml': scenario,
    'ko.md': wordsText('ko', seats),
    'en.md': wordsText('en', seats),
    'walkthroughs.yaml': walkthroughsText(compiled),
  };
}

function scenarioText(seats: readonly Seat[], words: Readonly<Record<string, string>>): string {
  const order = [...seats.map((seat) => SCENES[seat][0]), ...seats.map((seat) => SCENES[seat][1])];
  const after = (scene: string) => order[order.indexOf(scene) + 1] ?? FORK;
  const scenes = seats.map((seat, at) => {
    const [first, later] = SCENES[seat];
    return fill(textOf(`${seat}.yaml`), {
      ...words,
      by: at === 0 ? '' : `by: ${seat}`,
      sets: at === 1 ? 'sets: [told] # a mark: the fact has been passed on' : '',
      first: after(first),
      later: after(later),
    });
  });
  return fill(textOf('scenario.yaml'), {
    ...words,
    seats: seats.join(', '),
    second: seats[1] ?? '',
    start: order[0] ?? '',
    decisions: String(order.length),
    scenes: scenes.join(''),
  });
}

/** Takes what the seats do not need out of the words of all three, and makes the texts of the first seat the base texts. */
function wordsText(locale: 'ko' | 'en', seats: readonly Seat[]): string {
  const used = seats.flatMap((seat) => SCENES[seat]);
  const unused = Object.values(SCENES)
    .flat()
    .filter((scene) => !used.includes(scene));
  const sections = textOf(`${locale}.md`).split(/(?=^## )/m);
  const kept = sections.filter((section) => {
    const [, id = ''] = /\{#(.+)\}/.exec(section) ?? [];
    const [text = '', seat] = id.split('@');
    const isOfSeat = seat === undefined || seats.some((one) => one === seat);
    return isOfSeat && !unused.includes(text.split('.')[0] ?? '');
  });
  const own = new RegExp(`\\{#(role|brief|debrief)@${seats[0]}\\}`, 'g');
  return kept.join('').replace(own, '{#$1}');
}

function walkthroughsText(compiled: Compiled): string {
  const { seats } = compiled.logic;
  const alone = seats.map((seat, at) =>
    entry(compiled, {
      about: [`${NAMES[seat]} 혼자`, `The ${seat} alone`],
      seat,
      state: play(compiled, [seat], at === 0 ? 'first' : 'last'),
    }),
  );
  const [seat = 'official'] = seats;
  const together = entry(compiled, {
    about: ['함께, 저마다 자기 일만 한다', 'Together, and everybody minds their own business'],
    seat,
    state: play(compiled, seats, 'last'),
    together: true,
  });
  return `${textOf('walkthroughs.yaml')}${[...alone, together].join('')}`;
}

/** Whoever is there takes the first or the last open choice, everybody else the recorded one. */
function play(compiled: Compiled, present: readonly Seat[], pick: 'first' | 'last'): RunState {
  let state = followRecorded(compiled, beginRun(compiled), present);
  while (!isOver(state)) {
    const choice = openChoices(compiled, state).at(pick === 'first' ? 0 : -1);
    if (choice === undefined) throw new Error(`nothing is open at ${placeOf(state)}`);
    state = followRecorded(compiled, choose(compiled, state, choice.id), present);
  }
  return state;
}

type Entry = {
  readonly about: readonly [ko: string, en: string];
  readonly seat: Seat;
  readonly state: RunState;
  readonly together?: true;
};

function entry({ logic }: Compiled, { about: [ko, en], seat, state, together }: Entry): string {
  const levels = levelsOnPath(logic, decisionsOf(logic, state.decisions, seat));
  const evidence = Object.entries(levels).map(([id, shown]) => `${id}: [${shown.join(', ')}]`);
  const indicators = Object.entries(indicatorsOf(state)).map(([id, value]) => `${id}: ${value}`);
  return [
    `- about: { ko: "${ko}", en: "${en}" }`,
    `  seat: ${seat}`,
    ...(together ? ['  together: true'] : []),
    `  choices: [${state.decisions.map(decisionName).join(', ')}]`,
    `  ending: ${placeOf(state)}`,
    `  minutes: ${state.minute}`,
    `  indicators: { ${indicators.join(', ')} }`,
    `  evidence: { ${evidence.join(', ')} }`,
    '',
  ].join('\n');
}

/** Fills `{{name}}` in; a line that holds nothing else and is filled with nothing goes. */
export function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text
    .replace(/^ *\{\{([a-z]+)\}\}\n/gm, (line, name: string) => (words[name] === '' ? '' : line))
    .replace(/\{\{([a-z]+)\}\}/g, (key, name: string) => words[name] ?? key);
}

function textOf(file: string): string {
  return readFileSync(join(SKELETON, file), 'utf8');
}
