import { join } from 'node:path';
import { checkCatalogue } from '#features/catalogue/check.ts';
import { factSchema } from '#features/catalogue/fact.ts';
import { termSchema } from '#features/catalogue/glossary.ts';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { sourceSchema } from '#features/catalogue/source.ts';
import { buildCourse } from './build.ts';
import { type Folder, openFolder } from './folder.ts';
import type { Library } from './library.ts';
import { type ReadCourse, readCourses } from './read-courses.ts';
import { readEntries } from './read-entries.ts';
import { parseYaml } from './yaml-file.ts';

/**
 * Reads the `content/` folder of a project with every problem it has, in the order of files and lines. While there is an
 * error, what could not be used is missing from the library.
 */
export async function readLibrary(
  root: string,
): Promise<{ library: Library; problems: ContentProblem[] }> {
  const folder = openFolder(join(root, 'content'));
  const [terms, facts, sources, courses, framework, scenarios] = await Promise.all([
    readEntries(folder, 'glossary', termSchema),
    readEntries(folder, 'facts', factSchema),
    readEntries(folder, 'sources', sourceSchema),
    readCourses(folder),
    readFramework(folder),
    folder.folders('scenarios'),
  ]);
  const problems = [
    ...[terms, facts, sources, framework].flatMap((read) => read.problems),
    ...courses.flatMap((course) => [
      ...course.problems,
      ...course.lessons.flatMap((lesson) => lesson.problems),
    ]),
    ...checkCatalogue({
      courses: courses.map(({ draft }) => draft),
      terms: terms.entries,
      facts: facts.entries,
      sources: sources.entries,
      competencies: framework.competencies,
      scenarios: new Set(scenarios),
    }),
  ];
  const library: Library = {
    courses: coursesOf(courses, valuesOf(facts.entries)),
    terms: valuesOf(terms.entries),
    facts: valuesOf(facts.entries),
    sources: valuesOf(sources.entries),
    items: itemsOf(courses),
    framework: framework.value,
    scenarios: scenarios.map((id) => ({ id })),
  };
  return { library, problems: inOrder(problems) };
}

function coursesOf(courses: ReadCourse[], facts: Library['facts']): Library['courses'] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return courses.flatMap(({ draft: { id, written, lessons } }) =>
    written === null ? [] : [buildCourse(id, written.value, lessons, byId)],
  );
}

function itemsOf(courses: ReadCourse[]): Library['items'] {
  return Object.fromEntries(
    courses.flatMap(({ lessons }) =>
      lessons.map(({ draft, items }) => [`${draft.course}/${draft.id}`, valuesOf(items)]),
    ),
  );
}

async function readFramework(folder: Folder) {
  const file = 'competencies/framework.yaml';
  const { written, problems } = parseYaml(file, (await folder.text(file)) ?? '');
  const competencies = new Set(
    JSON.stringify(written?.value ?? null).match(/(?<="id":")C\d+\.\d+/g),
  );
  return { value: written?.value ?? null, problems, competencies };
}

function inOrder(problems: ContentProblem[]): ContentProblem[] {
  return [...problems].sort(
    (a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line,
  );
}

const valuesOf = <T>(entries: Written<T>[]): T[] => entries.map(({ value }) => value);
