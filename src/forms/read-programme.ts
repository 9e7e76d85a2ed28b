import {
  type Line,
  type NeedItem,
  type Place,
  type ProgrammeBody,
  programmeSchema,
  type Rule,
  type Take,
  type Timing,
} from '#features/programme/programme.ts';
import { type Day, isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import {
  countIn,
  type Fields,
  type FormWorld,
  fieldIn,
  GROUPS_SHOWN,
  ITEMS_SHOWN,
  LINES_SHOWN,
  unitMeant,
} from './programme-fields.ts';
import { readReminders } from './read-reminders.ts';

const NAME_MAX = 80;
const SENTENCE_MAX = 300;

export type ReadingWorld = FormWorld & {
  readonly today: Day;
  readonly newId: () => string;
  /** Ids by login, of everybody who is named in the form and exists. */
  readonly found: ReadonlyMap<string, string>;
};
type Read = { ok: true; value: ProgrammeBody } | { ok: false; problems: readonly Problem[] };

/** What was typed as a programme that may be stored, or every problem it has, each at its field. */
export function readProgramme(fields: Fields, world: ReadingWorld): Read {
  const problems: Problem[] = [];
  const text = (name: string, max: number) => ({
    ko: required(fields, `${name}.ko`, { max, problems }),
    en: required(fields, `${name}.en`, { max, problems }),
  });
  const minutes = fieldIn(fields, 'minutes');
  const body = {
    name: text('name', NAME_MAX),
    reason: text('reason', SENTENCE_MAX),
    need: readNeed(fields, problems),
    rules: readRules(fields, { world, problems }),
    ...(fieldIn(fields, 'testOut') === 'no' && { testOut: 'no' as const }),
    minutesADay: minutes === '' ? null : number(fields, 'minutes', { min: 5, max: 480, problems }),
    ...readReminders(fields, problems),
  };
  if (problems.length > 0) return { ok: false, problems };
  const parsed = programmeSchema.safeParse(body);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: [{ code: 'form-incomplete' }] };
}

/** Every login that a form names, for looking them up before it is read. */
export function loginsIn(fields: Fields): string[] {
  const rules = Array.from({ length: countIn(fields, 'rule') }, (_, at) => at);
  return rules.flatMap((at) => listOf(fieldIn(fields, `rule.${at}.people`)));
}

function listOf(typed: string): string[] {
  return [...new Set(typed.split(/[\s,]+/).filter((word) => word !== ''))];
}

type Limits = { readonly max: number; readonly problems: Problem[] };

function required(fields: Fields, field: string, { max, problems }: Limits): string {
  const typed = fieldIn(fields, field).replace(/\s+/gu, ' ');
  if (typed === '') problems.push({ code: 'programme-text-required', field });
  if ([...typed].length > max) problems.push({ code: 'too-long', field, values: { max } });
  return typed;
}

function number(
  fields: Fields,
  field: string,
  { min, max, problems }: Limits & { readonly min: number },
): number {
  const typed = fieldIn(fields, field);
  const value = Number(typed === '' ? Number.NaN : typed);
  if (!Number.isInteger(value) || value < min || value > max)
    problems.push({ code: 'programme-number', field, values: { min, max } });
  return value;
}

function readTake(typed: string): Take {
  if (typed === 'any') return 'any';
  const count = Number(typed);
  return Number.isInteger(count) && count > 0 ? count : 'all';
}

function readNeed(fields: Fields, problems: Problem[]): ProgrammeBody['need'] {
  const groups = Array.from({ length: GROUPS_SHOWN }, (_, at) => {
    const items = Array.from({ length: ITEMS_SHOWN }, (_none, n) =>
      readItem(fields, `group.${at}.item.${n}`, problems),
    ).filter((item) => item !== null);
    return { take: readTake(fieldIn(fields, `group.${at}.take`)), items };
  }).filter(({ items }) => items.length > 0);
  if (groups.length === 0)
    problems.push({ code: 'programme-need-required', field: 'group.0.item.0' });
  for (const [at, { take, items }] of groups.entries()) {
    if (typeof take === 'number' && take > items.length)
      problems.push({ code: 'programme-take-many', field: `group.${at}.take` });
  }
  const take = readTake(fieldIn(fields, 'take'));
  if (typeof take === 'number' && take > groups.length)
    problems.push({ code: 'programme-take-many', field: 'take' });
  return { take, groups };
}

function readItem(fields: Fields, field: string, problems: Problem[]): NeedItem | null {
  const typed = fieldIn(fields, field);
  if (typed === '') return null;
  const [kind = '', id = ''] = typed.split(':');
  if (kind === 'course' || kind === 'scenario') return { kind, id };
  if (kind === 'question-set' || kind === 'observation') return { kind, id };
  const level = number(fields, `${field}.level`, { min: 1, max: 4, problems });
  return { kind: 'competency', id, level };
}

type Reading = { readonly world: ReadingWorld; readonly problems: Problem[] };

function readRules(fields: Fields, { world, problems }: Reading): Rule[] {
  const rules: Rule[] = [];
  for (let at = 0; at < countIn(fields, 'rule'); at += 1) {
    const name = `rule.${at}`;
    if (fieldIn(fields, `${name}.gone`) !== '') continue;
    rules.push(readRule(fields, name, { world, problems }));
  }
  return rules;
}

function readRule(fields: Fields, name: string, reading: Reading): Rule {
  const { world, problems } = reading;
  const of = (field: string) => fieldIn(fields, `${name}.${field}`);
  const duty = of('duty') === 'exempt' ? 'exempt' : 'required';
  const reason = { ko: of('reason.ko'), en: of('reason.en') };
  const isHalf = (reason.ko === '') !== (reason.en === '');
  if (isHalf) problems.push({ code: 'programme-both-languages', field: `${name}.reason.ko` });
  return {
    id: of('id') || world.newId(),
    from: isDay(of('from')) ? of('from') : world.today,
    place: readPlace(fields, name, reading),
    who: readLines(fields, name, problems),
    duty,
    // Whoever is exempt has no date; something sound has to stand there.
    timing: duty === 'exempt' ? EXEMPT : readTiming(fields, name, problems),
    reason: reason.ko === '' ? null : reason,
  };
}

const EXEMPT: Timing = {
  recurs: { kind: 'after-start', days: 1 },
  opensBefore: 0,
  graceDays: 0,
  validMonths: null,
  credit: 'any-time',
  joinDays: 0,
};

function readPlace(fields: Fields, name: string, { world, problems }: Reading): Place {
  const kind = fieldIn(fields, `${name}.place`);
  if (kind === 'everywhere') return { kind };
  if (kind === 'people') {
    const typed = listOf(fieldIn(fields, `${name}.people`));
    const field = `${name}.people`;
    if (typed.length === 0) problems.push({ code: 'people-required', field });
    const unknown = typed.filter((login) => !world.found.has(login.toLowerCase()));
    if (unknown.length > 0)
      problems.push({ code: 'people-unknown', field, values: { logins: unknown.join(', ') } });
    return { kind, people: typed.flatMap((login) => world.found.get(login.toLowerCase()) ?? []) };
  }
  const typed = fieldIn(fields, `${name}.unit`);
  const unit = unitMeant(typed, world.units);
  if (unit === undefined) problems.push({ code: 'unit-unknown', field: `${name}.unit` });
  return { kind: 'unit', unit: unit?.id ?? '' };
}

function readLines(fields: Fields, name: string, problems: Problem[]): Line[] {
  return Array.from({ length: LINES_SHOWN }, (_, at) => `${name}.line.${at}`).flatMap((line) => {
    const is = fieldIn(fields, `${line}.is`) === 'none-of' ? 'none-of' : 'any-of';
    const attribute = fieldIn(fields, `${line}.attribute`);
    const values = fieldIn(fields, `${line}.values`)
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    if (attribute !== '') {
      if (values.length === 0)
        problems.push({ code: 'programme-text-required', field: `${line}.values` });
      return [{ about: 'attribute' as const, name: attribute, is, values } satisfies Line];
    }
    return chosenLines(fields.get(`${line}.chosen`) ?? [], is);
  });
}

/** What is chosen of one sort makes one line. */
function chosenLines(chosen: readonly string[], is: Line['is']): Line[] {
  const parts = chosen.map((one) => one.split(':'));
  return (['position', 'role', 'unit', 'person'] as const).flatMap((about): Line[] => {
    const values = parts.flatMap(([kind, value]) => (kind === about && value ? [value] : []));
    return values.length === 0 ? [] : [{ about, is, values }];
  });
}

function readTiming(fields: Fields, name: string, problems: Problem[]): Timing {
  const count = (field: string, min: number, max: number) =>
    number(fields, `${name}.${field}`, { min, max, problems });
  const isEmpty = (field: string) => fieldIn(fields, `${name}.${field}`) === '';
  return {
    recurs: readRecurs(fields, name, problems),
    opensBefore: count('opens', 0, 1_100),
    graceDays: count('grace', 0, 366),
    validMonths: isEmpty('valid') ? null : count('valid', 1, 240),
    credit: isEmpty('credit') ? 'any-time' : count('credit', 0, 1_100),
    joinDays: count('join', 0, 250),
    ...(fieldIn(fields, `${name}.renewal`) === 'delta' && { renewal: 'delta' as const }),
  };
}

function readRecurs(fields: Fields, name: string, problems: Problem[]): Timing['recurs'] {
  const of = (field: string) => fieldIn(fields, `${name}.${field}`);
  const count = (field: string, max: number) =>
    number(fields, `${name}.${field}`, { min: 1, max, problems });
  const day = (typed: string, field: string): Day => {
    if (!isDay(typed)) problems.push({ code: 'day-form', field: `${name}.${field}` });
    return typed;
  };
  switch (of('recurs')) {
    case 'after-start':
      return { kind: 'after-start', days: count('days', 500) };
    case 'yearly':
      day(`2000-${of('monthDay')}`, 'monthDay');
      return { kind: 'yearly', due: of('monthDay') };
    case 'dates': {
      const days = listOf(of('dates'));
      if (days.length === 0) day('', 'dates');
      return { kind: 'dates', due: days.map((one) => day(one, 'dates')) };
    }
    case 'rolling': {
      const from = of('roll') === 'due' ? 'due' : 'completion';
      return { kind: 'rolling', months: count('months', 120), firstDays: count('days', 500), from };
    }
    default:
      return { kind: 'once', due: day(of('due'), 'due') };
  }
}
