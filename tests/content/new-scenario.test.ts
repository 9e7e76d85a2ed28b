import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { SEATS, type Seat } from '#features/scenario/source.ts';
import { readLibrary } from '#library/read.ts';
import { report } from '#library/report.ts';
import { contentCopy } from '#tests/support/content.ts';
import { seatsSkeleton } from '../../src/cli/seats-skeleton.ts';

const PROJECT = join(import.meta.dirname, '../..');
const COMMAND = join(PROJECT, 'src/cli/new-scenario.ts');
const FRAMEWORK = 'competencies/framework.yaml';

const run = (...words: string[]) =>
  spawnSync(process.execPath, [COMMAND, ...words], { encoding: 'utf8' });

test('a new scenario is sound and can be played as it is, for every area and both audiences', async () => {
  const content = contentCopy();
  content.write(FRAMEWORK, readFileSync(join(PROJECT, 'content', FRAMEWORK), 'utf8'));
  const wishes = AREAS.flatMap((area) => AUDIENCES.map((audience) => ({ area, audience })));
  for (const { area, audience } of wishes) {
    const words = ['--area', area, '--audience', audience, '--root', content.root];
    execFileSync(process.execPath, [COMMAND, `${audience}-${area}`, ...words]);
  }
  const { library, problems } = await readLibrary(content.root);
  // The whole framework with hardly any content beside it is uncovered, which is no fault of the scenarios.
  const faults = problems.filter(({ code }) => code !== 'competency-uncovered');
  assert.deepEqual(faults, []);
  const found = library.scenarios.map(({ id, source }) => [id, source.audience, source.area]);
  const wished = wishes.map(({ area, audience }) => [`${audience}-${area}`, audience, area]);
  assert.deepEqual(found, wished.sort());
  for (const { source } of library.scenarios) {
    assert.deepEqual(source.seats, [source.audience]);
    assert.equal(Object.keys(source.scenes).length, 2);
    assert.equal(source.endings.length, 2);
  }
});

/** Every row of these that has no seat twice. */
function rowsOf(length: number): Seat[][] {
  if (length === 0) return [[]];
  return rowsOf(length - 1).flatMap((row) =>
    SEATS.filter((seat) => !row.includes(seat)).map((seat) => [...row, seat]),
  );
}

test('a new scenario with two or three seats is sound as it is, whoever comes first', async () => {
  const content = contentCopy();
  content.write(FRAMEWORK, readFileSync(join(PROJECT, 'content', FRAMEWORK), 'utf8'));
  const rows = [...rowsOf(2), ...rowsOf(3)];
  for (const seats of rows) {
    const id = seats.join('-');
    const words = { id, area: 'social-value', audience: 'resident', competency: 'C6.1' };
    const files = Object.entries(seatsSkeleton(seats, words));
    for (const [file, text] of files) content.write(`scenarios/${id}/${file}`, text);
  }
  const { library, problems } = await readLibrary(content.root);
  assert.equal(report(problems.filter(({ code }) => code !== 'competency-uncovered')), '');
  assert.equal(library.scenarios.length, 12);
  for (const { id, source, walkthroughs } of library.scenarios) {
    assert.equal(source.seats.join('-'), id);
    assert.equal(Object.keys(source.scenes).length, source.seats.length * 2);
    assert.equal(walkthroughs.length, source.seats.length + 1);
    assert.ok(Object.values(source.facts).every(({ told }) => told !== undefined));
  }
});

test('seats are named on the command line, and the first gives the audience', async () => {
  const content = contentCopy();
  content.write(FRAMEWORK, readFileSync(join(PROJECT, 'content', FRAMEWORK), 'utf8'));
  const words = ['--seats', 'resident,official', '--root', content.root];
  execFileSync(process.execPath, [COMMAND, 'our-street', ...words]);
  const { library } = await readLibrary(content.root);
  const source = library.scenarios[0]?.source;
  assert.deepEqual([source?.seats, source?.audience], [['resident', 'official'], 'resident']);
});

test('a scenario that exists is left alone', () => {
  const content = contentCopy();
  content.write('scenarios/first-frost/ko.md', 'mine');
  const { status, stderr } = run('first-frost', '--root', content.root);
  assert.equal(status, 1);
  assert.match(stderr, /The scenario "first-frost" exists\./);
  assert.equal(
    readFileSync(join(content.root, 'content/scenarios/first-frost/ko.md'), 'utf8'),
    'mine',
  );
});

for (const [words, reason] of [
  [['First_Frost'], /"First_Frost" is not an id/],
  [[], /"" is not an id/],
  [['first-frost', '--audience', 'mayor'], /There is no audience "mayor"/],
  [['first-frost', '--area', 'gardening'], /There is no area "gardening"/],
  [['first-frost', '--seats', 'official,mayor'], /There is no seat "mayor"/],
  [['first-frost', '--seats', 'official,official'], /A seat is named twice/],
] as const) {
  test(`"new:scenario ${words.join(' ')}" is refused in a clear sentence`, () => {
    const { status, stderr } = run(...words, '--root', contentCopy().root);
    assert.equal(status, 1);
    assert.match(stderr, reason);
    assert.match(stderr, /npm run new:scenario -- <scenario>/);
  });
}
