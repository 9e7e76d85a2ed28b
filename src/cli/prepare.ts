import { createServer } from 'node:net';
import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { countPeople } from '#db/people.ts';
import { DEMO_SIGN_INS } from '#features/identity/demo.ts';
import type { Env } from '#platform/env.ts';
import { command } from './command.ts';

/**
 * The part of `npm start` that needs the program's own code: checks the settings and the port, migrates, and prints one
 * line of JSON that says what is left to do.
 */
await command(async (env) => {
  await checkPort(env);
  await migrateDatabase(env.databaseUrl, { authToken: env.databaseAuthToken });
  return JSON.stringify({ ...(await describePeople(env)), ...addressesOf(env) });
});

function checkPort({ host, port }: Env): Promise<void> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function describePeople({ databaseUrl, databaseAuthToken, demo }: Env) {
  const database = openDatabase(databaseUrl, databaseAuthToken);
  const { people, demonstration } = await countPeople(database.read);
  database.close();
  const needsDemo = demo && people === 0;
  return { needsDemo, signIns: needsDemo || demonstration > 0 ? DEMO_SIGN_INS : [] };
}

/** Where this machine reaches the server, and where people do. */
function addressesOf({ host, port, origin }: Env) {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? host;
  return { host, port, address: `http://${name}:${port}`, origin };
}
