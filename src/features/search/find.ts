import MiniSearch, { type SearchResult } from 'minisearch';
import type { Kind, SearchDocument } from './document.ts';
import { plain, type QueryWord, queryWordsOf, tokensOf } from './words.ts';

export type SearchIndex = MiniSearch<SearchDocument>;

/** Something found, the best part of it. */
export type Found = {
  readonly kind: Kind;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly path: string;
};
export type Findings = {
  readonly words: readonly QueryWord[];
  /** Best first; each thing once. */
  readonly found: readonly Found[];
  /** Whether nothing has all the words, so that these have some of them. */
  readonly isPartial: boolean;
};

/** A title says more about a thing than its text. */
const WEIGHTS = { title: 8, otherTitle: 5, heading: 4, text: 1 };
/** Of a word's pairs of syllables, how many a text must have: endings of verbs change the last ones. */
const SHARE_OF_WORD = 0.6;

export function indexOf(documents: readonly SearchDocument[]): SearchIndex {
  const index = new MiniSearch<SearchDocument>({
    fields: Object.keys(WEIGHTS),
    storeFields: ['kind', 'thing', 'title', 'otherTitle', 'heading', 'text', 'path'],
    tokenize: tokensOf,
    processTerm: (token) => token,
  });
  index.addAll(documents);
  return index;
}

/**
 * What fits the words of a question: by BM25+ over fields of different weight, things named exactly so first. English words may
 * be begun or slightly misspelt. Where nothing has every word, what has any of them.
 */
export function find(index: SearchIndex, query: string): Findings {
  const words = queryWordsOf(query);
  if (words.length === 0) return { words, found: [], isPartial: false };
  const tokens = [...new Set(words.flatMap((word) => word.tokens))];
  const asked = [plain(query).replace(/\s/g, ''), words.map(({ stem }) => stem).join('')];
  const results = index.search(tokens.join(' '), {
    tokenize: () => tokens,
    boost: WEIGHTS,
    prefix: (token) => token.length > 2 || tokens.length === 1,
    fuzzy: (token) => (/^[a-z]{5,}$/.test(token) ? 0.2 : false),
    boostDocument: (_, __, stored) => (isNamed(stored ?? {}, asked) ? 6 : 1),
  });
  const whole = results.filter((result) => words.every((word) => has(result, word)));
  const some = results.filter((result) => words.some((word) => has(result, word)));
  return {
    words,
    found: onceEach(whole.length > 0 ? whole : some),
    isPartial: whole.length === 0 && some.length > 0,
  };
}

function isNamed(stored: Record<string, unknown>, asked: readonly string[]): boolean {
  const titles = [stored['title'], stored['otherTitle']];
  return titles.some((title) => asked.includes(plain(String(title)).replace(/\s/g, '')));
}

function has({ queryTerms }: SearchResult, { tokens }: QueryWord): boolean {
  const met = tokens.filter((token) => queryTerms.includes(token));
  return met.length >= Math.max(1, tokens.length * SHARE_OF_WORD);
}

function onceEach(results: readonly SearchResult[]): Found[] {
  const first = new Map<string, Found>();
  for (const result of results) {
    const key = `${result['kind']}:${result['thing']}`;
    // The stored fields of a SearchDocument, which MiniSearch hands back untyped.
    if (!first.has(key)) first.set(key, result as unknown as Found);
  }
  return [...first.values()].map(({ kind, title, heading, text, path }) => ({
    kind,
    title,
    heading,
    text,
    path,
  }));
}
