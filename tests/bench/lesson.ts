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
 * questions and sends the same bytes. Both run at once and are measured in turns, so that a busy machine hits both. A
 * lesson whose reader and record have not changed is sent again; `made anew` is the same page put together every time.
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
  const measure = (what: 'lesson' | 'bare', seconds: number) =>
    what === 'lesson'
      ? load(server, { url: address, seconds, headers: { cookie } })
      : load(bare, { url: bare.origin, seconds, headers: { cookie } });
  await measure('lesson', WARM_UP_SECONDS);
  await measure('bare', WARM_UP_SECONDS);
  for (const what of ['lesson', 'bare', 'lesson', 'bare'] as const) {
    rounds.push({ what, load: await measure(what, SECONDS) });
  }
  const memoryAfterLoad = server.memory();
  const compressing = { cookie, 'accept-encoding': 'br' };
  report(memoryAfterLoad, {
    'lesson, brotli': await load(server, { url: address, seconds: SECONDS, headers: compressing }),
    // Only plain addresses are kept.
    'lesson, made anew': await load(server, {
      url: `${address}?anew`,
      seconds: SECONDS,
      headers: { cookie },
    }),
  });
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

function report(afterLoad: ReturnType<Running['memory']>, others: Record<string, Load>): void {
  const shown = rounds.map(({ what, load: one }) => ({ what, ...one }));
  const beside = Object.entries(others).map(([what, one]) => ({ what, ...one }));
  console.table([...shown, ...beside]);
  const mean = (what: string, figure: 'perSecond' | 'cost') => {
    const some = rounds.filter((round) => round.what === what);
    return some.reduce((sum, { load: one }) => sum + (one[figure] ?? Number.NaN), 0) / some.length;
  };
  const speed = mean('lesson', 'perSecond') / mean('bare', 'perSecond');
  const cost = mean('lesson', 'cost') / mean('bare', 'cost');
  console.log(`answers a second, lesson ÷ bare: ${speed.toFixed(2)}`);
  console.log(`processor time, lesson ÷ bare: ${cost.toFixed(1)}`);
  const memory = server.memory();
  if (afterLoad && memory) {
    console.log(
      `memory of the server after the load: ${afterLoad.now} MB; at the end: ${memory.now} MB`,
    );
  }
}
