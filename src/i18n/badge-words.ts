import type { WithBadgeWords } from '#features/credential/achievement.ts';
import { translator } from './index.ts';

/** The sentences of a certificate in every language at once: it is read by people we know nothing of. */
export const badgeWords: WithBadgeWords['badgeWords'] = (key, values) => ({
  ko: translator('ko')(`credential.badge.${key}`, values),
  en: translator('en')(`credential.badge.${key}`, values),
});
