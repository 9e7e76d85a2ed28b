import { z } from 'zod';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import { LOCALES, type Text } from '#kernel/text.ts';
import { byCategory, CATEGORIES, type Category } from './category.ts';
import type { Minutes } from './totals.ts';

/**
 * What the agency asks for: hours a year, and under which name it reports each category. Categories of one name are
 * reported together. None of it is set at first: what is required differs between agencies and years.
 */
export type Setting = {
  readonly targetHours: number | null;
  readonly names: Readonly<Record<Category, Text | null>>;
};

export const NO_SETTING: Setting = { targetHours: null, names: byCategory(() => null) };
export const MOST_HOURS = 500;
export const NAME_MAX = 60;

const nameSchema = z.strictObject({ ko: z.string(), en: z.string() }).nullable();
const storedSchema = z.strictObject({
  v: z.literal(1),
  targetHours: z.number().nullable(),
  names: z.record(z.enum(CATEGORIES), nameSchema),
});

/** Throws on a setting this version of the product cannot read. */
export function readSetting(body: string): Setting {
  const { targetHours, names } = storedSchema.parse(JSON.parse(body));
  return { targetHours, names };
}

export function writeSetting({ targetHours, names }: Setting): string {
  return JSON.stringify({ v: 1, targetHours, names });
}

/** Whether what was typed can be a setting; a name needs both languages. */
export function checkSetting(typed: Setting): Result<Setting> {
  const { targetHours } = typed;
  if (targetHours !== null && !(targetHours > 0 && targetHours <= MOST_HOURS)) {
    return refuse({ code: 'hours-target', field: 'target', values: { max: MOST_HOURS } });
  }
  const names = byCategory((category) => trimmed(typed.names[category]));
  const problem = CATEGORIES.flatMap((category) => problemOf(category, names[category]) ?? [])[0];
  return problem === undefined ? ok({ targetHours, names }) : refuse(problem);
}

/** Nothing typed in either language is no name. */
function trimmed(typed: Text | null): Text | null {
  const { ko = '', en = '' } = typed ?? {};
  return `${ko}${en}`.trim() === '' ? null : { ko: ko.trim(), en: en.trim() };
}

function problemOf(category: Category, name: Text | null): Problem | null {
  if (name === null) return null;
  const empty = LOCALES.find((locale) => name[locale] === '');
  if (empty) return { code: 'hours-name-both', field: `${category}-${empty}` };
  const long = LOCALES.find((locale) => [...name[locale]].length > NAME_MAX);
  if (!long) return null;
  return { code: 'hours-name-long', field: `${category}-${long}`, values: { max: NAME_MAX } };
}

export type Reported = { readonly name: Text; readonly minutes: number };

/** Minutes under the names the agency reports them by; what has no name there is left out. Empty when nothing is named. */
export function reportedAs(setting: Setting, minutes: Minutes): Reported[] {
  const reported = new Map<string, Reported>();
  for (const category of CATEGORIES) {
    const name = setting.names[category];
    if (name === null) continue;
    const before = reported.get(name.ko)?.minutes ?? 0;
    reported.set(name.ko, { name, minutes: before + minutes[category] });
  }
  return [...reported.values()];
}
