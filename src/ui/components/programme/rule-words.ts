import { isRole } from '#features/identity/person.ts';
import type { Unit } from '#features/identity/unit.ts';
import type { Line, Need, Rule, Take, Timing } from '#features/programme/programme.ts';
import { sayDay, sayShortDay, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import { placeOf, type Speaking } from './words.ts';

export type RuleSpeaking = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly units: readonly Unit[];
  /** Names of positions and people, by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** Of whom a rule speaks: the place and its lines. */
export function sayAudience({ place, who }: Rule, speaking: RuleSpeaking): string {
  const { t } = speaking;
  const where = {
    everywhere: () => t('programme.rule.everywhere'),
    unit: () =>
      t('programme.rule.unit', {
        unit: place.kind === 'unit' ? nameOfUnit(place.unit, speaking) : '',
      }),
    people: () => {
      const ids = place.kind === 'people' ? place.people : [];
      const shown = ids.slice(0, 5).map((id) => speaking.names.get(id) ?? id);
      return t('programme.rule.people', { names: shown.join(', '), n: ids.length });
    },
  }[place.kind]();
  return [where, ...who.map((line) => sayLine(line, speaking))].join(' · ');
}

function sayLine({ about, name = '', is, values }: Line, speaking: RuleSpeaking): string {
  const words = values.map((value) => nameOfValue(about, value, speaking)).join(', ');
  return speaking.t(`programme.rule.${is}`, {
    what: about === 'attribute' ? name : speaking.t(`programme.rule.about.${about}`),
    values: words,
  });
}

function nameOfValue(about: Line['about'], value: string, speaking: RuleSpeaking): string {
  if (about === 'unit') return nameOfUnit(value, speaking);
  if (about === 'role' && isRole(value)) return speaking.t(`shell.role.${value}`);
  return about === 'attribute' ? value : (speaking.names.get(value) ?? value);
}

function nameOfUnit(id: string, { units, locale }: RuleSpeaking): string {
  return units.find((unit) => unit.id === id)?.name[locale] ?? id;
}

/** By when, and what early, late and joining mean: a sentence each. */
export function sayTiming(timing: Timing, { t, locale }: RuleSpeaking): string[] {
  const { recurs, opensBefore, graceDays, validMonths, credit, joinDays, renewal } = timing;
  return [
    sayRecurs(recurs, { t, locale }),
    t('programme.rule.opens', { n: opensBefore }),
    graceDays > 0 ? t('programme.rule.grace', { n: graceDays }) : '',
    validMonths === null ? '' : t('programme.rule.valid', { n: validMonths }),
    credit === 'any-time'
      ? t(`programme.rule.credit-any-${recurs.kind === 'once' ? 'once' : 'round'}`)
      : t('programme.rule.credit', { n: credit }),
    joinDays > 0 ? t('programme.rule.join', { n: joinDays }) : '',
    renewal === 'delta' ? t('programme.rule.renewal') : '',
  ].filter((sentence) => sentence !== '');
}

function sayRecurs(
  recurs: Timing['recurs'],
  { t, locale }: { t: Translate; locale: Locale },
): string {
  switch (recurs.kind) {
    case 'once':
      return t('programme.rule.once', { day: sayDay(locale, recurs.due) });
    case 'after-start':
      return t('programme.rule.after-start', { n: recurs.days });
    case 'yearly':
      return t('programme.rule.yearly', { day: sayShortDay(locale, `2000-${recurs.due}`) });
    case 'dates':
      return t('programme.rule.dates', {
        days: recurs.due.map((day) => sayDay(locale, day)).join(', '),
      });
    case 'rolling':
      return t(`programme.rule.rolling-${recurs.from}`, {
        months: recurs.months,
        n: recurs.firstDays,
      });
  }
}

/** How many of several things: all, one, at least so many; empty when there is only one. */
export function sayTake(take: Take, parts: number, t: Translate): string {
  if (parts < 2) return '';
  if (take === 'all') return t('programme.form.take-all');
  return take === 'any' ? t('programme.form.take-any') : t('programme.form.take-n', { n: take });
}

/** What is asked, a group each: how many of it, and its things by name. */
export function sayNeed(need: Need, speaking: Speaking): { take: string; items: string[] }[] {
  return need.groups.map(({ take, items }) => ({
    take: sayTake(take, items.length, speaking.t),
    items: items.map((item) => placeOf(item, speaking).title),
  }));
}
