import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  NOTICE_KINDS,
  objectionPath,
  readTold,
  type Told,
  writeTold,
} from '#features/notify/notice.ts';
import { translator } from '#i18n/index.ts';
import { LOCALES } from '#kernel/text.ts';
import { sayNotice, sayObjection } from '#ui/components/inbox/words.ts';

const request = { by: 'kim', programme: 'fire', until: '2026-12-18' };
const TOLD: readonly Told[] = [
  { kind: 'claim-decided', values: { day: '2026-11-20' } },
  { kind: 'challenge-passed-on', values: {} },
  { kind: 'challenge-answered', values: {} },
  { kind: 'observed', values: { by: 'kim' } },
  { kind: 'peer-asked', values: { by: 'kim' } },
  { kind: 'extension-asked', values: request },
  { kind: 'extension-passed-on', values: request },
  { kind: 'extension-answered', values: { programme: 'fire', outcome: 'refused', until: null } },
  { kind: 'reminder', values: { programme: 'fire', rung: 'due-soon', day: '2026-11-30', days: 3 } },
  { kind: 'credential-revoked', values: {} },
  { kind: 'people-late', values: { n: 2, level: 'supervisor' } },
];
const names = {
  people: new Map([['kim', '김하늘']]),
  programmes: new Map([['fire', { ko: '화재 대피', en: 'Fire drill' }]]),
};

test('every kind of notice is read again as it was written', () => {
  assert.deepEqual(
    TOLD.map(({ kind }) => kind),
    NOTICE_KINDS,
  );
  for (const told of TOLD) assert.deepEqual(readTold(told.kind, writeTold(told)), told);
  assert.throws(() => readTold('observed', '{"v":1}'));
  assert.throws(() => readTold('rumour', '{"v":1}'));
});

for (const locale of LOCALES) {
  test(`every notice says in ${locale} what happened and why its reader is told`, () => {
    const t = translator(locale);
    for (const told of TOLD) {
      const { said, because } = sayNotice(told, { t, locale, names });
      for (const words of [said, because]) assert.match(words, /^[^{}]{8,}$/, told.kind);
      const objects = objectionPath({ ...told, path: '/there' }) !== null;
      assert.equal(sayObjection(told, t) !== '', objects, told.kind);
    }
  });
}

test('a notice about somebody whose name is gone still reads as a sentence', () => {
  const nobody = { people: new Map(), programmes: new Map() };
  const told = { kind: 'extension-asked', values: request } as const;
  const speaking = { t: translator('en'), locale: 'en', names: nobody } as const;
  assert.match(sayNotice(told, speaking).said, /^Somebody whose name is gone asks to have until/);
});
