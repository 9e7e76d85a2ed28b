import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument, DOCUMENT_MAX, safeName, typeOf } from '#features/prior/document.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const PDF = bytes('%PDF-1.7\n');
const PNG = bytes('\x89PNG\r\n\x1a\n....');
const JPEG = bytes('\xff\xd8\xff\xe0....');

test('a document is what is in it, whatever its name says', () => {
  assert.equal(typeOf(PDF), 'pdf');
  assert.equal(typeOf(PNG), 'png');
  assert.equal(typeOf(JPEG), 'jpeg');
  for (const other of [
    '',
    '%PD',
    'PK\x03\x04',
    '<html>',
    'MZ\x90',
    'GIF89a',
    ' %PDF-1.7',
    '\x89PN',
  ]) {
    assert.equal(typeOf(bytes(other)), null, other);
  }
});

function codeOf(data: Uint8Array): string {
  const checked = checkDocument(data);
  return checked.ok ? checked.value : checked.problem.code;
}

test('nothing, too much and anything else than PDF, PNG and JPEG is refused', () => {
  const largest = new Uint8Array(DOCUMENT_MAX);
  largest.set(PDF);
  assert.equal(codeOf(largest), 'pdf');
  const tooLarge = new Uint8Array(DOCUMENT_MAX + 1);
  tooLarge.set(PDF);
  assert.equal(codeOf(tooLarge), 'document-too-large');
  assert.equal(codeOf(new Uint8Array()), 'document-missing');
  assert.equal(codeOf(bytes('<script>alert(1)</script>')), 'document-type');
});

test('the name of a document is safe to store and to send, and keeps its words', () => {
  for (const [given, name] of [
    ['수료증 2023.pdf', '수료증 2023.pdf'],
    ['수료증.pdf'.normalize('NFD'), '수료증.pdf'],
    ['C:\\Users\\me\\licence.PDF', 'licence.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['run.exe', 'run.pdf'],
    ['a"b\r\nc;d.pdf', 'a b c d.pdf'],
    ['.htaccess', 'document.pdf'],
    ['', 'document.pdf'],
    ['\u202efdp.exe', 'fdp.pdf'],
    [`${'가'.repeat(200)}.pdf`, `${'가'.repeat(100)}.pdf`],
  ] as const) {
    assert.equal(safeName(given, 'pdf'), name);
  }
  assert.equal(safeName('photo.png', 'jpeg'), 'photo.jpg');
});
