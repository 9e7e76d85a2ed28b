import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { standingOf } from '#features/competency/profile.ts';
import { addEvidence, cellsOf, profileOf, rebuildCells } from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { frameworkOf } from '../support/framework.ts';
import { COMPETENCIES, evidenceOf, fileOf, PIECES_EACH, personAt } from './support/evidence.ts';
import { addPlayers } from './support/players.ts';
import { FIRST_PORT, startServer } from './support/server.ts';

/**
 * What competencies cost with 100,000 people (BENCH_PEOPLE) and 30 pieces of evidence each: a profile against the same
 * with 100 people, a matrix of 500 people, making every cell again, and what evidence adds to a write.
 */
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 100_000);
const FEW = 100;
const NOW = Date.UTC(2026, 10, 22);
const TURNS = 400;
/** People whose page is read; as many as the small database has. */
const READERS = FEW;
const MATRIX_PEOPLE = 500;
const MATRIX_TURNS = 15;

type BenchApp = App & WithFramework;

const plain = await testApp(NOW);
const large = over(plain, await timed('large database ready', () => evidenceOf(PEOPLE, NOW)));
const small = over(plain, await evidenceOf(FEW, NOW));
await rebuildCells(small);

const made = await rebuild('from nothing', true);
const again = await rebuild('over what is there', false);
const profile = await profiles();
const matrix = await matrices();
const decision = await decisions();

console.log(`${PEOPLE} people, ${PEOPLE * PIECES_EACH} pieces`);
console.table([made, again]);
console.table({
  'profile, large (ms)': round(profile.large),
  'profile, small (ms)': round(profile.small),
  'profile, large ÷ small': round(profile.large / profile.small),
  [`matrix ${MATRIX_PEOPLE} × ${COMPETENCIES.length} (ms)`]: round(matrix),
  'write without evidence (ms)': round(decision.without),
  'write with one piece (ms)': round(decision.with),
  'evidence adds (ms)': round(decision.with - decision.without),
});
large.db.close();
small.db.close();
console.table(await pages());

function over(app: TestApp, db: Database): BenchApp {
  return { ...app, db, framework: frameworkOf(COMPETENCIES) };
}

async function rebuild(what: string, anew: boolean) {
  if (anew) await large.db.write((tx) => tx.run(sql`delete from competency_cell`));
  const start = performance.now();
  const cells = await rebuildCells(large);
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round((PEOPLE * PIECES_EACH) / seconds);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  const processor = round(process.cpuUsage().user / 1e6);
  return {
    rebuild: what,
    cells,
    seconds: round(seconds),
    'pieces a second': rate,
    'memory (MB)': memory,
    'processor so far (s)': processor,
  };
}

/** In turns, so that a busy machine hits both. */
async function profiles() {
  const times = { large: [] as number[], small: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.large.push(await profileTime(large, (turn * 7919) % PEOPLE));
    times.small.push(await profileTime(small, turn % FEW));
  }
  return { large: middle(times.large), small: middle(times.small) };
}

async function profileTime(app: BenchApp, n: number): Promise<number> {
  const personId = personAt(n);
  const start = performance.now();
  const seen = await profileOf(app, { personId, roles: ['resident'] }, personId);
  if (!seen.ok || seen.value.states.size !== COMPETENCIES.length) throw new Error('no profile');
  return performance.now() - start;
}

async function matrices(): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < MATRIX_TURNS; turn += 1) {
    const ids = Array.from({ length: Math.min(MATRIX_PEOPLE, PEOPLE) }, (_, n) =>
      personAt((n * 199 + turn) % PEOPLE),
    );
    const start = performance.now();
    const standings = (await cellsOf(large, ids)).map((cell) => standingOf(cell, NOW));
    times.push(performance.now() - start);
    if (standings.length < ids.length) throw new Error('no matrix');
  }
  return middle(times);
}

async function decisions() {
  const times = { with: [] as number[], without: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.without.push(await decisionTime(turn, false));
    times.with.push(await decisionTime(turn, true));
  }
  return { with: middle(times.with), without: middle(times.without) };
}

/** The page on which somebody reads their profile, from the built server, each time somebody else's, in turns. */
async function pages() {
  const servers = await Promise.all(
    [PEOPLE, FEW].map(async (people, at) => {
      const ground = { folder: dirname(fileOf(people)), databaseUrl: `file:${fileOf(people)}` };
      const idOf = (n: number) => personAt((n * 7919) % people);
      const players = await addPlayers(ground.databaseUrl, READERS, idOf);
      return { people, players, server: await startServer(ground, FIRST_PORT + at) };
    }),
  );
  const times = servers.map((): number[] => []);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [at, { server, players }] of servers.entries()) {
      const cookie = players[turn % READERS]?.cookie ?? '';
      const start = performance.now();
      const answer = await fetch(`${server.origin}/en/my/competencies`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`);
      // The first readers warm the server up.
      if (turn >= READERS) times[at]?.push(performance.now() - start);
    }
  }
  await Promise.all(servers.map(({ server }) => server.stop()));
  const [many = Number.NaN, few = Number.NaN] = times.map(middle);
  return {
    'page, large (ms)': round(many),
    'page, small (ms)': round(few),
    'page, large ÷ small': round(many / few),
  };
}

/** A write that keeps one row, as a decision does, with or without the evidence it gives. */
async function decisionTime(turn: number, isEvidence: boolean): Promise<number> {
  const id = crypto.randomUUID();
  const piece: NewEvidence = {
    id,
    personId: personAt((turn * 7919) % PEOPLE),
    competency: COMPETENCIES[turn % COMPETENCIES.length] ?? '',
    shown: { v: 1, kind: 'decision', level: turn % 4, weight: 1, decision: 'node.choice' },
    source: 'scenario:bench',
    runId: id,
    occurredAt: NOW,
  };
  const start = performance.now();
  await large.db.write(async (tx) => {
    await tx.run(sql`insert into statement
      (id, actor_id, verb, object_type, object_id, object_version, result, occurred_at, recorded_at)
      values (${id}, ${piece.personId}, 'decided', 'scenario', 'bench', '', '{}', ${NOW}, ${NOW})`);
    if (isEvidence) await addEvidence(tx, large, [piece]);
  });
  const time = performance.now() - start;
  await large.db.write((tx) => tx.run(sql`delete from evidence where id = ${id}`));
  return time;
}

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await act();
  console.log(`${what} after ${round((performance.now() - start) / 1000)} s`);
  return value;
}

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
