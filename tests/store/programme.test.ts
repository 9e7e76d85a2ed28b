import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import {
  answerExtension,
  askExtension,
  awayToday,
  changeProgramme,
  createProgramme,
  deriveChanged,
  escalateExtensions,
  excuse,
  extensionsFor,
  followProgrammes,
  keepEverybody,
  listProgrammes,
  peopleIn,
  previewAbsence,
  previewProgramme,
  requiredFor,
  retireProgramme,
  setAttribute,
  viewProgramme,
  withdrawAbsence,
  withdrawExcuse,
} from '#features/programme/service.ts';
import type { Day } from '#kernel/date.ts';
import { accepted, City } from '#tests/support/city.ts';
import { codeOf } from '#tests/support/people.ts';
import { programme, rule, TIMING } from '#tests/support/programmes.ts';
import { answerSet, CIVICS_SET } from '#tests/support/question-sets.ts';

const TODAY = '2026-11-18';
const within = (unit: string) => ({ place: { kind: 'unit', unit } as const });
const due = (day: Day, joinDays = 0) => ({
  timing: { ...TIMING, recurs: { kind: 'once', due: day } as const, opensBefore: 60, joinDays },
});

async function withKim(day: Day = TODAY): Promise<City> {
  const city = await City.found(day);
  await city.joins('kim', 'team');
  return city;
}
async function rowsOf(city: City, table: string): Promise<unknown[]> {
  return city.app.db.read.all(sql.raw(`select * from ${table} order by 1, 2, 3`));
}

test('the nearest rule of a programme counts: the person, then their unit, then those above', async () => {
  const city = await withKim();
  await city.asks([rule('city', { ...within('city'), ...due('2026-12-31') })]);
  assert.equal(await city.stands('kim'), 'open 2026-12-31');
  const person = { place: { kind: 'people' as const, people: [city.idOf('kim')] } };
  const nearer = await withKim();
  await nearer.asks([
    rule('city', { ...within('city'), ...due('2026-12-31') }),
    rule('other', { ...within('other'), ...due('2026-12-01') }),
    rule('team', { ...within('team'), ...due('2026-12-29') }),
  ]);
  assert.equal(await nearer.stands('kim'), 'open 2026-12-29');
  await city.asks([rule('own', { ...person, ...due('2026-12-21') }), rule('team', within('team'))]);
  const dues = (await city.required('kim')).map(({ dates }) => dates.dueOn);
  assert.deepEqual(dues, ['2026-12-21', '2026-12-31']);
});

test('whoever moves to another unit is asked for what that unit asks, with time to do it', async () => {
  const city = await withKim();
  await city.asks([
    rule('bureau', { ...within('bureau'), ...due('2026-11-27', 20) }),
    rule('other', { ...within('other'), ...due('2026-11-30', 20) }),
  ]);
  assert.equal(await city.stands('kim'), 'open 2026-11-27');
  await city.becomes('2026-11-25');
  await city.moves('kim', 'other');
  await city.becomes('2026-11-25');
  assert.equal(await city.stands('kim'), 'open 2026-12-23');
  const [moved] = await city.required('kim');
  assert.deepEqual(moved?.dates.steps, [{ kind: 'joined', since: '2026-11-25', days: 20 }]);
});

test('a resident outside the organisation is reached only by rules for everywhere or for them', async () => {
  const city = await withKim();
  await city.joins('lan', null, ['resident']);
  await city.asks([rule('city', within('city'))]);
  assert.equal(await city.stands('lan'), 'nothing');
  await city.asks([rule('all')]);
  assert.equal(await city.stands('lan'), 'open 2026-11-30');
});

test('a grade decides where a rule asks for it, and changing it changes what is asked', async () => {
  const city = await withKim();
  const who = [
    { about: 'attribute' as const, name: 'grade', is: 'any-of' as const, values: ['6', '7'] },
  ];
  await city.asks([rule('graded', { who })]);
  assert.equal(await city.stands('kim'), 'nothing');
  const grade = (value: string | null) =>
    setAttribute(city.app, city.as('jun'), { personId: city.idOf('kim'), name: 'grade', value });
  accepted(await grade('7'));
  assert.equal(await city.stands('kim'), 'open 2026-11-30');
  accepted(await grade(null));
  assert.equal(await city.stands('kim'), 'nothing');
  assert.equal(
    await codeOf(
      setAttribute(city.app, city.as('kim'), {
        personId: city.idOf('kim'),
        name: 'grade',
        value: '1',
      }),
    ),
    'not-allowed',
  );
});

test('leave moves the deadline and a correction moves it back, also in lists and in what became of it', async () => {
  const city = await withKim('2026-11-20');
  const programmeId = await city.asks([rule('team', { ...within('team'), ...due('2026-11-23') })]);
  await city.becomes('2026-11-26');
  assert.equal(await city.stands('kim'), 'overdue 2026-11-23');
  const overdue = async () =>
    (await rowsOf(city, 'programme_transition')).map((row) =>
      Object.values(row as object).slice(2),
    );
  assert.deepEqual(
    (await overdue()).map(([, what, day, , undone]) => [what, day, undone]),
    [['overdue', '2026-11-24', null]],
  );
  const add = { kind: 'leave', fromDay: '2026-11-23', toDay: '2026-11-25' } as const;
  const preview = accepted(
    await previewAbsence(city.app, city.as('jun'), { personId: city.idOf('kim'), add }),
  );
  assert.deepEqual(preview, [
    { programmeId, period: 'once', before: '2026-11-23', after: '2026-11-26' },
  ]);
  const absenceId = await city.isAway('kim', '2026-11-23', '2026-11-25');
  assert.equal(await city.stands('kim'), 'due-soon 2026-11-26');
  assert.notEqual((await overdue())[0]?.[4], null, 'it was never overdue');
  const people = accepted(await peopleIn(city.app, city.as('jun'), { programmeId, search: 'kim' }));
  assert.equal(people.people[0]?.dueOn, '2026-11-26');
  accepted(await withdrawAbsence(city.app, city.as('jun'), { absenceId, reason: 'typed wrongly' }));
  assert.equal(await city.stands('kim'), 'overdue 2026-11-23');
  assert.equal((await overdue())[0]?.[4], null, 'it is overdue after all');
});

test('a deadline counts to the end of its day in Seoul', async () => {
  const city = await withKim();
  await city.asks([rule('team', { ...within('team'), ...due('2026-11-24') })]);
  const at = async (hour: number, minute: number) => {
    city.app.clock.set(Date.UTC(2026, 10, 24, hour, minute));
    return city.stands('kim');
  };
  assert.equal(await at(14, 59), 'due-soon 2026-11-24');
  assert.equal(await at(15, 0), 'overdue 2026-11-24');
});

test('the job runs twice, in two places at once and after forty days of silence with the same result', async () => {
  const lived = await withKim();
  const silent = await withKim();
  for (const city of [lived, silent]) {
    await city.joins('lee', 'other');
    const ids = [within('team'), within('other')].map((place, at) =>
      rule(`rule ${at}`, {
        ...place,
        timing: {
          ...due(at === 0 ? '2026-11-23' : '2026-12-04').timing,
          graceDays: 3,
          validMonths: 1,
        },
      }),
    );
    await city.asks(ids);
    await city.studies('kim');
  }
  for (let day = 19; day <= 58; day += 3) {
    const month = day <= 30 ? '11' : '12';
    await lived.becomes(`2026-${month}-${String(day <= 30 ? day : day - 30).padStart(2, '0')}`);
  }
  await silent.becomes('2026-12-28');
  await Promise.all([silent, silent].map(({ app }) => followProgrammes(app)));
  await lived.becomes('2026-12-28');
  const told = async (city: City) =>
    (await rowsOf(city, 'programme_transition')).map((row) => {
      const { person_id, what, on_day, undone_at } = row as Record<string, unknown>;
      return [person_id === city.idOf('kim') ? 'kim' : 'lee', what, on_day, undone_at];
    });
  const expected = [
    ['kim', 'expired', '2026-12-19', null],
    ['lee', 'overdue', '2026-12-08', null],
  ];
  assert.deepEqual(await told(silent), expected);
  assert.deepEqual(await told(lived), expected);
  const strip = (rows: unknown[]) => rows.map((row) => ({ ...(row as object), programme_id: '' }));
  assert.deepEqual(
    strip(await rowsOf(silent, 'programme_period')),
    strip(await rowsOf(lived, 'programme_period')),
  );
  assert.equal(await keepEverybody(silent.app), 0, 'nothing is left to write');
});

test('what the record says comes to lists by itself', async () => {
  const city = await withKim();
  const programmeId = await city.asks([rule('team', within('team'))]);
  const listed = async () =>
    accepted(await peopleIn(city.app, city.as('jun'), { programmeId, standing: 'done' })).total;
  assert.equal(await listed(), 0);
  await city.studies('kim');
  assert.equal(await city.stands('kim'), 'done 2026-11-30');
  await followProgrammes(city.app);
  assert.equal(await listed(), 1);
});

test('a preview says who would be asked and why, and saves nothing', async () => {
  const city = await withKim();
  await city.joins('lee', 'other');
  await city.joins('park', 'city');
  const programmeId = await city.asks([rule('bureau', within('bureau'))]);
  const { body } = programme('p', [
    rule('all', within('city')),
    rule('free', { ...within('team'), duty: 'exempt' }),
  ]);
  const preview = accepted(await previewProgramme(city.app, city.as('jun'), { programmeId, body }));
  // Jun and Sora are in the city as well.
  assert.deepEqual(preview.counts, { added: 4, removed: 1, moved: 0, kept: 0 });
  assert.equal(preview.exempt, 1);
  assert.deepEqual(
    preview.shown.find(({ personId }) => personId === city.idOf('lee')),
    {
      personId: city.idOf('lee'),
      name: 'lee!',
      effect: 'added',
      place: 'unit',
      unitId: 'city',
      isExempt: false,
      dueOn: '2026-11-30',
      isImpossible: false,
    },
  );
  const again = accepted(
    await previewProgramme(city.app, city.as('jun'), { programmeId, body, effect: 'removed' }),
  );
  assert.deepEqual(
    again.shown.map(({ name }) => name),
    ['kim!'],
  );
  assert.equal(await city.stands('kim'), 'open 2026-11-30');
});

test('a date that leaves too little time is moved and told to the administrator', async () => {
  const city = await withKim();
  // Thirty minutes of work at five a day: six business days.
  const tight = [rule('team', { ...within('team'), ...due('2026-11-18') })];
  const programmeId = await city.asks(tight, { minutesADay: 5 });
  assert.equal(await city.stands('kim'), 'due-soon 2026-11-18');
  await city.joins('lee', 'team');
  await keepEverybody(city.app);
  assert.equal(await city.stands('lee'), 'due-soon 2026-11-25');
  const seen = accepted(await viewProgramme(city.app, city.as('jun'), programmeId));
  assert.equal(seen.programme.counts.impossible, 1);
  const question = { programmeId, isImpossible: true };
  const late = accepted(await peopleIn(city.app, city.as('jun'), question));
  assert.deepEqual(
    late.people.map(({ name }) => name),
    ['lee!'],
  );
});

test('changing a rule changes who is asked; what was done stays, what was never begun goes', async () => {
  const city = await withKim();
  await city.joins('lee', 'team');
  const programmeId = await city.asks([rule('team', within('team'))]);
  await city.studies('lee');
  await followProgrammes(city.app);
  const { programme: before } = accepted(
    await viewProgramme(city.app, city.as('jun'), programmeId),
  );
  const change = {
    eventId: city.app.newId(),
    programmeId,
    revision: before.revision,
    body: { ...before.body, rules: [rule('other', within('other'))] },
    why: 'Only the other bureau needs it.',
  };
  accepted(await changeProgramme(city.app, city.as('jun'), change));
  assert.deepEqual(await deriveChanged(city.app), [programmeId]);
  assert.deepEqual(await deriveChanged(city.app), []);
  assert.equal(await city.stands('kim'), 'nothing');
  const kept = await rowsOf(city, 'programme_period');
  assert.deepEqual(
    kept.map((row) => {
      const { person_id, done_on, ended_on } = row as Record<string, unknown>;
      return [person_id, done_on, ended_on];
    }),
    [[city.idOf('lee'), TODAY, TODAY]],
  );
  assert.equal(
    await codeOf(
      changeProgramme(city.app, city.as('jun'), { ...change, eventId: city.app.newId() }),
    ),
    'programme-changed-meanwhile',
  );
});

test('a retired programme asks nobody, and a restored one asks again', async () => {
  const city = await withKim();
  const programmeId = await city.asks([rule('team', within('team'))]);
  const turn = async (act: 'retired' | 'restored') => {
    const input = { eventId: city.app.newId(), programmeId, act, why: 'test' };
    accepted(await retireProgramme(city.app, city.as('jun'), input));
    await followProgrammes(city.app);
    return city.stands('kim');
  };
  assert.equal(await turn('retired'), 'nothing');
  assert.equal(await turn('restored'), 'open 2026-11-30');
});

test('an extension is asked for, answered with a reason by whoever looks after the person, and moves the date', async () => {
  const city = await withKim();
  const programmeId = await city.asks([rule('team', within('team'))]);
  const asking = {
    eventId: city.app.newId(),
    programmeId,
    period: 'once',
    wantedUntil: '2026-12-18',
    reason: 'The audit takes all my days.',
  };
  assert.equal(
    await codeOf(askExtension(city.app, city.as('kim'), { ...asking, wantedUntil: '2026-11-30' })),
    'extension-not-later',
  );
  assert.equal(await codeOf(askExtension(city.app, city.as('sora'), asking)), 'not-found');
  accepted(await askExtension(city.app, city.as('kim'), asking));
  accepted(await askExtension(city.app, city.as('kim'), asking));
  assert.equal(
    await codeOf(askExtension(city.app, city.as('kim'), { ...asking, eventId: city.app.newId() })),
    'extension-open',
  );
  const waiting = async (name: string) => {
    const found = await extensionsFor(city.app, city.as(name), { isOpen: true });
    return found.ok ? found.value.extensions.length : found.problem.code;
  };
  assert.deepEqual(
    [await waiting('sora'), await waiting('jun'), await waiting('kim')],
    [1, 1, 'not-allowed'],
  );
  const answer = {
    extensionId: asking.eventId,
    outcome: 'granted',
    until: '2026-12-11',
    answer: 'A week less will do.',
  } as const;
  assert.equal(await codeOf(answerExtension(city.app, city.as('kim'), answer)), 'not-found');
  assert.equal(
    await codeOf(answerExtension(city.app, city.as('sora'), { ...answer, answer: ' ' })),
    'programme-reason-required',
  );
  accepted(await answerExtension(city.app, city.as('sora'), answer));
  assert.equal(await city.stands('kim'), 'open 2026-12-11');
  assert.equal(
    await codeOf(answerExtension(city.app, city.as('jun'), answer)),
    'extension-answered',
  );
});

test('a request that nobody answers for five business days is passed on, once', async () => {
  const city = await withKim();
  const programmeId = await city.asks([rule('team', within('team'))]);
  const asking = { programmeId, period: 'once', wantedUntil: '2026-12-18', reason: 'Please.' };
  accepted(await askExtension(city.app, city.as('kim'), { ...asking, eventId: city.app.newId() }));
  // Asked on a Wednesday: five business days end with the Wednesday after.
  for (const [day, passedOn] of [
    ['2026-11-25', 0],
    ['2026-11-26', 1],
    ['2026-11-26', 0],
  ] as const) {
    await city.becomes(day);
    assert.equal(await escalateExtensions(city.app), passedOn, day);
  }
});

test('whoever is excused is told why and asked again when the excuse is taken back', async () => {
  const city = await withKim();
  const programmeId = await city.asks([rule('team', within('team'))]);
  const excusing = {
    eventId: city.app.newId(),
    personId: city.idOf('kim'),
    programmeId,
    period: 'once',
    reason: 'Teaches it.',
  };
  assert.equal(await codeOf(excuse(city.app, city.as('kim'), excusing)), 'not-allowed');
  accepted(await excuse(city.app, city.as('jun'), excusing));
  assert.equal(await city.stands('kim'), 'excused 2026-11-30');
  accepted(await withdrawExcuse(city.app, city.as('jun'), excusing.eventId));
  assert.equal(await city.stands('kim'), 'open 2026-11-30');
});

test('only administrators see and change programmes; a form sent twice makes one', async () => {
  const city = await withKim();
  const input = { eventId: city.app.newId(), body: programme('p').body, why: 'test' };
  assert.equal(await codeOf(createProgramme(city.app, city.as('kim'), input)), 'not-allowed');
  assert.equal(await codeOf(createProgramme(city.app, city.as('sora'), input)), 'not-allowed');
  const id = accepted(await createProgramme(city.app, city.as('jun'), input));
  assert.equal(accepted(await createProgramme(city.app, city.as('jun'), input)), id);
  for (const name of ['kim', 'sora']) {
    const actor = city.as(name);
    for (const refused of [
      listProgrammes(city.app, actor, { locale: 'ko' }),
      viewProgramme(city.app, actor, id),
      peopleIn(city.app, actor, { programmeId: id }),
      previewProgramme(city.app, actor, { programmeId: id, body: input.body }),
      withdrawAbsence(city.app, actor, { absenceId: 'x', reason: 'x' }),
    ]) {
      assert.equal(
        await codeOf(refused as Promise<Awaited<ReturnType<typeof viewProgramme>>>),
        'not-allowed',
      );
    }
  }
});

test('each thing asked is listed with the day it was done; of somebody unknown nothing is asked', async () => {
  const city = await withKim();
  await city.asks([rule('all')]);
  assert.deepEqual(
    (await requiredFor(city.app, city.idOf('kim'))).map(({ items }) => items),
    [[{ item: { kind: 'course', id: 'civics' }, doneOn: null, isShown: false, renewal: null }]],
  );
  assert.deepEqual(await requiredFor(city.app, 'nobody'), []);
});

test('a trainer sees who is away today and why', async () => {
  const city = await withKim('2026-11-22');
  await city.joins('lee', 'team');
  await city.isAway('kim', '2026-11-22', '2026-11-22', 'secondment');
  await city.isAway('lee', '2026-11-23', '2026-11-24');
  const today = await awayToday(city.app, [city.idOf('kim'), city.idOf('lee')]);
  assert.deepEqual(
    [...today].map(([id, { kind }]) => [id, kind]),
    [[city.idOf('kim'), 'secondment']],
  );
  assert.equal((await awayToday(city.app, [])).size, 0);
});

test('a question set may be required: it is done on the day it is passed, not on the day it is tried', async () => {
  const city = await withKim();
  const items = [{ kind: 'question-set' as const, id: CIVICS_SET.id }];
  const need = { take: 'all' as const, groups: [{ take: 'all' as const, items }] };
  await city.asks([rule('all')], { need });
  await answerSet(city.app, city.as('kim'), { setId: CIVICS_SET.id, choices: ['no'] });
  assert.equal(await city.stands('kim'), 'open 2026-11-30');
  await city.becomes('2026-11-20');
  await answerSet(city.app, city.as('kim'), { setId: CIVICS_SET.id, choices: ['yes'] });
  const [done] = await city.required('kim');
  assert.deepEqual([done?.standing, done?.doneOn], ['done', '2026-11-20']);
});
