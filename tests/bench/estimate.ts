import { openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { accumulate, estimateAt, withPiece } from '#features/competency/estimate.ts';
import { type Evidence, type NewEvidence, weigh } from '#features/competency/evidence.ts';
import { competencyState } from '#features/competency/profile.ts';
import { addEvidence, cellsOf } from '#features/competency/service.ts';
import { freshPath } from '#tests/support/database.ts';
import { NOW, pieceOf, randomHistory } from '#tests/support/simulated-people.ts';

/**
 * What the competency model costs: one update and one posterior in memory, a whole profile of 60 pieces, and one piece of
 * evidence kept in a real database with its cell, inside the transaction of a decision. In
 * processor time.
 */
const UPDATES = 300_000;
const POSTERIORS = 300_000;
const PROFILES = 200;
const PIECES = 1_000;

const history = randomHistory('bench', 60);
const weighed = weigh(history);
const [first] = weighed;
if (first === undefined) throw new Error('an empty history');

say('updates in memory', UPDATES, () => {
  let accumulator = accumulate([], NOW);
  for (let n = 0; n < UPDATES; n += 1) accumulator = withPiece(accumulator, first);
});
const accumulator = accumulate(weighed, NOW);
say('posteriors', POSTERIORS, () => {
  for (let n = 0; n < POSTERIORS; n += 1) estimateAt(accumulator, NOW + n);
});
say('profiles of 60 pieces, each explained', PROFILES, () => {
  for (let n = 0; n < PROFILES; n += 1) competencyState(history, NOW);
});

const url = `file:${freshPath()}`;
await migrateDatabase(url);
const app = { db: openDatabase(url), clock: { now: () => NOW } };
const people = Array.from({ length: PIECES / 20 }, (_, n) => `person-${n}`);
await add(PIECES);
// A decision commits anyway; what evidence adds to it is what happens before the commit.
const kept = await app.db.write((tx) => timed(PIECES, (n) => addEvidence(tx, app, [decision(n)])));
console.log(`one piece of evidence with its cell, inside a decision: ${kept.toFixed(2)} ms`);
const cells = await timed(20, () => cellsOf(app, people));
console.log(`cells of ${people.length} people: ${cells.toFixed(2)} ms`);
app.db.close();

/** Twenty pieces for each person, so that cells are as full as after a course. */
async function add(count: number): Promise<void> {
  await app.db.write((tx) =>
    addEvidence(
      tx,
      app,
      Array.from({ length: count }, (_, n) => ({
        ...decision(n),
        id: `before-${n}`,
        runId: `old-${n}`,
      })),
    ),
  );
}

function decision(n: number): NewEvidence {
  const {
    recordedAt: _,
    revokedAt: __,
    revokedReason: ___,
    ...piece
  }: Evidence = pieceOf(
    { v: 1, kind: 'decision', level: 2, weight: 1, decision: 'scene.choice' },
    { id: `decision-${n}`, source: 'scenario:flood', runId: `run-${n}` },
  );
  return { ...piece, personId: people[n % people.length] ?? '' };
}

async function timed(times: number, act: (n: number) => Promise<unknown>): Promise<number> {
  const start = cpuNow();
  for (let n = 0; n < times; n += 1) await act(n);
  return (cpuNow() - start) / times;
}

/** Milliseconds of processor time of this process: a busy machine changes it little. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function say(what: string, times: number, act: () => void): void {
  act();
  const start = cpuNow();
  act();
  const each = (cpuNow() - start) / times;
  console.log(
    `${what}: ${Math.round(1000 / each).toLocaleString('en')} a second, ${(each * 1000).toFixed(2)} µs each`,
  );
}
