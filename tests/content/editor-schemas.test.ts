import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { editorSchemas } from '#library/schemas.ts';

const CONTENT = join(import.meta.dirname, '../../content');

test('editors know the content as the check knows it', () => {
  const wanted = editorSchemas();
  for (const [file, text] of Object.entries(wanted)) {
    assert.equal(readFileSync(join(CONTENT, file), 'utf8'), text, `${file}: npm run schemas`);
  }
  const found = readdirSync(join(CONTENT, 'schemas')).map((name) => `schemas/${name}`);
  assert.deepEqual(found.sort(), Object.keys(wanted).sort());
});

test('every file of a new course or scenario names a schema that is there', () => {
  const skeletons = ['src/cli/new-course.ts', 'src/cli/skeletons/scenario/scenario.yaml'];
  skeletons.push('src/cli/skeletons/scenario/walkthroughs.yaml');
  for (const file of skeletons) {
    const text = readFileSync(join(CONTENT, '..', file), 'utf8');
    const named = [...text.matchAll(/\$schema=(?:\.\.\/)+(schemas\/\S+)$/gm)];
    assert.ok(named.length > 0, file);
    for (const [, schema = ''] of named) assert.ok(schema in editorSchemas(), schema);
  }
});
