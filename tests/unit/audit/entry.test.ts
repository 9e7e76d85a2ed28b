import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AUDITED_ACTS, isAuditedAct } from '#features/audit/entry.ts';

test('only known acts are asked for', () => {
  for (const act of AUDITED_ACTS) assert.equal(isAuditedAct(act), true);
  assert.equal(isAuditedAct('made-coffee'), false);
  assert.equal(isAuditedAct(undefined), false);
});
