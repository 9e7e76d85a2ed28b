import { type Reminders, remindersSchema, USUAL_REMINDERS } from '#features/programme/reminders.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Problem } from '#kernel/result.ts';
import { type Fields, fieldIn } from './programme-fields.ts';
import { REMINDER_FIELDS as NAMES } from './reminder-fields.ts';

const MOST = { days: 60, times: 4 };

/** What was typed about reminders, or its problems; nothing where it is as usual, so that a new usual reaches it as well. */
export function readReminders(
  fields: Fields,
  problems: Problem[],
): { readonly reminders?: Reminders } {
  if (!fields.has(NAMES.before)) return {};
  const list = (name: string) => {
    const typed = fieldIn(fields, name)
      .split(/[\s,]+/)
      .filter((word) => word !== '');
    const days = typed.map(Number);
    const isSound = days.every(isDays) && days.length <= MOST.times;
    if (!isSound) problems.push({ code: 'reminder-days', field: name, values: MOST });
    return days;
  };
  const one = (name: string) => {
    const typed = fieldIn(fields, name);
    if (typed === '') return null;
    if (!isDays(Number(typed)))
      problems.push({ code: 'programme-number', field: name, values: { min: 1, max: MOST.days } });
    return Number(typed);
  };
  const reminders = {
    before: list(NAMES.before),
    supervisorAfter: one(NAMES.supervisorAfter),
    administratorAfter: one(NAMES.administratorAfter),
    beforeExpiry: list(NAMES.beforeExpiry),
  };
  const parsed = remindersSchema.safeParse(reminders);
  const isUsual = canonical(reminders) === canonical(USUAL_REMINDERS);
  return parsed.success && !isUsual ? { reminders: parsed.data } : {};
}

function isDays(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST.days;
}
