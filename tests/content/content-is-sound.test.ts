import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { itemsSchema } from '#features/assessment/item.ts';
import { catalogueOf } from '#features/catalogue/course.ts';
import type { ContentProblem } from '#features/catalogue/problem.ts';
import { missingParts } from '#features/competency/coverage.ts';
import { allCompetencies } from '#features/competency/framework.ts';
import { targetsOf } from '#features/position/position.ts';
import { factsIn } from '#features/refresher/deck.ts';
import { cardSetsOf } from '#features/refresher/set.ts';
import { LOCALES } from '#kernel/text.ts';
import { coverageOf } from '#library/coverage.ts';
import type { Library } from '#library/library.ts';
import { readLibrary } from '#library/read.ts';
import { report } from '#library/report.ts';

let library: Library;
let problems: ContentProblem[];

before(async () => {
  ({ library, problems } = await readLibrary(join(import.meta.dirname, '../..')));
});

test('the content has nothing to mend', () => {
  assert.equal(report(problems, 'error'), '');
});

/** What is only a warning for somebody who has just begun a course is none of ours any longer. */
const GROWN_OUT_OF = [
  'lesson-few-questions',
  'lesson-few-types',
  'prompt-twice',
  'right-is-longest-here',
  'agency-former-name',
];

test('every lesson asks enough, in several ways, and gives nothing away', () => {
  const found = problems.filter(({ code }) => GROWN_OUT_OF.includes(code));
  assert.equal(report(found), '');
});

test('every course of more than two lessons ends with a final assessment', () => {
  const without = library.courses.filter(
    ({ lessons, finalItems }) => lessons.length > 2 && finalItems === undefined,
  );
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  );
});

test('every area has a course for officials and one for residents', () => {
  const seats = library.courses.map(({ area, audience }) => `${area} ${audience}`);
  for (const area of ['social-value', 'digital-delivery', 'crisis-response']) {
    for (const audience of ['official', 'resident']) {
      assert.ok(seats.includes(`${area} ${audience}`), `${area} ${audience}`);
    }
  }
});

test('every step of a course leads to a lesson or scenario that can be opened', () => {
  const catalogue = catalogueOf(library);
  const scenarios = library.scenarios.map(({ id }) => id);
  for (const course of library.courses) {
    for (const step of course.steps) {
      if (step.kind === 'scenario') assert.ok(scenarios.includes(step.scenario), step.id);
      else assert.ok(catalogue.lesson(course.id, step.lesson), `${course.id} ${step.id}`);
    }
  }
});

test('every question a lesson asks is there', () => {
  for (const { id, lessons } of library.courses) {
    for (const lesson of lessons) {
      const items = library.items[`${id}/${lesson.id}`] ?? [];
      assert.deepEqual([...lesson.items].sort(), items.map((item) => item.id).sort());
      assert.ok(itemsSchema.safeParse(items).success, `${id}/${lesson.id}`);
    }
  }
});

test('every claim in a lesson has a number that leads to its source', () => {
  const facts = new Map(library.facts.map((fact) => [fact.id, fact]));
  for (const lesson of library.courses.flatMap((course) => course.lessons)) {
    for (const locale of LOCALES) {
      const { facts: claims, sources } = lesson.words[locale];
      for (const claim of claims) {
        assert.ok(sources.includes(facts.get(claim)?.source ?? ''), `${lesson.id} ${claim}`);
      }
    }
  }
});

test('every competency can be shown in a scenario or before an observer', () => {
  const coverage = coverageOf(library);
  const unseen = [...coverage].filter(([, places]) => missingParts(places).includes('showing'));
  assert.deepEqual(unseen, []);
});

test('what somebody is asked for in a position is in the framework, for officials and residents', () => {
  const known = new Set(allCompetencies(library.framework).map(({ id }) => id));
  const seats = library.positionDrafts.map(({ audience }) => audience);
  assert.ok(seats.filter((seat) => seat === 'official').length >= 8);
  assert.ok(seats.filter((seat) => seat === 'resident').length >= 4);
  for (const position of library.positionDrafts) {
    for (const competency of targetsOf(position).keys()) assert.ok(known.has(competency));
  }
});

test('every course that is more than an introduction has eight to fifteen cards to remember', () => {
  const counts = cardSetsOf(library.courses, factsIn(library)).map(
    ({ courseId, facts }) => [courseId, facts.length] as const,
  );
  const asking = library.courses.filter(({ introductory }) => introductory !== true);
  assert.deepEqual(counts.map(([id]) => id).sort(), asking.map(({ id }) => id).sort());
  for (const [id, cards] of counts) assert.ok(cards >= 8 && cards <= 15, `${id}: ${cards}`);
});

test('the library comes through a build unchanged', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(library)), library);
});
