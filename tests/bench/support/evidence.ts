import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Shown } from '#features/competency/evidence.ts';
import { seededRandom } from '#kernel/random.ts';
import { root } from '../../../src/cli/setup.mjs';

export const PIECES_EACH = 30;
/** The 24 of the framework: four, three, four, four, five and four in its domains. */
export const COMPETENCIES = [4, 3, 4, 4, 5, 4].flatMap((count, domain) =>
  Array.from({ length: count }, (_, n) => `C${domain + 1}.${n + 1}`),
);
const DAY_MS = 86_400_000;
const PEOPLE_AT_ONCE = 5_000;

/** The id of the nth person; ids are spread like real ones, so that neighbours are not kept side by side by chance. */
export function personAt(n: number): string {
  const spread = (Math.imul(n, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${spread}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A database with so many people, each with 30 pieces over 24 competencies, in the order of time. Kept for the next run. */
export async function evidenceOf(people: number, now: number): Promise<Database> {
  const file = fileOf(people);
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(`${file}.whole`)) await build(file, people, now);
  await migrateDatabase(`file:${file}`);
  return openDatabase(`file:${file}`);
}

export function fileOf(people: number): string {
  return join(root, 'var/bench/competency', `${people}.db`);
}

/** Marked when it is whole, so that a broken-off build is never measured. */
async function build(file: string, people: number, now: number): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  await migrateDatabase(`file:${file}`);
  const database = openDatabase(`file:${file}`);
  const random = seededRandom('competency');
  for (let round = 0; round < PIECES_EACH; round += 1) {
    for (let from = 0; from < people; from += PEOPLE_AT_ONCE) {
      const count = Math.min(PEOPLE_AT_ONCE, people - from);
      const rows = Array.from({ length: count }, (_, n) => rowOf(from + n, round, { now, random }));
      await database.write((tx) =>
        tx.run(sql`insert into evidence
          (id, person_id, competency, kind, payload, source, run_id, occurred_at, recorded_at)
          select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>7
          from json_each(${JSON.stringify(rows)})`),
      );
    }
  }
  database.close();
  writeFileSync(`${file}.whole`, '');
}

function rowOf(n: number, round: number, { now, random }: { now: number; random: () => number }) {
  const person = personAt(n);
  const at = now - (PIECES_EACH - round) * 20 * DAY_MS - Math.floor(random() * 20 * DAY_MS);
  const competency = COMPETENCIES[(n + round * 5) % COMPETENCIES.length];
  const item = Math.floor(random() * 40);
  const [shown, source, run] = showing(random, { competency: competency ?? '', item, round });
  const id = `${round.toString().padStart(4, '0')}-${person}`;
  return [id, person, competency, shown.kind, JSON.stringify(shown), source, run, at];
}

/** Of 30 pieces about 17 answers, 8 decisions, 2 observations, 2 words of peers and 1 of oneself. */
function showing(
  random: () => number,
  { competency, item, round }: { competency: string; item: number; round: number },
): [Shown, string, string | null] {
  const sort = random() * PIECES_EACH;
  const level = Math.floor(random() * 5);
  if (sort < 17) {
    const difficulty = Math.round((item / 10 - 2) * 100) / 100;
    const correct = random() < 0.65;
    return [
      { v: 1, kind: 'question', correct, difficulty, options: 4 },
      `item:course/${competency}/${item}`,
      null,
    ];
  }
  if (sort < 25) {
    const decision = `node-${item}.choice`;
    const grade = Math.min(level, 3);
    return [
      { v: 1, kind: 'decision', level: grade, weight: 1, decision },
      'scenario:flood',
      `run-${round}`,
    ];
  }
  const raterId = personAt(item);
  if (sort < 27)
    return [
      { v: 1, kind: 'observation', level, raterId, form: 'counter' },
      `observation:${item}`,
      `day-${round}`,
    ];
  if (sort < 29) return [{ v: 1, kind: 'peer', level, raterId }, `peer:${item}`, `day-${round}`];
  return [{ v: 1, kind: 'self', level }, `self:${competency}`, null];
}
