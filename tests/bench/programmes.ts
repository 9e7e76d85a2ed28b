import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { catalogueOf } from '#features/catalogue/course.ts';
import type { ProgrammeBody } from '#features/programme/programme.ts';
import {
  changeProgramme,
  createProgramme,
  deriveChanged,
  followProgrammes,
  keepEverybody,
  type ProgrammeApp,
  requiredFor,
  viewProgramme,
} from '#features/programme/service.ts';
import { isQuiet } from '#features/reminder/quiet.ts';
import { remind } from '#features/reminder/service.ts';
import { sayWhyIn } from '#jobs/remind.ts';
import type { Actor } from '#kernel/rights.ts';
import { type TestApp, testApp, testId } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { frameworkOf } from '../support/framework.ts';
import { CALENDAR, programme, rule, TIMING } from '../support/programmes.ts';

/**
 * What required learning costs with 50,000 people (BENCH_PEOPLE) in 2,000 units under 40 programmes, four of which ask
 * everybody and the others a part of the organisation each: working out everybody from nothing, after one rule changed, and
 * the daily walk with nothing new and after every deadline has passed, with everybody's reminders and letters of that morning; one
 * person's page against the same with 100 people; and how long requests wait meanwhile.
 */
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 50_000);
const UNITS = 2_000;
const BUREAUS = 40;
const PROGRAMMES = 40;
const FOR_ALL = 4;
const FEW = 100;
const TURNS = 200;
const ADMINISTRATOR: Actor = { personId: 'administrator', roles: ['administrator'] };

const plain = await testApp();
const large = await town(plain, PEOPLE);
const small = await town(plain, FEW);
const ids = await require(large);
await require(small);
await deriveChanged(small);

const first = await timed('everybody, all programmes, from nothing', () => deriveChanged(large));
await changeOne(large, ids[0] ?? '');
const changed = await timed('everybody, one rule for all changed', () => deriveChanged(large));
const daily = await timed('daily walk, nothing new', () => keepEverybody(large));
large.clock.set(morningAfter(10));
const later = await timed('daily job, every deadline passed', () => followProgrammes(large));
const told = await timed('reminders and letters of that day', () => remind(large, sayWhyIn));
const letters = await large.db.read.all<{ n: number }>(sql`select count(*) as n from outbox`);
const page = await pages();
const rows = await large.db.read.all<{ n: number }>(
  sql`select count(*) as n from programme_period`,
);

console.log(`${PEOPLE} people, ${UNITS} units, ${PROGRAMMES} programmes, ${rows[0]?.n} rows`);
console.log(`${letters[0]?.n} letters were written`);
console.table([first, changed, daily, later, told]);
console.table({
  'a person’s page, large (ms)': round(page.large),
  'a person’s page, small (ms)': round(page.small),
  'large ÷ small': round(page.large / page.small),
});
large.db.close();
small.db.close();

type BenchApp = ProgrammeApp & Pick<TestApp, 'clock'>;

async function town(app: TestApp, people: number): Promise<BenchApp> {
  const db: Database = await freshDatabase();
  await db.write(async (tx) => {
    await tx.run(
      sql`insert into unit (id, parent_id, path, name_ko, name_en) values ('city', null, 'city', 'city', 'city')`,
    );
    await tx.run(sql`insert into unit (id, parent_id, path, name_ko, name_en)
      select 'b' || value, 'city', 'city/b' || value, 'b', 'b' from generate_series(0, ${whole(BUREAUS - 1)})`);
    await tx.run(sql`insert into unit (id, parent_id, path, name_ko, name_en)
      select 'u' || value, 'b' || (value % ${whole(BUREAUS)}), 'city/b' || (value % ${whole(BUREAUS)}) || '/u' || value, 'u', 'u'
      from generate_series(0, ${whole(UNITS - BUREAUS - 2)})`);
    await tx.run(sql`insert into person (id, login, name, email, locale, password_hash, unit_id, created_at)
      select printf('p%06d', value), 'p' || value, 'p' || value, 'p' || value || '@city.example', 'ko', '', 'u' || (value % ${whole(UNITS - BUREAUS - 1)}), 0
      from generate_series(0, ${whole(people - 1)})`);
    await tx.run(sql`insert into role_grant (person_id, role, granted_at)
      select id, 'civil-servant', 0 from person`);
    await tx.run(sql`insert into progress (person_id, course_id, version, state, percent, steps_done, steps_total, steps,
        correct, questions, started_at, last_activity_at, completed_at)
      select id, 'civics', 'v', 'complete', 100, 1, 1, '[]', 0, 0, 0, 0, ${app.clock.now()}
      from person where rowid % 3 = 0`);
  });
  const catalogue = catalogueOf({ courses: [], terms: [], facts: [], sources: [] });
  const content = {
    catalogue,
    framework: frameworkOf([]),
    questionSets: new Map(),
    scenarios: new Map(),
    calendar: CALENDAR,
  };
  return { ...app, ...content, db };
}

async function require(app: BenchApp): Promise<string[]> {
  const made: string[] = [];
  for (let at = 0; at < PROGRAMMES; at += 1) {
    const { body } = programme('p', [ruleOf(at)]);
    const input = { eventId: testId(1_000 + at), body, why: 'bench' };
    const outcome = await createProgramme(app, ADMINISTRATOR, input);
    if (outcome.ok) made.push(outcome.value);
  }
  return made;
}

/** The first for everybody; the others for four bureaus each, a tenth of the people. */
function ruleOf(at: number): ProgrammeBody['rules'][number] {
  if (at < FOR_ALL) return rule('all');
  const values = Array.from({ length: 4 }, (_, n) => `b${(at * 4 + n) % BUREAUS}`);
  return rule('some', { who: [{ about: 'unit', is: 'any-of', values }] });
}

async function changeOne(app: BenchApp, programmeId: string): Promise<void> {
  const seen = await viewProgramme(app, ADMINISTRATOR, programmeId);
  if (!seen.ok) throw new Error('no programme');
  const { revision, body } = seen.value.programme;
  const timing = { ...TIMING, graceDays: 2 };
  const change = { ...body, rules: [rule('all', { timing })] };
  const edit = { eventId: testId(5_000), programmeId, revision, body: change, why: 'bench' };
  await changeProgramme(app, ADMINISTRATOR, edit);
}

/** The first hour at which people are reminded, so many days from now. */
function morningAfter(days: number): number {
  let at = large.clock.now() + days * 86_400_000;
  while (isQuiet(at, large)) at += 3_600_000;
  return at;
}

/** How long something takes, and how long a person’s page takes while it runs, asked for every 20 ms. */
async function timed(what: string, act: () => Promise<unknown>) {
  const waits: number[] = [];
  let isOver = false;
  const visitor = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const start = performance.now();
      await requiredFor(large, personAt((turn * 7_919) % PEOPLE));
      waits.push(performance.now() - start);
      await pause(20);
    }
  })();
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await visitor;
  waits.sort((a, b) => a - b);
  const at = (share: number) => round(waits[Math.floor(waits.length * share)] ?? 0);
  return {
    what,
    seconds: round(seconds),
    'p50 of pages (ms)': at(0.5),
    'p99 of pages (ms)': at(0.99),
    pages: waits.length,
  };
}

/** In turns, so that a busy machine hits both. */
async function pages() {
  const times = { large: [] as number[], small: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.large.push(await pageTime(large, (turn * 7_919) % PEOPLE));
    times.small.push(await pageTime(small, turn % FEW));
  }
  return { large: middle(times.large), small: middle(times.small) };
}

async function pageTime(app: BenchApp, n: number): Promise<number> {
  const start = performance.now();
  const required = await requiredFor(app, personAt(n));
  if (required.length < FOR_ALL) throw new Error('nothing is required');
  return performance.now() - start;
}

/** Bound numbers are real ones to the driver, and these become part of names. */
function whole(number: number) {
  return sql.raw(String(number));
}

function personAt(n: number): string {
  return `p${String(n).padStart(6, '0')}`;
}

function middle(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
