import { openDatabase } from '#db/client.ts';
import type { ScenarioApp } from '#features/scenario/service/play.ts';
import { startRun, takeChoice, viewRun } from '#features/scenario/service.ts';
import { scenariosOf } from '#features/scenario/source.ts';
import type { Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { readUnchecked } from '#library/read.ts';
import { readEnv } from '#platform/env.ts';
import { assembleApp } from '../../src/app.ts';
import { root } from '../../src/cli/setup.mjs';
import { LONG, longScenario } from './support/long-scenario.ts';
import { addPlayers, type Player } from './support/players.ts';
import { type Ground, prepareGround, type Running, startServer } from './support/server.ts';

/**
 * What it costs to open a run in which twelve decisions have been taken, against one: processor time, by the service and by
 * the page, when the server remembers the run and when it has just been restarted. At most twice as much is wanted.
 */
const RUNS = Number(process.env['BENCH_RUNS'] ?? 200);
const SERVICE_ROUNDS = 10;
const PAGE_ROUNDS = 3;
const SEQS = { one: 1, twelve: 12 } as const;
type Length = keyof typeof SEQS;
type Opened = { readonly runId: string; readonly player: Player };
type Runs = Record<Length, readonly Opened[]>;
/** Milliseconds of processor time for one opening. */
type Cost = Record<Length, number>;
const MEMORIES = ['just restarted', 'remembered'] as const;
type Memory = (typeof MEMORIES)[number];

const ground = prepareGround('opening');
const app = await benchApp(ground);
const players = await addPlayers(ground.databaseUrl, 3 * RUNS);
const begin = (from: number, decisions: number) =>
  Promise.all(players.slice(from, from + RUNS).map((player) => play(player, decisions)));
const runs: Runs = { one: await begin(0, SEQS.one), twelve: await begin(RUNS, SEQS.twelve) };
const warmUp = await begin(2 * RUNS, SEQS.one);
const page = await byPage();
console.table(
  MEMORIES.flatMap((memory) => [{ by: 'page', memory, ...rounded(page[memory]) }]).concat([
    { by: 'service', memory: MEMORIES[0], ...rounded(await byService(MEMORIES[0])) },
    { by: 'service', memory: MEMORIES[1], ...rounded(await byService(MEMORIES[1])) },
  ]),
);

async function benchApp({ databaseUrl }: Ground): Promise<ScenarioApp> {
  const env = readEnv({ DATABASE_URL: databaseUrl, SECRET: 's'.repeat(32), LOG_LEVEL: 'silent' });
  const library = await readUnchecked(root);
  return { ...assembleApp(env, library), scenarios: scenariosOf([longScenario()]) };
}

async function play(player: Player, decisions: number): Promise<Opened> {
  const actor = actorOf(player);
  const event = { eventId: crypto.randomUUID(), scenarioId: LONG };
  const { runId } = accepted(await startRun(app, actor, event));
  for (let seq = 0; seq < decisions; seq += 1) {
    const { options } = accepted(await viewRun(app, actor, runId, 'en')).view;
    const token = options[seq % options.length]?.token ?? '';
    accepted(await takeChoice(app, actor, { eventId: crypto.randomUUID(), runId, seq, token }));
  }
  return { runId, player };
}

/** By the service, in this process. Just restarted: over a fresh connection nothing is remembered of any run. */
async function byService(memory: Memory): Promise<Cost> {
  const rounds: Cost[] = [];
  let current = restarted();
  for (let round = 0; round <= SERVICE_ROUNDS; round += 1) {
    if (memory === 'just restarted') current = restarted();
    rounds.push(
      await inTurns(round, async (some) => {
        const before = process.cpuUsage();
        for (const { runId, player } of some) {
          accepted(await viewRun(current, actorOf(player), runId, 'en'));
        }
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000 / some.length;
      }),
    );
  }
  // The first round warms the program up.
  return meanOf(rounds.slice(1));
}

function restarted(): ScenarioApp {
  return { ...app, db: openDatabase(ground.databaseUrl) };
}

/** By the pages of the built server: each round a fresh one, warmed up by runs of its own, which nobody opens again. */
async function byPage(): Promise<Record<Memory, Cost>> {
  const rounds: Record<Memory, Cost>[] = [];
  for (let round = 0; round < PAGE_ROUNDS; round += 1) {
    const server = await startServer(ground);
    for (let time = 0; time < 3; time += 1) await openAll(server, warmUp);
    const measure = () => inTurns(round, (some) => costOfAll(server, some));
    rounds.push({ 'just restarted': await measure(), remembered: await measure() });
    await server.stop();
  }
  return {
    'just restarted': meanOf(rounds.map((round) => round['just restarted'])),
    remembered: meanOf(rounds.map(({ remembered }) => remembered)),
  };
}

async function costOfAll(server: Running, some: readonly Opened[]): Promise<number> {
  const before = server.processorTime() ?? Number.NaN;
  await openAll(server, some);
  return ((server.processorTime() ?? Number.NaN) - before) / some.length;
}

/** Each length once; who is first changes from round to round, so that a busy machine hits both. */
async function inTurns(
  round: number,
  measure: (some: readonly Opened[]) => Promise<number>,
): Promise<Cost> {
  const cost = { one: 0, twelve: 0 };
  const order = ['one', 'twelve'] as const;
  for (const length of round % 2 === 0 ? order : order.toReversed()) {
    cost[length] = await measure(runs[length]);
  }
  return cost;
}

function meanOf(costs: readonly Cost[]): Cost {
  const mean = (length: Length) =>
    costs.reduce((sum, cost) => sum + cost[length], 0) / costs.length;
  return { one: mean('one'), twelve: mean('twelve') };
}

async function openAll(server: Running, some: readonly Opened[]): Promise<void> {
  for (const { runId, player } of some) {
    const answer = await fetch(`${server.origin}/en/runs/${runId}`, {
      headers: { cookie: player.cookie },
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${runId} answered ${answer.status}`);
  }
}

function actorOf({ personId }: Player): Actor {
  return { personId, roles: ['resident'] };
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function rounded({ one, twelve }: Cost) {
  const ms = (value: number) => Math.round(value * 1000) / 1000;
  return {
    'one (ms)': ms(one),
    'twelve (ms)': ms(twelve),
    ratio: Math.round((100 * twelve) / one) / 100,
  };
}
