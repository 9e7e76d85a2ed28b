import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLibrary } from '#library/read.ts';
import { type ContentCopy, contentCopy } from '#tests/support/content.ts';

const COMMAND = join(import.meta.dirname, '../../src/cli/confirm-changes.ts');
const COURSE = 'courses/good-neighbours';
const LESSON = `${COURSE}/who-notices-first`;
const WORDS = ['바뀌었습니다.', 'It changed.'];

const confirm = (content: ContentCopy, ...words: string[]) =>
  spawnSync(process.execPath, [COMMAND, ...words, '--root', content.root], { encoding: 'utf8' });

/** Good content people learn from. */
function published(): ContentCopy {
  const content = contentCopy();
  assert.equal(confirm(content, '--first').status, 0);
  return content;
}

async function found(content: ContentCopy): Promise<string[]> {
  return (await content.problems()).map(({ code, file, line }) => `${code} ${file}:${line}`);
}

/** What is changed, and the line of the section it belongs to. */
const DEFECTS = [
  ['a sentence', `${LESSON}/en.mdx`, 'Call one neighbour.', 'Call two neighbours.', 24],
  ['the other language', `${LESSON}/ko.mdx`, '생활이 먼저', '삶이 먼저', 9],
  [
    'the claim of a fact',
    'facts/crisis-response.yaml',
    '4,460 people fell',
    '4,461 people fell',
    9,
  ],
  ['an answer of a question', `${LESSON}/items.yaml`, 'value: 6', 'value: 7', 24],
  ['a choice of a question', `${LESSON}/items.yaml`, 'Lights off for days', 'No lights', 9],
  ['a heading', `${LESSON}/en.mdx`, '## The next day', '## Tomorrow', 24],
  ['the words of a drawing', `${LESSON}/figures/three-signs.yaml`, 'en: ', 'en: Again ', 9],
] as const;

for (const [title, file, from, to, line] of DEFECTS) {
  test(`a change to ${title} is reported at its section until somebody says what it means`, async () => {
    const content = published();
    assert.deepEqual(await found(content), []);
    content.replace(file, from, to);
    assert.deepEqual(await found(content), [`change-unmarked ${LESSON}/en.mdx:${line}`]);
    const [problem] = await content.problems();
    assert.equal(problem?.level, 'error');
    const place = /confirm:changes -- (\S+) --substantive/.exec(problem?.help ?? '')?.[1] ?? '';
    assert.equal(confirm(content, place, '--editorial', ...WORDS).status, 0);
    assert.deepEqual(await found(content), []);
  });
}

test('what does not change the meaning is not asked about', async () => {
  const content = published();
  content.replace(`${LESSON}/en.mdx`, '**daily life**', 'daily\nlife');
  content.replace(`${LESSON}/items.yaml`, 'difficulty: -0.5', 'difficulty: 1');
  content.replace('facts/crisis-response.yaml', 'checked: 2026-11-22', 'checked: 2026-11-23');
  assert.deepEqual(await found(content), []);
});

test('a section taken out is reported at the file that still knows it', async () => {
  const content = published();
  const lesson = `${COURSE}/the-first-call`;
  for (const file of [`${lesson}/ko.mdx`, `${lesson}/en.mdx`]) {
    const source = readFileSync(join(content.root, 'content', file), 'utf8');
    content.write(file, source.slice(0, source.lastIndexOf('## ')));
  }
  assert.deepEqual(await found(content), [`change-unmarked ${lesson}/versions.yaml:1`]);
});

test('a substantive change carries its sentence and its questions into the library', async () => {
  const content = published();
  content.replace(`${LESSON}/en.mdx`, 'Call one neighbour.', 'Call two neighbours.');
  const outcome = confirm(content, 'good-neighbours/who-notices-first', '--substantive', ...WORDS);
  assert.match(outcome.stdout, /Marked as substantive: 1\./);
  const { library } = await readLibrary(content.root);
  const lesson = library.courses[0]?.lessons.find(({ id }) => id === 'who-notices-first');
  const [, section] = lesson?.parts ?? [];
  assert.equal(section?.id, 'the-next-day');
  assert.deepEqual(
    section?.changes.map((change) => [
      change.kind,
      change.what.en,
      'checks' in change && change.checks,
    ]),
    [['substantive', 'It changed.', ['how-many']]],
  );
});

test('nothing is marked without a sentence in both languages, of nothing, or with a strange question', () => {
  const content = published();
  const place = 'good-neighbours/who-notices-first';
  assert.equal(confirm(content, place, '--editorial', '한 문장').status, 1);
  assert.equal(confirm(content, place, '--editorial', ...WORDS).status, 1);
  assert.equal(confirm(content, place, '--editorial', '--substantive', ...WORDS).status, 1);
  assert.equal(confirm(content, '--editorial', ...WORDS).status, 1);
  assert.equal(confirm(content, 'nowhere', '--editorial', ...WORDS).status, 1);
  content.replace(`${LESSON}/en.mdx`, 'Call one neighbour.', 'Call two neighbours.');
  const strange = confirm(content, place, '--substantive', ...WORDS, '--checks', 'no-such');
  assert.match(strange.stderr, /no-such/);
});

test('a lesson without a first version is named once for its course, where others have one', async () => {
  const content = published();
  content.remove(`${LESSON}/versions.yaml`);
  assert.deepEqual(await found(content), [`versions-missing ${LESSON}/en.mdx:1`]);
  assert.deepEqual(await found(contentCopy()), []);
});

test('a file somebody broke by hand is named', async () => {
  const content = published();
  content.replace(`${LESSON}/versions.yaml`, 'hash: ', 'hash: x');
  const problems = await content.problems();
  assert.ok(
    problems.some(({ file, level }) => file.endsWith('versions.yaml') && level === 'error'),
  );
});
