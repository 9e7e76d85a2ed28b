import type { Round, RoundState } from '#features/survey/round.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import type { Locale, Text } from '#kernel/text.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale };

/** Whom a round asks. */
export function sayPlace(
  { place }: Pick<Round, 'place'>,
  name: Text | null,
  { t, locale }: Speaking,
): string {
  return place === 'everyone'
    ? t('survey.place.everyone')
    : (name?.[locale] ?? t('survey.place.gone'));
}

/** From when to when, and how it stands. */
export function sayState(
  { opensOn, closesOn }: Pick<Round, 'opensOn' | 'closesOn'>,
  state: RoundState,
  { t, locale }: Speaking,
): string {
  return t(`survey.state.${state}`, {
    opens: sayDay(locale, opensOn),
    closes: sayDay(locale, closesOn),
  });
}
