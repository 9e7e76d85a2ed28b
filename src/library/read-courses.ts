import { z } from 'zod';
import { type Item, itemSchema } from '#features/assessment/item.ts';
import { type CourseFile, courseSchema } from '#features/catalogue/course.ts';
import type {
  CourseDraft,
  FigureDraft,
  LessonDraft,
  TextDraft,
} from '#features/catalogue/draft.ts';
import { figureWordsSchema } from '#features/catalogue/figure.ts';
import { frontMatterSchema } from '#features/catalogue/lesson.ts';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { type Versions, versionsSchema } from '#features/catalogue/section.ts';
import { type Sheet, sheetSchema } from '#features/sheet/sheet.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { type Folder, fileMissing } from './folder.ts';
import { parseMdx } from './mdx-file.ts';
import { readEntryFile } from './read-entries.ts';
import { readYamlFile } from './read-yaml.ts';
import { fitting, parseYaml } from './yaml-file.ts';

/** Enough of a question or sheet to tell whether it is placed, also while the rest of it does not fit. */
const nameSchema = z.looseObject({ id: z.string(), competency: z.string().optional() });

type WrittenItem = Written<Item>;
export type ReadLesson = {
  draft: LessonDraft;
  items: WrittenItem[];
  sheets: Written<Sheet>[];
  /** The whole text of `ko.mdx` and `en.mdx`. */
  sources: Partial<Record<Locale, string>>;
  /** Null while nobody has confirmed a first version: nobody learns from it yet. */
  versions: Written<Versions> | null;
  problems: ContentProblem[];
};
export type ReadCourse = { draft: CourseDraft; lessons: ReadLesson[]; problems: ContentProblem[] };

export async function readCourses(folder: Folder): Promise<ReadCourse[]> {
  const ids = await folder.folders('courses');
  return Promise.all(ids.map((id) => readCourse(folder, id)));
}

async function readCourse(folder: Folder, id: string): Promise<ReadCourse> {
  const file = `courses/${id}/course.yaml`;
  const ids = await folder.folders(`courses/${id}`);
  const [{ written, problems }, lessons] = await Promise.all([
    readYamlFile<CourseFile>(folder, file, courseSchema, 'Write it, or remove the folder.'),
    Promise.all(ids.map((lesson) => readLesson(folder, id, lesson))),
  ]);
  const draft = { id, written, lessons: lessons.map((lesson) => lesson.draft) };
  return { draft, lessons, problems };
}

async function readLesson(folder: Folder, course: string, id: string): Promise<ReadLesson> {
  const path = `courses/${course}/${id}`;
  const [texts, items, sheets, named, sheetNames, figures, versions] = await Promise.all([
    Promise.all(LOCALES.map((locale) => readText(folder, path, locale))),
    readEntryFile(folder, `${path}/items.yaml`, itemSchema),
    readEntryFile(folder, `${path}/sheets.yaml`, sheetSchema),
    readEntryFile(folder, `${path}/items.yaml`, nameSchema),
    readEntryFile(folder, `${path}/sheets.yaml`, nameSchema),
    readFigures(folder, `${path}/figures`),
    readVersions(folder, `${path}/versions.yaml`),
  ]);
  const draft: LessonDraft = {
    id,
    course,
    folder: path,
    texts: Object.fromEntries(
      texts.flatMap(({ locale, draft }) => (draft ? [[locale, draft]] : [])),
    ),
    items: named.entries,
    sheets: sheetNames.entries,
    figures: figures.map((figure) => figure.draft),
  };
  return {
    draft,
    items: items.entries,
    sheets: sheets.entries,
    sources: Object.fromEntries(
      texts.flatMap(({ locale, source }) => (source === null ? [] : [[locale, source]])),
    ),
    versions: versions.written,
    problems: [
      ...versions.problems,
      ...texts.flatMap((text) => text.problems),
      ...items.problems,
      ...sheets.problems,
      ...figures.flatMap((figure) => figure.problems),
    ],
  };
}

type ReadText = {
  locale: Locale;
  source: string | null;
  draft: TextDraft | null;
  problems: ContentProblem[];
};

async function readText(folder: Folder, path: string, locale: Locale): Promise<ReadText> {
  const file = `${path}/${locale}.mdx`;
  const source = await folder.text(file);
  if (source === null) {
    return {
      locale,
      source,
      draft: null,
      problems: [fileMissing(file, 'Every lesson exists in Korean and in English: write it.')],
    };
  }
  const parsed = parseMdx(file, source);
  const head = frontMatterOf(file, parsed.frontMatter);
  return {
    locale,
    source,
    draft: parsed.text && { frontMatter: head.value, text: parsed.text },
    problems: [...head.problems, ...parsed.problems],
  };
}

function frontMatterOf(file: string, yaml: string | null) {
  if (yaml === null) {
    const problem: ContentProblem = {
      code: 'front-matter-missing',
      level: 'error',
      file,
      line: 1,
      message: 'The file does not begin with front matter.',
      help: 'Begin it with a line "---", then title, summary and minutes, then another line "---".',
    };
    return { value: null, problems: [problem] };
  }
  const { written, problems } = parseYaml(file, yaml);
  if (written === null) return { value: null, problems };
  const { value, problems: faults } = fitting(written, frontMatterSchema);
  return { value: value && { ...written, value }, problems: faults };
}

/** A lesson that nobody learns from yet has no versions. */
async function readVersions(folder: Folder, file: string) {
  if ((await folder.text(file)) === null) return { written: null, problems: [] };
  const help = 'Write it with npm run confirm:changes.';
  return readYamlFile<Versions>(folder, file, versionsSchema, help);
}

async function readFigures(
  folder: Folder,
  path: string,
): Promise<{ draft: FigureDraft; problems: ContentProblem[] }[]> {
  const files = [...(await folder.files(path, '.svg')), ...(await folder.files(path, '.yaml'))];
  const names = [...new Set(files.map((file) => file.replace(/\.(svg|yaml)$/, '')))].sort();
  return Promise.all(names.map((name) => readFigure(folder, `${path}/${name}`, name)));
}

async function readFigure(folder: Folder, path: string, name: string) {
  const svg = await folder.text(`${path}.svg`);
  const help =
    'A drawing has its words beside it: title, alternative and one entry for each {{key}}.';
  const { written, problems } = await readYamlFile(folder, `${path}.yaml`, figureWordsSchema, help);
  const missing = svg === null ? [fileMissing(`${path}.svg`, 'Draw it, or remove its words.')] : [];
  return { draft: { name, path, svg, words: written }, problems: [...problems, ...missing] };
}
