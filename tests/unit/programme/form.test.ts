import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unit } from '#features/identity/unit.ts';
import { unitMeant } from '#forms/programme-fields.ts';

const unit = (path: string, ko: string, en: string): Unit => {
  const id = path.split('/').at(-1) ?? '';
  const parentId = path.split('/').at(-2) ?? null;
  return { id, parentId, path, name: { ko, en }, closedAt: null };
};
const units = [
  unit('city', '한빛시', 'Hanbit City'),
  unit('city/care', '복지국', 'Welfare Bureau'),
  unit('city/care/desk', '민원팀', 'Help Desk'),
  unit('city/safety', '안전국', 'Safety Bureau'),
  unit('city/safety/calls', '민원팀', 'Calls'),
];
const meant = (typed: string) => unitMeant(typed, units)?.id;

test('a unit is understood by its whole path or by its own name, in either language', () => {
  assert.equal(meant('Hanbit City › Welfare Bureau'), 'care');
  assert.equal(meant('한빛시 › 복지국 › 민원팀'), 'desk');
  assert.equal(meant('welfare  bureau'), 'care');
  assert.equal(meant('복지국'), 'care');
});

test('a name that two units share is not guessed at', () => {
  assert.equal(meant('민원팀'), undefined);
  assert.equal(meant('Calls'), 'calls');
});

test('nothing typed means no unit', () => {
  assert.equal(meant(' '), undefined);
  assert.equal(meant('Harbour Office'), undefined);
});
