// `npm start`: from a bare clone to a running server. Each step is skipped when there is nothing to do.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './build.mjs';
import { prepareDatabase } from './database.mjs';
import { commandEnv, giveUp, root, secondsSince, serverArguments, setUp } from './setup.mjs';

const PATIENCE_MS = 60_000;
const start = performance.now();

setUp();
const prepared = prepareDatabase();
const built = build();
if (!built.ok) giveUp(`${built.output}\nThe build failed: the lines above say why.`);
const server = startServer();
await untilHealthy(prepared.address);
greet(prepared);

function startServer() {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn('node', serverArguments, { cwd: root, env: commandEnv, stdio });
  const stop = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  child.on('exit', (code) => process.exit(code ?? 1));
  whenParentEnds(stop);
  return child;
}

/** A stopped npm leaves its commands behind without telling them; they notice that somebody else is their parent. */
function whenParentEnds(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
}

/** The first question also opens the database, so that nobody waits for it later. */
async function untilHealthy(address) {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const health = await fetch(`${address}/health`).catch(() => null);
    if (health?.ok) return;
    await pause(200);
  }
  server.kill('SIGTERM');
  giveUp(`The server does not answer at ${address}/health. Its lines above say why.`);
}

function greet({ origin, signIns }) {
  console.log(
    `\n  함께 Hamkke is running at ${origin}  (ready after ${secondsSince(start)}, Ctrl-C stops it)\n`,
  );
  if (signIns.length === 0) return;
  console.log('  Sign in to look around (the name to sign in with, the password, who it is):');
  for (const { login, password, role, name } of signIns) {
    console.log(`    ${login.padEnd(10)} ${password.padEnd(16)} ${role}, ${name}`);
  }
  console.log();
}
