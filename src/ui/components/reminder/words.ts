import type { Reminders } from '#features/programme/reminders.ts';
import type { Rung } from '#features/reminder/ladder.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

/** The published ladder, a sentence for each step. */
export function sayLadder(
  { before, supervisorAfter, administratorAfter, beforeExpiry }: Reminders,
  t: Translate,
): string[] {
  const furthestFirst = (days: readonly number[]) => [...days].sort((a, b) => b - a);
  return [
    t('reminder.step.opened'),
    ...furthestFirst(before).map((n) => t('reminder.step.due-soon', { n })),
    t('reminder.step.in-grace'),
    t('reminder.step.overdue'),
    ...(supervisorAfter === null ? [] : [t('reminder.step.supervisor', { n: supervisorAfter })]),
    ...(administratorAfter === null
      ? []
      : [t('reminder.step.administrator', { n: administratorAfter })]),
    ...furthestFirst(beforeExpiry).map((n) => t('reminder.step.expiring', { n })),
    t('reminder.step.expired'),
  ];
}

/** One step of one person's ladder: its day and what happens then. */
export function sayRung(
  { kind, on, days }: Rung,
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
): { day: string; said: string } {
  return { day: sayDay(locale, on), said: t(`reminder.step.${kind}`, { n: days ?? 0 }) };
}
