import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandEnv, root, run, serverArguments } from '../../../src/cli/setup.mjs';

const PATIENCE_MS = 60_000;
export const FIRST_PORT = Number(process.env['BENCH_PORT'] ?? 4571);

export type Ground = { readonly folder: string; readonly databaseUrl: string };
export type Running = {
  readonly origin: string;
  /** From the start of the process to its first answer, in milliseconds. */
  readonly readyAfter: number;
  /** Resident memory in MB, `most` since the start; null where the system does not tell. */
  memory(): { now: number; most: number } | null;
  /** Processor time used since the start, in milliseconds, all threads together; null where the system does not tell. */
  processorTime(): number | null;
  stop(): Promise<void>;
};

/** A folder of its own with a freshly filled demonstration database. */
export function prepareGround(name: string): Ground {
  const folder = join(root, 'var/bench', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const databaseUrl = `file:${join(folder, 'hamkke.db')}`;
  for (const command of ['src/cli/migrate.ts', 'src/cli/seed.ts']) {
    const { ok, output } = run('node', [command], { env: settings(databaseUrl, 1), keep: true });
    if (!ok) throw new Error(output);
  }
  return { folder, databaseUrl };
}

/** The built server as an operator runs it, its log lines going to a file. */
export function startServer({ folder, databaseUrl }: Ground, port = FIRST_PORT): Promise<Running> {
  const env = settings(databaseUrl, port);
  return startProcess(serverArguments, { env, port, log: join(folder, 'server.log') });
}

/** Starts a Node program that listens on `port` and answers at /health. */
export async function startProcess(
  words: readonly string[],
  { env = {}, port, log }: { env?: Record<string, string>; port: number; log: string },
): Promise<Running> {
  const origin = `http://127.0.0.1:${port}`;
  const output = openSync(log, 'a');
  const start = performance.now();
  const child = spawn('node', words, {
    cwd: root,
    env: { ...commandEnv, ...env },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const stop = () => stopProcess(child);
  process.once('exit', () => child.kill('SIGKILL'));
  try {
    await untilHealthy(origin, child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  const readyAfter = performance.now() - start;
  return {
    origin,
    readyAfter,
    memory: () => memoryOf(child.pid),
    processorTime: () => processorTimeOf(child.pid),
    stop,
  };
}

function settings(databaseUrl: string, port: number): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: '',
    SECRET: 'for measurements only, therefore known to all',
    SMTP_URL: '',
    LOG_LEVEL: 'info',
    TRUST_PROXY: 'off',
    DEMO: 'on',
  };
}

async function untilHealthy(origin: string, child: ChildProcess, log: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt && child.exitCode === null) {
    const answer = await fetch(`${origin}/health`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(5);
  }
  throw new Error(`No answer at ${origin}/health. The log says:\n${readFileSync(log, 'utf8')}`);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await gone;
  clearTimeout(limit);
}

function memoryOf(pid: number | undefined): { now: number; most: number } | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Math.round(Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))?.[1]) / 1024);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

function processorTimeOf(pid: number | undefined): number | null {
  if (process.platform !== 'linux') return null;
  // The name of the program stands in parentheses; user and system time are the 12th and 13th word after it, in 1/100 s.
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(words[11]) + Number(words[12])) * 10;
}
