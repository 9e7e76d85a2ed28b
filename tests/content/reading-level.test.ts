import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLibrary } from '#library/read.ts';
import { checkReading, readingLevels, readingTable } from '#library/reading-level.ts';
import { type ContentCopy, contentCopy } from '#tests/support/content.ts';

const LESSON = 'courses/good-neighbours/who-notices-first';
const draftOf = async (content: ContentCopy) => (await readLibrary(content.root)).draft;

test('short sentences of short words are easy in both languages', async () => {
  const draft = await draftOf(contentCopy());
  assert.deepEqual(checkReading(draft), []);
  for (const { grade, eojeol } of readingLevels(draft)) {
    assert.ok(grade !== null && grade < 8, String(grade));
    assert.ok(eojeol !== null && eojeol > 2 && eojeol < 10, String(eojeol));
  }
});

test('a lesson of long words in one endless sentence is found, with what to do', async () => {
  const content = contentCopy();
  const long =
    'Intersectoral coordination necessitates comprehensive institutionalisation of accountability, '.repeat(
      4,
    );
  content.replace(`${LESSON}/en.mdx`, 'Call one neighbour.', `${long}immediately.`);
  const [found, ...more] = checkReading(await draftOf(content));
  assert.deepEqual(more, []);
  assert.equal(`${found?.code} ${found?.file}`, `reading-hard-en ${LESSON}/en.mdx`);
  assert.match(found?.help ?? '', /Split long sentences/);
});

test('a Korean text of endless sentences is found', async () => {
  const content = contentCopy();
  const long = '이웃이 아프고 '.repeat(60);
  content.replace(`${LESSON}/ko.mdx`, '이웃 한 사람에게 전화합니다.', `${long}전화합니다.`);
  const codes = checkReading(await draftOf(content)).map(({ code }) => code);
  assert.deepEqual(codes, ['reading-hard-ko']);
});

test('headings and tables are no sentences', async () => {
  const content = contentCopy();
  const before = readingLevels(await draftOf(content));
  const cells = `| ${'word '.repeat(40)}| two |\n|---|---|\n| ${'more '.repeat(40)}| b |`;
  content.replace(
    `${LESSON}/en.mdx`,
    '</Tomorrow>',
    `</Tomorrow>\n\n### ${'Word '.repeat(40)}\n\n${cells}`,
  );
  assert.deepEqual(readingLevels(await draftOf(content)), before);
});

test('an abbreviation and an article number end no sentence', async () => {
  const content = contentCopy();
  const before = readingLevels(await draftOf(content))[0]?.grade ?? 0;
  content.replace(
    `${LESSON}/en.mdx`,
    'Call one neighbour.',
    'Mr. Kim calls one neighbour (art. 66).',
  );
  const after = readingLevels(await draftOf(content))[0]?.grade ?? 0;
  assert.ok(Math.abs(after - before) < 1.5, `${before} ${after}`);
});

test('the table names every lesson', async () => {
  const table = readingTable(await draftOf(contentCopy()));
  assert.match(table, /who-notices-first +\d+\.\d +\d+\.\d +2/);
});
