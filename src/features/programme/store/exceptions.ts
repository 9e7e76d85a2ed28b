import { and, asc, desc, eq, gte, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { absence, excuse, extension, personAttribute } from '#db/schema/programme.ts';
import type { Day, Instant } from '#kernel/date.ts';
import type { Absence, AbsenceKind } from '../absence.ts';
import type { Extension, ExtensionOutcome } from '../extension.ts';

export type StoredAbsence = Absence & {
  readonly id: string;
  readonly personId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  readonly why: string;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
};
export type Excuse = typeof excuse.$inferSelect;

const these = (column: unknown, ids: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

/** What counts of these people, without what was taken back. */
export async function listAbsencesOf(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<StoredAbsence[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select()
    .from(absence)
    .where(and(these(absence.personId, personIds), isNull(absence.withdrawnAt)))
    .orderBy(asc(absence.fromDay), asc(absence.id));
  return rows.map(toAbsence);
}

/** Everybody's, the newest recorded first; also what was taken back. Those of one day only where a day is given. */
export async function listAbsences(
  db: Reader,
  { day, offset, limit }: { day: Day | null; offset: number; limit: number },
): Promise<StoredAbsence[]> {
  const onDay = day === null ? undefined : and(lte(absence.fromDay, day), gte(absence.toDay, day));
  const rows = await db
    .select()
    .from(absence)
    .where(onDay && and(onDay, isNull(absence.withdrawnAt)))
    .orderBy(desc(absence.recordedAt), desc(absence.id))
    .limit(limit)
    .offset(offset);
  return rows.map(toAbsence);
}

export async function findAbsence(db: Reader | Tx, id: string): Promise<StoredAbsence | undefined> {
  const row = await db.select().from(absence).where(eq(absence.id, id)).get();
  return row && toAbsence(row);
}

/** Keeps an absence once; says whether it was new. */
export async function insertAbsence(
  tx: Tx,
  row: typeof absence.$inferInsert & { kind: AbsenceKind },
): Promise<boolean> {
  const added = await tx
    .insert(absence)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: absence.id });
  return added.length === 1;
}

export async function updateAbsenceWithdrawn(
  tx: Tx,
  id: string,
  change: { withdrawnAt: Instant; withdrawnBy: string; withdrawnReason: string },
): Promise<void> {
  await tx
    .update(absence)
    .set(change)
    .where(and(eq(absence.id, id), isNull(absence.withdrawnAt)));
}

/** Granted and open ones of these people among all, or everything one person ever asked. */
export async function listExtensionsOf(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<Extension[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select()
    .from(extension)
    .where(these(extension.personId, personIds))
    .orderBy(desc(extension.askedAt));
  return rows.map(toExtension);
}

/** Requests that wait for an answer or have one, of these people or of everybody (null). */
export async function listExtensions(
  db: Reader,
  {
    whose,
    isOpen,
    offset,
    limit,
  }: {
    whose: readonly string[] | null;
    isOpen: boolean;
    offset: number;
    limit: number;
  },
): Promise<Extension[]> {
  const rows = await db
    .select()
    .from(extension)
    .where(
      and(
        whose === null ? undefined : these(extension.personId, whose),
        isOpen ? isNull(extension.outcome) : isNotNull(extension.outcome),
      ),
    )
    .orderBy(isOpen ? asc(extension.askedAt) : desc(extension.answeredAt))
    .limit(limit)
    .offset(offset);
  return rows.map(toExtension);
}

export async function findExtension(db: Reader | Tx, id: string): Promise<Extension | undefined> {
  const row = await db.select().from(extension).where(eq(extension.id, id)).get();
  return row && toExtension(row);
}

export async function insertExtension(
  tx: Tx,
  row: Pick<
    Extension,
    'id' | 'personId' | 'programmeId' | 'period' | 'wantedUntil' | 'reason' | 'askedAt'
  >,
): Promise<void> {
  await tx.insert(extension).values(row);
}

/** Closes an open request; says whether it was open. */
export async function updateAnswered(
  tx: Tx,
  id: string,
  change: Pick<Extension, 'grantedUntil' | 'answeredBy' | 'answer' | 'answeredAt'> & {
    readonly outcome: ExtensionOutcome;
  },
): Promise<boolean> {
  const closed = await tx
    .update(extension)
    .set(change)
    .where(and(eq(extension.id, id), isNull(extension.outcome)))
    .returning({ id: extension.id });
  return closed.length === 1;
}

/** Open requests asked before a moment that have not been passed on. */
export async function listSilent(db: Reader, before: Instant): Promise<Extension[]> {
  const rows = await db
    .select()
    .from(extension)
    .where(
      and(isNull(extension.outcome), isNull(extension.escalatedAt), lte(extension.askedAt, before)),
    );
  return rows.map(toExtension);
}

/** Says whether this call passed it on. */
export async function updateEscalated(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const passed = await tx
    .update(extension)
    .set({ escalatedAt: at })
    .where(and(eq(extension.id, id), isNull(extension.escalatedAt), isNull(extension.outcome)))
    .returning({ id: extension.id });
  return passed.length === 1;
}

/** Also those that were taken back. */
export async function listExcusesOf(db: Reader, personIds: readonly string[]): Promise<Excuse[]> {
  if (personIds.length === 0) return [];
  return db
    .select()
    .from(excuse)
    .where(these(excuse.personId, personIds))
    .orderBy(desc(excuse.excusedAt));
}

export async function findExcuse(db: Reader | Tx, id: string): Promise<Excuse | undefined> {
  return db.select().from(excuse).where(eq(excuse.id, id)).get();
}

export async function insertExcuse(tx: Tx, row: typeof excuse.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(excuse)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: excuse.id });
  return added.length === 1;
}

export async function updateExcuseWithdrawn(
  tx: Tx,
  id: string,
  change: { withdrawnAt: Instant; withdrawnBy: string },
): Promise<void> {
  await tx
    .update(excuse)
    .set(change)
    .where(and(eq(excuse.id, id), isNull(excuse.withdrawnAt)));
}

export async function listAttributesOf(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<{ personId: string; name: string; value: string }[]> {
  return db
    .select({
      personId: personAttribute.personId,
      name: personAttribute.name,
      value: personAttribute.value,
    })
    .from(personAttribute)
    .where(these(personAttribute.personId, personIds));
}

/** Every attribute with the values people have. */
export async function listAttributeValues(db: Reader): Promise<{ name: string; value: string }[]> {
  return db
    .selectDistinct({ name: personAttribute.name, value: personAttribute.value })
    .from(personAttribute)
    .orderBy(asc(personAttribute.name), asc(personAttribute.value))
    .limit(200);
}

export async function saveAttribute(
  tx: Tx,
  row: typeof personAttribute.$inferInsert,
): Promise<void> {
  const { value, setAt } = row;
  await tx
    .insert(personAttribute)
    .values(row)
    .onConflictDoUpdate({
      target: [personAttribute.personId, personAttribute.name],
      set: { value, setAt },
    });
}

export async function saveAttributes(
  tx: Tx,
  rows: readonly (typeof personAttribute.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(personAttribute)
    .values([...rows])
    .onConflictDoUpdate({
      target: [personAttribute.personId, personAttribute.name],
      set: { value: sql`excluded.value`, setAt: sql`excluded.set_at` },
    });
}

export async function deleteAttribute(tx: Tx, personId: string, name: string): Promise<void> {
  await tx
    .delete(personAttribute)
    .where(and(eq(personAttribute.personId, personId), eq(personAttribute.name, name)));
}

function toAbsence(row: typeof absence.$inferSelect): StoredAbsence {
  return { ...row, kind: row.kind as AbsenceKind }; // Written by insertAbsence.
}

function toExtension(row: typeof extension.$inferSelect): Extension {
  return { ...row, outcome: row.outcome as ExtensionOutcome | null }; // Written by updateAnswered.
}
