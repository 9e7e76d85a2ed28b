// The built product, for as long as a book is made from its pages.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandEnv, root, run } from '../setup.mjs';

/** Starts the built server on a free port, with an empty database of its own. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'hamkke-book-'));
  const port = String(await freePort());
  const env = {
    ...commandEnv,
    HOST: '127.0.0.1',
    PORT: port,
    PUBLIC_ORIGIN: '',
    DATABASE_URL: `file:${join(folder, 'book.db')}`,
    LOG_LEVEL: 'error',
  };
  const migrated = run('node', ['src/cli/migrate.ts'], { env, keep: true });
  if (!migrated.ok) throw new Error(migrated.output);
  const server = spawn(process.execPath, ['server.mjs'], { cwd: root, env, stdio: 'ignore' });
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(`${origin}/health`).catch(() => null);
    if (answer?.ok) return { origin, stop };
    await pause(200);
  }
  stop();
  throw new Error('The server did not start. Try npm start to see why.');
}

function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
