import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Course } from '#features/catalogue/course.ts';
import type { Section, SectionChange } from '#features/catalogue/section.ts';
import { offersOf } from '#features/catalogue/service.ts';
import { changesFor, markRead, viewCourse } from '#features/learning/service.ts';
import type { Timing } from '#features/programme/programme.ts';
import { followProgrammes, peopleIn, requiredFor } from '#features/programme/service.ts';
import { statementsOfCourse } from '#features/record/service.ts';
import { accepted, City } from '#tests/support/city.ts';
import { rule, TIMING } from '#tests/support/programmes.ts';

const PLAN = [
  ['first', 'a'],
  ['second', 'b'],
  ['third', 'c'],
] as const;
const YEARLY: Timing = {
  ...TIMING,
  recurs: { kind: 'yearly', due: '11-30' },
  credit: 0,
  renewal: 'delta',
};
const words = { on: '2026-06-01', what: { ko: '기준이 바뀌었습니다.', en: 'The rule changed.' } };
const editorial: SectionChange = { kind: 'editorial', ...words };
const substantive: SectionChange = {
  ...{ kind: 'substantive', ...words },
  checks: ['a'],
  minutes: 2,
};

/** The course after its authors changed a section of the lesson `first`. */
const changed =
  (...changes: SectionChange[]) =>
  (course: Course): Course => {
    const heading = { ko: '비', en: 'Rain' };
    const section: Section = { id: 'rain', heading, place: 1, changes, isUnmarked: false };
    const lessons = course.lessons.map((lesson) =>
      lesson.id === 'first' ? { ...lesson, parts: [section] } : lesson,
    );
    return { ...course, lessons };
  };

/** Kim finished the course in the window of 2025. */
async function withCertified(timing: Timing = YEARLY): Promise<City> {
  const city = await City.found('2025-11-03', PLAN);
  await city.joins('kim', 'team');
  await city.joins('lee', 'team');
  await city.asks([rule('all', { from: '2025-01-01', timing })]);
  for (const [lesson, item] of PLAN) await city.studies('kim', lesson, item);
  await city.becomes('2025-11-04');
  return city;
}
const of2026 = async (city: City, name: string) =>
  (await requiredFor(city.app, city.idOf(name))).find(({ period }) => period.key === '2026');
const askedOf = async (city: City, name: string) => {
  const statements = await statementsOfCourse(city.app.db.read, city.idOf(name), 'civics');
  return changesFor(city.app, { courseId: 'civics', statements });
};

test('somebody certified on the first version gets only what changed, and doing it is enough', async () => {
  const city = await withCertified();
  await city.becomes('2026-06-02');
  await city.publishes(changed(substantive));
  await city.becomes('2026-11-10');
  assert.equal((await of2026(city, 'kim'))?.standing, 'open');
  assert.deepEqual(
    (await of2026(city, 'kim'))?.items.map(({ renewal }) => renewal),
    ['changes'],
  );
  const asked = await askedOf(city, 'kim');
  assert.deepEqual(
    asked?.parts.map(({ lesson, said, checks }) => [lesson, said[0]?.what.en, checks[0]?.item]),
    [['first', 'The rule changed.', 'a']],
  );
  await city.studies('kim');
  await city.becomes('2026-11-12');
  const done = await of2026(city, 'kim');
  assert.deepEqual([done?.standing, done?.doneOn], ['done', '2026-11-10']);
  const { people } = accepted(
    await peopleIn(city.app, city.as('jun'), {
      programmeId: done?.programmeId ?? '',
      standing: 'done',
      page: 1,
    }),
  );
  assert.ok(people.some(({ personId }) => personId === city.idOf('kim')));
  assert.equal((await of2026(city, 'lee'))?.standing, 'open');
});

test('nothing that was finished is lowered by any edit', async () => {
  const city = await withCertified();
  const before = accepted(await viewCourse(city.app, city.as('kim'), 'civics')).status;
  await city.becomes('2026-06-02');
  await city.publishes(changed(substantive));
  const after = accepted(await viewCourse(city.app, city.as('kim'), 'civics')).status;
  assert.deepEqual([after.percent, after.completedAt], [100, before.completedAt]);
  const [past] = await requiredFor(city.app, city.idOf('kim'));
  assert.deepEqual([past?.period.key, past?.standing], ['2025', 'done']);
});

test('an editorial change, and none at all, ask nobody: the next period renews by itself', async () => {
  const city = await withCertified();
  await city.becomes('2026-06-02');
  await city.publishes(changed(editorial));
  assert.deepEqual(await offersOf(city.app.db.read, 'civics'), []);
  await city.becomes('2026-11-10');
  const renewed = await of2026(city, 'kim');
  assert.deepEqual([renewed?.standing, renewed?.doneOn], ['done', '2026-11-01']);
  assert.deepEqual(
    renewed?.items.map(({ renewal }) => renewal),
    ['by-itself'],
  );
});

test('lists follow what is published on the same day, without anybody having done anything', async () => {
  const city = await withCertified();
  await city.becomes('2026-06-02');
  await city.publishes(changed(substantive));
  await city.becomes('2026-11-10');
  const programmeId = (await of2026(city, 'kim'))?.programmeId ?? '';
  const listed = async () => {
    const { people } = accepted(await peopleIn(city.app, city.as('jun'), { programmeId }));
    const own = people.filter(({ personId }) => personId === city.idOf('kim'));
    return own.find(({ period }) => period === '2026')?.standing;
  };
  assert.equal(await listed(), 'open');
  await city.publishes(changed());
  await followProgrammes(city.app);
  assert.equal(await listed(), 'done');
});

test('a lesson is marked as read again only for somebody who is to read it again', async () => {
  const city = await withCertified();
  const reading = { courseId: 'civics', lessonId: 'first' };
  const again = () => markRead(city.app, city.as('kim'), { ...reading, eventId: city.app.newId() });
  assert.equal(accepted(await again()), 'already-there');
  await city.becomes('2026-06-02');
  await city.publishes(changed(substantive));
  assert.equal(accepted(await again()), 'stored');
  assert.equal(accepted(await again()), 'already-there');
});

test('a course that changed above its threshold is asked as a whole', async () => {
  const city = await withCertified();
  await city.becomes('2026-06-02');
  await city.publishes((course) => ({
    ...changed({ ...substantive, minutes: 5 })(course),
    renew: { wholeAbove: 20 },
  }));
  assert.equal((await askedOf(city, 'kim'))?.delta?.isWhole, true);
  await city.becomes('2026-11-10');
  await city.studies('kim');
  assert.equal((await of2026(city, 'kim'))?.standing, 'open');
  await city.studies('kim', 'second', 'b');
  await city.studies('kim', 'third', 'c');
  assert.equal((await of2026(city, 'kim'))?.standing, 'done');
});

test('a change its author took back is asked no longer, and asked again when it comes back', async () => {
  const city = await withCertified();
  await city.becomes('2026-06-02');
  await city.publishes(changed(substantive));
  await city.becomes('2026-06-03');
  await city.publishes(changed());
  assert.equal((await askedOf(city, 'kim'))?.delta, null);
  await city.becomes('2026-06-04');
  await city.publishes(changed(substantive));
  await city.publishes(changed(substantive));
  assert.equal((await offersOf(city.app.db.read, 'civics')).length, 3);
  assert.equal((await askedOf(city, 'kim'))?.parts.length, 1);
});

test('of somebody who has not finished the course nothing is said to have changed', async () => {
  const city = await withCertified();
  await city.publishes(changed(substantive));
  assert.equal(await askedOf(city, 'lee'), null);
});
