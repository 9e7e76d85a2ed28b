import type { PlacedText } from '#features/catalogue/check-agencies.ts';
import { pairsIn } from '#features/catalogue/pairs.ts';
import type { Written } from '#features/catalogue/problem.ts';
import { plainText, type Words } from '#features/scenario/words.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import type { ReadBank } from './read-bank.ts';
import type { ReadCourse } from './read-courses.ts';
import type { ReadScenario } from './read-scenarios.ts';

type Read = { courses: ReadCourse[]; scenarios: ReadScenario[]; bank: ReadBank };

/** What learners read outside lessons: questions, sheets, scenarios and the messages these borrow. */
export function otherTexts({ courses, scenarios, bank }: Read): PlacedText[] {
  const lessons = courses.flatMap((course) => course.lessons);
  return [
    ...lessons.flatMap(({ items, sheets }) => [...items, ...sheets].flatMap(ofYaml)),
    ...[bank.files, ...scenarios.map(({ files }) => files)].flatMap((files) =>
      LOCALES.flatMap((locale) => (files[locale] ? ofWords(locale, files[locale]) : [])),
    ),
  ];
}

function ofYaml(written: Written<unknown>): PlacedText[] {
  const { file, lineOf } = written;
  return pairsIn(written.value).flatMap(({ path, ...texts }) =>
    LOCALES.map((locale) => ({
      locale,
      text: texts[locale],
      file,
      line: lineOf([...path, locale]),
    })),
  );
}

function ofWords(locale: Locale, { value, file, lineOf }: Written<Words>): PlacedText[] {
  return Object.entries(value).map(([id, { label, blocks }]) => ({
    locale,
    text: `${label} ${plainText(blocks)}`,
    file,
    line: lineOf([id]),
  }));
}
