import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditedItem, creditedOn, readCredit, saysTheSame } from '#features/programme/credit.ts';
import { isWaiting, metOn } from '#features/programme/need.ts';
import { factsOf } from '#tests/support/programmes.ts';

const course = { kind: 'course', id: 'civics' } as const;
const need = { take: 'all' as const, groups: [{ take: 'all' as const, items: [course] }] };

test('what was accepted counts from the day it was handed in, however late the answer', () => {
  assert.equal(creditedOn({ from: '2026-11-20', until: null }, '2026-11-01'), '2026-11-20');
  const credited = new Map([['course:civics', [{ from: '2026-11-20', until: null }]]]);
  assert.equal(metOn(need, factsOf({}, { credited }), '2026-11-01'), '2026-11-20');
});

test('without a last day it counts for its own period only, with one for periods that begin by then', () => {
  assert.equal(creditedOn({ from: '2026-11-20', until: null }, '2027-01-01'), null);
  const until = { from: '2026-11-20', until: '2027-06-30' };
  assert.equal(creditedOn(until, '2027-01-01'), '2027-01-01');
  assert.equal(creditedOn(until, '2027-06-30'), '2027-06-30');
  assert.equal(creditedOn(until, '2027-07-01'), null);
});

test('what waits for a reviewer makes nobody late and is not done yet', () => {
  const facts = factsOf({}, { waiting: new Set(['course:civics']) });
  assert.equal(metOn(need, facts, '2026-11-01'), null);
  assert.equal(isWaiting(need, facts, '2026-11-01'), true);
});

test('a document never stands for an observation or a confirmed level', () => {
  const items = [
    course,
    { kind: 'observation', id: 'counter' } as const,
    { kind: 'competency', id: 'C5.2', level: 2 } as const,
  ];
  assert.deepEqual(creditedItem('course:civics', items), course);
  assert.equal(creditedItem('observation:counter', items), null);
  assert.equal(creditedItem('competency:C5.2:2', items), null);
  assert.equal(creditedItem('course:other', items), null);
});

test('a reviewer says whether it counts, why, and until no earlier day than it was handed in', () => {
  const codes = (outcome: string, reason: string, validUntil = '') =>
    readCredit({ outcome, reason, validUntil }, '2026-11-20').problems.map(({ field }) => field);
  assert.deepEqual(codes('', ''), ['credit-outcome', 'credit-reason']);
  assert.deepEqual(codes('accepted', 'Page 2 shows it', '2026-11-19'), ['credit-until']);
  assert.deepEqual(codes('accepted', 'Page 2 shows it', 'soon'), ['credit-until']);
  assert.deepEqual(codes('refused', 'It is about something else', '2026-11-19'), []);
  const read = readCredit(
    { outcome: 'accepted', reason: 'Page 2 shows it', validUntil: '' },
    '2026-11-20',
  );
  assert.deepEqual(read.finding, {
    outcome: 'accepted',
    reason: 'Page 2 shows it',
    validUntil: null,
  });
  assert.equal(saysTheSame(read.finding, read.finding), true);
  assert.equal(saysTheSame(read.finding, null), false);
});
