import type { Coverage, Places } from '#features/competency/coverage.ts';
import { missingParts, NOWHERE } from '#features/competency/coverage.ts';
import { allCompetencies } from '#features/competency/framework.ts';
import type { Scenario } from '#features/scenario/source.ts';
import type { Library } from './library.ts';

/** Where each competency of the framework is taught, asked for and shown, in the order of the framework. */
export function coverageOf(library: Library): Coverage {
  return new Map(allCompetencies(library.framework).map(({ id }) => [id, placesOf(library, id)]));
}

function placesOf({ courses, items, scenarios, observationForms }: Library, id: string): Places {
  const asking = Object.entries(items).map(([lesson, asked]) => ({
    lesson,
    questions: asked.filter(({ competency }) => competency === id).length,
  }));
  const withQuestions = asking.filter(({ questions }) => questions > 0);
  return {
    courses: courses
      .filter(({ outcomes }) => outcomes.some(({ competency }) => competency === id))
      .map((course) => course.id),
    lessons: withQuestions.map(({ lesson }) => lesson),
    questions: withQuestions.reduce((sum, { questions }) => sum + questions, 0),
    scenarios: scenarios.filter((scenario) => shows(scenario, id)).map((scenario) => scenario.id),
    forms: observationForms
      .filter(({ rubric }) => rubric.some(({ competency }) => competency === id))
      .map((form) => form.id),
  };
}

function shows({ logic }: Scenario, competency: string): boolean {
  return Object.values(logic.scenes).some(({ choices }) =>
    choices.some((choice) => competency in choice.shows),
  );
}

/** The coverage as lines for the terminal: a table of numbers, with a mark where something is missing. */
export function coverageTable({ framework }: Library, coverage: Coverage): string {
  const head = ['', 'competency', 'courses', 'lessons', 'questions', 'scenarios', 'forms'];
  const rows = allCompetencies(framework).map(({ id, name }) => {
    const places = coverage.get(id) ?? NOWHERE;
    const { courses, lessons, questions, scenarios, forms } = places;
    const counts = [courses.length, lessons.length, questions, scenarios.length, forms.length];
    const mark = missingParts(places).length > 0 ? '!' : '';
    return [mark, `${id} ${name.en}`, ...counts.map(String)];
  });
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}
