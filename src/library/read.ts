import { join } from 'node:path';
import { checkItems } from '#features/assessment/check.ts';
import { checkLessonItems, checkPrompts } from '#features/assessment/check-lesson.ts';
import { checkQuestionSets } from '#features/assessment/check-set.ts';
import { questionSetSchema } from '#features/assessment/question-set.ts';
import { type Agency, agencySchema } from '#features/catalogue/agency.ts';
import { caseSchema } from '#features/catalogue/case.ts';
import { checkCatalogue } from '#features/catalogue/check.ts';
import { checkCases } from '#features/catalogue/check-cases.ts';
import type { Draft } from '#features/catalogue/draft.ts';
import { type Fact, factSchema } from '#features/catalogue/fact.ts';
import { termSchema } from '#features/catalogue/glossary.ts';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { sourceSchema } from '#features/catalogue/source.ts';
import { checkObservationForms } from '#features/competency/check-observation.ts';
import { checkCoverage } from '#features/competency/coverage.ts';
import {
  allCompetencies,
  type Framework,
  frameworkSchema,
} from '#features/competency/framework.ts';
import { observationFormSchema } from '#features/competency/observation-form.ts';
import { checkDuties } from '#features/duty/check.ts';
import { dutySchema } from '#features/duty/duty.ts';
import { checkPositions } from '#features/position/check.ts';
import { positionSchema } from '#features/position/position.ts';
import { calendarSchema } from '#features/programme/calendar.ts';
import { checkCalendars } from '#features/programme/check.ts';
import { checkReady } from '#features/programme/check-ready.ts';
import { readySchema } from '#features/programme/ready.ts';
import type { Known } from '#features/scenario/problem.ts';
import { checkSheet } from '#features/sheet/check.ts';
import { buildCourse } from './build.ts';
import { checkScenarios } from './check-scenarios.ts';
import { checkVersions } from './check-versions.ts';
import { coverageOf } from './coverage.ts';
import { type Folder, openFolder } from './folder.ts';
import type { Library } from './library.ts';
import { otherTexts } from './placed-texts.ts';
import { readBank } from './read-bank.ts';
import { type ReadCourse, type ReadLesson, readCourses } from './read-courses.ts';
import { readEntries, readEntryFile } from './read-entries.ts';
import { readFilesIn } from './read-files.ts';
import { readScenarios } from './read-scenarios.ts';
import { readSurveys } from './read-surveys.ts';
import { readYamlFile } from './read-yaml.ts';
import { readyKnown } from './ready-known.ts';
import { type TextPair, textPairs } from './text-pairs.ts';
import { checkTranslations, readLock } from './translations.ts';

/**
 * Reads the `content/` folder of a project with every problem it has, in the order of files and lines. While there is an
 * error, what could not be used is missing from the library. `pairs` are the texts whose languages are to agree, `draft` is what was read.
 */
export async function readLibrary(
  root: string,
): Promise<{ library: Library; problems: ContentProblem[]; pairs: TextPair[]; draft: Draft }> {
  const folder = openFolder(join(root, 'content'));
  const read = await readFiles(folder);
  const { pairs, problems: translations } = await readPairs(folder, read);
  const draft = draftOf(read);
  const library = libraryOf(read);
  const { framework, observations, positions, duties, calendars, programmes } = read;
  const { questionSets } = read;
  const problems = [
    ...[
      ...[read.terms, read.facts, read.sources, read.agencies],
      ...[framework, observations, positions, duties, calendars, programmes],
      ...[questionSets, read.cases],
    ].flatMap((part) => part.problems),
    ...read.courses.flatMap(problemsOfCourse),
    ...read.bank.problems,
    ...read.scenarios.flatMap((scenario) => scenario.problems),
    ...checkCatalogue(draft),
    ...checkScenarios(read.scenarios, read.bank, knownTo(draft)),
    ...checkObservationForms(observations.files, draft.competencies),
    ...checkPositions(positions.files, draft.competencies),
    ...checkCases(read.cases.files, draft),
    ...checkCalendars(calendars.files, new Set(draft.sources.map(({ value }) => value.id))),
    ...checkVersions(read.courses, read.facts.entries),
    ...checkDuties(duties.files, readyKnown(library)),
    ...checkReady(programmes.files, readyKnown(library)),
    ...checkQuestionSets(questionSets.files, draft),
    ...read.surveys.problemsAmong(new Set(draft.courses.map(({ id }) => id))),
    ...translations,
  ];
  return {
    library,
    problems: inOrder([...problems, ...gaps(read, library, problems)]),
    pairs,
    draft,
  };
}

/**
 * The same library without looking for problems, for whoever only needs what is written: checking walks every path of every
 * scenario, which takes seconds. What cannot be read is missing and nobody is told.
 */
export async function readUnchecked(root: string): Promise<Library> {
  return libraryOf(await readFiles(openFolder(join(root, 'content'))));
}

function libraryOf(read: Read): Library {
  const facts = valuesOf(read.facts.entries);
  const agencies = valuesOf(read.agencies.entries);
  return {
    courses: coursesOf(read.courses, { facts, agencies }),
    terms: valuesOf(read.terms.entries),
    facts,
    sources: valuesOf(read.sources.entries),
    agencies,
    cases: valuesOf(read.cases.files),
    items: byLesson(read.courses, ({ items }) => items),
    sheets: byLesson(read.courses, ({ sheets }) => sheets),
    questionSets: valuesOf(read.questionSets.files),
    framework: read.framework.written?.value ?? NO_FRAMEWORK,
    observationForms: valuesOf(read.observations.files),
    positionDrafts: valuesOf(read.positions.files),
    duties: valuesOf(read.duties.files),
    calendars: valuesOf(read.calendars.files),
    readyProgrammes: valuesOf(read.programmes.files),
    surveys: read.surveys.surveys,
    scenarios: read.scenarios.flatMap(({ scenario }) => scenario ?? []),
  };
}

/** What competencies lack; told when all else is sound, for a file that cannot be read lacks in many places. */
function gaps(read: Read, library: Library, problems: ContentProblem[]): ContentProblem[] {
  const { written } = read.framework;
  const isSound = problems.every(({ level }) => level === 'warning');
  return written !== null && isSound ? checkCoverage(written, coverageOf(library)) : [];
}

type Read = Awaited<ReturnType<typeof readFiles>>;

async function readFiles(folder: Folder) {
  const [
    terms,
    facts,
    sources,
    agencies,
    cases,
    courses,
    framework,
    observations,
    positions,
    duties,
    calendars,
    programmes,
    questionSets,
    bank,
  ] = await Promise.all([
    readEntries(folder, 'glossary', termSchema),
    readEntries(folder, 'facts', factSchema),
    readEntries(folder, 'sources', sourceSchema),
    readEntryFile(folder, 'agencies.yaml', agencySchema),
    readFilesIn(folder, 'cases', caseSchema),
    readCourses(folder),
    readYamlFile(folder, 'competencies/framework.yaml', frameworkSchema, 'Restore it.'),
    readFilesIn(folder, 'observations', observationFormSchema),
    readFilesIn(folder, 'positions', positionSchema),
    readFilesIn(folder, 'duties', dutySchema),
    readFilesIn(folder, 'calendars', calendarSchema),
    readFilesIn(folder, 'programmes', readySchema),
    readFilesIn(folder, 'question-sets', questionSetSchema),
    readBank(folder),
  ]);
  const scenarios = await readScenarios(folder, bank.bank);
  const surveys = await readSurveys(folder);
  return {
    ...{ terms, facts, sources, agencies, cases, courses },
    ...{ framework, observations, positions, duties, calendars, programmes, questionSets },
    ...{ bank, scenarios, surveys },
  };
}

async function readPairs(folder: Folder, read: Read) {
  const { courses, scenarios, framework } = read;
  const { terms, facts, sources, agencies } = read;
  const entries = [
    ...[...terms.entries, ...facts.entries],
    ...[...sources.entries, ...agencies.entries],
  ];
  const { observations, positions, duties, programmes, cases, questionSets } = read;
  const files = [
    ...[...observations.files, ...positions.files, ...duties.files],
    ...[...programmes.files, ...cases.files, ...questionSets.files],
    ...read.surveys.files,
  ];
  const texts = {
    courses,
    scenarios,
    entries,
    files,
    framework: framework.written,
    bank: read.bank.files,
  };
  const [pairs, { lock, problems }] = await Promise.all([
    textPairs(folder, texts),
    readLock(folder),
  ]);
  return { pairs, problems: [...problems, ...checkTranslations(lock, pairs)] };
}

/** Stands in while the real one cannot be read, which is an error. */
const NO_FRAMEWORK: Framework = {
  version: 1,
  levels: { 1: noLevel(), 2: noLevel(), 3: noLevel(), 4: noLevel() },
  areas: {},
  domains: [],
};

function noLevel() {
  return { ko: '-', en: '-', rule: { ko: '-', en: '-' } };
}

function draftOf(read: Read): Draft {
  const competencies = allCompetencies(read.framework.written?.value ?? NO_FRAMEWORK);
  return {
    courses: read.courses.map(({ draft }) => draft),
    terms: read.terms.entries,
    facts: read.facts.entries,
    sources: read.sources.entries,
    agencies: read.agencies.entries,
    otherTexts: otherTexts(read),
    competencies: new Set(competencies.map(({ id }) => id)),
    scenarios: new Set(read.scenarios.map(({ id }) => id)),
  };
}

function knownTo({ courses, competencies, sources }: Draft): Known {
  const lessons = courses.flatMap((course) => course.lessons);
  return {
    competencies,
    lessons: new Set(lessons.map(({ course, id }) => `${course}/${id}`)),
    sources: new Set(sources.map(({ value }) => value.id)),
  };
}

function problemsOfCourse({ draft, problems, lessons }: ReadCourse): ContentProblem[] {
  const items = lessons.flatMap((lesson) => lesson.items);
  const sheets = lessons.flatMap((lesson) => lesson.sheets);
  return [
    ...problems,
    ...lessons.flatMap((lesson) => lesson.problems),
    ...checkItems(items),
    ...checkPrompts(items),
    ...lessons.flatMap((lesson) =>
      checkLessonItems({
        file: `${lesson.draft.folder}/items.yaml`,
        items: lesson.items,
        isIntroductory: draft.written?.value.introductory === true,
      }),
    ),
    ...sheets.flatMap(checkSheet),
  ];
}

function coursesOf(
  courses: ReadCourse[],
  named: { facts: Fact[]; agencies: Agency[] },
): Library['courses'] {
  const known = {
    facts: new Map(named.facts.map((fact) => [fact.id, fact])),
    agencies: new Map(named.agencies.map((agency) => [agency.id, agency])),
  };
  return courses.flatMap(({ draft: { id, written }, lessons }) =>
    written === null ? [] : [buildCourse(id, written.value, lessons, known)],
  );
}

/** What belongs to each lesson, by `course/lesson`. */
function byLesson<T>(
  courses: ReadCourse[],
  written: (lesson: ReadLesson) => Written<T>[],
): Record<string, T[]> {
  return Object.fromEntries(
    courses.flatMap(({ lessons }) =>
      lessons.map((lesson) => {
        const { course, id } = lesson.draft;
        return [`${course}/${id}`, valuesOf(written(lesson))];
      }),
    ),
  );
}

function inOrder(problems: ContentProblem[]): ContentProblem[] {
  return [...problems].sort(
    (a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line,
  );
}

const valuesOf = <T>(entries: Written<T>[]): T[] => entries.map(({ value }) => value);
