import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Change,
  type Improvement,
  improvementsAfter,
  isFull,
  LONGEST_OWNER,
  LONGEST_WHAT,
  MOST_IMPROVEMENTS,
  type Plan,
  planProblem,
  standingOf,
  tidyPlan,
} from '#features/scenario/improvement.ts';

const PLAN: Plan = { what: 'Make a list', owner: null, due: '2026-12-01' };
const OPEN: Improvement = { id: 'a', runId: 'r', ...PLAN, finishedAt: null, isRemoved: false };
const TODAY = '2026-11-22';

function change(at: number, act: Change['act'], improvementId = 'a', plan = PLAN): Change {
  const whole = { improvementId, runId: 'r', at };
  return act === 'write' ? { ...whole, act, plan } : { ...whole, act };
}

test('an improvement stands as its changes have left it', () => {
  const later = { ...PLAN, due: '2027-01-10' };
  const changes = [
    change(1, 'write'),
    change(2, 'write', 'b'),
    change(3, 'finish'),
    change(4, 'finish'),
    change(5, 'write', 'a', later),
    change(6, 'remove', 'b'),
  ];
  assert.deepEqual(improvementsAfter(changes), [
    { ...OPEN, ...later, finishedAt: 3 },
    { ...OPEN, id: 'b', isRemoved: true },
  ]);
  const back = [...changes, change(7, 'reopen'), change(8, 'restore', 'b')];
  assert.deepEqual(
    improvementsAfter(back).map(({ finishedAt, isRemoved }) => [finishedAt, isRemoved]),
    [
      [null, false],
      [null, false],
    ],
  );
});

test('what was never written down cannot be finished', () => {
  assert.deepEqual(improvementsAfter([change(1, 'finish')]), []);
});

test('a plan needs words and a day between today and three years from now', () => {
  const from = { today: TODAY, dueBefore: null };
  const codes = (plan: Partial<Plan>) => planProblem({ ...PLAN, ...plan }, from)?.code ?? null;
  assert.equal(codes({}), null);
  assert.equal(codes({ what: '' }), 'improvement-empty');
  assert.equal(codes({ what: '가'.repeat(LONGEST_WHAT) }), null);
  assert.equal(codes({ what: '가'.repeat(LONGEST_WHAT + 1) }), 'too-long');
  assert.equal(codes({ owner: '가'.repeat(LONGEST_OWNER + 1) }), 'too-long');
  assert.equal(codes({ due: '' }), 'improvement-day-missing');
  assert.equal(codes({ due: '2026-02-30' }), 'improvement-day-missing');
  assert.equal(codes({ due: TODAY }), null);
  assert.equal(codes({ due: '2026-11-21' }), 'improvement-day-impossible');
  assert.equal(codes({ due: '20261-01-01' }), 'improvement-day-missing');
  assert.equal(codes({ due: '2029-11-21' }), null);
  assert.equal(codes({ due: '2029-11-22' }), 'improvement-day-impossible');
});

test('whoever mends the words of an overdue plan need not move its day', () => {
  const overdue = { ...PLAN, due: '2026-10-01' };
  assert.equal(planProblem(overdue, { today: TODAY, dueBefore: '2026-10-01' }), null);
  const moved = planProblem(overdue, { today: TODAY, dueBefore: '2026-10-02' });
  assert.equal(moved?.code, 'improvement-day-impossible');
});

test('an owner left empty is the person themselves', () => {
  const typed = { what: ' Make a list ', owner: '  ', due: '2026-12-01' };
  assert.deepEqual(tidyPlan(typed), PLAN);
  assert.equal(tidyPlan({ ...typed, owner: ' 복지정책과 ' }).owner, '복지정책과');
});

test('how an improvement stands is said in whole days', () => {
  assert.deepEqual(standingOf(OPEN, TODAY), { state: 'due', days: 9 });
  assert.deepEqual(standingOf(OPEN, '2026-12-01'), { state: 'due', days: 0 });
  assert.deepEqual(standingOf(OPEN, '2026-12-02'), { state: 'overdue', days: 1 });
  const done = { ...OPEN, finishedAt: 5 };
  assert.deepEqual(standingOf(done, '2026-12-02'), { state: 'done', finishedAt: 5 });
});

test('what was removed takes no room', () => {
  const many = Array.from({ length: MOST_IMPROVEMENTS }, () => OPEN);
  assert.equal(isFull(many), true);
  assert.equal(isFull([...many.slice(1), { ...OPEN, isRemoved: true }]), false);
});
