import type { Answer } from './answers.ts';

/** One line of a table of answers; `order` says when, within one learner. */
export type Row = Answer & { readonly order: number };
/** The lines that could be read, and a sentence with a line number for each that could not. */
export type Table = { readonly rows: readonly Row[]; readonly problems: readonly string[] };

const COLUMNS = ['learner', 'item', 'skill', 'correct', 'order'] as const;
type Column = (typeof COLUMNS)[number];
/** Where each column stands. */
export type Header = Readonly<Record<Column, number>>;

const CORRECT: Readonly<Record<string, boolean>> = {
  '1': true,
  '1.0': true,
  true: true,
  '0': false,
  '0.0': false,
  false: false,
};
const SHOWN = 20;

/** A table that cannot be used, with everything that is wrong with it. */
export class TableError extends Error {
  constructor(problems: readonly string[]) {
    const shown = problems.slice(0, SHOWN);
    const more = problems.length - shown.length;
    super([...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n'));
    this.name = 'TableError';
  }
}

/** Finds the columns by name, in any order and case; others are left alone. Throws a `TableError` for a missing one. */
export function readHeader(cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new TableError([
      `Line 1: no column called ${missing.join(', ')}. The first line must name the columns ${COLUMNS.join(', ')}, in any order; it has ${names.join(', ')}.`,
    ]);
  }
  const at = (column: Column) => names.indexOf(column);
  return {
    learner: at('learner'),
    item: at('item'),
    skill: at('skill'),
    correct: at('correct'),
    order: at('order'),
  };
}

/** One line as a row, or a sentence saying what is wrong with it. An empty skill is a skill of its own. */
export function readRow(cells: readonly string[], header: Header, line: number): Row | string {
  const cell = (column: Column) => (cells[header[column]] ?? '').trim();
  const learner = cell('learner');
  const item = cell('item');
  if (learner === '') return `Line ${line}: the learner is missing.`;
  if (item === '') return `Line ${line}: the item is missing.`;
  const correct = CORRECT[cell('correct').toLowerCase()];
  if (correct === undefined) {
    return `Line ${line}: correct is "${cell('correct')}"; write 1 or 0.`;
  }
  const order = cell('order') === '' ? Number.NaN : Number(cell('order'));
  if (!Number.isFinite(order)) {
    return `Line ${line}: order is "${cell('order')}"; write a number that grows with time.`;
  }
  return { learner, item, skill: cell('skill'), correct, order };
}

/** The answers in order; lines with the same order stay as they stand. Throws a `TableError` when any line is wrong. */
export function toAnswers({ rows, problems }: Table): Answer[] {
  if (problems.length > 0) throw new TableError(problems);
  if (rows.length === 0) throw new TableError(['There are no answers below the first line.']);
  return rows.toSorted((a, b) => a.order - b.order);
}
