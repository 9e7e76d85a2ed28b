import { type Framework, findCompetency, type Level } from '#features/competency/framework.ts';
import type { ClaimState } from '#features/prior/claim.ts';
import type { Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

export const CLAIM_TONE = {
  waiting: 'together',
  decided: 'good',
  withdrawn: 'plain',
} as const satisfies Record<ClaimState, string>;

/** A competency's name; one that has left the framework keeps its permanent id. */
export function competencyName(framework: Framework, id: string, locale: Locale): string {
  return findCompetency(framework, id)?.name[locale] ?? id;
}

/** What a document was found to show. */
export function sayFound(level: Level | null, t: Translate): string {
  return level === null ? t('prior.claim.not-shown') : t(`competency.level.${level}`);
}

/** The size of a file in the unit people expect; the signs of units are the same in every language. */
export function saySize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.round(kilobytes / 102.4) / 10} MB`;
}
