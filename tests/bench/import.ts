import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createUnit } from '#features/identity/service.ts';
import {
  confirmImport,
  finishImports,
  undoImport,
  uploadImport,
  viewImport,
} from '#features/intake/service.ts';
import { testApp } from '../support/app.ts';
import { frameworkOf } from '../support/framework.ts';
import { addPerson } from '../support/people.ts';
import { accepted } from '../support/runs.ts';

/**
 * What it takes to bring 50,000 people (BENCH_PEOPLE) into 2,000 units: reading with the dry run, taking, bringing a list in which
 * one in ten has moved, undoing that; and how long other work in the same process waits meanwhile.
 */
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 50_000);
const UNITS = 2_000;
const HEADER = '아이디,이메일,이름,부서,직급,입사일';

const app = { ...(await testApp()), framework: frameworkOf(['C1.1']) };
const office = await addPerson(app, { login: 'office', roles: ['administrator'] });
await app.db.write(async (tx) => {
  for (let at = 0; at < UNITS; at += 1) {
    const name = { ko: `부서 ${at}`, en: `Unit ${at}` };
    await createUnit(tx, { id: `unit-${at}`, parentId: at < 50 ? null : `unit-${at % 50}`, name });
  }
});

const lineOf = (at: number, unit: number) =>
  `p${at}.bench,p${at}@example.org,사람 ${at},부서 ${unit % UNITS},${(at % 5) + 5}급,2026-01-02`;
const list = (moved: (at: number) => boolean) =>
  Array.from({ length: PEOPLE }, (_, at) => lineOf(at, moved(at) ? at + 1 : at));

const waits = monitorEventLoopDelay({ resolution: 5 });
const rows: Record<
  string,
  { seconds: number; 'longest wait (ms)': number; 'p99 wait (ms)': number }
> = {};

const first = await bring(
  'new',
  list(() => false),
);
const second = await bring(
  'one in ten moved',
  list((at) => at % 10 === 0),
);
await timed('undo the second', async () => {
  accepted(await undoImport(app, office, { importId: second, reason: 'bench' }));
  await finishImports(app);
});
const { states } = accepted(await viewImport(app, office, { importId: first }));
console.log(`${PEOPLE} lines, ${UNITS} units; taken: ${states.get('applied')}`);
console.table(rows);
app.db.close();

async function bring(what: string, lines: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode([HEADER, ...lines].join('\r\n'));
  const eventId = app.newId();
  const file = { name: 'people.csv', bytes };
  await timed(`${what}: read and dry run`, async () => {
    accepted(await uploadImport(app, office, { eventId, kind: 'people', file }));
  });
  await timed(`${what}: take`, async () => {
    const { imported } = accepted(await viewImport(app, office, { importId: eventId }));
    const confirmation = { importId: eventId, checkedAt: imported.checkedAt ?? 0, leaveOut: false };
    accepted(await confirmImport(app, office, confirmation));
    await finishImports(app);
  });
  return eventId;
}

async function timed(what: string, act: () => Promise<void>): Promise<void> {
  waits.enable();
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  waits.disable();
  rows[what] = {
    seconds: Math.round(seconds * 10) / 10,
    'longest wait (ms)': Math.round(waits.max / 1e6),
    'p99 wait (ms)': Math.round(waits.percentile(99) / 1e6),
  };
  waits.reset();
}
