import { z } from 'zod';
import type { Agency } from './agency.ts';
import type { Case } from './case.ts';
import type { Fact } from './fact.ts';
import type { Figure } from './figure.ts';
import type { Term } from './glossary.ts';
import type { Lesson } from './lesson.ts';
import type { Source } from './source.ts';
import { competencySchema, slugSchema, textSchema } from './text.ts';

export const AREAS = ['social-value', 'digital-delivery', 'crisis-response'] as const;
export type Area = (typeof AREAS)[number];
export const AUDIENCES = ['official', 'resident'] as const;
export type Audience = (typeof AUDIENCES)[number];

const stepSchema = z.union([
  z.strictObject({ lesson: slugSchema.describe('The folder of the lesson in this course.') }),
  z.strictObject({ scenario: slugSchema.describe('A folder of scenarios/.') }),
]);

const assessmentSchema = z.strictObject({
  assessment: z.strictObject({
    items: z.int().min(4).max(40).describe('How many questions of the course are drawn.'),
  }),
});

const testOutSchema = z
  .strictObject({
    take: z.enum(['all', 'any']).describe('Whether every way is asked for, or one is enough.'),
    questionSet: slugSchema.describe('A file of question-sets/.').optional(),
    scenario: z
      .strictObject({
        id: slugSchema.describe('A folder of scenarios/.'),
        grade: z
          .enum(['between', 'good'])
          .describe('How the first run must go at least, over all claims of the seat.'),
      })
      .optional(),
  })
  .refine(
    ({ questionSet, scenario }) => questionSet !== undefined || scenario !== undefined,
    'names no way',
  );

/** `course.yaml`. */
export const courseSchema = z.strictObject({
  area: z
    .enum(AREAS)
    .optional()
    .describe('The subject. A course without one introduces the whole and is listed first.'),
  audience: z.enum(AUDIENCES),
  title: textSchema,
  summary: textSchema.describe('One or two sentences: for whom, what for.'),
  minutes: z.int().min(1).max(3000).describe('How long the whole course takes.'),
  passPercent: z
    .int()
    .min(0)
    .max(100)
    .describe('Share of the questions that must be answered correctly at the best try.'),
  introductory: z
    .literal(true)
    .describe('Only on short courses that lead in: their lessons need not ask eight questions.')
    .optional(),
  renew: z
    .strictObject({
      wholeAbove: z
        .int()
        .min(0)
        .max(100)
        .describe('Percent of the course: when more changed, all of it is asked for again.'),
    })
    .optional(),
  outcomes: z
    .array(textSchema.extend({ competency: competencySchema }))
    .min(1)
    .describe('What a learner will be able to do.'),
  testOut: testOutSchema
    .describe('How somebody who knows all this already may show it instead of sitting the course.')
    .optional(),
  steps: z
    .array(z.union([...stepSchema.options, assessmentSchema]))
    .min(1)
    .describe('The only place where order is written.'),
});
export type CourseFile = z.infer<typeof courseSchema>;

/** A step has one permanent name in records: `lesson:who-notices-first` or `scenario:heatwave-closure`. */
export type Step =
  | { id: `lesson:${string}`; kind: 'lesson'; lesson: string }
  | { id: `scenario:${string}`; kind: 'scenario'; scenario: string };

export type Course = Omit<CourseFile, 'steps'> & {
  id: string;
  /** How many of its questions the final assessment draws; a course without one has none. */
  finalItems?: number;
  steps: Step[];
  /** In the order of the steps. */
  lessons: Lesson[];
};

/** Everything there is to learn from, in memory. Absent ids answer `undefined`. */
export type Catalogue = {
  courses(): readonly Course[];
  course(id: string): Course | undefined;
  lesson(course: string, lesson: string): Lesson | undefined;
  figure(course: string, lesson: string, name: string): Figure | undefined;
  terms(): readonly Term[];
  term(id: string): Term | undefined;
  facts(): readonly Fact[];
  fact(id: string): Fact | undefined;
  source(id: string): Source | undefined;
  agency(id: string): Agency | undefined;
  cases(): readonly Case[];
  case(id: string): Case | undefined;
};

/** What a service that reads courses asks for beside `App`. */
export type WithCatalogue = { readonly catalogue: Catalogue };

/** The steps that are done one after another; the final assessment is no step of its own in records. */
export function stepsOf(written: CourseFile['steps']): Step[] {
  return written.flatMap((step) => ('assessment' in step ? [] : [stepOf(step)]));
}

export function stepOf(written: z.infer<typeof stepSchema>): Step {
  return 'lesson' in written
    ? { id: `lesson:${written.lesson}`, kind: 'lesson', lesson: written.lesson }
    : { id: `scenario:${written.scenario}`, kind: 'scenario', scenario: written.scenario };
}

export type CatalogueContents = {
  courses: Course[];
  terms: Term[];
  facts: Fact[];
  sources: Source[];
  /** None when a test or a small installation names no offices. */
  agencies?: Agency[];
  /** None when a test tells none. */
  cases?: Case[];
};

/** A catalogue over plain data that does not change while it is used. Introductions are listed before subjects. */
export function catalogueOf(contents: CatalogueContents): Catalogue {
  const listed = contents.courses.toSorted((a, b) => Number(!!a.area) - Number(!!b.area));
  const courses = byId(listed);
  const terms = byId(contents.terms);
  const facts = byId(contents.facts);
  const sources = byId(contents.sources);
  const agencies = byId(contents.agencies ?? []);
  const cases = byId(contents.cases ?? []);
  const lesson = (course: string, id: string) =>
    courses.get(course)?.lessons.find((candidate) => candidate.id === id);
  return {
    courses: () => listed,
    course: (id) => courses.get(id),
    lesson,
    figure: (course, id, name) =>
      lesson(course, id)?.figures.find((candidate) => candidate.name === name),
    terms: () => contents.terms,
    term: (id) => terms.get(id),
    facts: () => contents.facts,
    fact: (id) => facts.get(id),
    source: (id) => sources.get(id),
    agency: (id) => agencies.get(id),
    cases: () => contents.cases ?? [],
    case: (id) => cases.get(id),
  };
}

function byId<T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
