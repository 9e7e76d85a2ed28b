import type { Agency } from '#features/catalogue/agency.ts';
import type { Fact } from '#features/catalogue/fact.ts';
import type { Term } from '#features/catalogue/glossary.ts';
import type { Written } from '#features/catalogue/problem.ts';
import type { Source } from '#features/catalogue/source.ts';
import type { Framework } from '#features/competency/framework.ts';
import type { Words } from '#features/scenario/words.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Locale } from '#kernel/text.ts';
import { sha256 } from '#platform/hashing.ts';
import type { Folder } from './folder.ts';
import type { ReadBank } from './read-bank.ts';
import type { ReadCourse, ReadLesson } from './read-courses.ts';
import type { ReadScenario } from './read-scenarios.ts';

/** One text in both languages, as far as it takes to see which of the two was changed. */
export type TextPair = {
  /** A lesson's or scenario's folder, or the YAML file the text stands in. */
  readonly place: string;
  /** Unique within the place. */
  readonly id: string;
  readonly sides: Readonly<Record<Locale, Side>>;
};
export type Side = { readonly hash: string; readonly file: string; readonly line: number };

/** Content as it was read. */
type Texts = {
  courses: ReadCourse[];
  scenarios: ReadScenario[];
  /** The lists of the glossary, the facts, the sources and the agencies. */
  entries: Written<Term | Fact | Source | Agency>[];
  /** Observation forms, positions, cases and question sets: a file each, which an author compares as a whole. */
  files: Written<{ id: string }>[];
  framework: Written<Framework> | null;
  bank: ReadBank['files'];
};

/** Every text that is there in both languages; one that cannot be read is left out (and was reported). */
export async function textPairs(folder: Folder, texts: Texts): Promise<TextPair[]> {
  const lessons = texts.courses.flatMap((course) => course.lessons);
  const bodies = await Promise.all(lessons.map((lesson) => bodyOf(folder, lesson)));
  return [
    ...texts.courses.flatMap(({ draft: { written } }) =>
      written === null ? [] : ofYaml(written, 'course', written.value),
    ),
    ...bodies.flat(),
    ...lessons.flatMap(partsOf),
    ...texts.entries.flatMap((entry) => ofYaml(entry, entry.value.id, entry.value)),
    ...texts.files.flatMap((file) => ofYaml(file, file.value.id, file.value)),
    ...(texts.framework === null ? [] : ofFramework(texts.framework)),
    ...ofWords('injects', texts.bank),
    ...texts.scenarios.flatMap(ofScenario),
  ];
}

async function bodyOf(folder: Folder, { draft }: ReadLesson): Promise<TextPair[]> {
  const files = { ko: `${draft.folder}/ko.mdx`, en: `${draft.folder}/en.mdx` };
  const [ko, en] = await Promise.all([folder.text(files.ko), folder.text(files.en)]);
  if (ko === null || en === null) return [];
  const sides = {
    ko: { hash: hashOf(withoutFigures(ko)), file: files.ko, line: 1 },
    en: { hash: hashOf(withoutFigures(en)), file: files.en, line: 1 },
  };
  return [{ place: draft.folder, id: 'text', sides }];
}

function partsOf({ draft, items, sheets }: ReadLesson): TextPair[] {
  const figures = draft.figures.flatMap(({ words, name }) =>
    words === null ? [] : ofYaml(words, name, words.value),
  );
  const entries = [...items, ...sheets].flatMap((entry) =>
    ofYaml(entry, entry.value.id, entry.value),
  );
  return [...entries, ...figures];
}

function ofFramework(framework: Written<Framework>): TextPair[] {
  const { levels, domains } = framework.value;
  return [
    ...ofYaml(framework, 'levels', levels, ['levels']),
    ...domains.flatMap(({ id, name, competencies }, at) => [
      ...ofYaml(framework, id, { name }, ['domains', at]),
      ...competencies.flatMap((competency, index) =>
        ofYaml(framework, competency.id, competency, ['domains', at, 'competencies', index]),
      ),
    ]),
  ];
}

function ofScenario({ id, files }: ReadScenario): TextPair[] {
  const { scenario } = files;
  const named = scenario === null ? [] : ofYaml(scenario, 'references', scenario.value);
  return [...named, ...ofWords(`scenarios/${id}`, files)];
}

function ofWords(
  place: string,
  { ko, en }: Readonly<Record<Locale, Written<Words> | null>>,
): TextPair[] {
  if (ko === null || en === null) return [];
  return Object.entries(ko.value).flatMap(([text, korean]): TextPair[] => {
    const english = Object.hasOwn(en.value, text) ? en.value[text] : undefined;
    if (english === undefined) return [];
    const sides = {
      ko: { hash: hashOf(canonical(korean)), file: ko.file, line: ko.lineOf([text]) },
      en: { hash: hashOf(canonical(english)), file: en.file, line: en.lineOf([text]) },
    };
    return [{ place, id: text, sides }];
  });
}

/** What stands under `ko` and `en` anywhere in a value, as one pair; none when it holds no words. */
function ofYaml(
  { file, lineOf }: Written<unknown>,
  id: string,
  value: unknown,
  path: readonly PropertyKey[] = [],
): TextPair[] {
  const [ko, en] = [wordsIn(value, 'ko'), wordsIn(value, 'en')];
  if (ko.length === 0 && en.length === 0) return [];
  const at = { file, line: lineOf(path) };
  const sides = {
    ko: { hash: hashOf(canonical(ko)), ...at },
    en: { hash: hashOf(canonical(en)), ...at },
  };
  return [{ place: file, id, sides }];
}

function wordsIn(value: unknown, locale: Locale): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (typeof member === 'string') return key === locale ? [member] : [];
    return wordsIn(member, locale);
  });
}

/** How long a lesson takes and which competencies it teaches is no text. */
const withoutFigures = (text: string) => text.replace(/^(minutes|competencies):.*$/gm, '');

/** Short, because only a change by somebody has to be seen; other line breaks are no change. */
const hashOf = (text: string) => sha256(text.replace(/\s+/g, ' ').trim()).slice(0, 8);
