import { and, asc, countDistinct, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { reminder, reminderChoice } from '#db/schema/reminder.ts';
import type { Day, Instant } from '#kernel/date.ts';
import type { MailChoice } from './choice.ts';
import type { Level } from './ladder.ts';

export type ReminderRow = Omit<typeof reminder.$inferSelect, 'level'> & { readonly level: Level };
type Sent = Pick<ReminderRow, 'personId' | 'programmeId' | 'period' | 'rung'>;

const these = (column: unknown, ids: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

/** Everything ever said about these people. */
export async function listSentAbout(db: Reader, personIds: readonly string[]): Promise<Sent[]> {
  return db
    .selectDistinct({
      personId: reminder.personId,
      programmeId: reminder.programmeId,
      period: reminder.period,
      rung: reminder.rung,
    })
    .from(reminder)
    .where(these(reminder.personId, personIds));
}

/** Keeps what is said; answers those that had not been said before. */
export async function insertReminders(
  tx: Tx,
  rows: readonly (typeof reminder.$inferInsert & { readonly level: Level })[],
): Promise<ReminderRow[]> {
  if (rows.length === 0) return [];
  const added = await tx
    .insert(reminder)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
  return added.map(toReminder);
}

/** Who has something that is not in their inbox yet, about how many people. */
export async function listUntold(
  db: Reader,
): Promise<{ recipientId: string; level: Level; people: number }[]> {
  const rows = await db
    .select({
      recipientId: reminder.recipientId,
      level: reminder.level,
      people: countDistinct(reminder.personId),
    })
    .from(reminder)
    .where(isNull(reminder.toldAt))
    .groupBy(reminder.recipientId, reminder.level)
    .orderBy(asc(reminder.recipientId));
  return rows.map((row) => ({ ...row, level: row.level as Level })); // As insertReminders wrote it.
}

/** Says whether anything of it was still untold. */
export async function updateTold(
  tx: Tx,
  { recipientId, level, toldAt }: { recipientId: string; level: Level; toldAt: Instant },
): Promise<boolean> {
  const told = await tx
    .update(reminder)
    .set({ toldAt })
    .where(
      and(
        eq(reminder.recipientId, recipientId),
        eq(reminder.level, level),
        isNull(reminder.toldAt),
      ),
    )
    .returning({ personId: reminder.personId });
  return told.length > 0;
}

/** Some of those with reminders nobody has decided about mailing, in the order of their ids. */
export async function listUnsettledRecipients(
  db: Reader,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: reminder.recipientId })
    .from(reminder)
    .where(and(isNull(reminder.settledOn), gt(reminder.recipientId, after)))
    .orderBy(asc(reminder.recipientId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function listUnsettled(
  db: Reader,
  recipientIds: readonly string[],
): Promise<ReminderRow[]> {
  const rows = await db
    .select()
    .from(reminder)
    .where(and(these(reminder.recipientId, recipientIds), isNull(reminder.settledOn)));
  return rows.map(toReminder);
}

/** Settles everything of a person that waits; says whether something did. */
export async function updateSettled(
  tx: Tx,
  { recipientId, settledOn, isMailed }: { recipientId: string; settledOn: Day; isMailed: boolean },
): Promise<boolean> {
  const settled = await tx
    .update(reminder)
    .set({ settledOn, isMailed })
    .where(and(eq(reminder.recipientId, recipientId), isNull(reminder.settledOn)))
    .returning({ personId: reminder.personId });
  return settled.length > 0;
}

/** The last day on which reminders went to each of these people by mail. */
export async function lastMails(
  db: Reader,
  recipientIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const rows = await db
    .select({ id: reminder.recipientId, day: sql<Day>`max(${reminder.settledOn})` })
    .from(reminder)
    .where(and(these(reminder.recipientId, recipientIds), eq(reminder.isMailed, true)))
    .groupBy(reminder.recipientId);
  return new Map(rows.map(({ id, day }) => [id, day]));
}

export async function listChoices(
  db: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MailChoice>> {
  const rows = await db
    .select({ id: reminderChoice.personId, mail: reminderChoice.mail })
    .from(reminderChoice)
    .where(these(reminderChoice.personId, personIds));
  return new Map(rows.map(({ id, mail }) => [id, mail as MailChoice])); // As saveChoice wrote it.
}

export async function saveChoice(
  tx: Tx,
  row: { personId: string; mail: MailChoice; setAt: Instant },
): Promise<void> {
  const { mail, setAt } = row;
  await tx
    .insert(reminderChoice)
    .values(row)
    .onConflictDoUpdate({ target: reminderChoice.personId, set: { mail, setAt } });
}

function toReminder(row: typeof reminder.$inferSelect): ReminderRow {
  return { ...row, level: row.level as Level }; // As insertReminders wrote it.
}
