import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSnapshots } from '#features/catalogue/service.ts';
import { createUnit } from '#features/identity/service.ts';
import { markRead, recordStep } from '#features/learning/service.ts';
import { mergePeople, undoMerge } from '#features/merging/service.ts';
import type { Statement } from '#features/record/statement.ts';
import {
  addOutside,
  changeSetting,
  followHours,
  hoursReport,
  keepPublished,
  rebuildHours,
  takeBackOutside,
  transcriptOf,
} from '#features/transcript/service.ts';
import { NO_SETTING } from '#features/transcript/setting.ts';
import { replaceHours } from '#features/transcript/store.ts';
import { summed, totalsOf } from '#features/transcript/totals.ts';
import type { Actor } from '#kernel/rights.ts';
import { testApp } from '#tests/support/app.ts';
import { withCivics } from '#tests/support/civics.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const FLOOD = 'heatwave-closure';

/** Anna learns, Sora trains her, Bora is anybody, Jun administers. */
async function town() {
  const civics = withCivics(await testApp(), [['first', 'a'], ['second'], FLOOD]);
  const scenarios = new Map([[FLOOD, scenarioOf(draftOf(FLOOD))]]);
  const trainers = new Map<string, string[]>();
  const care = {
    trainersOf: async (personId: string) => trainers.get(personId) ?? [],
    inCareOf: async () => [],
    peersOf: async () => [],
  };
  const app = { ...civics, scenarios, care, framework: frameworkOf(['C6.1']) };
  await app.db.write(async (tx) => {
    await createUnit(tx, { id: 'city', parentId: null, name: { ko: '시', en: 'City' } });
    await createUnit(tx, { id: 'water', parentId: 'city', name: { ko: '물', en: 'Water' } });
  });
  const anna = await addPerson(app, { login: 'anna', unitId: 'water' });
  const bora = await addPerson(app, { login: 'bora', unitId: 'city' });
  const sora = await addPerson(app, { login: 'sora', roles: ['trainer'] });
  const jun = await addPerson(app, { login: 'jun', roles: ['administrator'] });
  trainers.set(anna.personId, [sora.personId]);
  await keepSnapshots(app);
  await keepPublished(app);
  return { app, anna, bora, sora, jun };
}
type Town = Awaited<ReturnType<typeof town>>;

async function read(app: Town['app'], actor: Actor, lessonId: string): Promise<void> {
  const input = { eventId: app.newId(), courseId: 'civics', lessonId };
  assert.equal(await codeOf(markRead(app, actor, input)), 'ok');
}

async function finish(app: Town['app'], actor: Actor): Promise<void> {
  const now = app.clock.now();
  const statement: Statement = {
    id: app.newId(),
    actorId: actor.personId,
    verb: 'finished',
    objectType: 'scenario',
    objectId: FLOOD,
    objectVersion: 'v',
    courseId: null,
    result: { v: 1, runId: 'r' },
    occurredAt: now,
    recordedAt: now,
  };
  await app.db.write((tx) => recordStep(tx, app, statement));
}

async function minutesOf(app: Town['app'], actor: Actor, personId = actor.personId) {
  const found = await transcriptOf(app, actor, { personId, year: null });
  assert.ok(found.ok);
  return summed(found.value.lines).total;
}

async function sumsFor({ app, jun }: Pick<Town, 'app' | 'jun'>, unitId: string | null = null) {
  await followHours(app);
  const found = await hoursReport(app, jun, { year: 2026, unitId, page: 1 });
  assert.ok(found.ok);
  return found.value;
}

test('a transcript is for the person, their trainer and administrators, and for nobody else', async () => {
  const { app, anna, bora, sora, jun } = await town();
  const asked = { personId: anna.personId, year: null };
  for (const actor of [anna, sora, jun]) {
    assert.equal(await codeOf(transcriptOf(app, actor, asked)), 'ok');
  }
  assert.equal(await codeOf(transcriptOf(app, bora, asked)), 'not-allowed');
  const other = { ...asked, personId: bora.personId };
  assert.equal(await codeOf(transcriptOf(app, sora, other)), 'not-allowed');
  const nobody = { ...asked, personId: 'nobody' };
  assert.equal(await codeOf(transcriptOf(app, jun, nobody)), 'not-found');
});

test('the report of hours and its setting are for administrators only', async () => {
  const { app, anna, sora } = await town();
  const question = { year: 2026, unitId: null, page: 1 };
  const change = { eventId: app.newId(), setting: NO_SETTING };
  for (const actor of [anna, sora]) {
    assert.equal(await codeOf(hoursReport(app, actor, question)), 'not-allowed');
    assert.equal(await codeOf(changeSetting(app, actor, change)), 'not-allowed');
  }
});

test('lessons and scenarios count with the minutes they were published with', async () => {
  const { app, anna } = await town();
  await read(app, anna, 'second');
  assert.equal(await minutesOf(app, anna), 5);
  await read(app, anna, 'first');
  assert.equal(await minutesOf(app, anna), 5, 'its question is not answered yet');
  await finish(app, anna);
  const scenario = app.scenarios.get(FLOOD)?.source.minutes ?? 0;
  assert.equal(await minutesOf(app, anna), 5 + scenario);
  const found = await transcriptOf(app, anna, { personId: anna.personId, year: 2026 });
  assert.ok(found.ok);
  assert.ok(
    found.value.lines.every(({ events }) => events.length > 0),
    'each line has its events',
  );
});

test('a lesson that takes longer from now on leaves the hours of before as they were', async () => {
  const { app, anna } = await town();
  await read(app, anna, 'second');
  const course = app.catalogue.course('civics');
  const lesson = app.catalogue.lesson('civics', 'second');
  assert.ok(course && lesson);
  app.clock.pass(1000);
  lesson.words.ko.minutes = 50;
  await keepPublished(app);
  assert.equal(await minutesOf(app, anna), 5);
});

test('sums by unit and person follow the record and agree with the transcripts', async () => {
  const all = await town();
  const { app, anna, bora } = all;
  await read(app, anna, 'second');
  await finish(app, anna);
  await read(app, bora, 'second');
  const everybody = await sumsFor(all);
  assert.equal(everybody.whole.people, 4);
  const sum = (await minutesOf(app, anna)) + (await minutesOf(app, bora));
  assert.equal(everybody.whole.minutes, sum);
  assert.deepEqual(
    everybody.parts.map(({ unit, people, minutes }) => [unit.id, people, minutes]),
    [['city', 2, sum]],
  );
  const water = await sumsFor(all, 'water');
  assert.deepEqual(
    water.people.map(({ name, minutes }) => [name, minutes['social-value']]),
    [['anna', 5]],
  );
  assert.equal((await sumsFor(all, 'city')).parts[0]?.minutes, await minutesOf(app, anna));
  await followHours(app);
  assert.equal((await sumsFor(all)).whole.minutes, sum, 'following twice changes nothing');
});

test('sums that are wrong are right after rebuilding', async () => {
  const all = await town();
  const { app, anna, bora } = all;
  await read(app, anna, 'second');
  const before = await sumsFor(all);
  await app.db.write(async (tx) => {
    for (const { personId } of [anna, bora]) {
      await replaceHours(tx, personId, totalsOf([{ year: 2026, category: 'start', minutes: 999 }]));
    }
  });
  assert.notDeepEqual(await sumsFor(all), before);
  await rebuildHours(app);
  assert.deepEqual(await sumsFor(all), before);
});

test('hours of an account that became part of another are the other one’s, and come back when undone', async () => {
  const all = await town();
  const { app, anna, bora, jun } = all;
  await read(app, bora, 'second');
  await app.db.write((tx) =>
    addOutside(tx, app, [
      {
        id: 'outside',
        personId: bora.personId,
        day: '2026-05-01',
        minutes: 120,
        title: 'Records law',
        provider: 'Institute',
        reviewerId: jun.personId,
      },
    ]),
  );
  await sumsFor(all);
  const pair = { fromId: bora.personId, intoId: anna.personId, reason: 'The same person' };
  const merged = await mergePeople(app, jun, { eventId: app.newId(), ...pair });
  assert.ok(merged.ok);
  assert.equal(await minutesOf(app, anna), 125);
  assert.equal(
    await minutesOf(app, jun, bora.personId),
    125,
    'asked for by the account that closed',
  );
  assert.deepEqual(
    (await sumsFor(all)).people.map(({ name, minutes }) => [name, minutes.other]),
    [
      ['anna', 120],
      ['jun', 0],
      ['sora', 0],
    ],
  );
  const { mergeId } = merged.value;
  assert.equal(await codeOf(undoMerge(app, jun, { mergeId, reason: 'Two after all' })), 'ok');
  assert.equal(await minutesOf(app, anna), 0);
  assert.equal(await minutesOf(app, bora), 125);
  assert.equal((await sumsFor(all)).people[0]?.minutes.other, 0);
});

test('learning elsewhere counts once however often it is brought, and not after it was taken back', async () => {
  const { app, anna, sora } = await town();
  const entry = {
    id: 'one',
    personId: anna.personId,
    day: '2026-05-01',
    minutes: 90,
    title: 'Ethics',
    provider: 'Institute',
    reviewerId: sora.personId,
  };
  const bring = () => app.db.write((tx) => addOutside(tx, app, [entry]));
  await bring();
  await bring();
  assert.equal(await minutesOf(app, anna), 90);
  await app.db.write((tx) => takeBackOutside(tx, app, ['one', 'unknown']));
  assert.equal(await minutesOf(app, anna), 0);
});

test('what the agency asks for holds from the newest setting, and a form sent twice is one change', async () => {
  const all = await town();
  const { app, anna, jun } = all;
  await finish(app, anna);
  const eventId = app.newId();
  for (const targetHours of [0.5, 0.5]) {
    const change = { eventId, setting: { ...NO_SETTING, targetHours } };
    assert.equal(await codeOf(changeSetting(app, jun, change)), 'ok');
  }
  const report = await sumsFor(all);
  assert.equal(report.setting.targetHours, 0.5);
  const minutes = app.scenarios.get(FLOOD)?.source.minutes ?? 0;
  assert.equal(report.whole.reached, minutes >= 30 ? 1 : 0);
});
