/** The languages of the product, equal in rank; the first is what `/` falls back to. */
export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in every language of the product. */
export type Text = Readonly<Record<Locale, string>>;

export function isLocale(word: string | undefined): word is Locale {
  return LOCALES.some((locale) => locale === word);
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'ko' ? 'en' : 'ko';
}
