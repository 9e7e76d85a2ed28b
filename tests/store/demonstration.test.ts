import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listAudit } from '#features/audit/service.ts';
import { cohortGaps, cohortReport, cohortsOf } from '#features/cohort/service.ts';
import { cellsOf, rebuildCells } from '#features/competency/service.ts';
import { dutiesFor } from '#features/duty/service.ts';
import { DEMO_SIGN_INS } from '#features/identity/demo.ts';
import type { Person } from '#features/identity/person.ts';
import {
  accountsForBulk,
  demoSignIns,
  listPeople,
  signIn,
  viewPerson,
} from '#features/identity/service.ts';
import { progressOf, rebuildProgress } from '#features/learning/service.ts';
import { inboxOf, listOutbox } from '#features/notify/service.ts';
import { viewPosition } from '#features/position/service.ts';
import {
  absencesOf,
  extensionsFor,
  extensionsOf,
  listProgrammes,
  requiredFor,
} from '#features/programme/service.ts';
import { debriefRun, listRuns } from '#features/scenario/service.ts';
import { addDays, dayAt } from '#kernel/date.ts';
import type { Actor } from '#kernel/rights.ts';
import { readUnchecked } from '#library/read.ts';
import { readEnv } from '#platform/env.ts';
import { assembleApp, type HamkkeApp } from '../../src/app.ts';
import { plantDemo } from '../../src/cli/demo/plant.ts';
import { freshDatabase } from '../support/database.ts';

let app: HamkkeApp;
let people: ReadonlyMap<string, Person>;
const NOBODY: Actor = { personId: 'nobody', roles: ['administrator'] };

before(async () => {
  const { url } = await freshDatabase();
  const env = readEnv({ DATABASE_URL: url, SECRET: 's'.repeat(32), LOG_LEVEL: 'silent' });
  const library = await readUnchecked(fileURLToPath(new URL('../../', import.meta.url)));
  app = assembleApp(env, library);
  await plantDemo(app);
  const found = await listPeople(app, NOBODY, {});
  assert.ok(found.ok);
  people = new Map(found.value.people.map((person) => [person.login, person]));
});

function personNamed(login: string): Person {
  const person = people.get(login);
  assert.ok(person, `nobody is called ${login}`);
  return person;
}

test('everybody in the demonstration is marked as such', () => {
  // One of them has a second account that nobody has noticed.
  assert.equal(people.size, 28);
  assert.ok([...people.values()].every(({ isDemo }) => isDemo));
});

test('the sign-ins that are printed open the doors they promise', async () => {
  const offered = await demoSignIns(app);
  assert.equal(offered.length, DEMO_SIGN_INS.length);
  for (const { login, password, role, name } of DEMO_SIGN_INS) {
    const outcome = await signIn(app, { login, password, userAgent: null, address: login });
    assert.ok(outcome.ok);
    assert.equal(personNamed(login).name, name);
    assert.ok(personNamed(login).roles.includes(role));
  }
});

test('nothing in the demonstration was put in by hand: all of it can be computed again', async () => {
  const ids = [...people.values()].map(({ personId }) => personId);
  const before = { progress: await progressOf(app, ids), cells: await cellsOf(app, ids) };
  await rebuildProgress(app);
  await rebuildCells(app);
  assert.ok(before.progress.length > 20 && before.cells.length > 50);
  assert.deepEqual(sorted(await progressOf(app, ids)), sorted(before.progress));
  assert.deepEqual(sorted(await cellsOf(app, ids)), sorted(before.cells));
});

test('the trainer of the officials finds every kind of standing among them', async () => {
  const trainer = personNamed('sora');
  const [cohort, ...others] = await cohortsOf(app, trainer);
  assert.ok(cohort && others.length === 0);
  const found = await cohortReport(app, trainer, cohort.id);
  assert.ok(found.ok);
  const { attention, complete, underWay, notStarted } = found.value.report;
  assert.deepEqual([complete, underWay, notStarted], [2, 5, 1]);
  assert.deepEqual(
    attention.map(({ name, attention: { reason } }) => [name, reason]),
    [
      ['최예린', 'stuck'],
      ['서지원', 'not-started'],
      ['강민규', 'score'],
    ],
  );
});

test('against their targets people stand everywhere from reached to unknown, and one position was raised', async () => {
  const sora = personNamed('sora');
  const [cohort] = await cohortsOf(app, sora);
  const compared = await cohortGaps(app, sora, cohort?.id ?? '');
  assert.ok(compared.ok);
  const states = compared.value.matrix.rows.flatMap(({ gaps }) => gaps.map((gap) => gap?.state));
  for (const state of ['met', 'likely', 'below', 'unknown']) {
    assert.ok(
      states.some((found) => found === state),
      `nobody is ${state}`,
    );
  }
  const raised = await viewPosition(app, NOBODY, 'disaster-duty-officer');
  assert.ok(raised.ok);
  assert.deepEqual(
    raised.value.history.map(({ act }) => act),
    ['changed', 'loaded'],
  );
});

test('the deadline of somebody on leave has moved by the days of the leave', async () => {
  const required = await requiredFor(app, personNamed('donghyun').personId);
  const crisis = required.find(({ items }) =>
    items.some(({ item }) => item.id === 'ready-respond-recover'),
  );
  const today = dayAt(app.clock.now(), app.zone);
  assert.equal(crisis?.standing, 'paused');
  assert.equal(crisis?.dates.setFor, addDays(today, 12));
  assert.deepEqual(crisis?.dates.steps[0], { kind: 'absence', kinds: ['leave'], days: 61 });
  assert.ok(crisis.dates.dueOn >= addDays(today, 12 + 61));
});

/** Who in the demonstration lives which story of `personas.test.ts`, so that an administrator finds each. */
const STORIES: Readonly<Record<string, { login: string; shows: (life: StoryLife) => boolean }>> = {
  'the best case': {
    login: 'seungmin',
    shows: ({ standings }) =>
      standings.includes('done') && !standings.some((one) => one === 'overdue' || one === 'open'),
  },
  'moves unit': { login: 'eunji', shows: ({ acts }) => acts.includes('unit-changed') },
  'leaves the organisation': {
    login: 'inho',
    shows: ({ person, standings }) => person.closedAt !== null && standings.length === 0,
  },
  'long sick leave': {
    login: 'donghyun',
    shows: ({ absences, standings }) =>
      standings.includes('paused') &&
      absences.some(({ kind, fromDay, toDay }) => kind === 'leave' && toDay > addDays(fromDay, 30)),
  },
  'on crisis duty': {
    login: 'subin',
    shows: ({ absences, standings }) =>
      standings.includes('paused') && absences.some(({ kind }) => kind === 'crisis-duty'),
  },
  overdue: { login: 'kyungho', shows: ({ standings }) => standings.includes('overdue') },
  'extension granted': { login: 'hyunwoo', shows: ({ outcomes }) => outcomes.includes('granted') },
  'extension refused': { login: 'nari', shows: ({ outcomes }) => outcomes.includes('refused') },
  partial: {
    login: 'jiwon',
    shows: ({ required }) =>
      required.some(({ doneOn, items }) => doneOn === null && isPartial(items)),
  },
  'planned for next year': {
    login: 'taekyung',
    shows: ({ required }) =>
      required.some(
        ({ standing, dates }) =>
          standing === 'not-due' &&
          dates.dueOn.slice(0, 4) > dayAt(app.clock.now(), app.zone).slice(0, 4),
      ),
  },
  'changes name': {
    login: 'dasom',
    shows: ({ person, standings }) => person.name === '문서연' && standings.length > 0,
  },
  'two roles': {
    login: 'taekyung',
    shows: ({ person }) =>
      person.roles.includes('trainer') && person.roles.includes('civil-servant'),
  },
};
type StoryLife = {
  readonly person: Person;
  readonly required: Awaited<ReturnType<typeof requiredFor>>;
  readonly standings: readonly string[];
  readonly absences: Awaited<ReturnType<typeof absencesOf>>;
  readonly outcomes: readonly (string | null)[];
  readonly acts: readonly string[];
};

function isPartial(items: StoryLife['required'][number]['items']): boolean {
  const done = items.filter(({ doneOn }) => doneOn !== null).length;
  return done > 0 && done < items.length;
}

for (const [story, { login, shows }] of Object.entries(STORIES)) {
  test(`an administrator finds the story of ${login} in the demonstration: ${story}`, async () => {
    const personId = (await accountsForBulk(app.db.read, [login]))[0]?.personId ?? '';
    const seen = await viewPerson(app, NOBODY, personId);
    assert.ok(seen.ok);
    const person = seen.value;
    const required = await requiredFor(app, personId);
    const trail = await listAudit(app, NOBODY, { subject: `person:${personId}` });
    assert.ok(trail.ok);
    const life = {
      person,
      required,
      standings: required.map(({ standing }) => standing),
      absences: await absencesOf(app, personId),
      outcomes: (await extensionsOf(app, personId)).map(({ outcome }) => outcome),
      acts: trail.value.entries.map(({ act }) => act),
    };
    assert.ok(shows(life), JSON.stringify({ ...life, required: life.required.length }));
  });
}

test('required learning shows every way it can stand, and requests for more time of every sort', async () => {
  const administrator = personNamed('jun');
  const listed = await listProgrammes(app, administrator, { locale: 'ko' });
  assert.ok(listed.ok);
  const standings = new Set(listed.value.programmes.flatMap(({ counts }) => [...counts.by.keys()]));
  for (const standing of ['open', 'due-soon', 'overdue', 'paused', 'done', 'excused', 'not-due']) {
    assert.ok(
      [...standings].some((found) => found === standing),
      `nobody is ${standing}`,
    );
  }
  const answered = await extensionsFor(app, administrator, { isOpen: false });
  const open = await extensionsFor(app, administrator, { isOpen: true });
  assert.ok(answered.ok && open.ok);
  assert.deepEqual(answered.value.extensions.map(({ outcome }) => outcome).sort(), [
    'granted',
    'refused',
  ]);
  assert.equal(open.value.extensions.filter(({ escalatedAt }) => escalatedAt !== null).length, 1);
});

test('enough people have played for a debrief to show what others decided', async () => {
  for (const scenario of app.scenarios.values()) {
    const actor = personNamed(scenario.source.audience === 'official' ? 'seungmin' : 'lan');
    const runs = await listRuns(app, actor, scenario.id);
    const run = runs.find(({ mode, finishedAt }) => mode === 'first' && finishedAt !== null);
    assert.ok(run, `${actor.login} has not played ${scenario.id}`);
    const debrief = await debriefRun(app, actor, run.id, 'ko');
    assert.ok(debrief.ok);
    const [first] = debrief.value.story.moments.filter(({ kind }) => kind === 'decision');
    assert.ok(first?.kind === 'decision');
    assert.ok(first.choices.every(({ percent }) => percent !== null));
  }
});

test('one invitation waits in the outbox', async () => {
  const outbox = await listOutbox(app, NOBODY, 1);
  assert.ok(outbox.ok);
  const invitations = outbox.value.entries.filter(
    ({ message }) => message.template === 'invitation',
  );
  assert.deepEqual(
    invitations.map(({ sentAt }) => sentAt),
    [null],
  );
});

test('people are reminded, and whoever leads is written to about somebody who is late', async () => {
  const { notices } = await inboxOf(app, personNamed('haneul'), { isUnread: true, page: 1 });
  assert.ok(notices.some(({ kind }) => kind === 'reminder'));
  assert.ok(notices.some(({ kind }) => kind !== 'reminder'));
  const outbox = await listOutbox(app, NOBODY, 1);
  assert.ok(outbox.ok);
  const led = outbox.value.entries.flatMap(({ message }) =>
    message.template === 'digest' ? message.params.people : [],
  );
  assert.ok(led.some(({ name }) => name === personNamed('kyungho').name));
});

test('one roster has people who may be on it and people who may not', async () => {
  const duties = await dutiesFor(app, personNamed('jun'));
  assert.ok(duties.ok && duties.value.some(({ ready, others }) => ready > 0 && others > 0));
});

function sorted<T>(rows: readonly T[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
