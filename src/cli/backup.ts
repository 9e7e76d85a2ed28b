import { backUp } from '#db/backup.ts';
import { command } from './command.ts';

/** `npm run db:backup [-- file]`: without a file name, the moment names it. */
await command(async ({ databaseUrl }) => {
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const target = process.argv[2] ?? `var/backups/${moment}.db`;
  await backUp(databaseUrl, target);
  return `Copied the database to ${target}.`;
});
