import type { StandingImprovement } from '#features/scenario/service.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import { dayAt } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';

type Telling = { readonly t: Translate; readonly locale: Locale; readonly zone: string };
export type SaidImprovement = {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly until: string;
  readonly state: string;
  readonly tone: 'good' | 'plain' | 'caution' | 'danger';
};

/** An improvement in sentences: who does it, by when, and how it stands today. */
export function sayImprovement(telling: Telling, one: StandingImprovement): SaidImprovement {
  const { t, locale } = telling;
  return {
    id: one.id,
    what: one.what,
    owner: one.owner === null ? t('improvement.by-me') : t('improvement.by', { owner: one.owner }),
    until: t('improvement.until', { day: sayDay(locale, one.due) }),
    ...sayStanding(telling, one),
  };
}

function sayStanding(
  { t, locale, zone }: Telling,
  { standing }: StandingImprovement,
): Pick<SaidImprovement, 'state' | 'tone'> {
  switch (standing.state) {
    case 'done': {
      const day = sayDay(locale, dayAt(standing.finishedAt, zone));
      return { tone: 'good', state: t('improvement.done-on', { day }) };
    }
    case 'overdue':
      return { tone: 'danger', state: t('improvement.overdue', { n: standing.days }) };
    case 'due':
      return standing.days === 0
        ? { tone: 'caution', state: t('improvement.due-today') }
        : { tone: 'plain', state: t('improvement.due', { n: standing.days }) };
  }
}
