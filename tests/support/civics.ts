import { type Item, itemSchema, type WithItems } from '#features/assessment/item.ts';
import type { WithQuestionSets } from '#features/assessment/question-set.ts';
import {
  type Course,
  type CourseFile,
  catalogueOf,
  stepsOf,
  type WithCatalogue,
} from '#features/catalogue/course.ts';
import type { Lesson } from '#features/catalogue/lesson.ts';
import { type TestApp, testApp } from './app.ts';

/** A lesson's name and its questions, or a scenario's name. */
export type Plan = readonly (readonly [lesson: string, ...items: string[]] | string)[];
export type LearningTestApp = TestApp & WithCatalogue & WithItems & WithQuestionSets;

/** Two lessons with two questions each and a scenario between them. */
export const CIVICS: Plan = [['first', 'a', 'b'], 'flood', ['second', 'c', 'd']];

/** An app whose only course, `civics`, follows the plan; the right choice of every question is `yes`. */
export async function civicsApp(plan: Plan = CIVICS): Promise<LearningTestApp> {
  return withCivics(await testApp(), plan);
}

/** The same installation after its authors changed the course. */
export function withCivics(app: TestApp, plan: Plan): LearningTestApp {
  const course = courseOf(plan);
  const items = Object.fromEntries(
    course.lessons.map((lesson) => [`civics/${lesson.id}`, lesson.items.map(itemOf)]),
  );
  const catalogue = catalogueOf({ courses: [course], terms: [], facts: [], sources: [] });
  return { ...app, catalogue, items, questionSets: new Map() };
}

const text = (words: string) => ({ ko: words, en: words });

function courseOf(plan: Plan): Course {
  const written: CourseFile['steps'] = plan.map((step) =>
    typeof step === 'string' ? { scenario: step } : { lesson: step[0] },
  );
  return {
    id: 'civics',
    area: 'social-value',
    audience: 'resident',
    title: text('Civics'),
    summary: text('About living together'),
    minutes: 30,
    passPercent: 50,
    outcomes: [{ competency: 'C6.1', ...text('Lives together') }],
    steps: stepsOf(written),
    lessons: plan.flatMap((step) => (typeof step === 'string' ? [] : [lessonOf(step)])),
  };
}

function lessonOf([id, ...items]: readonly [string, ...string[]]): Lesson {
  const words = {
    title: id,
    summary: id,
    minutes: 5,
    outcome: `After ${id} you can do something.`,
    competencies: ['C6.1'],
    headings: [],
    sections: [],
    terms: [],
    facts: [],
    sources: [],
    scenarios: [],
  };
  return { id, course: 'civics', items, sheets: [], figures: [], words: { ko: words, en: words } };
}

function itemOf(id: string): Item {
  const choice = (name: string) => ({ id: name, text: text(name), rationale: text(`why ${name}`) });
  return itemSchema.parse({
    id,
    type: 'single',
    competency: 'C6.1',
    difficulty: 0,
    prompt: text(`${id}?`),
    choices: [{ ...choice('yes'), correct: true }, choice('no')],
    rationale: text(`because ${id}`),
  });
}
