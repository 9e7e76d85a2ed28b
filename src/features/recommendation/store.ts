import { and, eq, lt } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { recommendationDismissal } from '#db/schema/recommendation.ts';
import type { Instant } from '#kernel/date.ts';
import type { Dismissal } from './recommend.ts';

export async function listDismissals(reader: Reader | Tx, personId: string): Promise<Dismissal[]> {
  const { key, situation, at } = recommendationDismissal;
  return reader
    .select({ key, situation, at })
    .from(recommendationDismissal)
    .where(eq(recommendationDismissal.personId, personId));
}

/** Keeps the newest word about a key. */
export async function saveDismissal(tx: Tx, personId: string, dismissal: Dismissal): Promise<void> {
  await tx
    .insert(recommendationDismissal)
    .values({ personId, ...dismissal })
    .onConflictDoUpdate({
      target: [recommendationDismissal.personId, recommendationDismissal.key],
      set: { situation: dismissal.situation, at: dismissal.at },
    });
}

export async function deleteDismissal(tx: Tx, personId: string, key: string): Promise<void> {
  await tx
    .delete(recommendationDismissal)
    .where(
      and(eq(recommendationDismissal.personId, personId), eq(recommendationDismissal.key, key)),
    );
}

export async function deleteDismissalsBefore(
  tx: Tx,
  personId: string,
  before: Instant,
): Promise<void> {
  await tx
    .delete(recommendationDismissal)
    .where(
      and(eq(recommendationDismissal.personId, personId), lt(recommendationDismissal.at, before)),
    );
}
