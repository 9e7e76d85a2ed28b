import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { expect, test } from '@playwright/test';

const LESSON = '/en/courses/use-it-check-it-help/find-your-benefits';
const ROUNDS = 8;
const LEARNERS_AT_ONCE = 6;
/** Long enough for answers to be under way, short enough to fall among them. */
const LIVES_MS = [120, 180, 240, 300];

test('no acknowledged answer is lost when the server is killed again and again', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'hamkke-killed-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const url = `file:${join(folder, 'hamkke.db')}`;
  const env = { ...process.env, DATABASE_URL: url, PORT: String(port), HOST: '127.0.0.1' };
  Object.assign(env, {
    SECRET: 'for tests only, therefore known to everybody',
    LOG_LEVEL: 'silent',
  });
  expect(spawnSync('node', ['src/cli/migrate.ts'], { env }).status).toBe(0);

  const acknowledged: string[] = [];
  let cookie = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = spawn('node', ['server.mjs'], { cwd: process.cwd(), env, stdio: 'ignore' });
    await untilHealthy(origin);
    cookie ||= await signUp(origin);
    const answering = Array.from({ length: LEARNERS_AT_ONCE }, () =>
      answerUntilItDies(origin, cookie, acknowledged),
    );
    await new Promise((resolve) => setTimeout(resolve, LIVES_MS[round % LIVES_MS.length]));
    await kill(server);
    await Promise.all(answering);
  }

  const client = createClient({ url });
  const { rows } = await client.execute('select id from statement');
  const stored = new Set(rows.map(({ id }) => id));
  const integrity = await client.execute('pragma integrity_check');
  client.close();
  rmSync(folder, { recursive: true });
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(integrity.rows[0]?.['integrity_check']).toBe('ok');
});

/** Sends answer after answer; one that was acknowledged (303 See Other) is written down. Ends when the server is gone. */
async function answerUntilItDies(origin: string, cookie: string, acknowledged: string[]) {
  for (;;) {
    const eventId = crypto.randomUUID();
    const form = { act: 'answer', item: 'days-left', eventId, number: '30' };
    const response = await send(`${origin}${LESSON}`, form, cookie);
    if (response === null) return;
    if (response.status !== 303) throw new Error(`an answer was met with ${response.status}`);
    acknowledged.push(eventId);
  }
}

async function signUp(origin: string): Promise<string> {
  const form = { name: '봄이', login: 'bomi', email: '', password: '창밖에는 눈이 옵니다' };
  const response = await send(`${origin}/ko/sign-up`, form, '');
  const cookie = response?.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`signing up was met with ${response?.status}`);
  return cookie;
}

/** Null when the connection broke before an answer came. */
async function send(url: string, form: Record<string, string>, cookie: string) {
  try {
    return await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: new URL(url).origin, cookie },
      body: new URLSearchParams(form),
    });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function untilHealthy(origin: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`${origin}/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
}

function kill(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
