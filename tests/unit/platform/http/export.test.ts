import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvFile, jsonFile, textFile } from '#platform/http/export.ts';

test('a table opens in a spreadsheet with Korean intact and without formulas', async () => {
  const bytes = Buffer.from(await csvFile('x', ['이름'], [['=1+1'], ['김, 하늘']]).arrayBuffer());
  const csv = bytes.toString('utf8');
  assert.ok(csv.startsWith('\uFEFF이름'));
  assert.ok(csv.includes("'=1+1"));
  assert.ok(csv.includes('"김, 하늘"'));
});

test('a file is kept and never shown in place, nor remembered on the way', () => {
  for (const [file, name, type] of [
    [csvFile('hours', [], []), 'hours.csv', 'text/csv'],
    [jsonFile('hours', {}), 'hours.json', 'application/json'],
    [textFile('hours', ''), 'hours.txt', 'text/plain'],
  ] as const) {
    assert.match(
      file.headers.get('content-disposition') ?? '',
      new RegExp(`^attachment; filename="${name}"`),
    );
    assert.equal(file.headers.get('content-type'), `${type}; charset=utf-8`);
    assert.equal(file.headers.get('cache-control'), 'private, no-store');
  }
});
