// The production server: Astro's handler behind the edge of src/platform/http. `npm start` builds, migrates and runs it.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EnvironmentError, environment } from './src/platform/env.ts';
import { edge } from './src/platform/http/edge.ts';
import { staticFiles } from './src/platform/http/static-files.ts';
import { createLog } from './src/platform/log.ts';

const DRAIN_LIMIT_MS = 10_000;
const dist = fileURLToPath(new URL('./dist/', import.meta.url));

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function settings() {
  try {
    return environment();
  } catch (error) {
    if (error instanceof EnvironmentError) stop(error.message);
    throw error;
  }
}

const env = settings();
const log = createLog(env.logLevel);
if (!existsSync(`${dist}server/entry.mjs`))
  stop('There is no build yet: run `npm run build` first.');

process.env.ASTRO_NODE_AUTOSTART = 'disabled';
const { handler } = await import(pathToFileURL(`${dist}server/entry.mjs`).href);

let draining = false;
const server = createServer(
  edge({
    env,
    log,
    files: staticFiles(`${dist}client`),
    render: (request, response, keepPage) => handler(request, response, undefined, { keepPage }),
    isDraining: () => draining,
  }),
);

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE') {
    stop(
      `Port ${env.port} on ${env.host} is in use. Stop the program that uses it, or choose another port: PORT=${env.port + 1} npm start`,
    );
  }
  stop(`The server cannot listen on ${env.host}:${env.port}: ${error.message}`);
});
server.listen(env.port, env.host, () => {
  log.info('listening', {
    host: env.host,
    port: env.port,
    origin: env.origin,
    node: process.version,
  });
});

/** Answers what has begun, takes nothing new. A second signal changes nothing: a terminal sends it to every process. */
function drain(signal) {
  if (draining) return;
  draining = true;
  log.info('draining', { signal });
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => {
    log.error('drain-limit', { seconds: DRAIN_LIMIT_MS / 1000 });
    process.exit(0);
  }, DRAIN_LIMIT_MS).unref();
}
process.on('SIGTERM', drain);
process.on('SIGINT', drain);
// `npm start` holds a channel to this process; when that ends without a signal, nobody needs the server any more.
process.on('disconnect', () => drain('disconnect'));
process.on('uncaughtException', (error) => {
  log.error('crash', { error: error.stack });
  process.exit(1);
});
