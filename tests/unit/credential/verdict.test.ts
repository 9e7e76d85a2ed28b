import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Findings, judge, STEPS } from '#features/credential/verdict.ts';

const NOW = 1_000;
const GOOD: Findings = {
  form: 'ours',
  isOurs: true,
  key: { withdrawnFrom: null },
  isProved: true,
  register: 'same',
  issuedAt: 500,
  validUntil: null,
  revoked: null,
};
const on = (found: Partial<Findings>) => judge({ ...GOOD, ...found }, NOW);

test('a certificate is valid only when every question about it is answered well', () => {
  const { verdict, steps } = on({});
  assert.equal(verdict, 'valid');
  assert.deepEqual(
    steps.map(({ step, outcome }) => `${step} ${outcome}`),
    STEPS.map((step) => `${step} passed`),
  );
});

const CASES: readonly [what: string, found: Partial<Findings>, verdict: string, failed: string][] =
  [
    ['no certificate at all', { form: 'unreadable' }, 'unreadable', 'form'],
    ['a certificate of another kind', { form: 'foreign' }, 'not-ours', 'issuer'],
    ['a certificate of somebody else', { isOurs: false }, 'not-ours', 'issuer'],
    ['a key nobody knows', { key: null }, 'key-unknown', 'key'],
    ['a signature that does not fit', { isProved: false }, 'altered', 'proof'],
    ['another text than in the register', { register: 'other' }, 'altered', 'register'],
    ['nothing in the register', { register: 'missing' }, 'not-issued', 'register'],
    ['a revoked one', { revoked: 'issuer' }, 'revoked', 'status'],
    [
      'one that was revoked and has expired',
      { revoked: 'owner', validUntil: 900 },
      'revoked',
      'status',
    ],
    ['one from tomorrow', { issuedAt: 1_001 }, 'not-yet', 'date'],
    ['one that has expired', { validUntil: 999 }, 'expired', 'date'],
    ['a key withdrawn before', { key: { withdrawnFrom: 500 } }, 'key-withdrawn', 'key'],
    ['a stolen key', { key: { withdrawnFrom: 501 }, register: 'missing' }, 'key-withdrawn', 'key'],
  ];

for (const [what, found, verdict, failed] of CASES) {
  test(`${what} is called ${verdict}`, () => {
    const judged = on(found);
    assert.equal(judged.verdict, verdict);
    const at = judged.steps.findIndex(({ outcome }) => outcome === 'failed');
    assert.equal(judged.steps[at]?.step, failed);
    assert.ok(judged.steps.slice(at + 1).every(({ outcome }) => outcome === 'not-asked'));
  });
}

test('what was issued before a key was withdrawn and stands in the register still holds', () => {
  assert.equal(on({ key: { withdrawnFrom: 501 } }).verdict, 'valid');
});

test('a certificate is valid to the last moment of its time', () => {
  assert.equal(on({ validUntil: NOW }).verdict, 'valid');
  assert.equal(on({ validUntil: NOW - 1 }).verdict, 'expired');
});
