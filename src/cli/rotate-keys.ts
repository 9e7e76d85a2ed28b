import { fileURLToPath } from 'node:url';
import { publicKeys, rotateKeys, withdrawKey } from '#features/credential/service.ts';
import { readUnchecked } from '#library/read.ts';
import { assembleApp, type HamkkeApp } from '../app.ts';
import { command } from './command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * `npm run rotate-keys`: certificates are signed with a new pair of keys from now on; old ones stay good.
 * `npm run rotate-keys -- --list`: every key there ever was.
 * `npm run rotate-keys -- --withdraw <key> <moment>`: somebody else may have had that key since then, such as 2026-11-22T09:00Z.
 */
await command(async (env) => {
  const app = assembleApp(env, await readUnchecked(root));
  try {
    const [act, id = '', moment = ''] = process.argv.slice(2);
    if (act === '--list') return await listed(app);
    if (act === '--withdraw') return await withdraw(app, id, moment);
    if (act !== undefined) throw new Error('Say nothing, --list, or --withdraw <key> <moment>.');
    const keys = await rotateKeys(app);
    return `Certificates are signed with ${keys.join(' and ')} from now on. Old ones stay good.`;
  } finally {
    app.db.close();
  }
});

async function listed(app: HamkkeApp): Promise<string> {
  const lines = (await publicKeys(app)).map((key) => {
    const state =
      key.withdrawnFrom !== null
        ? `withdrawn from ${saidOf(key.withdrawnFrom)}`
        : key.retiredAt !== null
          ? `retired ${saidOf(key.retiredAt)}`
          : 'in use';
    return `${key.id}  ${key.kind.padEnd(7)}  made ${saidOf(key.madeAt)}  ${state}`;
  });
  return lines.length > 0 ? lines.join('\n') : 'There is no key yet: the first start makes a pair.';
}

async function withdraw(app: HamkkeApp, id: string, moment: string): Promise<string> {
  const from = Date.parse(moment);
  if (Number.isNaN(from)) throw new Error(`"${moment}" is no moment. Write 2026-11-22T09:00Z.`);
  const outcome = await withdrawKey(app, { id, from });
  if (!outcome.ok) throw new Error(`There is no key "${id}". --list tells all of them.`);
  return `Nothing signed with ${id} from ${saidOf(from)} on is believed, and another key takes its place.`;
}

function saidOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}
