import { evaluate } from './formula.ts';
import type { Values } from './given.ts';
import type { Sheet } from './sheet.ts';

/** Each result of a sheet by id, in its order, so that later ones build on earlier ones; null where it cannot be computed. */
export function resultsOf(sheet: Sheet, values: Values): ReadonlyMap<string, number | null> {
  const numbers = new Map<string, number>();
  const results = new Map<string, number | null>();
  for (const field of sheet.fields) {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (field.type === 'number' && typeof value === 'number') numbers.set(field.id, value);
    if (field.type !== 'result') continue;
    const result = evaluate(field.formula, numbers);
    results.set(field.id, result);
    if (result !== null) numbers.set(field.id, result);
  }
  return results;
}
