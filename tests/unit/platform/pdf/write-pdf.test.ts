import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts';
import { writePdf } from '#platform/pdf/write-pdf.ts';
import { readPdf } from '#tests/support/pdf.ts';

const noon = Date.UTC(2026, 10, 22, 3);

function documentOf(blocks: readonly PdfBlock[]): PdfDocument {
  return {
    title: '학습 이수 확인서',
    locale: 'ko',
    author: '함께시',
    createdAt: noon,
    header: '함께시',
    footer: '문서 번호 가-1',
    place: (page, pages) => `${page} / ${pages}`,
    blocks,
  };
}

async function linesOf(blocks: readonly PdfBlock[]): Promise<string[]> {
  const { pages } = readPdf(await writePdf(documentOf(blocks)));
  return pages.flat();
}

const table = (rows: number): PdfBlock => ({
  kind: 'table',
  caption: '마친 것',
  columns: [
    { title: '배운 것', share: 3 },
    { title: '시간', share: 1, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, n) => [`강의 ${n + 1}`, '0.5']),
});

test('Korean and English text can be copied out of the document', async () => {
  const lines = await linesOf([
    { kind: 'heading', level: 1, text: '학습 이수 확인서' },
    { kind: 'facts', facts: [{ term: 'Name', value: '김하늘' }] },
    { kind: 'paragraph', text: 'Hours of learning, 12.5 in all.' },
  ]);
  for (const text of ['학습 이수 확인서', 'Name', '김하늘', 'Hours of learning, 12.5 in all.']) {
    assert.ok(lines.includes(text), text);
  }
});

test('a name may hold any Korean syllable, also one typed as separate letters', async () => {
  const rare = '뷁 쀼 먄 꿻 힣';
  const lines = await linesOf([{ kind: 'paragraph', text: rare.normalize('NFD') }]);
  assert.ok(lines.includes(rare));
});

test('what the typeface cannot show is marked, not dropped', async () => {
  const lines = await linesOf([{ kind: 'paragraph', text: '金 선생님 🙂' }]);
  assert.ok(lines.includes('□ 선생님 □'));
});

test('every font is in the file, so that it looks alike everywhere', async () => {
  const { embedded, named } = readPdf(await writePdf(documentOf([table(2)])));
  assert.deepEqual(embedded.toSorted(), ['Pretendard-Bold', 'Pretendard-Regular']);
  assert.ok(
    named.every((name) => embedded.includes(name)),
    named.join(),
  );
});

test('a long table goes over pages, repeats its header and loses no row', async () => {
  const { pages } = readPdf(await writePdf(documentOf([table(90)])));
  assert.ok(pages.length >= 3);
  for (const [n, lines] of pages.entries()) {
    assert.equal(lines.filter((line) => line === '배운 것').length, 1, `page ${n + 1}`);
    assert.ok(lines.includes(`${n + 1} / ${pages.length}`));
    assert.ok(lines.includes('함께시') && lines.includes('문서 번호 가-1'));
  }
  const rows = pages.flat().filter((line) => line.startsWith('강의'));
  assert.deepEqual(
    rows,
    Array.from({ length: 90 }, (_, n) => `강의 ${n + 1}`),
  );
});

test('a paragraph longer than a page goes on over the leaf', async () => {
  const words = Array.from({ length: 1500 }, (_, n) => `낱말${n}`);
  const { pages } = readPdf(
    await writePdf(documentOf([table(5), { kind: 'paragraph', text: words.join(' ') }])),
  );
  assert.ok(pages.length >= 2);
  const written = pages
    .flat()
    .join(' ')
    .match(/낱말\d+/g);
  assert.deepEqual(written, words);
});

test('Korean lines break between words, and a word wider than the line is cut', async () => {
  const sentence = '주민과 공무원이 함께 배우고 함께 정하는 도시를 만듭니다.';
  const lines = await linesOf([
    { kind: 'paragraph', text: `${sentence} ${sentence} ${sentence}` },
    { kind: 'paragraph', text: `https://example.org/${'a'.repeat(200)}` },
  ]);
  const [first = '', second = ''] = lines;
  assert.equal(`${first}${second}`, `${sentence} ${sentence} ${sentence}`);
  assert.ok(sentence.split(' ').includes(first.trim().split(' ').at(-1) ?? ''));
  assert.ok(lines.some((line) => /^a+$/.test(line)));
});

test('screen readers get a title, a language, headings, pairs, header cells and a picture in words', async () => {
  const { tags, scopes, head } = readPdf(
    await writePdf(
      documentOf([
        { kind: 'heading', level: 1, text: '확인서' },
        { kind: 'heading', level: 2, text: '2026년' },
        { kind: 'facts', facts: [{ term: '이름', value: '하늘' }] },
        table(1),
        {
          kind: 'figure',
          alt: '확인 주소',
          viewBox: { width: 2, height: 2 },
          width: 60,
          paths: [{ d: 'M0 0H1V1H0Z' }],
        },
      ]),
    ),
  );
  const count = (tag: string) => tags.filter((word) => word === tag).length;
  assert.deepEqual(
    [
      'Document',
      'H1',
      'H2',
      'L',
      'Lbl',
      'LBody',
      'Table',
      'Caption',
      'TR',
      'TH',
      'TD',
      'Figure',
    ].map((tag) => [tag, count(tag)]),
    [
      ['Document', 1],
      ['H1', 1],
      ['H2', 1],
      ['L', 1],
      ['Lbl', 1],
      ['LBody', 1],
      ['Table', 1],
      ['Caption', 1],
      ['TR', 2],
      ['TH', 3],
      ['TD', 1],
      ['Figure', 1],
    ],
  );
  assert.deepEqual(scopes.toSorted(), ['Column', 'Column', 'Row']);
  for (const part of [
    '/Lang (ko)',
    '/DisplayDocTitle true',
    '/Marked true',
    '/Alt (',
    '/Outlines',
  ]) {
    assert.ok(head.includes(part), part);
  }
});

test('the same document made at the same time is the same file', async () => {
  const document = documentOf([table(3)]);
  assert.deepEqual(await writePdf(document), await writePdf(document));
  const later = await writePdf({ ...document, createdAt: noon + 1000 });
  assert.notDeepEqual(await writePdf(document), later);
});
