import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay, readShare } from '#features/intake/cells.ts';
import { decode } from '#features/intake/encoding.ts';
import { proposeColumns } from '#features/intake/fields.ts';
import { separatorOf } from '#features/intake/separator.ts';
import { settingsFor, signatureText } from '#features/intake/settings.ts';

const WORDS = '이름,역량\n김하늘,C1.1\n';
/** `WORDS` as Korean Windows writes it. */
const EUC_KR = Uint8Array.from([
  0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0xbf, 0xaa, 0xb7, 0xae, 0x0a, 0xb1, 0xe8, 0xc7, 0xcf, 0xb4, 0xc3,
  0x2c, 0x43, 0x31, 0x2e, 0x31, 0x0a,
]);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

test('a file reads the same in UTF-8, with its mark or without, in EUC-KR and in UTF-16', () => {
  const plain = new TextEncoder().encode(WORDS);
  const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...plain]);
  for (const [bytes, encoding] of [
    [plain, 'utf-8'],
    [marked, 'utf-8'],
    [EUC_KR, 'euc-kr'],
    [utf16(WORDS), 'utf-16le'],
  ] as const) {
    assert.deepEqual(decode(bytes), { ok: true, value: { text: WORDS, encoding } });
  }
});

test('what is no text is refused with the reason', () => {
  const code = (bytes: Uint8Array) => {
    const read = decode(bytes);
    return read.ok ? 'ok' : read.problem.code;
  };
  assert.equal(code(new Uint8Array()), 'file-missing');
  assert.equal(code(new TextEncoder().encode(' \n ')), 'file-empty');
  assert.equal(code(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff])), 'file-unreadable');
});

test('the separator is found whatever stands in quotation marks', () => {
  assert.equal(separatorOf('a;b;c\n1,2,3,4,5'), ';');
  assert.equal(separatorOf('"a,b,c"\td\n'), '\t');
  assert.equal(separatorOf('"say ""x;y;z""",b\n'), ',');
  assert.equal(separatorOf('one'), ',');
});

test('days are read as other systems write them, and never guessed', () => {
  for (const cell of [
    '2026-03-04',
    '2026.3.4',
    '2026. 3. 4.',
    '2026/03/04',
    '20260304',
    '2026년 3월 4일',
    '2026-03-04 09:30:00',
    '2026-03-04T00:30:00Z',
    '２０２６-03-04',
  ]) {
    assert.equal(readDay(cell), '2026-03-04', cell);
  }
  for (const cell of ['', '04/03/2026', '2026-13-01', '2026-02-30', '2026', 'yesterday']) {
    assert.equal(readDay(cell), null, cell);
  }
});

test('scores are shares of what there was to reach', () => {
  assert.equal(readShare('85', 100), 0.85);
  assert.equal(readShare('85점', 100), 0.85);
  assert.equal(readShare('85%', 10), 0.85);
  assert.equal(readShare('17/20', 100), 0.85);
  assert.equal(readShare('0,85', 1), 0.85);
  assert.equal(readShare('0', 100), 0);
  for (const cell of ['101', '-3', 'A+', '21/20', '3/0', '']) {
    assert.equal(readShare(cell, 100), null, cell);
  }
});

test('Korean and English headers are recognised, each column for one field only', () => {
  const ko = ['성명', '아이디', '이메일', '역량', '수준', '수료일', '기관', '비고'];
  const en = ['Full name', 'Login', 'E-mail', 'Competency', 'Level', 'Date', 'Source', 'Remark'];
  for (const header of [ko, en]) {
    assert.deepEqual(proposeColumns('records', header), {
      name: 0,
      login: 1,
      email: 2,
      competency: 3,
      level: 4,
      day: 5,
      system: 6,
      remark: 7,
    });
  }
  assert.deepEqual(proposeColumns('records', ['교육 수료일', '최종 점수', '???']), {
    day: 0,
    score: 1,
  });
});

test('what was settled is found again by the first line, whatever its case and spaces', () => {
  assert.equal(signatureText([' Login', 'E-MAIL']), signatureText(['login', 'email']));
  assert.notEqual(signatureText(['login', 'email']), signatureText(['email', 'login']));
  const known = { v: 1, columns: { login: 0, day: 7 }, options: {}, words: {} } as const;
  assert.deepEqual(settingsFor(['login'], known).columns, { login: 0 });
});
