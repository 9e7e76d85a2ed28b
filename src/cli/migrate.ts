import { migrateDatabase } from '#db/migrate.ts';
import { command } from './command.ts';

await command(async ({ databaseUrl, databaseAuthToken }) => {
  const count = await migrateDatabase(databaseUrl, { authToken: databaseAuthToken });
  return count === 0 ? 'The database is up to date.' : `Migrations that ran: ${count}.`;
});
