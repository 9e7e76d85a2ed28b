import { type Reminders, remindersOf } from '#features/programme/reminders.ts';

/** What the fields of the form of a programme are called that say when whom to remind. */
export const REMINDER_FIELDS = {
  before: 'reminders.before',
  supervisorAfter: 'reminders.supervisor',
  administratorAfter: 'reminders.administrator',
  beforeExpiry: 'reminders.expiry',
} as const;

/** The fields of the reminders of a programme as they are; the usual ones for a programme yet to be written. */
export function fieldsOfReminders(
  body: { readonly reminders?: Reminders | undefined } | null,
): [string, readonly string[]][] {
  const { before, supervisorAfter, administratorAfter, beforeExpiry } = remindersOf(body ?? {});
  return [
    [REMINDER_FIELDS.before, [before.join(', ')]],
    [REMINDER_FIELDS.supervisorAfter, [String(supervisorAfter ?? '')]],
    [REMINDER_FIELDS.administratorAfter, [String(administratorAfter ?? '')]],
    [REMINDER_FIELDS.beforeExpiry, [beforeExpiry.join(', ')]],
  ];
}
