import { and, asc, count, desc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { intakeImport, intakeMapping } from '#db/schema/intake.ts';
import type { Instant } from '#kernel/date.ts';
import type { Findings, Import, ImportKind, ImportState, Reach } from '../import.ts';
import { readSettings, type Settings } from '../settings.ts';

export async function insertImport(tx: Tx, one: Import): Promise<void> {
  await tx.insert(intakeImport).values({
    ...one,
    header: JSON.stringify(one.header),
    settings: JSON.stringify(one.settings),
    findings: one.findings === null ? null : JSON.stringify(one.findings),
  });
}

type Change = Partial<
  Pick<
    Import,
    | 'rows'
    | 'state'
    | 'checkedAt'
    | 'reach'
    | 'confirmedBy'
    | 'confirmedAt'
    | 'finishedAt'
    | 'undoneBy'
    | 'undoneAt'
    | 'undoReason'
  >
> & { settings?: Settings; findings?: Findings | null };

export async function updateImport(tx: Tx, id: string, change: Change): Promise<void> {
  const { settings, findings, ...rest } = change;
  await tx
    .update(intakeImport)
    .set({
      ...rest,
      ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
      ...(findings === undefined
        ? {}
        : { findings: findings === null ? null : JSON.stringify(findings) }),
    })
    .where(eq(intakeImport.id, id));
}

export async function findImport(db: Reader | Tx, id: string): Promise<Import | undefined> {
  const row = await db.select().from(intakeImport).where(eq(intakeImport.id, id)).get();
  return row && toImport(row);
}

/** Whose imports, null for everybody's; of which kind. Drafts are listed too, discarded ones are not. */
export type ImportFilter = {
  readonly uploadedBy: string | null;
  readonly kinds: readonly ImportKind[];
};

const LISTED: readonly ImportState[] = ['draft', 'applying', 'applied', 'undoing', 'undone'];

/** Newest first. */
export async function listImports(
  db: Reader,
  filter: ImportFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<Import[]> {
  const rows = await db
    .select()
    .from(intakeImport)
    .where(matches(filter))
    .orderBy(desc(intakeImport.uploadedAt), desc(intakeImport.id))
    .limit(limit)
    .offset(offset);
  return rows.map(toImport);
}

export async function countImports(db: Reader, filter: ImportFilter): Promise<number> {
  const row = await db.select({ n: count() }).from(intakeImport).where(matches(filter)).get();
  return row?.n ?? 0;
}

function matches({ uploadedBy, kinds }: ImportFilter): SQL | undefined {
  return and(
    inArray(intakeImport.state, [...LISTED]),
    inArray(intakeImport.kind, [...kinds]),
    uploadedBy === null ? undefined : eq(intakeImport.uploadedBy, uploadedBy),
  );
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.delete(intakeImport).where(eq(intakeImport.id, id));
}

/** Files that were not put down to their end before a moment. */
export async function listHalfRead(db: Reader, before: Instant): Promise<string[]> {
  const rows = await db
    .select({ id: intakeImport.id })
    .from(intakeImport)
    .where(and(eq(intakeImport.state, 'reading'), lt(intakeImport.uploadedAt, before)));
  return rows.map(({ id }) => id);
}

/** Imports whose work was begun and has not ended, the oldest first. */
export async function listUnfinished(db: Reader): Promise<Import[]> {
  const rows = await db
    .select()
    .from(intakeImport)
    .where(inArray(intakeImport.state, ['applying', 'undoing']))
    .orderBy(asc(intakeImport.uploadedAt));
  return rows.map(toImport);
}

export async function findMapping(
  db: Reader,
  kind: ImportKind,
  signature: string,
): Promise<Settings | undefined> {
  const row = await db
    .select()
    .from(intakeMapping)
    .where(and(eq(intakeMapping.kind, kind), eq(intakeMapping.signature, signature)))
    .get();
  return row && readSettings(row.settings);
}

export async function saveMapping(
  tx: Tx,
  mapping: { kind: ImportKind; signature: string; settings: Settings; usedAt: Instant },
): Promise<void> {
  const { kind, signature, usedAt } = mapping;
  const settings = JSON.stringify(mapping.settings);
  await tx
    .insert(intakeMapping)
    .values({ kind, signature, settings, usedAt })
    .onConflictDoUpdate({
      target: [intakeMapping.kind, intakeMapping.signature],
      set: { settings, usedAt },
    });
}

function toImport(row: typeof intakeImport.$inferSelect): Import {
  return {
    ...row,
    kind: row.kind as ImportKind, // These were written by insertImport.
    state: row.state as ImportState,
    reach: row.reach as Reach,
    header: JSON.parse(row.header) as string[],
    settings: readSettings(row.settings),
    findings: row.findings === null ? null : (JSON.parse(row.findings) as Findings),
  };
}
