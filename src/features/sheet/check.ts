import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import { evaluate, type Fault, faultsIn } from './formula.ts';
import type { Field, ResultField, Sheet } from './sheet.ts';

type At = { readonly sheet: Written<Sheet>; readonly path: readonly PropertyKey[] };

/** Finds in a sheet what nobody could fill in or compute: ids used twice, limits that exclude each other, faulty formulas. */
export function checkSheet(sheet: Written<Sheet>): ContentProblem[] {
  const { fields } = sheet.value;
  return [
    ...repeated(sheet, fields, ['fields']),
    ...fields.flatMap((field, index) => {
      const at = { sheet, path: ['fields', index] };
      return [
        ...checkParts(at, field),
        ...limits(at, field),
        ...(field.type === 'result' ? checkFormula(at, field, fields.slice(0, index)) : []),
      ];
    }),
  ];
}

function checkParts({ sheet, path }: At, field: Field): ContentProblem[] {
  if (field.type === 'choice') return repeated(sheet, field.options, [...path, 'options']);
  if (field.type !== 'table') return [];
  return [
    ...repeated(sheet, field.columns, [...path, 'columns']),
    ...field.columns.flatMap((column, at) => [
      ...limits({ sheet, path: [...path, 'columns', at] }, column),
      ...(column.type === 'choice'
        ? repeated(sheet, column.options, [...path, 'columns', at, 'options'])
        : []),
    ]),
    ...(field.maxRows !== undefined && field.maxRows < field.rows
      ? [
          problemIn(sheet, [...path, 'maxRows'], 'sheet-limits', {
            message: `The table "${field.id}" begins with ${field.rows} rows and may have ${field.maxRows}.`,
            help: 'Raise maxRows or lower rows.',
          }),
        ]
      : []),
  ];
}

function repeated(
  sheet: Written<Sheet>,
  parts: readonly { id: string }[],
  path: readonly PropertyKey[],
): ContentProblem[] {
  const ids = parts.map(({ id }) => id);
  return parts.flatMap(({ id }, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          problemIn(sheet, [...path, index, 'id'], 'id-twice', {
            message: `The id "${id}" stands twice in the sheet "${sheet.value.id}".`,
            help: 'Give each part its own id: what people wrote is kept under it.',
          }),
        ],
  );
}

function limits(
  { sheet, path }: At,
  field: { id: string; type: string; min?: number; max?: number; initial?: number },
): ContentProblem[] {
  const { min = -Infinity, max = Infinity, initial } = field;
  const isOutside = initial !== undefined && (initial < min || initial > max);
  if (min <= max && !isOutside) return [];
  return [
    problemIn(sheet, [...path, isOutside ? 'initial' : 'min'], 'sheet-limits', {
      message: `"${field.id}" cannot be what its limits ask for.`,
      help: 'Let min be at most max, and initial between them.',
    }),
  ];
}

function checkFormula(
  { sheet, path }: At,
  result: ResultField,
  before: readonly Field[],
): ContentProblem[] {
  const numbers = before.filter(({ type }) => type === 'number' || type === 'result');
  const known = new Set(numbers.map(({ id }) => id));
  const at = [...path, 'formula'];
  const faults = faultsIn(result.formula, known);
  if (faults.length > 0)
    return faults.map((fault) => problemIn(sheet, at, 'formula-faulty', sayFault(fault, known)));
  return computes(result, before)
    ? []
    : [
        problemIn(sheet, at, 'formula-not-finite', {
          message: `"${result.formula}" has no finite value for the numbers the sheet begins with.`,
          help: 'Look for a division by zero; give the fields it uses an initial value.',
        }),
      ];
}

function sayFault(fault: Fault, known: ReadonlySet<string>): { message: string; help: string } {
  switch (fault.kind) {
    case 'unreadable':
      return {
        message: `The formula cannot be read: ${fault.reason}.`,
        help: 'Look at brackets and operators.',
      };
    case 'forbidden':
      return {
        message: `"${fault.what}" may not stand in a formula.`,
        help: 'Use numbers, ids, + - * / ^ ( ), min(…) and max(…), and say every multiplication with *.',
      };
    case 'unknown':
      return {
        message: `"${fault.id}" is no number field and no result above this one.`,
        help: `Known here: ${[...known].join(', ') || 'none'}. Put spaces around a minus: first - year.`,
      };
  }
}

/** With the numbers the sheet begins with; one that begins empty counts as its smallest positive whole number. */
function computes(result: ResultField, before: readonly Field[]): boolean {
  const numbers = new Map<string, number>();
  for (const field of before) {
    if (field.type === 'number')
      numbers.set(field.id, field.initial ?? Math.min(Math.max(1, field.min ?? 1), field.max ?? 1));
    const value = field.type === 'result' ? evaluate(field.formula, numbers) : null;
    if (value !== null) numbers.set(field.id, value);
  }
  return evaluate(result.formula, numbers) !== null;
}
