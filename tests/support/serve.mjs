// The built server for browser tests: on its own port, with its own database, filled anew at every start.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, root, run } from '../../src/cli/setup.mjs';

const folder = join(root, 'var/test/server');
const settings = {
  HOST: '127.0.0.1',
  PORT: process.env.TEST_PORT ?? '4517',
  DATABASE_URL: `file:${join(folder, 'hamkke.db')}`,
  PUBLIC_ORIGIN: '',
  SECRET: 'for tests only, therefore known to everybody',
  SMTP_URL: '',
  TIME_ZONE: 'Asia/Seoul',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  TRUST_PROXY: 'off',
};

rmSync(folder, { recursive: true, force: true });
Object.assign(process.env, settings);
for (const command of ['src/cli/migrate.ts', 'src/cli/seed.ts']) {
  const { ok, output } = run('node', [command], { env: settings, keep: true });
  if (!ok) giveUp(output);
}
await import('../../server.mjs');
