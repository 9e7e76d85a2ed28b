import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { addPlayers, countSteps, type Player } from './support/players.ts';
import { FIRST_PORT, prepareGround, startProcess, startServer } from './support/server.ts';

/**
 * How many decisions a second the built server takes from 32 connections, each in somebody's first run, with evidence and
 * record; and how that compares with a server that answers an empty form. Both run at once and are measured in turns.
 */
const CONNECTIONS = 32;
const PLAYERS = Number(process.env['BENCH_PLAYERS'] ?? 600);
const EMPTY_MS = 3_000;
const SCENARIOS = ['heatwave-closure', 'participatory-budget'];

type View = { seq: number; over: boolean; eventId: string; options: { token: string }[] };
type Run = { readonly id: string; readonly cookie: string; view: View };
type Answer = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const ground = prepareGround('decisions');
const players = await addPlayers(ground.databaseUrl, PLAYERS);
const server = await startServer(ground);
const empty = await startProcess(['tests/bench/support/empty-server.ts', String(FIRST_PORT + 1)], {
  port: FIRST_PORT + 1,
  log: join(ground.folder, 'empty.log'),
});

let refused = 0;
try {
  const runs = await inTurns(players, begin);
  const warm = runs.splice(0, 32);
  await playAll(warm);
  const before = await measureEmpty();
  const used = server.processorTime() ?? Number.NaN;
  const decisions = await playAll(runs);
  const cost = ((server.processorTime() ?? Number.NaN) - used) / decisions.times.length;
  const after = await measureEmpty();
  const memory = server.memory();
  await server.stop();
  const ids = [...warm, ...runs].map(({ id }) => id);
  const kept = await countSteps(ground.databaseUrl, ids);
  const acknowledged = decisions.times.length + warm.reduce((sum, { view }) => sum + view.seq, 0);
  const emptyRate = (before.perSecond + after.perSecond) / 2;
  console.table([
    { what: 'decision', ...rounded(decisions) },
    { what: 'empty form before', ...rounded(before) },
    { what: 'empty form after', ...rounded(after) },
  ]);
  console.log(`decisions ÷ empty forms: ${(decisions.perSecond / emptyRate).toFixed(3)}`);
  console.log(`processor time of a decision: ${cost.toFixed(2)} ms`);
  console.log(`decisions refused: ${refused}; acknowledged but lost: ${acknowledged - kept}`);
  if (memory) console.log(`memory of the server: ${memory.now} MB, at most ${memory.most} MB`);
} finally {
  await Promise.all([server.stop(), empty.stop()]);
}

async function begin({ cookie }: Player, index: number): Promise<Run> {
  const scenario = SCENARIOS[index % SCENARIOS.length] ?? '';
  const path = `${server.origin}/en/scenarios/${scenario}`;
  const started = await post(path, { eventId: crypto.randomUUID() }, { cookie });
  const location = String(started.headers['location'] ?? '');
  if (started.status !== 303) throw new Error(`${path} answered ${started.status}`);
  const headers = { cookie, accept: 'application/json' };
  const seen = await fetch(server.origin + location, { headers });
  const { view } = (await seen.json()) as { view: View }; // Our own page's answer.
  return { id: location.split('/').at(-1) ?? '', cookie, view };
}

/** Plays runs to their ends over all connections; every decision is one time in milliseconds. */
async function playAll(runs: readonly Run[]) {
  const times: number[] = [];
  const start = performance.now();
  await inTurns(runs, async (run, index) => {
    while (!run.view.over) {
      const sent = performance.now();
      run.view = await decide(run, index);
      times.push(performance.now() - sent);
    }
  });
  return summed(times, performance.now() - start);
}

async function decide({ id, cookie, view }: Run, index: number): Promise<View> {
  const { eventId, seq, options } = view;
  const token = options[(index + seq) % options.length]?.token ?? '';
  const headers = { cookie, accept: 'application/json' };
  const fields = { eventId, seq: String(seq), token };
  const answer = await post(`${server.origin}/en/runs/${id}`, fields, headers);
  if (answer.status !== 200) refused += 1;
  return (JSON.parse(answer.text) as { view: View }).view; // As above.
}

async function measureEmpty() {
  const times: number[] = [];
  const start = performance.now();
  const connections = Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() - start < EMPTY_MS) {
      const sent = performance.now();
      await post(empty.origin, {}, {});
      times.push(performance.now() - sent);
    }
  });
  await Promise.all(connections);
  return summed(times, performance.now() - start);
}

/** Does something for each thing, 32 at a time. */
async function inTurns<T, U>(
  things: readonly T[],
  act: (thing: T, index: number) => Promise<U>,
): Promise<U[]> {
  const results: U[] = [];
  let next = 0;
  const connections = Array.from({ length: CONNECTIONS }, async () => {
    for (let index = next++; index < things.length; index = next++) {
      const thing = things[index];
      if (thing !== undefined) results[index] = await act(thing, index);
    }
  });
  await Promise.all(connections);
  return results;
}

function post(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> {
  const body = new URLSearchParams(fields).toString();
  const type = 'application/x-www-form-urlencoded';
  const sent = {
    ...headers,
    origin: server.origin,
    'content-type': type,
    'content-length': body.length,
  };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers: sent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    asking.on('error', reject).end(body);
  });
}

function summed(times: number[], elapsed: number) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { times, perSecond: (1000 * times.length) / elapsed, p50: at(0.5), p99: at(0.99) };
}

function rounded({ times, perSecond, p50, p99 }: ReturnType<typeof summed>) {
  const ms = (value: number) => Math.round(value * 10) / 10;
  return { count: times.length, perSecond: Math.round(perSecond), p50: ms(p50), p99: ms(p99) };
}
