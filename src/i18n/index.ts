import { IntlMessageFormat } from 'intl-messageformat';
import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

export type Key = keyof typeof ko;
export type Values = Readonly<Record<string, string | number>>;
/** Says a sentence of the product in one language. */
export type Translate = (key: Key, values?: Values) => string;

const SENTENCES: Record<Locale, Record<Key, string>> = { ko, en };
const LANGUAGE_TAG: Record<Locale, string> = { ko: 'ko-KR', en: 'en-GB' };
const compiled = new Map<string, IntlMessageFormat>();

/** The translator of a language. Sentences are ICU messages: `{n, plural, one {# day} other {# days}}`. */
export function translator(locale: Locale): Translate {
  return TRANSLATORS[locale];
}

const TRANSLATORS: Record<Locale, Translate> = {
  ko: (key, values) => say('ko', key, values),
  en: (key, values) => say('en', key, values),
};

function say(locale: Locale, key: Key, values?: Values): string {
  const sentence = SENTENCES[locale][key];
  if (values === undefined || !sentence.includes('{')) return sentence;
  const name = `${locale} ${key}`;
  let format = compiled.get(name);
  if (format === undefined) {
    format = new IntlMessageFormat(sentence, LANGUAGE_TAG[locale], undefined, { ignoreTag: true });
    compiled.set(name, format);
  }
  return String(format.format(values));
}

export function hasSentence(key: string): key is Key {
  return Object.hasOwn(ko, key);
}

/** What happened and what to do, for a refusal. Every problem code has a sentence; a test holds that. */
export function sayProblem(t: Translate, problem: Problem): string {
  const key = `problem.${problem.code}`;
  if (!hasSentence(key)) throw new Error(`no sentence for ${key}`);
  return t(key, problem.values ?? {});
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${name}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], options);
    formats.set(key, format);
  }
  return format;
}

/** A calendar day in words: 2026년 11월 22일, 22 November 2026. */
export function sayDay(locale: Locale, day: Day): string {
  const moment = Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds;
  return dateFormat(locale, 'day', { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
}

/** A calendar day without its year: 11월 22일, 22 Nov. */
export function sayShortDay(locale: Locale, day: Day): string {
  const moment = Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds;
  const options = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(locale, 'short-day', options).format(moment);
}

/** The time of day to the second in the configured zone: 오후 3:05:30, 15:05:30. */
export function sayTime(locale: Locale, instant: Instant, zone: string): string {
  const options = { timeStyle: 'medium', timeZone: zone } as const;
  return dateFormat(locale, `time ${zone}`, options).format(instant);
}

/** A moment with day and time in the configured zone: 2026. 11. 22. 오후 3:05, 22 Nov 2026, 15:05. */
export function sayMoment(locale: Locale, instant: Instant, zone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const;
  return dateFormat(locale, `moment ${zone}`, options).format(instant);
}

const numbers: Record<Locale, Intl.NumberFormat> = {
  ko: new Intl.NumberFormat(LANGUAGE_TAG.ko),
  en: new Intl.NumberFormat(LANGUAGE_TAG.en),
};

export function sayNumber(locale: Locale, number: number): string {
  return numbers[locale].format(number);
}
