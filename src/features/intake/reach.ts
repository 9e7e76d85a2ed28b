import { type Actor, may } from '#kernel/rights.ts';
import { type Import, type ImportKind, KINDS, type Reach } from './import.ts';

/** Whom the actor may name in an import of a kind; null for nobody. */
export function reachOf(actor: Actor, kind: ImportKind): Reach | null {
  switch (kind) {
    case 'people':
      return may(actor, 'manage-people') ? 'everybody' : null;
    case 'records':
      if (may(actor, 'review-learning')) return 'everybody';
      return may(actor, 'review-learning', { trainers: [actor.personId] }) ? 'learners' : null;
  }
}

export function kindsFor(actor: Actor): ImportKind[] {
  return KINDS.filter((kind) => reachOf(actor, kind) !== null);
}

/** Whose imports the actor sees: an administrator everybody's, a trainer their own. */
export function ownerSeenBy(actor: Actor): string | null {
  return may(actor, 'manage-people') ? null : actor.personId;
}

export function maySee(
  actor: Actor,
  { kind, uploadedBy }: Pick<Import, 'kind' | 'uploadedBy'>,
): boolean {
  if (reachOf(actor, kind) === null) return false;
  return uploadedBy === actor.personId || ownerSeenBy(actor) === null;
}
