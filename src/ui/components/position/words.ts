import { type Competency, type Framework, findCompetency } from '#features/competency/framework.ts';
import type { Change } from '#features/position/change.ts';
import type { Gap, GapState } from '#features/position/gap.ts';
import type { Period } from '#features/position/holding.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import type { Locale, Text } from '#kernel/text.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale };

export const GAP_TONE = {
  met: 'good',
  likely: 'together',
  refresh: 'caution',
  below: 'danger',
  unknown: 'plain',
} as const satisfies Record<GapState, string>;

/** What a target and where one stands come to, as one sentence. */
export function sayGap({ state, missing }: Pick<Gap, 'state' | 'missing'>, t: Translate): string {
  return t(`position.gap.${state}`, { n: missing });
}

/** The same in a word or two, for a cell of a table. */
export function sayGapShort(
  { state, missing }: Pick<Gap, 'state' | 'missing'>,
  t: Translate,
): string {
  return t(`position.gap-short.${state}`, { n: missing });
}

/** The name of a competency; one that left the framework keeps its permanent id as its name. */
export function nameOfCompetency(framework: Framework, id: string, locale: Locale): string {
  const competency: Competency | undefined = findCompetency(framework, id);
  return competency?.name[locale] ?? id;
}

/** One thing that reads differently from one revision to the next. */
export function sayChange(
  change: Change,
  { t, locale, framework }: Speaking & { readonly framework: Framework },
): string {
  const level = (reached: 1 | 2 | 3 | 4 | null) =>
    reached === null ? t('position.no-target') : t(`competency.level.${reached}`);
  switch (change.what) {
    case 'target':
      return t('position.change.target', {
        competency: nameOfCompetency(framework, change.competency, locale),
        before: level(change.before),
        after: level(change.after),
      });
    case 'activity-added':
    case 'activity-removed':
      return t(`position.change.${change.what}`, { does: change.does[locale] });
    default:
      return t(`position.change.${change.what}`, {
        before: inEither(change.before, change.after, locale).before,
        after: inEither(change.before, change.after, locale).after,
      });
  }
}

/** A change that is only in the other language is shown in that one. */
function inEither(before: Text, after: Text, locale: Locale): { before: string; after: string } {
  const other = locale === 'ko' ? 'en' : 'ko';
  const shown = before[locale] === after[locale] ? other : locale;
  return { before: before[shown], after: after[shown] };
}

export function sayPeriod({ fromDay, untilDay }: Period, { t, locale }: Speaking): string {
  const from = sayDay(locale, fromDay);
  if (untilDay === null) return t('position.mine.since', { day: from });
  return t('position.mine.since-until', { from, until: sayDay(locale, untilDay) });
}
