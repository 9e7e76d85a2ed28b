import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '#features/catalogue/course.ts';
import { marker, partsOf, partsOnce, withSections } from '#ui/components/lesson/lesson-parts.ts';

const emptyCatalogue = () => catalogueOf({ courses: [], terms: [], facts: [], sources: [] });

test('a text falls into finished stretches and the places of its questions and sheets', () => {
  const html = `<p>one</p>${marker({ kind: 'check', id: 'first-sign' })}\n${marker({ kind: 'sheet', id: 'second' })}<p>two</p>`;
  assert.deepEqual(partsOf(html), [
    { html: '<p>one</p>' },
    { kind: 'check', id: 'first-sign' },
    { kind: 'sheet', id: 'second' },
    { html: '<p>two</p>' },
  ]);
});

test('before each section of a text, and before its first, there is a place for what concerns one reader', () => {
  const html = '<p>one</p><h2 id="a">A</h2><h3>a</h3><h2>B</h2>';
  assert.deepEqual(partsOf(withSections(html)), [
    { kind: 'section', id: '0' },
    { html: '<p>one</p>' },
    { kind: 'section', id: '1' },
    { html: '<h2 id="a">A</h2><h3>a</h3>' },
    { kind: 'section', id: '2' },
    { html: '<h2>B</h2>' },
  ]);
});

test('a text is rendered once however many people read it at the same moment', async () => {
  const catalogue = emptyCatalogue();
  let times = 0;
  const read = () =>
    partsOnce(catalogue, 'course/lesson/ko', async () => {
      times += 1;
      return '<p>text</p>';
    });
  const readings = await Promise.all([read(), read(), read()]);
  assert.equal(times, 1);
  assert.ok(readings.every((parts) => parts === readings[0]));
});

test('languages are rendered apart, and another catalogue anew', async () => {
  const catalogue = emptyCatalogue();
  const say = (words: string) => async () => words;
  await partsOnce(catalogue, 'lesson/ko', say('한국어'));
  assert.deepEqual(await partsOnce(catalogue, 'lesson/en', say('English')), [{ html: 'English' }]);
  assert.deepEqual(await partsOnce(catalogue, 'lesson/ko', say('other')), [{ html: '한국어' }]);
  const edited = await partsOnce(emptyCatalogue(), 'lesson/ko', say('고친 글'));
  assert.deepEqual(edited, [{ html: '고친 글' }]);
});

test('a rendering that failed is tried again by the next reader', async () => {
  const catalogue = emptyCatalogue();
  const failing = async () => {
    throw new Error('no luck');
  };
  await assert.rejects(partsOnce(catalogue, 'lesson/ko', failing), /no luck/);
  assert.deepEqual(await partsOnce(catalogue, 'lesson/ko', async () => 'text'), [{ html: 'text' }]);
});
