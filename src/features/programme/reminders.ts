import { z } from 'zod';

const DAYS_MAX = 60;
const TIMES_MAX = 4;
const days = z.int().min(1).max(DAYS_MAX);

/** When whom is reminded, in working days. Everybody can read it on the page of the programme. */
export const remindersSchema = z.strictObject({
  before: z
    .array(days)
    .max(TIMES_MAX)
    .describe('So many working days before the due day the person is reminded.'),
  supervisorAfter: days
    .nullable()
    .describe('After so many working days overdue whoever leads the unit is told; null: never.'),
  administratorAfter: days
    .nullable()
    .describe('After so many working days overdue the administrators are told; null: never.'),
  beforeExpiry: z
    .array(days)
    .max(TIMES_MAX)
    .describe('So many working days before what was done expires the person is reminded.'),
});
export type Reminders = z.infer<typeof remindersSchema>;

/** Two weeks and half a week ahead; a week late for the supervisor, three for the administrators; a month before expiry. */
export const USUAL_REMINDERS: Reminders = {
  before: [10, 3],
  supervisorAfter: 5,
  administratorAfter: 15,
  beforeExpiry: [20],
};

/** The programme's own, or the usual ones where it sets none. */
export function remindersOf({
  reminders,
}: {
  readonly reminders?: Reminders | undefined;
}): Reminders {
  return reminders ?? USUAL_REMINDERS;
}
