import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditedChange, changesBetween, targetChanges } from '#features/position/change.ts';
import type { PositionBody } from '#features/position/position.ts';

const text = (words: string) => ({ ko: `${words} 글`, en: words });
const activity = (does: string, targets: Record<string, number>) => ({ does: text(does), targets });

const CLERK: PositionBody = {
  audience: 'official',
  name: text('Clerk'),
  summary: text('Helps at the counter'),
  activities: [activity('answers', { 'C1.4': 2 }), activity('writes', { 'C1.3': 1 })],
};

test('nothing changed is no change', () => {
  assert.deepEqual(changesBetween(CLERK, structuredClone(CLERK)), []);
});

test('a name, an activity and a level each are one change', () => {
  const after = {
    ...CLERK,
    name: text('Counter clerk'),
    activities: [activity('answers', { 'C1.4': 3 }), activity('writes letters', { 'C1.3': 1 })],
  };
  assert.deepEqual(changesBetween(CLERK, after), [
    { what: 'name', before: text('Clerk'), after: text('Counter clerk') },
    { what: 'activity', before: text('writes'), after: text('writes letters') },
    { what: 'target', competency: 'C1.4', before: 2, after: 3 },
  ]);
});

test('an activity in another place is no change, one that is gone takes its target along', () => {
  const [answers, writes] = CLERK.activities;
  assert.ok(answers && writes);
  assert.deepEqual(changesBetween(CLERK, { ...CLERK, activities: [writes, answers] }), []);
  assert.deepEqual(changesBetween(CLERK, { ...CLERK, activities: [answers] }), [
    { what: 'activity-removed', does: text('writes') },
    { what: 'target', competency: 'C1.3', before: 1, after: null },
  ]);
});

test('a level that another activity still asks for is no change of the target', () => {
  const both = { ...CLERK, activities: [...CLERK.activities, activity('sorts', { 'C1.4': 2 })] };
  assert.deepEqual(targetChanges(CLERK, both), []);
});

test('the auditor sees what was and what is, and nothing that stayed', () => {
  const after = { ...CLERK, name: text('Counter clerk') };
  assert.deepEqual(auditedChange(CLERK, after), {
    before: ['Clerk 글 / Clerk'],
    after: ['Counter clerk 글 / Counter clerk'],
  });
});
