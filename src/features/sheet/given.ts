import type { Given } from '#features/assessment/item-kind.ts';
import { readNumber } from '#features/assessment/read-number.ts';
import type { Problem } from '#kernel/result.ts';
import {
  type Column,
  mostRows,
  type OpenField,
  openFields,
  type Sheet,
  type TableField,
} from './sheet.ts';

/** What somebody wrote into one place of a sheet: words, a number, or the id of an option. Nothing is an absent key. */
export type Cell = string | number;
export type Row = Readonly<Record<string, Cell>>;
export type Value = Cell | readonly Row[];
export type Values = Readonly<Record<string, Value>>;
/** Everything but a table. */
type Part = Exclude<OpenField, TableField> | Column;

export const LONGEST_LINE = 300;
export const LONGEST_TEXT = 4000;

export const fieldName = (field: string) => `f.${field}`;
export const cellName = (field: string, row: number, column: string) =>
  `f.${field}.${row}.${column}`;

/** What a form says, and what of it cannot be taken: that is left out of the values. */
export function readSheet(sheet: Sheet, given: Given): { values: Values; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = (part: Part, name: string) => {
    const cell = readCell(part, given[name]?.[0] ?? '', name);
    if (typeof cell !== 'object') return cell;
    problems.push(cell);
    return '';
  };
  const values = openFields(sheet).map((field): [string, Value] => [
    field.id,
    field.type === 'table' ? readRows(field, given, read) : read(field, fieldName(field.id)),
  ]);
  return { values: Object.fromEntries(values.filter(([, value]) => isWritten(value))), problems };
}

function readRows(
  field: TableField,
  given: Given,
  read: (part: Part, name: string) => Cell,
): readonly Row[] {
  return Array.from({ length: rowsGiven(field, given) }, (_, row) => {
    const cells = field.columns.map((column): [string, Cell] => [
      column.id,
      read(column, cellName(field.id, row, column.id)),
    ]);
    return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
  }).filter((row) => Object.keys(row).length > 0);
}

function isWritten(value: Value): boolean {
  return typeof value === 'object' ? value.length > 0 : value !== '';
}

/** Up to the last row in which something stands, and never more than the table may have. */
export function rowsGiven(field: TableField, given: Given): number {
  const most = mostRows(field);
  const isFilled = (row: number) =>
    field.columns.some(({ id }) => (given[cellName(field.id, row, id)]?.[0] ?? '') !== '');
  for (let rows = most; rows > 0; rows -= 1) if (isFilled(rows - 1)) return rows;
  return 0;
}

function readCell(part: Part, typed: string, field: string): Cell | Problem {
  const words = typed.replaceAll('\r\n', '\n').trim();
  if (words === '') return '';
  switch (part.type) {
    case 'line':
      return within(words, LONGEST_LINE, field);
    case 'text':
      return within(words, LONGEST_TEXT, field);
    case 'number':
      return readAmount(part, words, field);
    case 'choice':
      return part.options.some(({ id }) => id === words)
        ? words
        : { code: 'sheet-option-unknown', field };
  }
}

function within(words: string, most: number, field: string): Cell | Problem {
  return words.length <= most ? words : { code: 'sheet-too-long', field, values: { most } };
}

function readAmount(
  { unit, min, max }: Extract<Part, { type: 'number' }>,
  words: string,
  field: string,
): Cell | Problem {
  const number = readNumber(words, unit ? [unit.ko, unit.en] : []);
  if (number === null) return { code: 'sheet-number-unclear', field };
  if (min !== undefined && number < min)
    return { code: 'sheet-number-low', field, values: { min } };
  if (max !== undefined && number > max)
    return { code: 'sheet-number-high', field, values: { max } };
  return number;
}

/** The form values that would give these values again. */
export function toGiven(sheet: Sheet, values: Values): Given {
  const pairs = openFields(sheet).flatMap((field): [string, string[]][] => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (value === undefined) return [];
    if (field.type !== 'table')
      return typeof value === 'object' ? [] : [[fieldName(field.id), [String(value)]]];
    if (typeof value !== 'object') return [];
    return value.flatMap((row, at) =>
      Object.entries(row).map(([column, cell]): [string, string[]] => [
        cellName(field.id, at, column),
        [String(cell)],
      ]),
    );
  });
  return Object.fromEntries(pairs);
}

/** What stands in a sheet nobody has written in; `asked` are the fields that somebody has already seen and left. */
export function initialGiven(sheet: Sheet, asked: ReadonlySet<string> = new Set()): Given {
  const pairs = sheet.fields.flatMap((field) =>
    field.type === 'number' && field.initial !== undefined && !asked.has(field.id)
      ? [[fieldName(field.id), [String(field.initial)]]]
      : [],
  );
  return Object.fromEntries(pairs);
}
