import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  enrol,
  markRead,
  progressOf,
  proofsFor,
  rebuildProgress,
  testOutFor,
  viewCourse,
} from '#features/learning/service.ts';
import { DAY_MS } from '#kernel/date.ts';
import { TEST_NOW, testId } from '#tests/support/app.ts';
import { City } from '#tests/support/city.ts';
import { civicsApp, type LearningTestApp, type Plan } from '#tests/support/civics.ts';
import { rule, TIMING } from '#tests/support/programmes.ts';
import { answerSet, CIVICS_SET, withSets } from '#tests/support/question-sets.ts';

const anna = { personId: testId(900_001), roles: ['resident'] as const };
const PLAN: Plan = [
  ['first', 'a', 'b', 'c', 'd'],
  ['second', 'e', 'f', 'g', 'h'],
];
const setId = CIVICS_SET.id;
const TEST_OUT = { testOut: { take: 'all', questionSet: setId } } as const;
const PASSING = ['yes', 'yes', 'yes', 'no'] as const;

/** Civics, which one may show by its question set. */
function showable<T extends LearningTestApp>(app: T): T {
  const offered = app.catalogue.course('civics');
  assert.ok(offered);
  const course = { ...offered, ...TEST_OUT };
  const catalogue = { ...app.catalogue, course: () => course, courses: () => [course] };
  return { ...app, catalogue };
}
const testOutApp = async () => showable(withSets(await civicsApp(PLAN), CIVICS_SET));
async function statusOf(app: LearningTestApp) {
  const view = await viewCourse(app, anna, 'civics');
  assert.ok(view.ok);
  return view.value.status;
}

test('whoever shows what a course teaches has it finished, with no lesson read and no question answered', async () => {
  const app = await testOutApp();
  await answerSet(app, anna, { setId, choices: PASSING });
  const status = await statusOf(app);
  assert.deepEqual(
    [status.state, status.percent, status.completedAt, status.satAt],
    ['complete', 100, TEST_NOW, null],
  );
  assert.ok(status.steps.every(({ state, answered }) => state === 'not-started' && answered === 0));
  assert.ok(status.reasons.every(({ met }) => !met));
  const proofs = await proofsFor(app, status);
  assert.deepEqual(
    proofs.map(({ verb, objectId }) => [verb, objectId]),
    [['passed', setId]],
  );
});

test('a list of people tells who has shown a course from who has sat it, also made anew', async () => {
  const app = await testOutApp();
  await answerSet(app, anna, { setId, choices: PASSING });
  const [row] = await progressOf(app, [anna.personId]);
  assert.deepEqual(
    [row?.state, row?.completedAt, row?.satAt, row?.stepsDone],
    ['complete', TEST_NOW, null, 0],
  );
  await rebuildProgress(app);
  assert.deepEqual(await progressOf(app, [anna.personId]), [row]);
});

test('a missed try leaves the course as it was, and the way is offered again', async () => {
  const app = await testOutApp();
  await answerSet(app, anna, { setId, choices: ['no', 'no', 'no', 'no'] });
  assert.equal((await statusOf(app)).state, 'not-started');
  const course = app.catalogue.course('civics');
  assert.ok(course);
  const view = await testOutFor(app, anna, course);
  assert.deepEqual(view?.ways, [{ way: { kind: 'question-set', id: setId }, proof: null }]);
});

test('a course under way is finished by showing it, and reading on takes nothing away', async () => {
  const app = await testOutApp();
  await enrol(app, anna, { eventId: app.newId(), courseId: 'civics' });
  await answerSet(app, anna, { setId, choices: PASSING });
  app.clock.pass(DAY_MS);
  await markRead(app, anna, { eventId: app.newId(), courseId: 'civics', lessonId: 'first' });
  const status = await statusOf(app);
  assert.deepEqual([status.state, status.completedAt], ['complete', TEST_NOW]);
});

test('showing a required course is enough, unless its programme wants it sat', async () => {
  const standing = async (testOut: 'yes' | 'no') => {
    const city = await City.found('2026-11-18');
    await city.joins('kim', 'team');
    await city.asks([rule('all')], { testOut });
    await answerSet(showable(city.app), city.as('kim'), { setId, choices: ['yes'] });
    const [first] = await city.required('kim');
    return [first?.standing, first?.items[0]?.isShown];
  };
  assert.deepEqual(await standing('yes'), ['done', true]);
  assert.deepEqual(await standing('no'), ['open', false]);
});

test('what was shown counts for its own period: in the next one it has to be shown again', async () => {
  const city = await City.found('2026-11-18');
  await city.joins('kim', 'team');
  const recurs = { kind: 'dates' as const, due: ['2026-11-30', '2026-12-31'] };
  await city.asks([rule('all', { timing: { ...TIMING, recurs, opensBefore: 20, credit: 0 } })]);
  const app = showable(city.app);
  const standings = async () => (await city.required('kim')).map(({ standing }) => standing);
  await answerSet(app, city.as('kim'), { setId, choices: ['yes'] });
  assert.deepEqual((await standings()).sort(), ['done', 'not-due']);
  await city.becomes('2026-12-15');
  assert.ok((await standings()).includes('open'));
  await answerSet(app, city.as('kim'), { setId, choices: ['yes'] });
  assert.ok(!(await standings()).includes('open'));
});
