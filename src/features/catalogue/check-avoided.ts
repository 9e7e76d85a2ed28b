import { LOCALES, type Locale } from '#kernel/text.ts';
import type { PlacedText } from './check-agencies.ts';
import type { Term } from './glossary.ts';
import type { ContentProblem, Written } from './problem.ts';
import { without } from './script.ts';

type Avoided = { word: string; pattern: RegExp; instead: string };

/** Finds words that the glossary asks authors not to use for something that has a name. */
export function checkAvoided(
  terms: readonly Written<Term>[],
  texts: readonly PlacedText[],
): ContentProblem[] {
  return LOCALES.flatMap((locale) => {
    const avoided = terms.flatMap(({ value }) => avoidedIn(value, locale));
    if (avoided.length === 0) return [];
    // A name of the glossary may contain a word that another name is to be used for.
    const names = terms.map(({ value }) => value.term[locale]);
    return texts
      .filter((one) => one.locale === locale)
      .flatMap((one) => findIn(one, without(one.text, names), avoided));
  });
}

function findIn({ file, line }: PlacedText, text: string, avoided: Avoided[]): ContentProblem[] {
  return avoided
    .filter(({ pattern }) => pattern.test(text))
    .map(({ word, instead }) => ({
      code: 'word-avoided',
      level: 'warning',
      file,
      line,
      message: `"${word}" is called "${instead}" in the glossary.`,
      help: 'Use the word of the glossary, so that one thing has one name.',
    }));
}

function avoidedIn({ avoid, term }: Term, locale: Locale): Avoided[] {
  return (avoid?.[locale] ?? []).map((word) => ({
    word,
    pattern: patternOf(word, locale),
    instead: term[locale],
  }));
}

/** English words stand alone; Korean ones are followed by particles, so it is enough that they begin a word. */
function patternOf(word: string, locale: Locale): RegExp {
  const literal = RegExp.escape(word);
  const begins = '(?<![\\p{L}\\p{N}])';
  return locale === 'en'
    ? new RegExp(`${begins}${literal}(?![\\p{L}\\p{N}])`, 'iu')
    : new RegExp(`${begins}${literal}`, 'u');
}
