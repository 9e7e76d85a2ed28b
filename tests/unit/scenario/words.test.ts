import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseWords, plainText, sectionFor } from '#features/scenario/words.ts';

const TEXT = `## Two tests {#alert}
Nine o'clock.
Still nine.

- one
- two

### Close {#alert.close}
Quick.
## Two tests, from outside {#alert@resident}
A closed door.
`;

test('reads headings, paragraphs and lists', () => {
  const { words, problems } = parseWords(TEXT);
  assert.deepEqual(problems, []);
  assert.deepEqual(words['alert'], {
    label: 'Two tests',
    blocks: [
      { kind: 'paragraph', text: "Nine o'clock. Still nine." },
      { kind: 'list', items: ['one', 'two'] },
    ],
  });
  assert.equal(plainText(words['alert']?.blocks ?? []), "Nine o'clock. Still nine. one two");
});

test('gives a seat its own words where there are some', () => {
  const { words } = parseWords(TEXT);
  assert.equal(sectionFor(words, 'alert', 'resident').label, 'Two tests, from outside');
  assert.equal(sectionFor(words, 'alert', 'official').label, 'Two tests');
  assert.throws(() => sectionFor(words, 'missing', 'official'), /no section "missing"/);
});

test('reports lines without a heading and ids used twice with their lines', () => {
  const { problems } = parseWords('lost\n## A {#a}\ntext\n## B\n## A again {#a}\n');
  assert.deepEqual(problems, [
    { code: 'text-stray', line: 1, text: 'lost' },
    { code: 'text-stray', line: 4, text: '## B' },
    { code: 'text-duplicate', line: 5, text: 'a' },
  ]);
});
