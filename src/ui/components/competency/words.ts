import type { Shown } from '#features/competency/evidence.ts';
import type { Level } from '#features/competency/framework.ts';
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

/** What a piece of evidence showed, in a word or two. */
export function sayShown(shown: Shown, t: Translate): string {
  switch (shown.kind) {
    case 'question':
      return t(shown.correct ? 'competency.right' : 'competency.wrong');
    case 'decision':
    case 'vote':
      return t(`competency.decision.${shown.level as 0 | 1 | 2 | 3}`); // The schema allows 0 to 3.
    case 'imported':
      return 'share' in shown.result
        ? t('competency.share', { percent: Math.round(shown.result.share * 100) })
        : sayRating(shown.result.level, t);
    default:
      return sayRating(shown.level, t);
  }
}

function sayRating(level: number, t: Translate): string {
  const name = t(`competency.level.${level as Level}`); // The schema allows 0 to 4.
  return t('competency.rated', { level: name });
}

export const STANDING_TONE = {
  'nothing-shown': 'plain',
  'not-enough': 'plain',
  likely: 'together',
  'awaits-signature': 'together',
  confirmed: 'good',
  'needs-refresh': 'caution',
} as const satisfies Record<Standing['status'], string>;
