import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outline } from '#features/catalogue/outline.ts';
import { courseStatus } from '#features/learning/course-status.ts';
import type { CourseStatus } from '#features/learning/status.ts';
import type { Statement } from '#features/record/statement.ts';
import { shuffle } from '#kernel/random.ts';
import {
  ALL_DONE,
  answered,
  enrolled,
  finished,
  left,
  MINUTE,
  OUTLINE,
  randomHistory,
  read,
  START,
} from './histories.ts';

const SEEDS = Array.from({ length: 400 }, (_, seed) => `life-${seed}`);

function statusAfter(
  statements: Parameters<typeof courseStatus>[0]['statements'],
  later: Outline[] = [],
) {
  const versions = later.map((outline, at) => ({ outline, seenAt: START + (100 + at) * MINUTE }));
  return courseStatus({ started: OUTLINE, later: versions, statements });
}

test('a course nobody touched is not started and begins at its first step', () => {
  const status = statusAfter([]);
  assert.equal(status.state, 'not-started');
  assert.equal(status.percent, 0);
  assert.deepEqual(status.next, {
    step: 'lesson:first',
    kind: 'lesson',
    contentId: 'first',
    item: null,
  });
});

test('a course is complete when every lesson is read, every question answered and enough are right', () => {
  const status = statusAfter(ALL_DONE);
  assert.equal(status.state, 'complete');
  assert.equal(status.percent, 100);
  assert.equal(status.completedAt, START + 8 * MINUTE);
  assert.deepEqual(status.score, { correct: 3, total: 5, needed: 3 });
  assert.equal(status.next, null);
});

test('whatever single thing is missing, the course is not complete and the reason names it', () => {
  for (const missing of ALL_DONE.slice(1)) {
    const status = statusAfter(ALL_DONE.filter((statement) => statement !== missing));
    assert.equal(status.state, 'in-progress', missing.objectId);
    assert.ok(status.percent < 100);
    const open = status.reasons.find((line) => !line.met && line.rule !== 'score');
    assert.ok(open && open.rule !== 'score' && missing.objectId.includes(open.contentId));
    assert.equal(status.next?.step, open.step);
  }
});

test('with everything done but too few right, the next thing is the first wrong question', () => {
  const statements = ALL_DONE.map((statement) =>
    statement.objectId === 'civics/first/a' ? answered(2, 'first/a', false) : statement,
  );
  const status = statusAfter(statements);
  assert.equal(status.state, 'in-progress');
  assert.equal(status.percent, 99);
  assert.deepEqual(status.next, {
    step: 'lesson:first',
    kind: 'lesson',
    contentId: 'first',
    item: 'a',
  });
  const mended = statusAfter([...statements, answered(20, 'first/a', true)]);
  assert.equal(mended.completedAt, START + 20 * MINUTE);
});

test('the best try counts: a wrong answer after a right one takes nothing back', () => {
  const status = statusAfter([...ALL_DONE, answered(30, 'first/a', false)]);
  assert.equal(status.state, 'complete');
  assert.equal(status.completedAt, START + 8 * MINUTE);
});

test('a lesson that is read with a question open leads to that question', () => {
  const status = statusAfter([enrolled(0), read(1, 'first'), answered(2, 'first/a', true)]);
  assert.equal(status.next?.item, 'b');
  assert.deepEqual(status.steps[0]?.missing, ['b']);
});

test('a step dropped by a later version counts as done and is named so', () => {
  const without: Outline = { ...OUTLINE, steps: OUTLINE.steps.slice(0, 2) };
  const status = statusAfter([enrolled(0), read(1, 'first'), finished(4, 'flood')], [without]);
  const second = status.steps.find((step) => step.step === 'lesson:second');
  assert.equal(second?.state, 'done');
  assert.equal(second?.withdrawnAt, START + 100 * MINUTE);
  assert.equal(status.score.correct, 3);
  const restored = statusAfter(
    [enrolled(0), read(1, 'first'), finished(4, 'flood')],
    [without, OUTLINE],
  );
  assert.deepEqual(restored.steps, status.steps);
});

test('a step or question added later is listed as optional and asked of nobody who started before', () => {
  const [first, ...rest] = OUTLINE.steps;
  assert.ok(first);
  const grown: Outline = {
    ...OUTLINE,
    steps: [
      { ...first, items: [...first.items, 'new'] },
      ...rest,
      { id: 'lesson:third', kind: 'lesson', items: ['z'] },
    ],
  };
  const status = statusAfter(ALL_DONE, [grown]);
  assert.equal(status.state, 'complete');
  assert.equal(status.steps.at(-1)?.optional, true);
  assert.deepEqual(
    status.steps[0]?.items.map(({ item, optional }) => [item, optional]),
    [
      ['a', false],
      ['b', false],
      ['new', true],
    ],
  );
});

test('a pass mark lowered later helps those who are learning; a raised one does not harm them', () => {
  const few = [...ALL_DONE.slice(0, 3), answered(3, 'first/b', false), ...ALL_DONE.slice(4)];
  assert.equal(statusAfter(few).state, 'in-progress');
  const lowered = statusAfter(few, [{ ...OUTLINE, passPercent: 40 }]);
  assert.equal(lowered.completedAt, START + 100 * MINUTE);
  assert.equal(statusAfter(ALL_DONE, [{ ...OUTLINE, passPercent: 100 }]).state, 'complete');
});

test('leaving keeps the history, and enrolling again continues it', () => {
  const some = [enrolled(0), read(1, 'first'), left(2)];
  const away = statusAfter(some);
  assert.equal(away.leftAt, START + 2 * MINUTE);
  assert.equal(away.percent, statusAfter(some.slice(0, 2)).percent);
  const back = statusAfter([...some, enrolled(3)]);
  assert.equal(back.leftAt, null);
  assert.equal(back.enrolledAt, START);
  assert.equal(back.percent, away.percent);
});

test('any order and any repetition of the same statements give the same status', () => {
  for (const seed of SEEDS) {
    const { statements, ...rest } = randomHistory(seed);
    const mixed = shuffle(
      [...statements, ...shuffle(statements, seed).slice(0, 9)],
      `${seed}-mixed`,
    );
    const versions = { ...rest, later: shuffle(rest.later, seed) };
    const sameMoments = new Set(rest.later.map(({ seenAt }) => seenAt)).size < rest.later.length;
    assert.deepEqual(
      courseStatus({ ...(sameMoments ? rest : versions), statements: mixed }),
      courseStatus({ ...rest, statements }),
      seed,
    );
  }
});

test('a further statement never lowers the percentage and never takes a completion back', () => {
  for (const seed of SEEDS) {
    const { statements, ...rest } = randomHistory(seed);
    let before = courseStatus({ ...rest, statements: [] });
    for (let count = 1; count <= statements.length; count += 1) {
      const after = courseStatus({ ...rest, statements: statements.slice(0, count) });
      assert.ok(after.percent >= before.percent, seed);
      if (before.state === 'complete') assert.equal(after.state, 'complete', seed);
      before = after;
    }
  }
});

test('editing a course never lowers a percentage, moves a completion or takes it back', () => {
  for (const seed of SEEDS) {
    const { started, later, statements } = randomHistory(seed);
    const ordered = [...later].sort((a, b) => a.seenAt - b.seenAt);
    let before = courseStatus({ started, later: [], statements });
    for (let count = 1; count <= ordered.length; count += 1) {
      const after = courseStatus({ started, later: ordered.slice(0, count), statements });
      assert.ok(after.percent >= before.percent, seed);
      const known = before.completedAt ?? Number.POSITIVE_INFINITY;
      if (before.completedAt !== null) assert.ok((after.completedAt ?? 0) <= known, seed);
      before = after;
    }
  }
});

test('a completion that stood when the course was edited keeps its moment', () => {
  for (const seed of SEEDS) {
    const { started, later, statements } = randomHistory(seed);
    const end = START + 1000 * MINUTE;
    const before = courseStatus({ started, later: [], statements });
    const edits = later.map((one) => ({ ...one, seenAt: end }));
    const after = courseStatus({ started, later: edits, statements });
    if (before.completedAt !== null) assert.equal(after.completedAt, before.completedAt, seed);
  }
});

test('a hundred per cent always means complete, and complete always means nothing is missing', () => {
  for (const seed of SEEDS) {
    const status = courseStatus(randomHistory(seed));
    assert.equal(status.percent === 100, status.state === 'complete', seed);
    assert.equal(
      status.state === 'complete',
      status.reasons.every((line) => line.met),
      seed,
    );
    assert.equal(status.next === null, status.state === 'complete', seed);
  }
});

test('whoever does all that is left completes, whatever became of the course', () => {
  for (const seed of SEEDS) {
    const history = randomHistory(seed);
    let statements = history.statements;
    for (let minute = 100; minute < 200; minute += 1) {
      const status = courseStatus({ ...history, statements });
      statements = [...statements, ...whatIsNext(status, minute)];
    }
    assert.equal(courseStatus({ ...history, statements }).state, 'complete', seed);
  }
});

/** Ends the step that comes next, answers what is missing in it, and mends one wrong answer. */
function whatIsNext({ next, steps }: CourseStatus, minute: number): Statement[] {
  if (next === null) return [];
  const { contentId, item } = next;
  const missing = steps.find(({ step }) => step === next.step)?.missing ?? [];
  const items = item === null ? missing : [...missing, item];
  const answers = items.map((one) => answered(minute, `${contentId}/${one}`, true));
  return [read(minute, contentId), finished(minute, contentId), ...answers];
}
