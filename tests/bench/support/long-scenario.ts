import { assembleScenario, type Scenario, scenarioSchema } from '#features/scenario/source.ts';
import { parseWords } from '#features/scenario/words.ts';
import { sha256 } from '#platform/hashing.ts';

export const LONG = 'bench-long';
const SCENES = 13;
const CHOICES = ['first', 'second', 'third'];
const TEXT = 'Somebody waits, the telephone rings, and it will soon be noon. '.repeat(6);

const sceneId = (n: number) => (n === SCENES ? 'over' : `scene-${n}`);

/** A scenario of thirteen decisions in a world that moves every hour: twelve taken, and one still open. */
export function longScenario(): Scenario {
  const scenes = Array.from({ length: SCENES }, (_, n) => [sceneId(n), sceneOf(n)]);
  const source = scenarioSchema.parse({
    area: 'crisis-response',
    audience: 'resident',
    seats: ['resident'],
    minutes: 30,
    difficulty: 0,
    contentNote: false,
    experts: [],
    clock: { start: '2026-08-03T09:00', limit: 2_000 },
    maxDecisions: 12,
    indicators: { trust: { start: 50 }, safety: { start: 50 } },
    claims: {},
    references: {},
    lessons: [],
    world: { weather: { start: 'hour-0', states: Object.fromEntries(hours()) } },
    start: sceneId(0),
    scenes: Object.fromEntries(scenes),
    forks: {},
    endings: ['over'],
  });
  const words = parseWords(textOf()).words;
  return assembleScenario(
    { id: LONG, source, words: { ko: words, en: words }, walkthroughs: [] },
    sha256,
  );
}

function sceneOf(n: number): object {
  const choices = CHOICES.map((id, index) => ({
    id,
    takes: 30 + 15 * index,
    effects: { trust: index - 1, safety: 1 - index },
    shows: { 'C6.1': 2 },
    goTo: sceneId(n + 1),
  }));
  return { choices };
}

function hours(): [string, object[]][] {
  return Array.from({ length: SCENES }, (_, n) => [
    `hour-${n}`,
    n + 1 < SCENES ? [{ after: 60, to: `hour-${n + 1}`, inject: `news-${n}` }] : [],
  ]);
}

function textOf(): string {
  const headings = [
    ...['title', 'role', 'brief', 'debrief', 'over', 'indicator.trust', 'indicator.safety'],
    ...Array.from({ length: SCENES }, (_, n) => `inject.news-${n}`),
    ...Array.from({ length: SCENES }, (_, n) => [
      sceneId(n),
      ...CHOICES.map((id) => `${sceneId(n)}.${id}`),
    ]),
  ];
  return headings
    .flat()
    .map((id) => `## About ${id.replaceAll(/[.-]/g, ' ')} {#${id}}\n\n${TEXT}\n`)
    .join('\n');
}
