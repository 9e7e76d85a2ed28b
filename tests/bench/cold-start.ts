import { load } from './support/load.ts';
import { lessonAddress, signIn } from './support/page.ts';
import { prepareGround, type Running, startServer } from './support/server.ts';

/** How long after its start the built server answers, how long its first page takes, and its memory before and after load. */
const TIMES = 5;
const LOAD_SECONDS = 10;

const ground = prepareGround('cold-start');
const starts: Record<string, number>[] = [];
for (let time = 1; time < TIMES; time += 1) {
  const server = await startServer(ground);
  await firstPage(server);
  await server.stop();
}
const last = await startServer(ground);
try {
  await firstPage(last);
  const cookie = await signIn(last);
  const url = lessonAddress(last, 'ko');
  const { errors } = await load(last, { url, seconds: LOAD_SECONDS, headers: { cookie } });
  console.table(starts);
  const memory = last.memory();
  console.log(`errors under load: ${errors}`);
  if (memory) console.log(`memory after load: ${memory.now} MB, at most ${memory.most} MB`);
} finally {
  await last.stop();
}

async function firstPage(server: Running): Promise<void> {
  const before = performance.now();
  const answer = await fetch(lessonAddress(server, 'ko'));
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The first page answered ${answer.status}.`);
  starts.push({
    'healthy after (ms)': Math.round(server.readyAfter),
    'first page (ms)': Math.round(performance.now() - before),
    'memory (MB)': server.memory()?.now ?? Number.NaN,
  });
}
