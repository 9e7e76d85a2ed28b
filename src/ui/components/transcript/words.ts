import type { Line } from '#features/transcript/line.ts';
import { hoursOf } from '#features/transcript/totals.ts';
import { sayNumber, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

export type Speaking = { readonly t: Translate; readonly locale: Locale };

/** Why a line counts with as many minutes as it does. */
export function sayWhy(
  line: Line,
  reviewers: ReadonlyMap<string, string>,
  { t }: Pick<Speaking, 't'>,
): string {
  const { kind, published, share, provider } = line;
  if (kind === 'outside') {
    const reviewer = reviewers.get(line.reviewerId ?? '');
    const values = { published, provider: provider ?? '' };
    return reviewer === undefined
      ? t('transcript.why.outside-gone', values)
      : t('transcript.why.outside', { ...values, reviewer });
  }
  return t(`transcript.why.${kind}`, {
    published,
    answered: share?.answered ?? 0,
    of: share?.of ?? 0,
  });
}

export function sayHours(minutes: number, { t, locale }: Speaking): string {
  return t('transcript.hours', { hours: sayNumber(locale, hoursOf(minutes)) });
}
