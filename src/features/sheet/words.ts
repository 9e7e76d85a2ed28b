import type { Locale, Text } from '#kernel/text.ts';
import type { Cell, Value, Values } from './given.ts';
import { resultsOf } from './results.ts';
import type { Column, Field, ResultField, Sheet } from './sheet.ts';

/** One part of a sheet as it is read: on a page, on paper, in a file. An empty text is one nobody has written. */
export type Shown =
  | { readonly id: string; readonly label: string; readonly kind: 'words'; readonly text: string }
  | {
      readonly id: string;
      readonly label: string;
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** What was said in a part when it was kept, so that it can be read when the sheet no longer asks for it. */
export type KeptWords = { readonly id: string; readonly label: Text; readonly said: string };

/** Every part of a sheet in the reader's language, results included. */
export function showSheet(sheet: Sheet, values: Values, locale: Locale): Shown[] {
  const results = resultsOf(sheet, values);
  return sheet.fields.map((field) => {
    const { id, label } = field;
    const head = { id, label: label[locale] };
    if (field.type === 'result') {
      const text = sayResult(field, results.get(id) ?? null, locale) ?? '';
      return { ...head, kind: 'words', text };
    }
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    if (field.type !== 'table')
      return { ...head, kind: 'words', text: sayValue(field, value, locale) };
    const rows = typeof value === 'object' ? value : [];
    return {
      ...head,
      kind: 'table',
      columns: field.columns.map((column) => column.label[locale]),
      rows: rows.map((row) =>
        field.columns.map((column) => sayValue(column, row[column.id], locale)),
      ),
    };
  });
}

/** The parts as plain words, for keeping. */
export function wordsToKeep(sheet: Sheet, values: Values, locale: Locale): KeptWords[] {
  const shown = new Map(showSheet(sheet, values, locale).map((part) => [part.id, part]));
  return sheet.fields.map(({ id, label }) => ({ id, label, said: plain(shown.get(id)) }));
}

function plain(part: Shown | undefined): string {
  if (part === undefined) return '';
  if (part.kind === 'words') return part.text;
  return part.rows
    .map((row) =>
      row.flatMap((cell, at) => (cell === '' ? [] : [`${part.columns[at]}: ${cell}`])).join(' · '),
    )
    .join('\n');
}

/** A result with its unit; null when it cannot be computed. */
export function sayResult(
  { unit, decimals = 0 }: ResultField,
  result: number | null,
  locale: Locale,
): string | null {
  return result === null ? null : withUnit(sayNumber(result, locale, decimals), unit, locale);
}

function sayValue(part: Field | Column, value: Value | undefined, locale: Locale): string {
  if (value === undefined || typeof value === 'object') return '';
  if (part.type === 'number' && typeof value === 'number')
    return withUnit(sayNumber(value, locale), part.unit, locale);
  if (part.type === 'choice') return sayOption(part, value, locale);
  return String(value);
}

function sayOption(
  { options }: Extract<Column, { type: 'choice' }>,
  value: Cell,
  locale: Locale,
): string {
  return options.find(({ id }) => id === value)?.text[locale] ?? String(value);
}

const TAGS = { ko: 'ko-KR', en: 'en-GB' } as const;
const MOST_DECIMALS = 10;

function sayNumber(number: number, locale: Locale, decimals?: number): string {
  return new Intl.NumberFormat(TAGS[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals ?? MOST_DECIMALS,
  }).format(number);
}

/** 120명, 120 people, 35%. */
function withUnit(number: string, unit: Text | undefined, locale: Locale): string {
  if (unit === undefined) return number;
  const isJoined = locale === 'ko' || /^\p{P}/u.test(unit[locale]);
  return `${number}${isJoined ? '' : ' '}${unit[locale]}`;
}
