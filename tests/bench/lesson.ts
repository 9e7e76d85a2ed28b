import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Load, load } from './support/load.ts';
import { COURSE, lessonAddress, readPage, signIn } from './support/page.ts';
import {
  FIRST_PORT,
  type Ground,
  prepareGround,
  type Running,
  startProcess,
  startServer,
} from './support/server.ts';

/**
 * How fast a signed-in lesson is, and how that compares with a bare `node:http` server that asks the database the same
 * questions and sends the same bytes. Both run at once and are measured in turns, so that a busy machine hits both.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const WARM_UP_SECONDS = 3;

const ground = prepareGround('lesson');
const server = await startServer(ground);
const cookie = await signIn(server);
const address = lessonAddress(server, 'ko');
const bare = await startBare(ground, address, cookie);
const rounds: { what: 'lesson' | 'bare'; load: Load }[] = [];
try {
  const measure = (url: string, seconds: number) => load(url, { seconds, headers: { cookie } });
  await measure(address, WARM_UP_SECONDS);
  await measure(bare.origin, WARM_UP_SECONDS);
  for (const what of ['lesson', 'bare', 'lesson', 'bare'] as const) {
    const url = what === 'lesson' ? address : bare.origin;
    rounds.push({ what, load: await measure(url, SECONDS) });
  }
  const accepting = { cookie, 'accept-encoding': 'br' };
  const compressed = await load(address, { seconds: SECONDS, headers: accepting });
  report(compressed);
} finally {
  await Promise.all([server.stop(), bare.stop()]);
}

async function startBare({ folder, databaseUrl }: Ground, url: string, session: string) {
  const answer = await readPage(url, { cookie: session });
  const file = join(folder, 'answer.json');
  writeFileSync(file, JSON.stringify(answer));
  const port = FIRST_PORT + 1;
  const cookieName = session.split('=', 1)[0] ?? '';
  const words = [String(port), databaseUrl, cookieName, COURSE, file];
  const running: Running = await startProcess(['tests/bench/support/bare-server.ts', ...words], {
    port,
    log: join(folder, 'bare.log'),
  });
  const check = await fetch(running.origin, { headers: { cookie: session } });
  const sent = Buffer.from(await check.arrayBuffer()).toString('base64') === answer.body;
  const statements = check.headers.get('x-statements');
  if (!sent) throw new Error('The bare server does not send the same bytes.');
  console.log(`${url}: ${answer.headers['content-length']} bytes, ${statements} statements\n`);
  return running;
}

function report(compressed: Load): void {
  const shown = rounds.map(({ what, load: one }) => ({ what, ...one }));
  console.table([...shown, { what: 'lesson, brotli', ...compressed }]);
  const mean = (what: string) => {
    const some = rounds.filter((round) => round.what === what);
    return some.reduce((sum, { load: { perSecond } }) => sum + perSecond, 0) / some.length;
  };
  console.log(`lesson ÷ bare: ${(mean('lesson') / mean('bare')).toFixed(2)}`);
  const memory = server.memory();
  if (memory) console.log(`memory of the server: ${memory.now} MB, at most ${memory.most} MB`);
}
