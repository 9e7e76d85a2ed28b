import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { LOCALES } from '#kernel/text.ts';
import { contentCopy } from '#tests/support/content.ts';

const COMMAND = join(import.meta.dirname, '../../src/cli/new-course.ts');

test('a new course lacks nothing but its texts, and each is named', async () => {
  const content = contentCopy();
  content.replace('competencies/framework.yaml', 'id: C5.1', 'id: C1.1');
  for (const file of ['course.yaml', 'who-notices-first/items.yaml']) {
    content.replace(`courses/good-neighbours/${file}`, 'C5.1', 'C1.1');
  }
  content.replace('courses/good-neighbours/who-notices-first/items.yaml', 'C5.1', 'C1.1');
  for (const lesson of ['who-notices-first', 'the-first-call']) {
    for (const locale of LOCALES) {
      content.replace(`courses/good-neighbours/${lesson}/${locale}.mdx`, 'C5.1', 'C1.1');
    }
  }
  content.replace('observations/first-round.yaml', 'C5.1', 'C1.1');
  content.replace('positions/street-warden.yaml', 'C5.1', 'C1.1');
  content.replace('cases/first-round-of-calls.yaml', 'C5.1', 'C1.1');
  const words = ['--area', 'crisis-response', '--audience', 'resident', '--root', content.root];
  execFileSync(process.execPath, [COMMAND, 'water-safety', ...words]);
  const problems = (await content.problems()).filter(({ level }) => level === 'error');
  assert.deepEqual([...new Set(problems.map(({ code }) => code))], ['text-empty']);
  const files = new Set(problems.map(({ file }) => file));
  for (const file of [
    'course.yaml',
    'first-lesson/ko.mdx',
    'first-lesson/en.mdx',
    'first-lesson/items.yaml',
    'first-lesson/sheets.yaml',
  ]) {
    assert.ok(files.has(`courses/water-safety/${file}`), file);
  }
});

test('a course that exists is left alone', () => {
  const content = contentCopy();
  const { status, stderr } = spawnSync(
    process.execPath,
    [COMMAND, 'good-neighbours', '--root', content.root],
    { encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.match(stderr, /The course "good-neighbours" exists/);
});
