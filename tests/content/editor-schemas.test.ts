import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** The path in its first line; a file without one is written without help. */
function schemaNamedIn(file: string): string | undefined {
  const [first = ''] = readFileSync(join(CONTENT, file), 'utf8').split('\n');
  return /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
}

test('a content file that asks for help names the schema of its kind, where it is', () => {
  const kinds: readonly (readonly [files: string, schema: string])[] = [
    ['courses/*/course.yaml', 'course'],
    ['courses/*/*/items.yaml', 'items'],
    ['courses/*/*/figures/*.yaml', 'figure'],
    ['glossary/*.yaml', 'glossary'],
    ['sources/*.yaml', 'sources'],
    ['facts/*.yaml', 'facts'],
    ['scenarios/*/scenario.yaml', 'scenario'],
    ['scenarios/*/walkthroughs.yaml', 'walkthroughs'],
    ['competencies/framework.yaml', 'framework'],
    ['observations/*.yaml', 'observation'],
    ['positions/*.yaml', 'position'],
    ['programmes/*.yaml', 'programme'],
    ['surveys/*.yaml', 'survey'],
    ['surveys/parts/*.yaml', 'survey-part'],
    ['question-sets/*.yaml', 'question-set'],
  ];
  for (const [files, schema] of kinds) {
    const found = globSync(files, { cwd: CONTENT });
    const asking = found.filter((file) => schemaNamedIn(file) !== undefined);
    assert.ok(asking.length > 0, files);
    for (const file of asking) {
      const path = join(dirname(file), schemaNamedIn(file) ?? '');
      assert.equal(path, `schemas/${schema}.schema.json`, file);
    }
  }
});

test('every file of a new course or scenario names a schema that is there', () => {
  const skeletons = ['src/cli/new-course.ts', 'src/cli/skeletons/scenario/scenario.yaml'];
  skeletons.push('src/cli/skeletons/scenario/walkthroughs.yaml');
  skeletons.push('src/cli/skeletons/seats/scenario.yaml');
  skeletons.push('src/cli/skeletons/seats/walkthroughs.yaml');
  for (const file of skeletons) {
    const text = readFileSync(join(CONTENT, '..', file), 'utf8');
    const named = [...text.matchAll(/\$schema=(?:\.\.\/)+(schemas\/\S+)$/gm)];
    assert.ok(named.length > 0, file);
    for (const [, schema = ''] of named) assert.ok(schema in editorSchemas(), schema);
  }
});
