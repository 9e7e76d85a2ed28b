import {
  findSnapshot,
  keepSnapshot,
  type Snapshot,
  snapshotOf,
} from '#features/catalogue/service.ts';
import type { App } from '#kernel/ports.ts';
import { allCompetencies, type WithFramework } from '../framework.ts';
import { insertWording, listWordings, listWordingsOf } from '../store/wordings.ts';
import {
  type Difference,
  differencesBetween,
  readWords,
  storedWords,
  type Wording,
  type Wordings,
} from '../wording.ts';

type WordingApp = App & WithFramework;

/**
 * At start: keeps the words of every competency that reads differently from the last time, with the moment and the version
 * of the framework; answers which ones. Words that come back after others come into force anew. Writes nothing when nothing
 * changed.
 */
export async function keepWordings(app: WordingApp): Promise<string[]> {
  const { version } = app.framework;
  const today = allCompetencies(app.framework).map((one) =>
    snapshotOf(app, 'competency', one.id, storedWords(one)),
  );
  if (reworded(today, await wordingsOf(app)).length === 0) return [];
  return app.db.write(async (tx) => {
    // Asked again: another server may have started in between.
    const changed = reworded(today, byCompetency(await listWordings(tx)));
    for (const snapshot of changed) {
      const { objectId: competency, hash, firstSeenAt: since } = snapshot;
      await keepSnapshot(tx, snapshot);
      await insertWording(tx, { competency, since, version, hash });
    }
    return changed.map(({ objectId }) => objectId);
  });
}

function reworded(today: readonly Snapshot[], known: Wordings): Snapshot[] {
  return today.filter(({ objectId, hash }) => known.get(objectId)?.at(-1)?.hash !== hash);
}

/** Since when each competency reads as it does, and how it read before. Public like the framework itself. */
export async function wordingsOf(app: Pick<App, 'db'>): Promise<Wordings> {
  return byCompetency(await listWordings(app.db.read));
}

function byCompetency(wordings: readonly Wording[]): Wordings {
  return Map.groupBy(wordings, ({ competency }) => competency);
}

export type Rewording = Wording & { readonly differences: readonly Difference[] };

/** Every change of a competency's words, newest first, each with what reads differently since. */
export async function rewordingsOf(app: Pick<App, 'db'>, competency: string): Promise<Rewording[]> {
  const wordings = await listWordingsOf(app.db.read, competency);
  const words = await Promise.all(
    wordings.map(async ({ hash }) => {
      const kept = await findSnapshot(app.db.read, hash);
      if (kept === null) throw new Error(`the words ${hash} of ${competency} are not kept`);
      return readWords(kept.body);
    }),
  );
  const changes = wordings.map((wording, at) => {
    const [before, after] = [words[at - 1], words[at]];
    return { ...wording, differences: before && after ? differencesBetween(before, after) : [] };
  });
  return changes.slice(1).reverse();
}
