import { createHash, randomUUID } from 'node:crypto';
import { openDatabase } from '#db/client.ts';
import { person, roleGrant, session } from '#db/schema/identity.ts';
import { scenarioStep } from '#db/schema/scenario.ts';

export type Player = { readonly personId: string; readonly cookie: string };

/** People who have just signed in, written straight into the database: passwords would cost more than what is measured. */
export async function addPlayers(
  databaseUrl: string,
  count: number,
  idOf: (n: number) => string = () => randomUUID(),
): Promise<Player[]> {
  const database = openDatabase(databaseUrl);
  const now = Date.now();
  const players = Array.from({ length: count }, (_, n) => ({ id: idOf(n), secret: randomUUID() }));
  await database.write(async (tx) => {
    for (const [index, { id, secret }] of players.entries()) {
      const name = `player-${index}`;
      const plain = { id, login: name, name, locale: 'en', passwordHash: 'none', createdAt: now };
      await tx.insert(person).values(plain).onConflictDoNothing();
      const role = { personId: id, role: 'resident', grantedAt: now };
      await tx.insert(roleGrant).values(role).onConflictDoNothing();
      const idHash = createHash('sha256').update(secret).digest('hex');
      const expiresAt = now + 6 * 60 * 60 * 1000;
      await tx.insert(session).values({ idHash, personId: id, createdAt: now, expiresAt });
    }
  });
  database.close();
  return players.map(({ id: personId, secret }) => ({ personId, cookie: `hamkke=${secret}` }));
}

/** How many decisions are kept for these runs. */
export async function countSteps(databaseUrl: string, runIds: readonly string[]): Promise<number> {
  const database = openDatabase(databaseUrl);
  const rows = await database.read.select({ runId: scenarioStep.runId }).from(scenarioStep);
  database.close();
  const ours = new Set(runIds);
  return rows.filter(({ runId }) => ours.has(runId)).length;
}
