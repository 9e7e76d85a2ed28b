import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { type Credit, type CreditFinding, creditedItem } from '../credit.ts';
import type { NeedItem } from '../programme.ts';
import { findCredit, insertCredit, listCreditsOf, updateCredit } from '../store/credits.ts';
import { requiredFor } from './own.ts';
import type { ProgrammeApp } from './plans.ts';

/** The thing of this name that is required of a person and that a document may stand for; null when there is none. */
export async function creditableItem(
  app: ProgrammeApp,
  personId: string,
  name: string,
): Promise<NeedItem | null> {
  const required = await requiredFor(app, personId);
  return creditedItem(
    name,
    required.flatMap(({ items }) => items.map(({ item }) => item)),
  );
}

/** In the transaction that keeps a claim: what is required waits from now on for its reviewer. */
export async function awaitCredit(
  tx: Tx,
  app: App,
  one: { readonly claimId: string; readonly personId: string; readonly item: string },
): Promise<void> {
  await insertCredit(tx, { ...one, handedInOn: dayAt(app.clock.now(), app.zone) });
}

/** The credit a claim asks for, if any. The caller has made sure that the claim may be seen. */
export async function creditOf(db: Reader | Tx, claimId: string): Promise<Credit | null> {
  return (await findCredit(db, claimId)) ?? null;
}

/** What a person asked to be credited with and did not take back. Asked by the person or by a caller that may see it. */
export async function creditsOf(app: Pick<App, 'db'>, personId: string): Promise<Credit[]> {
  return listCreditsOf(app.db.read, [personId]);
}

/** A reviewer's answer, in the transaction of their decision; a later one takes the place of it and leaves its trace. */
export async function answerCredit(
  tx: Tx,
  app: App,
  { claimId, finding, by }: { claimId: string; finding: CreditFinding; by: string },
): Promise<void> {
  const credit = await findCredit(tx, claimId);
  if (credit === undefined) throw new Error(`the claim ${claimId} asks for no credit`);
  const at = app.clock.now();
  await updateCredit(tx, claimId, { answer: { ...finding, by, at } });
  await writeAudit(tx, {
    at,
    actorId: by,
    act: 'claim-decided',
    subject: `person:${credit.personId}`,
    detail: { claim: claimId, item: credit.item, found: finding.outcome },
  });
}

/** With a claim that is taken back, what it asked for is asked for no longer. */
export async function withdrawCredit(tx: Tx, app: App, claimId: string): Promise<void> {
  await updateCredit(tx, claimId, { withdrawnAt: app.clock.now() });
}
