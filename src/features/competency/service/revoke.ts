import type { Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { isOpen } from '../challenge.ts';
import { giverOf, readReason } from '../revocation.ts';
import { listChallengesOfPiece, updateClosed } from '../store/challenges.ts';
import { findEvidence, markRevoked } from '../store/revocation.ts';
import { type EvidenceApp, refreshCells } from './cells.ts';

/**
 * Takes a piece of evidence out of the level for a reason its owner reads. For administrators and for whoever gave it, never
 * for the person it is about. The competency then stands as if the piece had never been there; revoking it again changes
 * nothing and keeps the first reason.
 */
export async function revokeEvidence(
  app: App & EvidenceApp,
  actor: Actor,
  input: { readonly evidenceId: string; readonly reason: string },
): Promise<Result<{ personId: string; competency: string }>> {
  const reason = readReason(input.reason);
  return app.db.write(async (tx) => {
    const piece = await findEvidence(tx, input.evidenceId);
    if (piece === undefined) return refuse({ code: 'not-found' });
    const { personId, competency, shown } = piece;
    if (!may(actor, 'revoke-evidence', { owner: personId, giver: giverOf(shown) }))
      return refuse({ code: 'not-allowed' });
    if (!reason.ok) return reason;
    await revokePieces(tx, app, { ids: [piece.id], reason: reason.value, by: actor.personId });
    return ok({ personId, competency });
  });
}

/**
 * Takes several pieces out in the transaction of a bigger act, which has decided that it may: a review revised, an import
 * undone, a challenge upheld. `reason` is what `readReason` gave. Answers how many still counted until now.
 */
export async function revokePieces(
  tx: Tx,
  app: EvidenceApp,
  act: { readonly ids: readonly string[]; readonly reason: string; readonly by: string },
): Promise<number> {
  const at = app.clock.now();
  const revoked = await markRevoked(tx, { ids: act.ids, reason: act.reason, at });
  for (const { id, personId, competency, kind } of revoked) {
    await closeChallenges(tx, { evidenceId: id, reason: act.reason, by: act.by, at });
    await writeAudit(tx, {
      at,
      actorId: act.by,
      act: 'evidence-revoked',
      subject: `person:${personId}`,
      detail: { kind, competency, evidence: id },
    });
  }
  await refreshCells(tx, app, revoked);
  return revoked.length;
}

/** Whoever takes a piece out has answered what was said against it. */
async function closeChallenges(
  tx: Tx,
  { evidenceId, reason, by, at }: { evidenceId: string; reason: string; by: string; at: Instant },
): Promise<void> {
  const open = (await listChallengesOfPiece(tx, evidenceId)).filter(isOpen);
  for (const { id } of open) {
    await updateClosed(tx, id, { outcome: 'revoked', closedBy: by, answer: reason, closedAt: at });
  }
}
