import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFolder } from '#library/folder.ts';
import { formatLock, LOCK_FILE, lockPath, readLock } from '#library/translations.ts';
import { type ContentCopy, contentCopy } from '#tests/support/content.ts';

const PROJECT = join(import.meta.dirname, '../..');
const CLI = join(PROJECT, 'src/cli');
const LESSON = 'courses/good-neighbours/who-notices-first';
const SCENARIO = 'scenarios/first-frost';

const confirm = (content: ContentCopy, ...path: string[]) =>
  spawnSync(
    process.execPath,
    [join(CLI, 'confirm-translations.ts'), ...path, '--root', content.root],
    { encoding: 'utf8' },
  );
const lockOf = (content: ContentCopy) =>
  readFileSync(join(content.root, 'content', LOCK_FILE), 'utf8');

/** Good content of which somebody has confirmed every text, with a scenario. */
function confirmedContent(): ContentCopy {
  const content = contentCopy();
  const words = ['--area', 'crisis-response', '--root', content.root];
  execFileSync(process.execPath, [join(CLI, 'new-scenario.ts'), 'first-frost', ...words]);
  assert.equal(confirm(content).status, 0);
  return content;
}

async function found(content: ContentCopy): Promise<string[]> {
  const problems = await content.problems();
  assert.ok(problems.every(({ level }) => level === 'warning'));
  return problems.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

test('content in which nobody keeps a lock is left in peace', async () => {
  assert.deepEqual(await found(contentCopy()), []);
});

test('what has just been confirmed is not asked about', async () => {
  assert.deepEqual(await found(confirmedContent()), []);
});

/** What is changed in one language, where the other is reported, and how the pair is called. */
const CHANGES = [
  [
    'the English of a lesson',
    [`${LESSON}/en.mdx`, 'Call one neighbour.', 'Call two neighbours.'],
    `${LESSON}/ko.mdx:1`,
    `${LESSON}#text`,
  ],
  [
    'the Korean of a choice in a scenario',
    [`${SCENARIO}/ko.md`, '시간을 아꼈습니다.', '시간을 조금 아꼈습니다.'],
    `${SCENARIO}/en.md:37`,
    `${SCENARIO}#others.wait`,
  ],
  [
    'the heading of a scene',
    [`${SCENARIO}/en.md`, 'What about the others?', 'And the others?'],
    `${SCENARIO}/ko.md:29`,
    `${SCENARIO}#others`,
  ],
  [
    'the English of a term',
    ['glossary/crisis-response.yaml', 'A short call', 'A call'],
    'glossary/crisis-response.yaml:1',
    'glossary/crisis-response.yaml#check-in-call',
  ],
] as const;

for (const [title, [file, from, to], place, pair] of CHANGES) {
  test(`a change to ${title} is reported where the other language stayed behind`, async () => {
    const content = confirmedContent();
    content.replace(file, from, to);
    assert.deepEqual(await found(content), [`translation-stale ${place}`]);
    const [problem] = await content.problems();
    assert.ok(problem?.help.endsWith(`npm run confirm:translations -- ${pair}`), problem?.help);
    assert.match(confirm(content, pair).stdout, /Confirmed now: 1\./);
    assert.deepEqual(await found(content), []);
  });
}

test('one side of a question, a fact and a drawing is seen too, and which one it was', async () => {
  const content = confirmedContent();
  for (const file of [
    `${LESSON}/items.yaml`,
    'facts/crisis-response.yaml',
    `${LESSON}/figures/three-signs.yaml`,
  ]) {
    content.replace(file, 'ko: ', 'ko: 다시 ');
  }
  const problems = await content.problems();
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['translation-stale', 'translation-stale', 'translation-stale'],
  );
  for (const { message } of problems) {
    assert.match(message, /^The Korean of ".+" was changed, the English was not\.$/);
  }
});

test('other line breaks, minutes and numbers in the logic are no change of text', async () => {
  const content = confirmedContent();
  content.replace(`${SCENARIO}/en.md`, 'You saved time. Whether', 'You saved time.\nWhether');
  content.replace(`${SCENARIO}/scenario.yaml`, 'difficulty: 0', 'difficulty: 1');
  for (const locale of ['ko', 'en']) {
    content.replace(`${LESSON}/${locale}.mdx`, 'minutes: 12', 'minutes: 15');
  }
  assert.deepEqual(await found(content), []);
});

test('a new scenario is asked about once, not once for each text', async () => {
  const content = confirmedContent();
  for (const file of ['scenario.yaml', 'walkthroughs.yaml', 'ko.md', 'en.md']) {
    const text = readFileSync(join(content.root, 'content', SCENARIO, file), 'utf8');
    content.write(`scenarios/second-frost/${file}`, text);
  }
  assert.deepEqual(await found(content), [
    'translation-unconfirmed scenarios/second-frost/en.md:1',
  ]);
  const [problem] = await content.problems();
  assert.match(problem?.message ?? '', /"title", "role", "brief" and \d+ more/);
  assert.match(problem?.help ?? '', /-- scenarios\/second-frost$/);
});

test('a text changed in both languages waits to be compared, so that a later change cannot hide', async () => {
  const content = confirmedContent();
  content.replace(`${SCENARIO}/ko.md`, '짐작만 한다', '짐작한다');
  content.replace(`${SCENARIO}/en.md`, '## Guessing', '## They guess');
  assert.deepEqual(await found(content), [`translation-unconfirmed ${SCENARIO}/en.md:49`]);
});

test('confirming one folder leaves the others as they were', async () => {
  const content = confirmedContent();
  content.replace(`${LESSON}/en.mdx`, 'Call one neighbour.', 'Call two neighbours.');
  content.replace(`${SCENARIO}/en.md`, '## Guessing', '## They guess');
  confirm(content, `content/${SCENARIO}/`);
  assert.deepEqual(await found(content), [`translation-stale ${LESSON}/ko.mdx:1`]);
});

test('what is gone is forgotten, but not while a file cannot be read', () => {
  const content = confirmedContent();
  content.replace(`${SCENARIO}/scenario.yaml`, 'start: question', 'start: "question');
  content.remove('glossary/crisis-response.yaml');
  confirm(content, SCENARIO);
  confirm(content);
  assert.match(lockOf(content), /check-in-call/);
  content.replace(`${SCENARIO}/scenario.yaml`, 'start: "question', 'start: question');
  content.write('glossary/crisis-response.yaml', '[]');
  confirm(content, 'glossary');
  assert.match(lockOf(content), /check-in-call/, 'a path with nothing under it changes nothing');
});

test('a term that was removed is forgotten with its file', async () => {
  const content = confirmedContent();
  const file = 'glossary/crisis-response.yaml';
  const term =
    '- id: spare\n  term: { ko: 여분, en: spare }\n  meaning: { ko: 남는 것, en: More. }\n';
  const before = readFileSync(join(content.root, 'content', file), 'utf8');
  content.write(file, `${before}${term}`);
  confirm(content, file);
  assert.match(lockOf(content), /spare:/);
  content.write(file, before);
  confirm(content, file);
  assert.doesNotMatch(lockOf(content), /spare:/);
});

test('confirming twice changes nothing, and a path without texts is refused', () => {
  const content = confirmedContent();
  const before = lockOf(content);
  assert.match(confirm(content).stdout, /Confirmed now: 0\./);
  assert.equal(lockOf(content), before);
  const { status, stderr } = confirm(content, 'scenarios/nowhere');
  assert.equal(status, 1);
  assert.match(stderr, /There are no texts under "scenarios\/nowhere"/);
});

test('a damaged lock is a warning with its line, and is not written over', async () => {
  const content = confirmedContent();
  content.write(LOCK_FILE, `${SCENARIO}:\n  alert: nonsense\n`);
  assert.deepEqual(await found(content), [`not-fitting ${LOCK_FILE}:2`]);
  assert.equal(confirm(content).status, 1);
  assert.match(lockOf(content), /nonsense/);
});

test('an author may name a text by its file', () => {
  assert.equal(lockPath('content/scenarios/first-frost/ko.md'), 'scenarios/first-frost');
  assert.equal(lockPath(`./content/${LESSON}/en.mdx`), `${LESSON}#text`);
  assert.equal(lockPath(`${LESSON}/items.yaml#phases`), `${LESSON}/items.yaml#phases`);
  assert.equal(lockPath('content'), '');
});

test('the lock of the product is as the command writes it', async () => {
  const folder = join(PROJECT, 'content');
  assert.ok(existsSync(join(folder, LOCK_FILE)));
  const { lock, problems } = await readLock(openFolder(folder));
  assert.deepEqual(problems, []);
  assert.ok(lock !== null && lock.size > 0);
  assert.equal(readFileSync(join(folder, LOCK_FILE), 'utf8'), formatLock(lock));
});
