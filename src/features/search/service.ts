import type { Locale } from '#kernel/text.ts';
import { documentsOf, KINDS, type Kind, type Searched } from './document.ts';
import { extractOf, markedIn, type Piece } from './extract.ts';
import { type Found, find, indexOf, type SearchIndex } from './find.ts';

export type SearchAnswer = {
  /** How many of each kind were found, kinds without any left out. */
  readonly counts: readonly { readonly kind: Kind; readonly n: number }[];
  readonly results: readonly Result[];
  readonly pages: number;
  readonly page: number;
  readonly isPartial: boolean;
};
export type Result = Found & {
  readonly marked: { readonly title: readonly Piece[]; readonly extract: readonly Piece[] };
};
export type Question = {
  readonly locale: Locale;
  readonly query: string;
  readonly kind: Kind | null;
  readonly page: number;
};

const PER_PAGE = 10;
const indexes = new WeakMap<Searched['catalogue'], Map<Locale, SearchIndex>>();

/** What the content says about something, open to everybody. The index is made at the first question and kept with the content. */
export function search(searched: Searched, { locale, query, kind, page }: Question): SearchAnswer {
  const { found, words, isPartial } = find(indexFor(searched, locale), query);
  const kept = kind === null ? found : found.filter((one) => one.kind === kind);
  const pages = Math.max(1, Math.ceil(kept.length / PER_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    counts: KINDS.map((known) => ({
      kind: known,
      n: found.filter((one) => one.kind === known).length,
    })).filter(({ n }) => n > 0),
    results: kept.slice((shown - 1) * PER_PAGE, shown * PER_PAGE).map((one) => ({
      ...one,
      marked: { title: markedIn(one.title, words), extract: extractOf(one.text, words) },
    })),
    pages,
    page: shown,
    isPartial,
  };
}

function indexFor(searched: Searched, locale: Locale): SearchIndex {
  const byLocale = indexes.get(searched.catalogue) ?? new Map<Locale, SearchIndex>();
  indexes.set(searched.catalogue, byLocale);
  const known = byLocale.get(locale) ?? indexOf(documentsOf(searched, locale));
  byLocale.set(locale, known);
  return known;
}
