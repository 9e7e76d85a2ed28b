import type { Competency, Framework, Level } from '#features/competency/framework.ts';
import { findCompetency } from '#features/competency/framework.ts';
import type { Translate } from '#i18n/index.ts';
import type { Role } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale };

/** The behaviours of a competency as choices; `nothing` is what level 0 says. */
export function behaviourChoices(
  competency: Competency,
  { roles, nothing, t, locale }: Speaking & { roles: readonly Role[]; nothing: string },
) {
  const words = behavioursFor(competency, roles);
  const levels = [1, 2, 3, 4] as const;
  return [
    { value: '0', label: `0 ${t('competency.level.0')}`, text: nothing },
    ...levels.map((level) => ({
      value: String(level),
      label: `${level} ${t(`competency.level.${level}`)}`,
      text: words[level][locale],
    })),
  ];
}

/** Officials are rated by what officials do, everybody else by what residents do. */
export function behavioursFor(competency: Competency, roles: readonly Role[]) {
  return roles.includes('civil-servant') ? competency.officials : competency.residents;
}

/** The name of a competency; one that the framework no longer has keeps its permanent id. */
export function competencyName(framework: Framework, id: string, locale: Locale): string {
  return findCompetency(framework, id)?.name[locale] ?? id;
}

/** What somebody said in a rating. */
export function sayLevel(level: Level, t: Translate): string {
  return t(`competency.level.${level}`);
}
