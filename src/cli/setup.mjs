// Plain JavaScript for Node 20 and newer that imports nothing from node_modules: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const NEEDED_NODE = [24, 7];

/**
 * How the server process is run. Pages leave much short-lived text behind; with Node's usual 16 MB for young objects the
 * process grows to 430 MB under load; with these limits it was 244 MB after
 * ten seconds of load and 284 MB after the longer benchmark of lessons.
 */
export const serverArguments = [
  '--max-semi-space-size=2',
  '--max-old-space-size=256',
  'server.mjs',
];

/** For every command of this project: its own Node and tools come first, and Astro stays in the foreground and silent. */
export const commandEnv = {
  ...process.env,
  PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '0',
  ASTRO_PREVIEW_BACKGROUND: '0',
};

/** Runs a command to its end. Its output is shown, or kept and returned when `keep` is set. */
export function run(command, words = [], { env = {}, keep = false, timeout } = {}) {
  const result = spawnSync(command, words, {
    cwd: root,
    env: { ...commandEnv, ...env },
    encoding: 'utf8',
    stdio: ['ignore', keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
    timeout,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  return { ok: result.status === 0, output, stdout: result.stdout ?? '' };
}

/** Says why and ends with a failure. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Packages as the lock file names them, and a Node that is new enough. */
export function setUp() {
  mkdirSync(join(root, 'var'), { recursive: true });
  installPackages();
  checkNode();
}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(modules, '.hamkke-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalled(JSON.parse(lock))) {
    console.log('Installing packages (npm ci), about half a minute …');
    if (!run('npm', ['ci']).ok) giveUp('npm ci failed: the lines above say why.');
  }
  writeFileSync(stamp, wanted);
}

/** Whether somebody has installed exactly these packages already; those for other machines may be missing. */
function isInstalled(lock) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .every(([path, { version, optional }]) => there[path]?.version === version || optional);
}

function checkNode() {
  const version = run('node', ['-p', 'process.versions.node'], { keep: true }).stdout.trim();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED_NODE;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  giveUp(
    `Node ${version} is too old: ${NEEDED_NODE.join('.')} or newer is needed. It comes with the packages on Linux, Windows and Intel Macs; on another machine install it and start again.`,
  );
}
