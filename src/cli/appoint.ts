import { fileURLToPath } from 'node:url';
import { appointAdministrator } from '#features/identity/service.ts';
import { readUnchecked } from '#library/read.ts';
import { assembleApp } from '../app.ts';
import { command } from './command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run appoint -- <sign-in name>`: makes somebody who has an account an administrator. */
await command(async (env) => {
  const login = process.argv[2] ?? '';
  const library = await readUnchecked(root);
  const app = assembleApp(env, library);
  try {
    const outcome = await appointAdministrator(app, login);
    if (!outcome.ok) throw new Error(`Nobody signs in as "${login}". Sign up first.`);
    return outcome.value === 'appointed'
      ? `${login} is an administrator from the next click on.`
      : `${login} is an administrator already.`;
  } finally {
    app.db.close();
  }
});
