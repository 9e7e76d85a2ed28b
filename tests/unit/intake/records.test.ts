import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decideRecord,
  proposeScale,
  readRecord,
  recordKey,
  recordSource,
} from '#features/intake/records.ts';
import type { Settings } from '#features/intake/settings.ts';
import { frameworkOf } from '#tests/support/framework.ts';

const framework = frameworkOf(['C1.1', 'C1.2']);
const FIELDS = [
  'login',
  'email',
  'competency',
  'level',
  'score',
  'day',
  'system',
  'remark',
  'hours',
];
const settings: Settings = {
  v: 1,
  columns: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
  options: { scale: '100' },
  words: {},
};
const WHOLE = {
  login: 'Haneul ',
  email: '',
  competency: 'c1.1',
  level: '3',
  score: '',
  day: '2026-03-04',
  system: 'LMS',
  remark: 'Course A',
  hours: '',
};

function read(change: Partial<Record<keyof typeof WHOLE, string>> = {}, rest = settings) {
  const line: Record<string, string> = { ...WHOLE, ...change };
  const cells = FIELDS.map((field) => line[field] ?? '');
  return readRecord(cells, rest, { framework, today: '2026-11-22' });
}
const codeOf = (outcome: ReturnType<typeof read>) => (outcome.ok ? 'ok' : outcome.problem.code);

test('a line says who showed what, when, and where', () => {
  assert.deepEqual(read(), {
    ok: true,
    value: {
      login: 'haneul',
      email: null,
      competency: 'C1.1',
      result: { level: 3 },
      day: '2026-03-04',
      system: 'LMS',
      remark: 'Course A',
      minutes: null,
    },
  });
});

test('each thing that is wrong with a line has its own reason', () => {
  const wrong: [string, Parameters<typeof read>[0]][] = [
    ['row-person-missing', { login: '' }],
    ['email-form', { email: 'no address' }],
    ['row-competency-missing', { competency: '' }],
    ['row-competency-unknown', { competency: 'Excel basics' }],
    ['row-day-missing', { day: '' }],
    ['row-day', { day: '4 March' }],
    ['row-day-future', { day: '2026-11-23' }],
    ['row-system-missing', { system: '' }],
    ['row-text-long', { remark: 'x'.repeat(201) }],
    ['row-hours', { hours: 'all day' }],
    ['row-hours', { hours: '0' }],
    ['row-hours', { hours: '540' }],
    ['row-level', { level: 'gold' }],
    ['row-score', { level: '', score: '130' }],
    ['row-result-missing', { level: '', score: '' }],
  ];
  for (const [code, change] of wrong) assert.equal(codeOf(read(change)), code);
});

test('what the file does not say can be settled for all of it', () => {
  const settled: Settings = {
    ...settings,
    options: { scale: '10', system: 'City LMS', level: '2' },
    words: { excelbasics: 'C1.2' },
  };
  const line = read({ system: '', level: '', competency: 'Excel basics' }, settled);
  assert.ok(line.ok);
  assert.deepEqual(line.value.result, { level: 2 });
  assert.equal(line.value.system, 'City LMS');
  assert.equal(line.value.competency, 'C1.2');
  const scored = read({ level: '', score: '8.5' }, settled);
  assert.ok(scored.ok);
  assert.deepEqual(scored.value.result, { share: 0.85 });
});

test('the scale of scores is told by the scores', () => {
  assert.equal(proposeScale(['0.8', '1']), '1');
  assert.equal(proposeScale(['4.5', '3.2']), '5');
  assert.equal(proposeScale(['9', '7']), '10');
  assert.equal(proposeScale(['85', '9']), '100');
  assert.equal(proposeScale(['A', '']), '100');
});

test('the same result is known again, and another day, result or course is another', () => {
  const keys = [
    {},
    { remark: ' course a' },
    { login: '', email: 'haneul@example.org' },
    { day: '2026-03-05' },
    { level: '2' },
    { remark: 'Course B' },
    { competency: 'C1.2' },
    { system: 'Other' },
  ].map((change) => {
    const outcome = read(change);
    assert.ok(outcome.ok);
    return recordKey(outcome.value);
  });
  assert.equal(new Set(keys.slice(0, 3)).size, 1);
  assert.equal(new Set(keys).size, 6);
});

test('evidence is named by its system and course', () => {
  const named = read();
  const bare = read({ remark: '' });
  assert.ok(named.ok && bare.ok);
  assert.equal(recordSource(named.value), 'record:LMS · Course A');
  assert.equal(recordSource(bare.value), 'record:LMS');
});

test('nobody vouches for themselves, and people out of reach are kept as unmatched', () => {
  const facts = { accounts: ['anna'], reviewerId: 'sora', isInCare: true, isThere: false };
  const decided = (change: Partial<typeof facts>) => {
    const verdict = decideRecord({ ...facts, ...change });
    return verdict.ok ? verdict.value : verdict.problem.code;
  };
  assert.equal(decided({}), 'ready');
  assert.equal(decided({ isThere: true }), 'there');
  assert.equal(decided({ accounts: [] }), 'unmatched');
  assert.equal(decided({ isInCare: false, isThere: true }), 'unmatched');
  assert.equal(decided({ accounts: ['sora'] }), 'row-own');
  assert.equal(decided({ accounts: ['anna', 'bora'] }), 'row-two-people');
});

test('hours are read however they are written, in minutes', () => {
  for (const [hours, minutes] of [
    ['4', 240],
    ['4.5', 270],
    ['4,5시간', 270],
    ['3 h', 180],
    ['1:30', 90],
  ] as const) {
    const outcome = read({ hours });
    assert.equal(outcome.ok && outcome.value.minutes, minutes, hours);
  }
});
