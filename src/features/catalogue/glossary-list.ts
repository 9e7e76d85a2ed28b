import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Course } from './course.ts';
import type { Term } from './glossary.ts';

/** Terms whose name (in any language) or meaning contains the words looked for, in the order of the reader's alphabet. */
export function findTerms(terms: readonly Term[], locale: Locale, query: string): Term[] {
  const wanted = plain(query);
  const { compare } = new Intl.Collator(locale);
  return terms
    .filter(({ term, meaning }) =>
      [...LOCALES.map((language) => term[language]), meaning[locale]].some((text) =>
        plain(text).includes(wanted),
      ),
    )
    .sort((a, b) => compare(a.term[locale], b.term[locale]));
}

export type TermUse = { course: string; lesson: string; title: string };

/** The lessons that explain each term, by term id, in the order of courses and steps. */
export function termUses(
  courses: readonly Course[],
  locale: Locale,
): ReadonlyMap<string, TermUse[]> {
  const uses = courses
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ course, id, words }) =>
      words[locale].terms.map((term) => ({ term, course, lesson: id, title: words[locale].title })),
    );
  const byTerm = Map.groupBy(uses, ({ term }) => term);
  return new Map(
    [...byTerm].map(([term, found]) => [term, found.map(({ term: _, ...use }) => use)]),
  );
}

/** Compared without regard to case, spaces and ways of composing letters: people type 안부전화 for 안부 전화. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
