import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchDocument } from '#features/search/document.ts';
import { extractOf, markedIn } from '#features/search/extract.ts';
import { find, indexOf } from '#features/search/find.ts';
import { queryWordsOf } from '#features/search/words.ts';

const about = (
  title: string,
  text: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  id: title,
  kind: 'lesson',
  thing: title,
  title,
  otherTitle: '',
  heading: '',
  text,
  path: `/${title}`,
  ...more,
});
const INDEX = indexOf([
  about('사회적 가치', '공공의 이익과 공동체에 도움이 되는 가치입니다.', {
    otherTitle: 'social value',
  }),
  about('무더위쉼터', '더울 때 누구나 쉬는 곳입니다.'),
  about('폭염', '무더위쉼터를 미리 찾아 둡니다. 대피 명령과는 다릅니다.'),
  about('Evacuation order', 'People leave when the order is given.'),
  about('Accessibility', 'Anyone can use the screen.'),
  about('Orders of value', 'Social life has many values, and an evacuation is rare.'),
]);
const titles = (query: string) => find(INDEX, query).found.map(({ title }) => title);

for (const query of ['사회적 가치', '사회적가치', '사회적 가치를', '사회적가치란']) {
  test(`"${query}" finds social value first, however it is spaced and whatever particle it carries`, () => {
    assert.equal(titles(query)[0], '사회적 가치');
  });
}

test('a question in everyday words finds what it is about', () => {
  assert.deepEqual(titles('무더위쉼터는 어디에'), ['무더위쉼터', '폭염']);
  assert.deepEqual(titles('대피하려면 어떻게'), ['폭염']);
});

test('a term is found by its name in the other language', () => {
  assert.equal(titles('social value')[0], '사회적 가치');
});

test('a word of one syllable finds texts that have it', () => {
  assert.ok(titles('곳').includes('무더위쉼터'));
});

test('plurals and small slips find the word', () => {
  assert.equal(titles('evacuations')[0], 'Evacuation order');
  assert.equal(titles('acessibility')[0], 'Accessibility');
});

test('what has all the words stands alone; without such, what has some is said to be partial', () => {
  assert.deepEqual(titles('evacuation order'), ['Evacuation order', 'Orders of value']);
  const partial = find(INDEX, 'evacuation kiosk');
  assert.equal(partial.isPartial, true);
  assert.ok(partial.found.length > 0);
});

test('nothing is found for words that stand nowhere, and for no words', () => {
  assert.deepEqual(titles('xyzzy'), []);
  assert.deepEqual(titles('  ?! '), []);
});

test('a lesson is found once, at the part that fits best', () => {
  const index = indexOf([
    about('Heat', 'What a warning says.', { id: 'Heat:0' }),
    about('Heat', 'Cooling shelters open at noon.', { id: 'Heat:1', heading: 'Shelters' }),
  ]);
  const { found } = find(index, 'shelter heat');
  assert.deepEqual(
    found.map(({ title, heading }) => [title, heading]),
    [['Heat', 'Shelters']],
  );
});

const shown = (pieces: ReturnType<typeof markedIn>) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

test('an extract is the sentence that has most of the words, with the words marked', () => {
  const text = 'It rains. Shelters open when a heat warning begins. Go early.';
  assert.equal(
    shown(extractOf(text, queryWordsOf('heat shelter'))),
    '[Shelters] open when a [heat] warning begins.',
  );
  assert.equal(
    shown(extractOf('비가 옵니다. 사회적 가치를 적습니다.', queryWordsOf('사회적가치'))),
    '[사회적 가치]를 적습니다.',
  );
});

test('a long sentence is shortened around the word and stays readable', () => {
  const words = Array.from({ length: 90 }, (_, number) => `word${number}`);
  const extract = shown(
    extractOf([...words, 'needle', ...words].join(' '), queryWordsOf('needle')),
  );
  assert.match(extract, /^… .*\[needle\].* …$/);
  assert.ok(extract.length < 200, extract);
});

test('characters that mean something in a pattern are only characters', () => {
  assert.equal(shown(markedIn('A (b) c', queryWordsOf('(b'))), 'A ([b]) c');
});
