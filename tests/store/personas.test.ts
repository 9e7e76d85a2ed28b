import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionChange } from '#features/catalogue/section.ts';
import { changeProfile } from '#features/identity/service.ts';
import type { Timing } from '#features/programme/programme.ts';
import { answerExtension, askExtension, setAttribute } from '#features/programme/service.ts';
import type { Day } from '#kernel/date.ts';
import { accepted, City } from '#tests/support/city.ts';
import { rule } from '#tests/support/programmes.ts';

/**
 * Ten and more people of one city through the year 2027, told by what each of them is shown. Every year, by the end of
 * September, everybody in the bureau finishes the course; the window opens on 3 July, ten days are grace, and whoever comes
 * later gets twenty business days.
 */
const YEARLY: Timing = {
  recurs: { kind: 'yearly', due: '09-30' },
  opensBefore: 89,
  graceDays: 10,
  validMonths: 12,
  credit: 0,
  joinDays: 20,
};

async function year(...people: readonly string[]): Promise<City> {
  const city = await City.found('2027-01-04');
  for (const name of people) await city.joins(name, 'team');
  await city.asks([
    rule('bureau', {
      from: '2027-01-04',
      place: { kind: 'unit', unit: 'bureau' },
      timing: YEARLY,
    }),
  ]);
  return city;
}

/** What a person is shown on each of these days, one after the other. */
async function follows(
  city: City,
  name: string,
  days: readonly (readonly [day: Day, shown: string])[],
): Promise<void> {
  for (const [day, shown] of days) {
    await city.becomes(day);
    assert.equal(await city.stands(name), shown, `${name} on ${day}`);
  }
}

async function asks(city: City, name: string, until: Day): Promise<string> {
  const [required] = await city.required(name);
  assert.ok(required);
  const eventId = city.app.newId();
  const { programmeId, period } = required;
  const asking = { eventId, programmeId, period: period.key, wantedUntil: until, reason: 'Audit.' };
  accepted(await askExtension(city.app, city.as(name), asking));
  return eventId;
}

test('the best case: told in time, finished in July, done until the next year asks again', async () => {
  const city = await year('best');
  await follows(city, 'best', [
    ['2027-02-01', 'nothing'],
    ['2027-05-03', 'not-due 2027-09-30'],
    ['2027-07-03', 'open 2027-09-30'],
    ['2027-07-12', 'open 2027-09-30'],
  ]);
  await city.studies('best');
  await follows(city, 'best', [
    ['2027-07-12', 'done 2027-09-30'],
    ['2027-12-31', 'done 2027-09-30'],
    ['2028-07-04', 'open 2028-10-02'],
  ]);
});

test('moves unit: leaves the duty behind, and coming back has twenty business days', async () => {
  const city = await year('mover');
  await follows(city, 'mover', [['2027-07-05', 'open 2027-09-30']]);
  await city.moves('mover', 'other');
  await follows(city, 'mover', [['2027-07-06', 'nothing']]);
  await city.becomes('2027-09-20');
  await city.moves('mover', 'team');
  await follows(city, 'mover', [
    ['2027-09-20', 'open 2027-10-18'],
    ['2027-10-18', 'due-soon 2027-10-18'],
    ['2027-10-19', 'in-grace 2027-10-18'],
  ]);
});

test('leaves the organisation: nothing is asked any more, and what was done stays done', async () => {
  const city = await year('leaver');
  await city.becomes('2027-07-05');
  await city.studies('leaver');
  await follows(city, 'leaver', [['2027-07-06', 'done 2027-09-30']]);
  await city.moves('leaver', null);
  await follows(city, 'leaver', [['2027-07-07', 'nothing']]);
});

test('long sick leave: the clock stands still, and the days that were left are there on return', async () => {
  const city = await year('sick');
  await city.becomes('2027-08-02');
  await city.isAway('sick', '2027-08-02', '2027-10-31');
  await follows(city, 'sick', [
    ['2027-08-02', 'paused 2027-12-30'],
    ['2027-10-15', 'paused 2027-12-30'],
    ['2027-11-01', 'open 2027-12-30'],
    ['2027-12-23', 'due-soon 2027-12-30'],
  ]);
});

test('on crisis duty when the date came: nobody is overdue while away', async () => {
  const city = await year('duty');
  await city.becomes('2027-09-29');
  await city.isAway('duty', '2027-09-29', '2027-10-05', 'crisis-duty');
  await follows(city, 'duty', [
    ['2027-10-01', 'paused 2027-10-07'],
    ['2027-10-06', 'due-soon 2027-10-07'],
    ['2027-10-08', 'in-grace 2027-10-07'],
  ]);
});

test('overdue: after ten days of grace, and late still counts', async () => {
  const city = await year('late');
  await follows(city, 'late', [
    ['2027-09-30', 'due-soon 2027-09-30'],
    ['2027-10-01', 'in-grace 2027-09-30'],
    ['2027-10-10', 'in-grace 2027-09-30'],
    ['2027-10-11', 'overdue 2027-09-30'],
  ]);
  await city.studies('late');
  await follows(city, 'late', [['2027-10-12', 'done 2027-09-30']]);
});

test('extension granted: the date moves and says so', async () => {
  const city = await year('granted');
  await city.becomes('2027-09-20');
  const extensionId = await asks(city, 'granted', '2027-10-29');
  const answer = { extensionId, until: '2027-10-22', answer: 'A week less will do.' };
  accepted(await answerExtension(city.app, city.as('jun'), { ...answer, outcome: 'granted' }));
  await follows(city, 'granted', [
    ['2027-10-12', 'open 2027-10-22'],
    ['2027-10-23', 'in-grace 2027-10-22'],
  ]);
  const [required] = await city.required('granted');
  assert.deepEqual(required?.dates.steps, [{ kind: 'extended' }]);
});

test('extension refused: the date stays, with the answer to read', async () => {
  const city = await year('refused');
  await city.becomes('2027-09-20');
  const extensionId = await asks(city, 'refused', '2027-12-31');
  const answer = { extensionId, until: '2027-12-31', answer: 'The drill is in October.' };
  accepted(await answerExtension(city.app, city.as('jun'), { ...answer, outcome: 'refused' }));
  await follows(city, 'refused', [['2027-10-11', 'overdue 2027-09-30']]);
});

test('partial: what is done is ticked off, and the whole is done with the last part', async () => {
  const city = await year();
  await city.joins('partial', 'other');
  const items = [
    { kind: 'course' as const, id: 'civics' },
    { kind: 'observation' as const, id: 'counter' },
  ];
  await city.asks(
    [
      rule('other', {
        place: { kind: 'unit', unit: 'other' },
        timing: { ...YEARLY, recurs: { kind: 'once', due: '2027-03-31' }, credit: 'any-time' },
      }),
    ],
    { need: { take: 'all', groups: [{ take: 'all', items }] } },
  );
  await city.studies('partial');
  const [required] = await city.required('partial');
  assert.deepEqual(
    required?.items.map(({ item, doneOn }) => [item.id, doneOn]),
    [
      ['civics', '2027-01-04'],
      ['counter', null],
    ],
  );
  assert.equal(required?.standing, 'open');
});

test('planned for next year: nothing is pressed on anybody before it is near', async () => {
  const city = await year();
  await city.joins('planned', 'other');
  await city.asks([
    rule('other', {
      place: { kind: 'unit', unit: 'other' },
      timing: { ...YEARLY, recurs: { kind: 'dates', due: ['2028-03-31'] }, opensBefore: 60 },
    }),
  ]);
  await follows(city, 'planned', [
    ['2027-06-01', 'nothing'],
    ['2027-12-01', 'not-due 2028-03-31'],
    ['2028-02-01', 'open 2028-03-31'],
  ]);
});

test('changes name: the same person, the same dates', async () => {
  const city = await year('married');
  await city.becomes('2027-08-02');
  const before = await city.stands('married');
  const account = { name: 'married!', login: 'married', locale: 'ko', unitId: 'team' } as const;
  const married = { ...city.as('married'), ...account, email: null, isDemo: false };
  accepted(await changeProfile(city.app, married, { name: 'New Name', locale: 'ko' }));
  await follows(city, 'married', [['2027-08-03', before]]);
});

test('two roles: what each asks stands side by side, each with its own date', async () => {
  const city = await year('both');
  const who = [
    { about: 'attribute' as const, name: 'grade', is: 'any-of' as const, values: ['6'] },
  ];
  await city.asks([
    rule('graded', {
      who,
      timing: { ...YEARLY, recurs: { kind: 'yearly', due: '08-31' }, opensBefore: 60 },
    }),
  ]);
  const grade = { personId: city.idOf('both'), name: 'grade', value: '6' };
  accepted(await setAttribute(city.app, city.as('jun'), grade));
  await city.becomes('2027-07-15');
  const dues = (await city.required('both')).map(({ dates }) => dates.dueOn);
  assert.deepEqual(dues, ['2027-08-31', '2027-09-30']);
  await city.studies('both');
  const standings = (await city.required('both')).map(({ standing }) => standing);
  assert.deepEqual(standings, ['done', 'done'], 'one course serves both');
});

test('returns after years: what was finished long ago is asked again', async () => {
  const city = await year('returned');
  await city.becomes('2027-07-05');
  await city.studies('returned');
  await city.becomes('2027-07-06');
  await city.moves('returned', null);
  await city.becomes('2029-07-10');
  await city.moves('returned', 'team');
  await follows(city, 'returned', [['2029-07-10', 'open 2029-10-01']]);
  await city.studies('returned');
  await follows(city, 'returned', [['2029-07-11', 'done 2029-10-01']]);
});

test('the returner: certified last year, takes up one changed section, and the year after nothing is asked', async () => {
  const city = await City.found('2027-01-04');
  await city.joins('returner', 'team');
  const from = '2027-01-04';
  await city.asks([rule('all', { from, timing: { ...YEARLY, renewal: 'delta' } })]);
  await city.becomes('2027-07-12');
  await city.studies('returner');
  await city.becomes('2028-03-01');
  const what = { ko: '기준이 바뀌었습니다.', en: 'The rule changed.' };
  const change: SectionChange = {
    kind: 'substantive',
    on: '2028-02-28',
    what,
    checks: ['a'],
    minutes: 2,
  };
  const section = { id: 'rain', heading: what, place: 1, changes: [change], isUnmarked: false };
  await city.publishes((course) => ({
    ...course,
    renew: { wholeAbove: 60 },
    lessons: course.lessons.map((lesson) => ({ ...lesson, parts: [section] })),
  }));
  await follows(city, 'returner', [
    ['2028-06-30', 'not-due 2028-10-02'],
    ['2028-07-12', 'open 2028-10-02'],
  ]);
  await city.studies('returner');
  await follows(city, 'returner', [
    ['2028-07-13', 'done 2028-10-02'],
    ['2029-06-30', 'not-due 2029-10-01'],
    ['2029-07-05', 'done 2029-10-01'],
  ]);
});
