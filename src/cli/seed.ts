import { fileURLToPath } from 'node:url';
import { countPeople } from '#db/people.ts';
import { DEMO_SIGN_INS } from '#features/identity/demo.ts';
import { readLibrary } from '#library/read.ts';
import type { Env } from '#platform/env.ts';
import { assembleApp } from '../app.ts';
import { command } from './command.ts';
import { plantDemo } from './demo/plant.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Half a demonstration would stay for good, as a database with people in it is left alone: Ctrl-C has to wait a moment.
process.on('SIGINT', () => console.error('The demonstration is nearly written. One moment …'));

/** Fills a database without people with demonstration people. The tables must be up to date. */
await command(async (env) => {
  const app = await openApp(env);
  try {
    const { people } = await countPeople(app.db.read);
    if (people > 0) return `There are ${people} people in the database already: nothing was added.`;
    await plantDemo(app);
    const lines = DEMO_SIGN_INS.map(
      ({ login, password, role, name }) => `  ${login}  ${password}  ${role}  ${name}`,
    );
    return ['Demonstration people are in the database. To try it as one of them:', ...lines].join(
      '\n',
    );
  } finally {
    app.db.close();
  }
});

async function openApp(env: Env) {
  const { library, problems } = await readLibrary(root);
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    throw new Error(
      `The content has ${errors.length} errors: node src/cli/check-content.ts lists them.`,
    );
  }
  return assembleApp(env, library);
}
