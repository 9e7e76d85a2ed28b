import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawFigure, type Figure } from '#features/catalogue/figure.ts';

const figure: Figure = {
  name: 'two-doors',
  title: { ko: '두 개의 문', en: 'Two doors' },
  alternative: { ko: '문에서 "문"으로', en: 'From door to "door" & back' },
  words: { first: { ko: '첫 문 $&', en: 'Doors <1 & $1' } },
  svg: '<?xml version="1.0"?>\n<svg viewBox="0 0 9 9"><marker id="tip"/><path marker-end="url(#tip)"/><use href="#tip"/><text>{{first}}</text></svg>',
};

test('a drawing speaks the language of the reader', () => {
  assert.match(drawFigure(figure, 'ko', 'a'), /<text>첫 문 \$&amp;<\/text>/);
  assert.match(drawFigure(figure, 'en', 'a'), /<title id="a-title">Two doors<\/title>/);
});

test('words never become markup', () => {
  const drawn = drawFigure(figure, 'en', 'a');
  assert.match(drawn, /<text>Doors &lt;1 &amp; \$1<\/text>/);
  assert.match(drawn, /From door to &quot;door&quot; &amp; back/);
});

test('two drawings on one page keep their ids apart', () => {
  const ids = (prefix: string): string[] =>
    drawFigure(figure, 'en', prefix).match(/(?<=id=")[^"]+/g) ?? [];
  assert.deepEqual(ids('a'), ['a-title', 'a-description', 'a-tip']);
  assert.ok(ids('b').every((id) => !ids('a').includes(id)));
  const drawn = drawFigure(figure, 'en', 'b');
  assert.match(drawn, /url\(#b-tip\)/);
  assert.match(drawn, /href="#b-tip"/);
});

test('those who do not see it are told what it shows', () => {
  const drawn = drawFigure(figure, 'en', 'a');
  assert.match(
    drawn,
    /^<svg viewBox="0 0 9 9" role="img" aria-labelledby="a-title" aria-describedby="a-description">/,
  );
});
