import type { Attention } from '#features/cohort/report.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import { dayAt } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import type { HamkkeApp } from '../../../app.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale; readonly app: HamkkeApp };

/** The title of a step in a course; a step that has been withdrawn keeps its permanent id as its name. */
export function sayStep(step: string, courseId: string, { app, locale }: Speaking): string {
  const [kind, id = ''] = step.split(':');
  if (kind === 'scenario') return app.scenarios.get(id)?.words[locale]['title']?.label ?? id;
  return app.catalogue.lesson(courseId, id)?.words[locale].title ?? id;
}

/** Why a trainer should look at somebody. */
export function sayAttention(attention: Attention, courseId: string, speaking: Speaking): string {
  const { t, locale, app } = speaking;
  const day = sayDay(locale, dayAt(attention.since, app.zone));
  switch (attention.reason) {
    case 'not-started':
      return t('cohort.reason.not-started', { day });
    case 'stuck':
      return t('cohort.reason.stuck', { day, step: sayStep(attention.step, courseId, speaking) });
    case 'score': {
      const { correct, questions } = attention;
      return t('cohort.reason.score', { day, correct, questions });
    }
  }
}
