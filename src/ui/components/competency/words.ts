import type { Standing } from '#features/competency/profile.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import { dayAt } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale; readonly zone: string };

/** What may be said of a competency, as one sentence. */
export function sayStanding(standing: Standing, { t, locale, zone }: Speaking): string {
  if (standing.status === 'nothing-shown') return t('competency.standing.nothing-shown');
  const level = t(`competency.level.${standing.level}`);
  if (standing.status === 'needs-refresh') {
    const day = sayDay(locale, dayAt(standing.confirmedAt, zone));
    return t('competency.standing.needs-refresh', { level, day });
  }
  return t(`competency.standing.${standing.status}`, { level });
}

export const STANDING_TONE = {
  'nothing-shown': 'plain',
  'not-enough': 'plain',
  likely: 'together',
  confirmed: 'good',
  'needs-refresh': 'caution',
} as const satisfies Record<Standing['status'], string>;
