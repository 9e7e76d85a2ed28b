import { z } from 'zod';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { competencySchema, daySchema, slugSchema, textSchema } from '#features/catalogue/text.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Hash } from '#kernel/ports.ts';
import type { Locale } from '#kernel/text.ts';
import type { Words } from './words.ts';

/** Whose eyes one sees with, and who decides. A scenario has one to three seats; the first is whom its base texts speak to. */
export const SEATS = ['official', 'resident', 'partner'] as const;
export type Seat = (typeof SEATS)[number];

const seat = z.enum(SEATS);
const minutes = z.int().min(5).multipleOf(5);
const condition = z
  .string()
  .trim()
  .min(1)
  .describe('Such as: told · trust >= 40 · @weather.wet · & | ! and brackets.');
const effects = z
  .record(slugSchema, z.int().min(-30).max(30))
  .describe('Added to indicators; steps of 2 to 8 are plenty.');
const seatsWho = z.array(seat).min(1).optional();
const once = (seats: readonly Seat[]) => new Set(seats).size === seats.length;

const level = z
  .int()
  .min(0)
  .max(3)
  .describe('0 not shown, 1 shown in part, 2 shown, 3 shown clearly.');
const shown = z.union([
  level.transform((plain) => ({ level: plain, weight: 1 })),
  z.strictObject({ level, weight: z.number().min(0.5).max(2) }),
]);

const choiceSchema = z.strictObject({
  id: slugSchema,
  takes: minutes.describe(
    'Simulated minutes until the work is done; effects and marks count from then.',
  ),
  when: condition.optional(),
  effects: effects.default({}),
  sets: z.array(slugSchema).default([]).describe('Marks that conditions can ask for.'),
  shows: z
    .record(competencySchema, shown)
    .default({})
    .describe('The level shown of each competency: at a scene by every choice or by none.'),
  goTo: slugSchema.describe('A scene, a fork or an ending.'),
});

const beatSchema = z.strictObject({
  after: minutes
    .describe(
      'Minutes after the region has come into this state; without it the beat happens as soon as `when` holds.',
    )
    .optional(),
  when: condition.optional(),
  to: slugSchema.describe('A state of the same region.'),
  inject: slugSchema.describe('The words inject.<id> tell it.').optional(),
  for: seatsWho,
  effects: effects.default({}),
});

const wayShape = z.strictObject({ when: condition.optional(), goTo: slugSchema });

const factSchema = z.strictObject({
  for: z.array(seat).min(1).describe('The seats that know it from the beginning.'),
  told: slugSchema.describe('A mark: once it is set, every seat may read the fact.').optional(),
});

const logicShape = {
  seats: z
    .array(seat)
    .min(1)
    .max(SEATS.length)
    .refine(once, 'each seat once')
    .describe('Who plays: one to three seats. Scenes without `by` belong to the first.'),
  clock: z.strictObject({
    start: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a moment such as 2026-08-03T09:00'),
    limit: minutes.describe('No path may take more simulated minutes.'),
  }),
  indicators: z.record(
    slugSchema,
    z.strictObject({
      start: z.int(),
      min: z.int().default(0),
      max: z.int().default(100),
      for: seatsWho,
    }),
  ),
  world: z.record(
    slugSchema,
    z.strictObject({ start: slugSchema, states: z.record(slugSchema, z.array(beatSchema)) }),
  ),
  start: slugSchema,
  forks: z.record(slugSchema, z.array(wayShape).min(1)).default({}),
  endings: z.array(slugSchema).min(1),
};

const sceneShape = {
  by: seat.describe('The seat that decides here; the first one if nobody is named.').optional(),
  alone: z
    .array(slugSchema)
    .min(1)
    .describe(
      'With two or three seats: what this seat does when nobody sits there. The first of these choices that is open is taken.',
    )
    .optional(),
  choices: z.array(choiceSchema).min(2).max(5),
};
const facts = z.record(slugSchema, factSchema).describe('What only some seats know.');

/** The part of a scenario that decides how it plays; kept for ever under its hash for the runs that began on it. */
export const logicSchema = z.strictObject({
  format: z.literal(1),
  id: slugSchema,
  ...logicShape,
  facts: facts.optional(),
  scenes: z.record(slugSchema, z.strictObject(sceneShape)),
});
export type ScenarioLogic = z.infer<typeof logicSchema>;
export type Choice = z.infer<typeof choiceSchema>;
export type Beat = z.infer<typeof beatSchema>;
export type Fact = z.infer<typeof factSchema>;

const ownReference = z.strictObject({
  title: textSchema,
  publisher: textSchema,
  year: z.int().min(1900).max(2100).optional(),
  locator: textSchema.optional(),
});

/** `content/scenarios/<id>/scenario.yaml`, see `content/scenarios/README.md`. */
export const scenarioSchema = z.strictObject({
  area: z.enum(AREAS),
  audience: z.enum(AUDIENCES),
  minutes: z.int().min(5).max(120),
  difficulty: z
    .number()
    .min(-2)
    .max(2)
    .describe("The author's guess in logits, as for questions: -2 very easy, 0 medium, 2 hard."),
  contentNote: z
    .boolean()
    .describe('true when it touches illness, death, violence or loss; needs {#content-note}.'),
  experts: z
    .array(z.strictObject({ who: textSchema, on: daySchema }))
    .describe(
      'Who outside the writing team has agreed on the levels in `shows`; an empty list is said openly to players.',
    ),
  maxDecisions: z.int().min(1).max(12).describe('How many decisions the longest path may have.'),
  claims: z.record(
    competencySchema,
    z.strictObject({
      pass: z.number().min(0).max(3).describe('Mean level of a good run.'),
      fail: z.number().min(0).max(3).describe('Mean level of a weak run.'),
    }),
  ),
  references: z.record(slugSchema, z.union([ownReference, z.strictObject({ source: slugSchema })])),
  lessons: z.array(
    z.strictObject({
      lesson: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'course/lesson'),
      scenes: z.array(slugSchema).min(1),
    }),
  ),
  ...logicShape,
  facts: facts.default({}),
  scenes: z.record(
    slugSchema,
    z.strictObject({ ...sceneShape, references: z.array(slugSchema).default([]) }),
  ),
});
export type ScenarioSource = z.infer<typeof scenarioSchema>;

/** A path its author has walked: what it must lead to, now and after every later edit. */
export const walkthroughsSchema = z
  .array(
    z.strictObject({
      about: textSchema,
      seat: seat
        .describe('With two or three seats: whose evidence is listed, and who plays alone.')
        .optional(),
      together: z
        .literal(true)
        .describe('Other seats leave what they do when nobody sits there.')
        .optional(),
      choices: z
        .array(z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'scene.choice'))
        .min(1)
        .describe('scene.choice of every seat in order, to the end.'),
      ending: slugSchema,
      minutes: z.int(),
      indicators: z.record(slugSchema, z.int()).describe('All of them, at the end.'),
      evidence: z
        .record(competencySchema, z.array(level))
        .describe('The levels shown by the seat, in the order of its decisions.'),
    }),
  )
  .min(1);
export type Walkthrough = z.infer<typeof walkthroughsSchema>[number];

/** A published scenario as the library hands it to services. */
export type Scenario = {
  readonly id: string;
  readonly source: ScenarioSource;
  readonly logic: ScenarioLogic;
  /** Names the version: SHA-256 of the canonical logic. Words, references and people named do not change it. */
  readonly hash: string;
  readonly words: Readonly<Record<Locale, Words>>;
  readonly walkthroughs: readonly Walkthrough[];
};
export type Scenarios = ReadonlyMap<string, Scenario>;
/** What a service that reads scenarios asks for beside `App`. */
export type WithScenarios = { readonly scenarios: Scenarios };

export function scenariosOf(list: readonly Scenario[]): Scenarios {
  return new Map(list.map((scenario) => [scenario.id, scenario]));
}

/** Puts the files of one scenario together. */
export function assembleScenario(
  files: Pick<Scenario, 'id' | 'source' | 'words' | 'walkthroughs'>,
  hash: Hash,
): Scenario {
  const logic = logicOf(files.id, files.source);
  return { ...files, logic, hash: hash(canonical(logic)) };
}

/** Names the members that decide how a scenario plays; nothing else enters its hash. What a scenario does not use is left out. */
export function logicOf(id: string, source: ScenarioSource): ScenarioLogic {
  const scenes = Object.entries(source.scenes).map(([scene, { by, alone, choices }]) => [
    scene,
    { ...(by && { by }), ...(alone && { alone }), choices },
  ]);
  return {
    format: 1,
    id,
    seats: source.seats,
    clock: source.clock,
    indicators: source.indicators,
    world: source.world,
    start: source.start,
    forks: source.forks,
    endings: source.endings,
    scenes: Object.fromEntries(scenes),
    ...(Object.keys(source.facts).length > 0 && { facts: source.facts }),
  };
}

/** Reads a logic document as it was kept; one reader per format, so that old runs stay playable. */
export function readLogic(body: string): ScenarioLogic {
  return logicSchema.parse(JSON.parse(body));
}
