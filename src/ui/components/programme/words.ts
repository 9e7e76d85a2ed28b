import { allCompetencies } from '#features/competency/framework.ts';
import type { Step } from '#features/programme/due.ts';
import type { Origin } from '#features/programme/period.ts';
import { type NeedItem, takesTestOut } from '#features/programme/programme.ts';
import type { RequiredOf } from '#features/programme/service.ts';
import { type Standing, validUntil } from '#features/programme/standing.ts';
import { type DateShown, type Shown, whyThisDate } from '#features/programme/why.ts';
import { sayDay, sayShortDay, type Translate } from '#i18n/index.ts';
import { type Day, daysBetween } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import type { HamkkeApp } from '../../../app.ts';

export type Speaking = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly app: Pick<
    HamkkeApp,
    'catalogue' | 'questionSets' | 'scenarios' | 'framework' | 'observationForms'
  >;
};
type Words = Omit<Speaking, 'app'>;

export const TONES = {
  'not-due': 'plain',
  open: 'plain',
  'due-soon': 'caution',
  'in-grace': 'caution',
  overdue: 'danger',
  paused: 'together',
  waiting: 'together',
  done: 'good',
  expired: 'danger',
  excused: 'plain',
} as const satisfies Record<Standing, string>;

/** How a person stands, with the day or number of days that matters. */
export function sayStanding(
  required: Shown & Pick<RequiredOf, 'standing'>,
  today: Day,
  { t, locale }: Words,
): string {
  const { standing, dates, doneOn } = required;
  const shown: Partial<Record<Standing, Day | null>> = {
    'not-due': dates.opensOn,
    'in-grace': dates.graceUntil,
    done: doneOn,
    expired: validUntil(required),
  };
  const day = sayShortDay(locale, shown[standing] ?? dates.dueOn);
  return t(`programme.standing.${standing}`, { day, n: Math.abs(daysBetween(today, dates.dueOn)) });
}

/** One sentence about why a date is that date; empty where there is no such date. */
export function sayWhy(required: Shown, date: DateShown, { t, locale }: Words): string {
  const why = whyThisDate(required, date);
  if (why === null) return '';
  const words = { t, locale };
  return t(`programme.why.${why.key}`, {
    day: sayDay(locale, why.day),
    set: why.setFor ? sayDay(locale, why.setFor) : '',
    n: why.months ?? 0,
    origin: why.origin ? sayOrigin(why.origin, words) : '',
    causes: sayCauses(why.moved ?? [], words),
  });
}

export function sayOrigin(origin: Origin, { t, locale }: Words): string {
  switch (origin.kind) {
    case 'once':
    case 'yearly':
    case 'dates':
      return t(`programme.origin.${origin.kind}`);
    case 'start':
      return t('programme.origin.start', {
        since: sayDay(locale, origin.since),
        n: origin.days,
      });
    case 'round':
      return t(`programme.origin.round-${origin.of}`, {
        after: sayDay(locale, origin.after),
        n: origin.months,
      });
  }
}

function sayCauses(steps: readonly Step[], words: Words): string {
  const causes = steps.map((step) => sayCause(step, words));
  return causes.join(words.locale === 'ko' ? ', ' : ' and ');
}

function sayCause(step: Step, { t, locale }: Words): string {
  switch (step.kind) {
    case 'joined':
      return t('programme.cause.joined', { since: sayDay(locale, step.since), n: step.days });
    case 'impossible':
      return t('programme.cause.impossible', {
        minutes: step.minutes,
        aDay: step.aDay,
        n: step.days,
      });
    case 'absence': {
      const kinds = step.kinds.map((kind) => t(`programme.kind.${kind}`)).join(', ');
      return t('programme.cause.absence', { kinds, n: step.days });
    }
    case 'rest':
      return t('programme.cause.rest', { day: sayDay(locale, step.day) });
    case 'extended':
      return t('programme.cause.extended');
  }
}

/** The name of one thing asked, and where one does it; content that is gone keeps its id as its name. */
export function placeOf(
  item: NeedItem,
  speaking: Speaking,
): { title: string; href: string | null } {
  const { t, locale, app } = speaking;
  const place = (title: string | undefined, path: string) => ({
    title: title ?? item.id,
    href: title ? `/${locale}/${path}/${item.id}` : null,
  });
  switch (item.kind) {
    case 'course':
      return place(app.catalogue.course(item.id)?.title[locale], 'courses');
    case 'question-set':
      return place(app.questionSets.get(item.id)?.title[locale], 'question-sets');
    case 'scenario':
      return place(app.scenarios.get(item.id)?.words[locale]['title']?.label, 'scenarios');
    case 'observation': {
      const { title } = place(app.observationForms.get(item.id)?.title[locale], 'observations');
      return { title: t('programme.item.observed', { title }), href: null };
    }
    case 'competency':
      return placeOfLevel(item, speaking);
  }
}

/** The same for a thing known by its name only, see `nameOfItem`. */
export function placeOfName(
  name: string,
  speaking: Speaking,
): { title: string; href: string | null } {
  const [kind = '', id = ''] = name.split(':');
  return kind === 'course' || kind === 'scenario' || kind === 'question-set'
    ? placeOf({ kind, id }, speaking)
    : { title: name, href: null };
}

function placeOfLevel(
  item: Extract<NeedItem, { kind: 'competency' }>,
  { t, locale, app }: Speaking,
): { title: string; href: string | null } {
  const name = allCompetencies(app.framework).find(({ id }) => id === item.id)?.name[locale];
  const level = item.level as 1 | 2 | 3 | 4; // The schema allows no other.
  const words = { name: name ?? item.id, level: t(`competency.level.${level}`) };
  const title = t('programme.item.level', words);
  return { title, href: name ? `/${locale}/my/competencies/${item.id}` : null };
}

/** Where one may show what a required course teaches instead of sitting it; null where that is not offered. */
export function testOutOf(
  { item, doneOn }: Pick<RequiredOf['items'][number], 'item' | 'doneOn'>,
  { programme: { body } }: Pick<RequiredOf, 'programme'>,
  { t, locale, app }: Speaking,
): { words: string; href: string } | null {
  const testOut = item.kind === 'course' ? app.catalogue.course(item.id)?.testOut : undefined;
  if (testOut === undefined || doneOn !== null || !takesTestOut(body)) return null;
  const set =
    testOut.questionSet === undefined ? undefined : app.questionSets.get(testOut.questionSet);
  const isOnly = set !== undefined && testOut.scenario === undefined;
  const words = isOnly
    ? t('programme.item.test-out', { n: set.size, minutes: set.minutes })
    : t('programme.item.test-out-other');
  return { words, href: `/${locale}/courses/${item.id}#test-out` };
}

/** A programme is called by its name; one without is called by the first thing it asks. */
export function titleOf(required: Pick<RequiredOf, 'programme'>, { locale }: Words): string {
  return required.programme.body.name[locale];
}
