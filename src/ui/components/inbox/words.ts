import type { Told } from '#features/notify/notice.ts';
import { hasSentence, sayDay, type Translate, type Values } from '#i18n/index.ts';
import type { Locale, Text } from '#kernel/text.ts';

/** The names behind the ids in notices; whoever and whatever is gone has none. */
export type Names = {
  readonly people: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, Text>;
};
type Speaking = { readonly t: Translate; readonly locale: Locale; readonly names: Names };

/** What happened, and why the reader is told. */
export function sayNotice(told: Told, speaking: Speaking): { said: string; because: string } {
  const values = valuesOf(told, speaking);
  const { t } = speaking;
  const key = told.kind === 'reminder' ? (`reminder.${told.values.rung}` as const) : told.kind;
  return { said: t(`inbox.said.${key}`, values), because: t(`inbox.because.${key}`, values) };
}

/** How to object, for kinds that decide about the reader; empty for others. */
export function sayObjection({ kind }: Told, t: Translate): string {
  const key = `inbox.object.${kind}`;
  return hasSentence(key) ? t(key) : '';
}

function valuesOf({ values }: Told, { t, locale, names }: Speaking): Values {
  const said: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) said[name] = value ?? '';
  if ('by' in values) said['by'] = names.people.get(values.by) ?? t('inbox.someone');
  if ('programme' in values)
    said['programme'] = names.programmes.get(values.programme)?.[locale] ?? t('inbox.something');
  if ('until' in values && values.until !== null) said['until'] = sayDay(locale, values.until);
  if ('day' in values) said['day'] = sayDay(locale, values.day);
  return said;
}
