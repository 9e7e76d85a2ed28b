import { isLocale, LOCALES, type Locale } from '#kernel/text.ts';

/** The first language of ours in an Accept-Language header, by its order of quality. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    const quality = parameters.find((word) => word.startsWith('q='))?.slice(2);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = wishes
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return LOCALES.find((locale) => locale === best?.language) ?? LOCALES[0];
}
