import type { Unit } from '#features/identity/unit.ts';
import type { Line, NeedItem, ProgrammeBody, Rule, Timing } from '#features/programme/programme.ts';
import { nameOfItem, takesTestOut } from '#features/programme/programme.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { fieldsOfReminders } from './reminder-fields.ts';

/** What stands in the fields of a programme's form, by their names: what was typed, not yet sound. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** What turns ids into words and back. */
export type FormWorld = {
  readonly units: readonly Unit[];
  readonly locale: Locale;
  /** Logins of named people, by id. */
  readonly logins: ReadonlyMap<string, string>;
};

export const GROUPS_SHOWN = 4;
export const ITEMS_SHOWN = 5;
export const LINES_SHOWN = 3;

export function fieldsFrom(form: FormData): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

/** The text of a field; empty when it was not sent. */
export function fieldIn(fields: Fields, name: string): string {
  return (fields.get(name)?.[0] ?? '').normalize('NFC').trim();
}

/** How many of something were sent: `rule.0.…`, `rule.1.…` are two. */
export function countIn(fields: Fields, name: string): number {
  let count = 0;
  while (fields.has(`${name}.${count}.shown`)) count += 1;
  return count;
}

/** A unit as people write it: the names from the root to it, which no two units share. */
export function labelOfUnit(unit: Unit, { units, locale }: Pick<FormWorld, 'units' | 'locale'>) {
  const byId = new Map(units.map((one) => [one.id, one]));
  return unit.path
    .split('/')
    .map((id) => byId.get(id)?.name[locale] ?? id)
    .join(' › ');
}

/**
 * The unit that typed words mean: its id, its names from the root, or its own name where no other unit has that name. In either
 * language, whatever the case and the spaces. Undefined where it is none or where it could be several.
 */
export function unitMeant(typed: string, units: readonly Unit[]): Unit | undefined {
  const fold = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
  const wanted = fold(typed);
  if (wanted === '') return undefined;
  const exact = units.find(
    (unit) =>
      unit.id === typed ||
      LOCALES.some((locale) => fold(labelOfUnit(unit, { units, locale })) === wanted),
  );
  if (exact) return exact;
  const alike = units.filter(({ name }) => LOCALES.some((locale) => fold(name[locale]) === wanted));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The form of a programme as it is, or of one yet to be written, with room for one rule. */
export function fieldsOf(body: ProgrammeBody | null, world: FormWorld): Fields {
  if (body === null) return withRule(new Map([['minutes', ['60']], ...fieldsOfReminders(null)]));
  const fields = new Map<string, readonly string[]>();
  const set = (name: string, value: string | number) => fields.set(name, [String(value)]);
  const { name, reason, need, rules } = body;
  for (const language of ['ko', 'en'] as const) {
    set(`name.${language}`, name[language]);
    set(`reason.${language}`, reason[language]);
  }
  set('minutes', body.minutesADay ?? '');
  for (const [field, value] of fieldsOfReminders(body)) fields.set(field, value);
  set('testOut', takesTestOut(body) ? 'yes' : 'no');
  set('take', need.take);
  for (const [at, { take, items }] of need.groups.entries()) {
    set(`group.${at}.take`, take);
    for (const [n, item] of items.entries()) setItem(set, `group.${at}.item.${n}`, item);
  }
  for (const [at, rule] of rules.entries()) {
    for (const [field, value] of fieldsOfRule(rule, world))
      fields.set(`rule.${at}.${field}`, value);
  }
  return rules.length === 0 ? withRule(fields) : fields;
}

/** The same form with one empty rule more. */
export function withRule(fields: Fields): Fields {
  const at = countIn(fields, 'rule');
  return new Map([...fields, [`rule.${at}.shown`, ['1']], [`rule.${at}.place`, ['unit']]]);
}

function setItem(
  set: (name: string, value: string | number) => void,
  name: string,
  item: NeedItem,
) {
  set(name, item.kind === 'competency' ? `competency:${item.id}` : nameOfItem(item));
  if (item.kind === 'competency') set(`${name}.level`, item.level);
}

function fieldsOfRule(rule: Rule, world: FormWorld): Map<string, readonly string[]> {
  const { place, who, duty, timing, reason } = rule;
  const fields = new Map<string, readonly string[]>([
    ['shown', ['1']],
    ['id', [rule.id]],
    ['from', [rule.from]],
    ['place', [place.kind]],
    ['duty', [duty]],
    ['reason.ko', [reason?.ko ?? '']],
    ['reason.en', [reason?.en ?? '']],
    ...fieldsOfTiming(timing),
  ]);
  if (place.kind === 'unit') {
    const unit = world.units.find(({ id }) => id === place.unit);
    fields.set('unit', [unit ? labelOfUnit(unit, world) : place.unit]);
  }
  if (place.kind === 'people') {
    fields.set('people', [place.people.map((id) => world.logins.get(id) ?? id).join(', ')]);
  }
  for (const [at, line] of who.entries()) {
    for (const [name, value] of fieldsOfLine(line)) fields.set(`line.${at}.${name}`, value);
  }
  return fields;
}

function fieldsOfLine({ about, name = '', is, values }: Line): [string, readonly string[]][] {
  if (about === 'attribute') {
    return [
      ['is', [is]],
      ['attribute', [name]],
      ['values', [values.join(', ')]],
    ];
  }
  return [
    ['is', [is]],
    ['chosen', values.map((value) => `${about}:${value}`)],
  ];
}

function fieldsOfTiming({ recurs, ...timing }: Timing): [string, readonly string[]][] {
  const own: Record<Timing['recurs']['kind'], () => [string, string | number][]> = {
    once: () => (recurs.kind === 'once' ? [['due', recurs.due]] : []),
    'after-start': () => (recurs.kind === 'after-start' ? [['days', recurs.days]] : []),
    yearly: () => (recurs.kind === 'yearly' ? [['monthDay', recurs.due]] : []),
    dates: () => (recurs.kind === 'dates' ? [['dates', recurs.due.join(', ')]] : []),
    rolling: () =>
      recurs.kind === 'rolling'
        ? [
            ['months', recurs.months],
            ['days', recurs.firstDays],
            ['roll', recurs.from],
          ]
        : [],
  };
  const all: [string, string | number][] = [
    ['recurs', recurs.kind],
    ...own[recurs.kind](),
    ['opens', timing.opensBefore],
    ['grace', timing.graceDays],
    ['valid', timing.validMonths ?? ''],
    ['credit', timing.credit === 'any-time' ? '' : timing.credit],
    ['join', timing.joinDays],
    ['renewal', timing.renewal ?? 'whole'],
  ];
  return all.map(([name, value]) => [name, [String(value)]]);
}
