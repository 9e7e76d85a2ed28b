import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ContentCopy, contentCopy } from '#tests/support/content.ts';

const ID = 'participatory-budget';
const FILES = ['scenario.yaml', 'walkthroughs.yaml', 'ko.md', 'en.md'];
const source = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../content/scenarios', ID, file), 'utf8');

function withScenario(): ContentCopy {
  const content = contentCopy();
  for (const file of FILES) content.write(`scenarios/${ID}/${file}`, source(file));
  return content;
}

/** The line on which words first stand. */
function lineOf(file: string, words: string): number {
  return (
    source(file)
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  );
}

async function placed(content: ContentCopy): Promise<string[]> {
  const problems = await content.problems();
  return problems.map(({ code, file, line }) => `${code} ${file.split('/').at(-1)}:${line}`);
}

test('an unknown ending is reported in scenario.yaml, where it is named', async () => {
  const content = withScenario();
  const [, goTo = ''] = /goTo: ([a-z-]+)/.exec(source('scenario.yaml')) ?? [];
  content.replace(`scenarios/${ID}/scenario.yaml`, `goTo: ${goTo}`, 'goTo: nowhere-at-all');
  const line = lineOf('scenario.yaml', `goTo: ${goTo}`);
  const found = await placed(content);
  assert.ok(
    found.some((place) => place.endsWith(`scenario.yaml:${line}`)),
    found.join('\n'),
  );
});

test('a competency outside the framework is reported where it is claimed', async () => {
  const found = await placed(withScenario());
  const line = lineOf('scenario.yaml', 'C6.1:');
  assert.ok(found.includes(`competency-unknown scenario.yaml:${line}`), found.join('\n'));
});

test('left-over words are reported in their file at their heading', async () => {
  const content = withScenario();
  const text = `${source('en.md').trimEnd()}\n\n## Nobody comes here {#nobody}\n\nText.\n`;
  content.write(`scenarios/${ID}/en.md`, text);
  const found = await placed(content);
  const line = text.split('\n').findIndex((words) => words.includes('{#nobody}')) + 1;
  assert.ok(
    found.some((place) => place.endsWith(`en.md:${line}`)),
    found.join('\n'),
  );
});

test('a path that ends elsewhere is reported in walkthroughs.yaml', async () => {
  const content = withScenario();
  content.replace(`scenarios/${ID}/walkthroughs.yaml`, 'minutes: ', 'minutes: 9');
  const line = lineOf('walkthroughs.yaml', 'minutes: ');
  const found = await placed(content);
  assert.ok(
    found.some((place) => place.endsWith(`walkthroughs.yaml:${line}`)),
    found.join('\n'),
  );
});

test('a scenario without recorded paths is still checked for the rest', async () => {
  const content = withScenario();
  content.remove(`scenarios/${ID}/walkthroughs.yaml`);
  const found = await placed(content);
  assert.ok(found.includes('file-missing walkthroughs.yaml:1'));
  assert.ok(found.some((place) => place.startsWith('competency-unknown scenario.yaml')));
});
