import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { type KeptPage, keptPages } from '#platform/http/kept-pages.ts';

const ORIGIN = { protocol: 'https:', host: 'learn.example.org' } as const;
const servers: { close(): unknown }[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** A server whose pages say who asked and how often a page was made; `stands` decides over every kept one. */
async function start({ stands = async () => true, text = 'hello' } = {}) {
  const kept = keptPages();
  const state = { made: 0, ids: 0, stands };
  const freshId = () => {
    state.ids += 1;
    return `id-${state.ids}`;
  };
  const pageFor = (request: IncomingMessage): KeptPage => ({
    headers: { 'content-type': 'text/html' },
    parts: [`${text} ${request.headers.cookie ?? 'nobody'} `, '!'].map((part) => Buffer.from(part)),
    freshId,
    stands: () => state.stands(),
  });
  const server = createServer((request, response) =>
    kept.serve({ request, response, origin: ORIGIN }, (keep) => {
      state.made += 1;
      const page = pageFor(request);
      keep(page);
      response.writeHead(200, page.headers).end(page.parts.join(freshId()));
    }),
  ).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const ask = async (cookie?: string, options: { path?: string; method?: string } = {}) => {
    const { path = '/ko', method = 'GET' } = options;
    const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers });
    return answer.text();
  };
  return { ask, state };
}

test('a page that stands is sent again, with fresh ids for its forms', async () => {
  const { ask, state } = await start();
  assert.equal(await ask('session=a'), 'hello session=a id-1!');
  assert.equal(await ask('session=a'), 'hello session=a id-2!');
  assert.equal(state.made, 1);
});

test('nobody is sent what was made for somebody else, or for another address', async () => {
  const { ask, state } = await start();
  assert.match(await ask('session=a'), /^hello session=a /);
  assert.match(await ask('session=b'), /^hello session=b /);
  assert.match(await ask(), /^hello nobody /);
  await ask('session=a', { path: '/en' });
  assert.equal(state.made, 4);
});

test('a page that does not stand any more is made anew', async () => {
  const { ask, state } = await start();
  await ask('session=a');
  state.stands = async () => false;
  await ask('session=a');
  assert.equal(state.made, 2);
});

test('when nobody can tell whether a page stands, it is made anew', async () => {
  const { ask, state } = await start({ stands: () => Promise.reject(new Error('no database')) });
  await ask('session=a');
  assert.match(await ask('session=a'), /^hello session=a /);
  assert.equal(state.made, 2);
});

test('a form that was sent always reaches the page', async () => {
  const { ask, state } = await start();
  await ask('session=a');
  await ask('session=a', { method: 'POST' });
  assert.equal(state.made, 2);
});

test('a very large page is not kept', async () => {
  const { ask, state } = await start({ text: 'x'.repeat(300_000) });
  await ask('session=a');
  await ask('session=a');
  assert.equal(state.made, 2);
});
