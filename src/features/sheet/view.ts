import type { Given } from '#features/assessment/item-kind.ts';
import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Locale } from '#kernel/text.ts';
import { cellName, fieldName, initialGiven, readSheet, rowsGiven, toGiven } from './given.ts';
import type { Body } from './kept.ts';
import { resultsOf } from './results.ts';
import { type Column, type Field, mostRows, type Sheet, type TableField } from './sheet.ts';
import { sayResult } from './words.ts';

type Labelled = { readonly id: string; readonly label: string; readonly hint: string | null };
/** Something to write in, with what stands in it. */
export type InputView = {
  readonly name: string;
  readonly type: Column['type'] | 'text';
  readonly value: string;
  readonly unit: string | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly problem: Problem | null;
};
export type FieldView =
  | (Labelled & { readonly kind: 'input'; readonly input: InputView })
  | (Labelled & {
      readonly kind: 'table';
      readonly columns: readonly Labelled[];
      readonly rows: readonly (readonly InputView[])[];
      readonly most: number;
    })
  | (Labelled & { readonly kind: 'result'; readonly said: string | null });

export type SheetView = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly fields: readonly FieldView[];
  readonly problems: readonly Problem[];
  /** How often it was kept; 0 for never. Tells drafts of one state from those of another. */
  readonly version: number;
  readonly keptAt: Instant | null;
  /** What stands in it was sent and is not kept. */
  readonly isOpen: boolean;
};

/** What somebody typed and sent without its being kept: refused, only computed, or sent for more rows in one table. */
export type Typed = {
  readonly given: Given;
  readonly problems: readonly Problem[];
  readonly moreIn: string | null;
};
export type KeptSheet = { readonly body: Body; readonly number: number; readonly savedAt: Instant };

type Asked = {
  readonly sheet: Sheet;
  readonly kept: KeptSheet | null;
  readonly typed: Typed | null;
  readonly locale: Locale;
};

/** A sheet as a form: what was typed last, else what is kept, else what the author begins with. */
export function viewSheet({ sheet, kept, typed, locale }: Asked): SheetView {
  const given = typed?.given ?? givenOf(sheet, kept);
  const results = resultsOf(sheet, readSheet(sheet, given).values);
  const problems = typed?.problems ?? [];
  const stand = { given, problems, locale, moreIn: typed?.moreIn ?? null, results };
  return {
    id: sheet.id,
    title: sheet.title[locale],
    purpose: sheet.purpose[locale],
    fields: sheet.fields.map((field) => viewField(field, stand)),
    problems,
    version: kept?.number ?? 0,
    keptAt: kept?.savedAt ?? null,
    isOpen: typed !== null,
  };
}

function givenOf(sheet: Sheet, kept: KeptSheet | null): Given {
  if (kept === null) return initialGiven(sheet);
  const asked = new Set(kept.body.words.map(({ id }) => id));
  return { ...initialGiven(sheet, asked), ...toGiven(sheet, kept.body.values) };
}

type Stand = Typed & {
  readonly locale: Locale;
  readonly results: ReadonlyMap<string, number | null>;
};

function viewField(field: Field, stand: Stand): FieldView {
  const { locale } = stand;
  const head = labelled(field, locale);
  if (field.type === 'result') {
    const said = sayResult(field, stand.results.get(field.id) ?? null, locale);
    return { ...head, kind: 'result', said };
  }
  if (field.type === 'table') return { ...head, kind: 'table', ...viewTable(field, stand) };
  return { ...head, kind: 'input', input: viewInput(field, fieldName(field.id), stand) };
}

function viewTable(field: TableField, stand: Stand) {
  const most = mostRows(field);
  const filled = rowsGiven(field, stand.given);
  const asked = Math.max(field.rows, filled, rowsShown(field, stand.given));
  const rows = Math.min(most, asked + (stand.moreIn === field.id ? 1 : 0));
  return {
    most,
    columns: field.columns.map((column) => labelled(column, stand.locale)),
    rows: Array.from({ length: rows }, (_, row) =>
      field.columns.map((column) => viewInput(column, cellName(field.id, row, column.id), stand)),
    ),
  };
}

/** The rows a form had, empty ones too. */
function rowsShown(field: TableField, given: Given): number {
  const [first] = field.columns;
  for (let rows = mostRows(field); first && rows > 0; rows -= 1)
    if (Object.hasOwn(given, cellName(field.id, rows - 1, first.id))) return rows;
  return 0;
}

function labelled({ id, label, hint }: Field | Column, locale: Locale): Labelled {
  return { id, label: label[locale], hint: hint?.[locale] ?? null };
}

function viewInput(
  part: Column | Extract<Field, { type: 'text' }> | Extract<Field, { type: 'number' }>,
  name: string,
  { given, problems, locale }: Stand,
): InputView {
  return {
    name,
    type: part.type,
    value: given[name]?.[0] ?? '',
    unit: part.type === 'number' ? (part.unit?.[locale] ?? null) : null,
    options:
      part.type === 'choice'
        ? part.options.map(({ id, text }) => ({ id, text: text[locale] }))
        : [],
    problem: problems.find(({ field }) => field === name) ?? null,
  };
}
