import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { withBank } from '#features/scenario/bank.ts';
import type { Library } from '#library/library.ts';
import { readLibrary, readUnchecked } from '#library/read.ts';
import { type ContentCopy, contentCopy } from '#tests/support/content.ts';

const PROJECT = join(import.meta.dirname, '../..');
const FIXTURE = join(import.meta.dirname, '../fixtures/scenario/two-seats');
const KO = 'injects/ko.md';
const EN = 'injects/en.md';
const STREET = 'scenarios/our-street';

let library: Library;
before(async () => {
  library = await readUnchecked(PROJECT);
});

/** Good content with a scenario that tells of noise in the words of the bank. */
function withMessages(): ContentCopy {
  const content = contentCopy();
  const framework = 'competencies/framework.yaml';
  content.write(framework, readFileSync(join(PROJECT, 'content', framework), 'utf8'));
  cpSync(FIXTURE, join(content.root, 'content', STREET), { recursive: true });
  content.replace(
    `${STREET}/ko.md`,
    '## 모퉁이의 드릴 소리 {#inject.noise}\n첫 드릴 소리가 들립니다.\n',
    '',
  );
  content.replace(
    `${STREET}/en.md`,
    '## Drills on the corner {#inject.noise}\nThe first drills are heard.\n',
    '',
  );
  content.write(KO, '## 소음 {#noise}\n소음이 들립니다.\n\n## 비 {#rain}\n비가 옵니다.\n');
  content.write(EN, '## Noise {#noise}\nThere is noise.\n\n## Rain {#rain}\nIt rains.\n');
  return content;
}

async function found(content: ContentCopy): Promise<string[]> {
  const problems = await content.problems();
  for (const { message, help } of problems) assert.ok(message.length > 10 && help.length > 8);
  return problems
    .filter(({ code }) => code !== 'competency-uncovered')
    .map(({ code, file, line }) => `${code} ${file}:${line}`);
}

test('a scenario without words for an event borrows those of the bank, also for what is kept of it', async () => {
  const content = withMessages();
  assert.deepEqual(await found(content), []);
  const read = await readLibrary(content.root);
  const words = read.library.scenarios.find(({ id }) => id === 'our-street')?.words;
  assert.equal(words?.en['inject.noise']?.label, 'Noise');
  assert.equal(words?.ko['inject.noise']?.label, '소음');
  assert.equal(words?.en['inject.noise@resident']?.label, 'Drills below your window');
  assert.equal(words?.en['inject.rain'], undefined);
});

test('own words come before those of the bank', () => {
  const section = (label: string) => ({ label, blocks: [] });
  const beat = { to: 'a', inject: 'noise', effects: {} };
  const logic = { world: { works: { start: 'a', states: { a: [beat] } } } };
  const bank = { noise: section('bank') };
  const own = { 'inject.noise': section('own') };
  assert.equal(withBank(own, bank, logic)['inject.noise']?.label, 'own');
  assert.equal(withBank({}, bank, logic)['inject.noise']?.label, 'bank');
  assert.deepEqual(withBank({}, { rain: section('rain') }, logic), {});
});

test('an event with words in neither place is reported with both cures', async () => {
  const content = withMessages();
  content.write(KO, '## 비 {#rain}\n비가 옵니다.\n');
  content.write(EN, '## Rain {#rain}\nIt rains.\n');
  const problems = await content.problems();
  const missing = problems.filter(({ code }) => code === 'text-missing');
  assert.deepEqual(
    missing.map(({ file }) => file),
    [`${STREET}/en.md`, `${STREET}/ko.md`],
  );
  for (const { help } of missing) {
    assert.match(help, /\{#inject\.noise\}/);
    assert.match(help, /\{#noise\} to injects\/(ko|en)\.md/);
  }
});

/** What is broken in the bank, and where it must be reported. */
const DEFECTS: readonly [
  title: string,
  reported: string,
  damage: (content: ContentCopy) => void,
][] = [
  [
    'a message without its English',
    `text-missing ${EN}:1`,
    (content) => content.replace(EN, '## Rain {#rain}\nIt rains.\n', ''),
  ],
  ['a bank without Korean', `file-missing ${KO}:1`, (content) => content.remove(KO)],
  [
    'a message in the wrong language',
    `text-untranslated ${EN}:4`,
    (content) => content.replace(EN, '## Rain {#rain}\nIt rains.', '## 비 {#rain}\n비.'),
  ],
  [
    'a heading without a message',
    `text-empty ${KO}:4`,
    (content) => content.replace(KO, '비가 옵니다.\n', ''),
  ],
  [
    'markup in a message',
    `text-markup ${EN}:4`,
    (content) => content.replace(EN, 'It rains.', 'It **rains**.'),
  ],
  [
    'a message written twice',
    `text-duplicate ${EN}:7`,
    (content) => content.replace(EN, 'It rains.\n', 'It rains.\n\n## Rain {#rain}\nIt rains.\n'),
  ],
  [
    'a borrowed message that gives a fact away',
    `seat-fact-leak ${STREET}/en.md:1`,
    (content) => content.replace(EN, 'There is noise.', 'Mrs Oh hears noise.'),
  ],
];

for (const [title, reported, damage] of DEFECTS) {
  test(`finds ${title}`, async () => {
    const content = withMessages();
    damage(content);
    const problems = await found(content);
    assert.ok(problems.includes(reported), `reported:\n${problems.join('\n') || 'nothing'}`);
    assert.equal(new Set(problems).size, problems.length, 'told twice');
  });
}

test('a message of which one language moved on is noticed where the other stayed behind', async () => {
  const content = withMessages();
  const command = join(PROJECT, 'src/cli/confirm-translations.ts');
  execFileSync(process.execPath, [command, '--root', content.root]);
  assert.deepEqual(await found(content), []);
  content.replace(EN, 'It rains.', 'It rains hard.');
  assert.deepEqual(await found(content), [`translation-stale ${KO}:4`]);
});

test('published scenarios use the bank, and all of it is in both languages', () => {
  const words = library.scenarios.find(({ id }) => id === 'heatwave-closure')?.words;
  assert.equal(words?.ko['inject.heat-warning']?.label, '폭염경보');
  assert.equal(words?.en['inject.heat-warning']?.label, 'Heat warning');
  const own = readFileSync(join(PROJECT, 'content/scenarios/heatwave-closure/en.md'), 'utf8');
  assert.ok(!own.includes('{#inject.heat-warning}'));
});
