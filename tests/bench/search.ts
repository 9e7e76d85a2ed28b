import { catalogueOf } from '#features/catalogue/course.ts';
import { scenariosOf } from '#features/scenario/source.ts';
import { search } from '#features/search/service.ts';
import { LOCALES } from '#kernel/text.ts';
import { readLibrary } from '#library/read.ts';
import { root } from '../../src/cli/setup.mjs';

/**
 * How long the server works on a question to all the content, the first one (which makes the index) and later ones, beside a
 * plain look through every text for the same letters.
 */
const ROUNDS = 200;
const QUERIES = {
  ko: [
    '사회적가치',
    '무더위쉼터는 어디에',
    '물',
    '대피 명령',
    'SROI',
    '없는말',
    '참여예산 제안하기',
  ],
  en: ['social value', 'how do I spot a scam', 'water', 'evacuations', 'acessibility', 'xyzzy'],
};

const { library } = await readLibrary(root);
const catalogue = catalogueOf(library);
const searched = {
  catalogue,
  framework: library.framework,
  scenarios: scenariosOf(library.scenarios),
};

for (const locale of LOCALES) {
  const ask = (query: string) => search(searched, { locale, query, kind: null, page: 1 });
  const texts = library.courses.flatMap((course) =>
    course.lessons.flatMap((lesson) => lesson.words[locale].sections.map(({ text }) => text)),
  );
  const first = timed(() => ask('start'));
  const later = Array.from({ length: ROUNDS }, () =>
    QUERIES[locale].map((query) => timed(() => ask(query))),
  ).flat();
  const plainly = Array.from({ length: ROUNDS }, () =>
    QUERIES[locale].map((query) => timed(() => texts.filter((text) => text.includes(query)))),
  ).flat();
  console.log(
    `${locale}: ${texts.length} parts of lessons; first ${first.toFixed(0)} ms; later half within ${at(later, 0.5)} ms, 99 % within ${at(later, 0.99)} ms, at most ${at(later, 1)} ms; plain look ${at(plainly, 0.5)} ms; ratio ${(Number(at(later, 0.5)) / Number(at(plainly, 0.5))).toFixed(1)}`,
  );
}

function timed(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(2);
}
