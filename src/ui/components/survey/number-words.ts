import type { Change, Spread } from '#features/survey/change.ts';
import type { Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

/** One place after the point: more would claim more than few answers can say. */
export function sayMean(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
}

/** Mean, spread and how many: "3.8 ± 0.9 (12)". */
export function saySpread(
  spread: Spread | null,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  if (spread === null) return t('survey.too-few-cell');
  const { mean, deviation, n } = spread;
  return t('survey.spread', {
    mean: sayMean(locale, mean),
    deviation: sayMean(locale, deviation),
    n,
  });
}

/** Two places: an end of a range that is rounded to nought would seem to hold it. */
function signed(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  }).format(value);
}

/** How a mean changed, and between what it lies in all likelihood. */
export function sayChange(
  { difference, low, high, word }: Change,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  return t(`survey.change.${word}`, {
    difference: signed(locale, difference),
    low: signed(locale, low),
    high: signed(locale, high),
  });
}
