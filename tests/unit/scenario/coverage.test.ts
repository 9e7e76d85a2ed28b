import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf } from '#features/scenario/coverage.ts';
import { readUnchecked } from '#library/read.ts';

const library = await readUnchecked(process.cwd());

test('counts the questions and names the scenarios in which a competency can be shown', () => {
  const items = Object.values(library.items).flat();
  const coverage = coverageOf(library.framework, items, library.scenarios);
  assert.equal(coverage.length, 24);
  const asked = coverage.reduce((sum, { questions }) => sum + questions, 0);
  assert.equal(asked, items.length);
  const command = coverage.find(({ competency }) => competency.id === 'C5.2');
  assert.ok(command?.scenarios.includes('heatwave-closure'));
});

test('a competency that nothing can show is listed with nothing', () => {
  const coverage = coverageOf(library.framework, [], []);
  assert.ok(
    coverage.every(({ questions, scenarios }) => questions === 0 && scenarios.length === 0),
  );
});
