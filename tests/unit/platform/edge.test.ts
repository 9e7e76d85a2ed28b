import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readEnv } from '#platform/env.ts';
import { edge } from '#platform/http/edge.ts';
import { staticFiles } from '#platform/http/static-files.ts';
import { BODY_LIMIT, UPLOAD_LIMIT } from '#platform/http/uploads.ts';
import { freshPath } from '#tests/support/database.ts';

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };
type Setup = { env?: Record<string, string>; draining?: boolean };

const servers: { close(): unknown }[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** A server whose pages tell which headers they were given. */
async function start({ env = {}, draining = false }: Setup = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = {
    info: (event: string, details?: object) => lines.push({ event, ...details }),
    error: (event: string, details?: object) => lines.push({ event, ...details }),
  };
  const render = (request: IncomingMessage, response: ServerResponse) => {
    const page = `${JSON.stringify(request.headers)}${' '.repeat(2000)}`;
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  };
  const listener = edge({
    env: readEnv(env, () => 'x'.repeat(32)),
    log,
    files: staticFiles(exampleBuild()),
    render,
    isDraining: () => draining,
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return { port, lines };
}

function exampleBuild(): string {
  const folder = freshPath('client');
  const files = {
    '_astro/site.abc.css': 'a{color:red}'.repeat(200),
    'robots.txt': 'User-agent: *',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: object; body?: Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, path, method, headers: { ...headers }, agent: false };
    const request = send(options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: Buffer.concat(chunks) });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const seenBy = ({ body }: Answer) => JSON.parse(body.toString()) as Record<string, string>;

test('every answer carries the protective headers and a name that the page knows too', async () => {
  const { port } = await start();
  const answer = await ask(port, '/ko');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.equal(answer.headers['x-frame-options'], 'DENY');
  assert.equal(answer.headers['referrer-policy'], 'same-origin');
  assert.equal(answer.headers['cross-origin-opener-policy'], 'same-origin');
  assert.match(String(answer.headers['permissions-policy']), /camera=\(\)/);
  const policy = String(answer.headers['content-security-policy']);
  assert.match(policy, /^default-src 'self'; script-src 'self' 'sha256-/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(answer.headers['strict-transport-security'], undefined);
  assert.match(String(answer.headers['x-request-id']), /^[\w-]{36}$/);
  assert.equal(seenBy(answer)['x-request-id'], answer.headers['x-request-id']);
});

test('a client cannot claim another host, protocol, address or request name', async () => {
  const { port } = await start({ env: { PUBLIC_ORIGIN: 'https://learn.example.org' } });
  const claim = {
    host: 'evil.example.org',
    forwarded: 'host=evil.example.org',
    'x-forwarded-host': 'evil.example.org',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '10.0.0.1',
    'x-request-id': 'chosen-by-the-client',
  };
  const answer = await ask(port, '/', { headers: claim });
  const seen = seenBy(answer);
  assert.equal(seen['host'], 'learn.example.org');
  assert.equal(seen['x-forwarded-host'], 'learn.example.org');
  assert.equal(seen['x-forwarded-proto'], 'https');
  assert.equal(seen['x-forwarded-for'], undefined);
  assert.equal(seen['forwarded'], undefined);
  assert.notEqual(seen['x-request-id'], 'chosen-by-the-client');
  assert.match(String(answer.headers['strict-transport-security']), /max-age/);
});

test('without a public address the host the browser asked for is believed', async () => {
  const { port } = await start();
  const seen = seenBy(await ask(port, '/', { headers: { host: 'localhost:9' } }));
  assert.equal(seen['host'], 'localhost:9');
  assert.equal(seen['x-forwarded-proto'], 'http');
});

test('a trusted proxy is believed about the protocol and the last address', async () => {
  const { port } = await start({ env: { TRUST_PROXY: 'on' } });
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '6.6.6.6, 203.0.113.7' };
  const seen = seenBy(await ask(port, '/', { headers }));
  assert.equal(seen['x-forwarded-proto'], 'https');
  assert.equal(seen['x-forwarded-for'], '203.0.113.7');
});

test('a form larger than the limit is answered with a sentence in both languages', async () => {
  const { port } = await start();
  const big = Buffer.alloc(BODY_LIMIT + 1, 'a');
  const options = { method: 'POST', body: big, headers: { 'content-length': big.length } };
  const answer = await ask(port, '/ko/my', options);
  assert.equal(answer.status, 413);
  assert.match(answer.body.toString(), /256 KB[\s\S]*256KB를/);
  const fitting = Buffer.alloc(BODY_LIMIT, 'a');
  const accepted = { method: 'POST', body: fitting, headers: { 'content-length': fitting.length } };
  assert.equal((await ask(port, '/ko/my', accepted)).status, 200);
});

test('only a page that takes files is sent a large one, and even that has an end', async () => {
  const { port } = await start();
  const send = (path: string, length: number) => {
    const body = Buffer.alloc(length, 'a');
    return ask(port, path, { method: 'POST', body, headers: { 'content-length': length } });
  };
  assert.equal((await send('/ko/my/prior-learning/new', UPLOAD_LIMIT)).status, 200);
  const tooMuch = await send('/en/my/prior-learning/new', UPLOAD_LIMIT + 1);
  assert.equal(tooMuch.status, 413);
  assert.match(tooMuch.body.toString(), /5 MB[\s\S]*5MB를/);
  assert.equal((await send('/ko/imports/new', UPLOAD_LIMIT + 1)).status, 200);
  assert.equal((await send('/ko/imports', BODY_LIMIT + 1)).status, 413);
  for (const path of [
    '/ko/my/prior-learning',
    '/ko/my/prior-learning/new/x',
    '/xx/my/prior-learning/new',
  ]) {
    assert.equal((await send(path, BODY_LIMIT + 1)).status, 413, path);
  }
});

test('a body of unknown length is refused', async () => {
  const { port } = await start();
  const headers = { 'transfer-encoding': 'chunked' };
  const answer = await ask(port, '/', { method: 'POST', headers, body: Buffer.from('a') });
  assert.equal(answer.status, 411);
});

test('an address that cannot be decoded is refused', async () => {
  const { port } = await start();
  assert.equal((await ask(port, '/%E0%A4%A')).status, 400);
});

test('files with a name of their content are kept for a year and sent compressed', async () => {
  const { port } = await start();
  const headers = { 'accept-encoding': 'gzip' };
  const answer = await ask(port, '/_astro/site.abc.css', { headers });
  assert.match(String(answer.headers['cache-control']), /max-age=31536000, immutable/);
  assert.equal(answer.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(answer.body).toString(), 'a{color:red}'.repeat(200));
  const again = { headers: { ...headers, 'if-none-match': answer.headers.etag } };
  assert.equal((await ask(port, '/_astro/site.abc.css', again)).status, 304);
  const robots = await ask(port, '/robots.txt');
  assert.match(String(robots.headers['cache-control']), /max-age=3600$/);
});

test('nothing outside the build can be reached', async () => {
  const { port } = await start();
  for (const path of ['/../secret', '/..%2fsecret', '/_astro/../../package.json', '//etc/passwd']) {
    assert.match((await ask(port, path)).body.toString(), /^\{"/);
  }
});

test('pages are sent compressed when the browser allows it', async () => {
  const { port } = await start();
  const answer = await ask(port, '/ko', { headers: { 'accept-encoding': 'br, gzip' } });
  assert.equal(answer.headers['content-encoding'], 'br');
  assert.match(String(answer.headers.vary), /accept-encoding/i);
});

test('the log names each request by method, path and status, never its query or its secrets', async () => {
  const { port, lines } = await start();
  await ask(port, '/ko/my?token=hush');
  await ask(port, '/ko/reset/hush-hush');
  await ask(port, '/health');
  const shown = lines.map(({ event, method, path, status }) => ({ event, method, path, status }));
  assert.deepEqual(shown, [
    { event: 'request', method: 'GET', path: '/ko/my', status: 200 },
    { event: 'request', method: 'GET', path: '/ko/reset/…', status: 200 },
  ]);
  assert.doesNotMatch(JSON.stringify(lines), /hush/);
});

test('a server that is stopping says so to whoever asks after its health', async () => {
  const { port } = await start({ draining: true });
  const answer = await ask(port, '/health');
  assert.equal(answer.status, 503);
  assert.equal(answer.body.toString(), 'draining\n');
  assert.equal((await ask(port, '/ko')).headers.connection, 'close');
});
