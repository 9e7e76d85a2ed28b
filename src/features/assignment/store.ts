import { eq, inArray, or } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { absence, assignment } from '#db/schema/assignment.ts';
import type { Instant } from '#kernel/date.ts';
import type { Absence, AbsenceKind } from './absence.ts';
import type { Assignment } from './audience.ts';

export async function listAssignments(
  db: Reader,
  personIds: readonly string[],
  unitIds: readonly string[],
): Promise<Assignment[]> {
  const rows = await db
    .select()
    .from(assignment)
    .where(
      or(
        inArray(assignment.personId, [...personIds]),
        unitIds.length > 0 ? inArray(assignment.unitId, [...unitIds]) : undefined,
      ),
    );
  return rows.map(({ reasonKo, reasonEn, createdAt: _, ...row }) => ({
    ...row,
    reason: { ko: reasonKo, en: reasonEn },
  }));
}

export async function listAbsences(db: Reader, personId: string): Promise<Absence[]> {
  const rows = await db.select().from(absence).where(eq(absence.personId, personId));
  return rows.map(toAbsence);
}

export async function listAbsencesOf(
  db: Reader,
  personIds: readonly string[],
): Promise<(Absence & { personId: string })[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select()
    .from(absence)
    .where(inArray(absence.personId, [...personIds]));
  return rows.map((row) => ({ ...toAbsence(row), personId: row.personId }));
}

export async function insertAssignment(
  tx: Tx,
  { reason, ...row }: Assignment,
  createdAt: Instant,
): Promise<void> {
  await tx
    .insert(assignment)
    .values({ ...row, reasonKo: reason.ko, reasonEn: reason.en, createdAt });
}

export async function insertAbsence(
  tx: Tx,
  row: Absence & { id: string; personId: string },
  recordedAt: Instant,
): Promise<void> {
  await tx.insert(absence).values({ ...row, recordedAt });
}

function toAbsence({ kind, fromDay, toDay }: typeof absence.$inferSelect): Absence {
  return { kind: kind as AbsenceKind, fromDay, toDay }; // Written by insertAbsence.
}
