import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fact, oldestFacts } from '#features/catalogue/fact.ts';

function fact(id: string, checked: string, status: Fact['status'] = 'verified'): Fact {
  return { id, checked, status, statement: { ko: '사실', en: 'fact' }, source: 'somewhere' };
}

test('the fact checked longest ago comes first, and of one day the one with a single source', () => {
  const facts = [
    fact('new', '2026-11-22'),
    fact('old', '2025-01-01'),
    fact('new-single', '2026-11-22', 'single-source'),
  ];
  assert.deepEqual(
    oldestFacts(facts, 2).map(({ id }) => id),
    ['old', 'new-single'],
  );
});
