import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { hasSentence } from '#i18n/index.ts';

test('whatever a check of scenarios can find has a sentence for authors', async () => {
  const codes = new Set<string>();
  for await (const path of glob('src/features/scenario/**/*.ts')) {
    const text = await readFile(path, 'utf8');
    for (const [, code = ''] of text.matchAll(/(?:error|warning)In\(\s*'([a-z-]+)'/g))
      codes.add(code);
  }
  assert.ok(codes.size > 20);
  assert.deepEqual(
    [...codes].filter((code) => !hasSentence(`author.finding.${code}`)),
    [],
  );
});
