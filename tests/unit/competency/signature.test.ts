import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '#features/competency/framework.ts';
import type { Standing } from '#features/competency/profile.ts';
import {
  certaintyThen,
  checkSigning,
  type LevelSignature,
  mayTakeBack,
  readSignedEstimate,
  signableLevel,
  signatureFor,
  signatureState,
  writeSignedEstimate,
} from '#features/competency/signature.ts';

const estimate = { mean: 0.4, sd: 0.5, distribution: [0, 0.1, 0.3, 0.5, 0.1] };
const text = { ko: '글', en: 'text' };
const levels = { 1: text, 2: text, 3: text, 4: text };
const competency = { id: 'C1.1', areas: ['V'], name: text, officials: levels, residents: levels };
const proposed = (level: Level): Standing => ({ status: 'confirmed', level });

function signature(level: Level, change: Partial<LevelSignature> = {}): LevelSignature {
  return {
    id: 's',
    personId: 'anna',
    competency: 'C1.1',
    level,
    signedBy: 'sora',
    signedAt: 1,
    frameworkVersion: 1,
    estimate,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
    ...change,
  };
}
const gone = signature(3, { withdrawnAt: 2 });

test('only what the rule proposes can be signed, and once', () => {
  assert.equal(signableLevel(proposed(2), []), 2);
  assert.equal(signableLevel(proposed(3), [signature(2)]), 3);
  assert.equal(signableLevel(proposed(2), [signature(3)]), null);
  assert.equal(signableLevel(proposed(3), [gone]), 3);
  assert.equal(signableLevel({ status: 'likely', level: 2 }, []), null);
  assert.equal(checkSigning(3, proposed(2), [])?.code, 'level-not-proposed');
  assert.equal(checkSigning(2, proposed(2), [signature(2)])?.code, 'level-already-signed');
  assert.equal(checkSigning(2, proposed(2), []), null);
});

test('only a competency that asks for signatures knows of them', () => {
  assert.equal(signatureFor(competency, [signature(2)]), 'not-demanded');
  const strict = { ...competency, signature: true };
  assert.deepEqual(signatureFor(strict, []), { signedFor: 0 });
  assert.deepEqual(signatureFor(strict, [signature(2), gone]), { signedFor: 2 });
});

test('a signature says what it is worth today', () => {
  assert.equal(signatureState(signature(2), proposed(3)), 'stands');
  assert.equal(signatureState(signature(3), proposed(2)), 'needs-refresh');
  const faded: Standing = { status: 'needs-refresh', level: 3, confirmedAt: 1 };
  assert.equal(signatureState(signature(3), faded), 'needs-refresh');
  assert.equal(signatureState(gone, proposed(3)), 'withdrawn');
});

test('what the model said at that moment is kept', () => {
  assert.deepEqual(readSignedEstimate(writeSignedEstimate(estimate)), estimate);
  assert.ok(Math.abs(certaintyThen(signature(3)) - 0.6) < 1e-9);
  assert.throws(() => readSignedEstimate('{"v":2}'));
});

test('whoever signed takes it back, an administrator too, the person never', () => {
  const may = (personId: string, ...roles: 'administrator'[]) =>
    mayTakeBack({ personId, roles }, signature(2));
  assert.equal(may('sora'), true);
  assert.equal(may('jun', 'administrator'), true);
  assert.equal(may('mina'), false);
  assert.equal(may('anna', 'administrator'), false);
});
