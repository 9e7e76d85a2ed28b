import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { addEvidence } from '#features/competency/service.ts';
import { createUnit } from '#features/identity/service.ts';
import type { PositionDraft } from '#features/position/position.ts';
import {
  changePosition,
  chooseCivicRole,
  civicRoles,
  createPosition,
  endHolding,
  gapsOfPerson,
  gapsOfUnit,
  givablePositions,
  givePosition,
  holdersOf,
  holdingsOf,
  listPositions,
  loadPositions,
  previewChange,
  retirePosition,
  viewPosition,
} from '#features/position/service.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { type TestApp, testApp, testId } from '#tests/support/app.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';

type PositionApp = TestApp & WithFramework & { positionDrafts: PositionDraft[] };

const DAY_MS = 86_400_000;
const text = (words: string) => ({ ko: words, en: words });
const CLERK: PositionDraft = {
  id: 'clerk',
  audience: 'official',
  name: text('Clerk'),
  summary: text('Sits at the counter'),
  activities: [{ does: text('answers'), targets: { 'C1.1': 2, 'C1.2': 1 } }],
};
const NEIGHBOUR: PositionDraft = {
  ...CLERK,
  id: 'neighbour',
  audience: 'resident',
  name: text('Neighbour'),
};
const OFFICE: Actor = { personId: testId(800_001), roles: ['administrator'] };
const anybody = (...roles: Role[]): Actor => ({ personId: testId(800_002), roles });

async function office(): Promise<PositionApp> {
  const app = {
    ...(await testApp()),
    framework: frameworkOf(['C1.1', 'C1.2']),
    positionDrafts: [CLERK, NEIGHBOUR],
  };
  await loadPositions(app);
  return app;
}

async function give(app: PositionApp, personIds: readonly string[], rest = {}) {
  return givePosition(app, OFFICE, {
    eventId: app.newId(),
    positionId: 'clerk',
    personIds,
    fromDay: '2026-11-01',
    untilDay: null,
    why: '',
    ...rest,
  });
}

const without = ({ id: _, ...body }: PositionDraft) => body;
const raised = {
  ...without(CLERK),
  activities: [{ does: text('answers'), targets: { 'C1.1': 3, 'C1.2': 1 } }],
};
const edit = (app: PositionApp, rest = {}) =>
  changePosition(app, OFFICE, {
    eventId: app.newId(),
    positionId: 'clerk',
    revision: 1,
    body: raised,
    why: 'The law changed.',
    ...rest,
  });

test('what content brings is loaded once and never overwrites what was edited here', async () => {
  const app = await office();
  assert.ok((await edit(app)).ok);
  assert.equal(await loadPositions(app), 0);
  const other = { ...app, positionDrafts: [{ ...CLERK, name: text('Other') }] };
  assert.equal(await loadPositions(other), 0);
  const seen = await viewPosition(app, OFFICE, 'clerk');
  assert.ok(seen.ok);
  assert.deepEqual(seen.value.position.body, raised);
});

test('two servers that start together load each position once', async () => {
  const app = { ...(await testApp()), positionDrafts: [CLERK, NEIGHBOUR] };
  const loaded = await Promise.all([loadPositions(app), loadPositions(app)]);
  assert.deepEqual(loaded.toSorted(), [0, 2]);
});

test('a change is kept with who made it, when, why, and what was before', async () => {
  const app = await office();
  app.clock.pass(DAY_MS);
  assert.ok((await edit(app)).ok);
  const seen = await viewPosition(app, OFFICE, 'clerk');
  assert.ok(seen.ok);
  const [latest, first] = seen.value.history;
  assert.deepEqual(
    [latest?.revision, latest?.actorId, latest?.at, latest?.why, latest?.act],
    [2, OFFICE.personId, app.clock.now(), 'The law changed.', 'changed'],
  );
  assert.deepEqual(latest?.changes, [{ what: 'target', competency: 'C1.1', before: 2, after: 3 }]);
  assert.deepEqual([first?.act, first?.actorId, first?.changes], ['loaded', null, []]);
  const trail = await listAudit(app, OFFICE, { subject: 'position:clerk' });
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ act, actorId, detail }) => [act, actorId, detail]),
    [
      [
        'position-changed',
        OFFICE.personId,
        { why: 'The law changed.', before: ['C1.1 2'], after: ['C1.1 3'] },
      ],
    ],
  );
});

test('a form sent twice changes once, and saving what is there already changes nothing', async () => {
  const app = await office();
  const eventId = app.newId();
  assert.ok((await edit(app, { eventId })).ok);
  assert.ok((await edit(app, { eventId })).ok);
  assert.ok((await edit(app, { revision: 2 })).ok);
  const seen = await viewPosition(app, OFFICE, 'clerk');
  assert.equal(seen.ok && seen.value.history.length, 2);
});

test('what somebody else saved in the meantime is not overwritten', async () => {
  const app = await office();
  assert.ok((await edit(app)).ok);
  const late = edit(app, { body: { ...without(CLERK), name: text('Late') } });
  assert.equal(await codeOf(late), 'position-changed-meanwhile');
});

test('whom a position is for cannot be changed by a form', async () => {
  const app = await office();
  const body = { ...raised, audience: 'resident' as const };
  assert.ok((await edit(app, { body })).ok);
  const seen = await viewPosition(app, OFFICE, 'clerk');
  assert.equal(seen.ok && seen.value.position.body.audience, 'official');
});

test('a new position is made once however often its form is sent, and is found by its name', async () => {
  const app = await office();
  const form = { eventId: app.newId(), body: { ...raised, name: text('100% new_one') }, why: 'x' };
  const [first, again] = [
    await createPosition(app, OFFICE, form),
    await createPosition(app, OFFICE, form),
  ];
  assert.ok(first.ok && again.ok);
  assert.equal(first.value, again.value);
  const find = async (search: string) => {
    const found = await listPositions(app, OFFICE, { search, locale: 'en' });
    return found.ok ? found.value.positions.map(({ id }) => id) : [];
  };
  assert.deepEqual(await find('100% NEW_'), [first.value]);
  assert.deepEqual(await find('newXone'), []);
  assert.deepEqual(await find('neigh'), ['neighbour']);
});

test('a position is held from its first to its last day, and its targets count as long', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna' });
  assert.ok((await give(app, [anna.personId], { untilDay: '2026-11-23' })).ok);
  const count = async () => {
    const found = await gapsOfPerson(app, anna, { personId: anna.personId });
    return found.ok ? found.value.gaps.length : null;
  };
  assert.equal(await count(), 2);
  app.clock.pass(DAY_MS);
  assert.equal(await count(), 2);
  app.clock.pass(DAY_MS);
  assert.equal(await count(), 0);
  const held = await holdingsOf(app, anna, { personId: anna.personId });
  assert.deepEqual(held.ok && held.value.map(({ when }) => when), ['over']);
});

test('the same position is not given twice for the same days', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna' });
  const bora = await addPerson(app, { login: 'bora' });
  const given = async (ids: string[], rest = {}) => {
    const outcome = await give(app, ids, rest);
    return outcome.ok ? outcome.value : outcome.problem.code;
  };
  assert.equal(await given([anna.personId]), 1);
  assert.equal(await given([anna.personId, bora.personId]), 1);
  assert.equal(await given([anna.personId], { untilDay: '2026-12-01' }), 0);
  const eventId = app.newId();
  const earlier = { eventId, fromDay: '2026-01-01', untilDay: '2026-02-01' };
  assert.equal(await given([anna.personId], earlier), 1);
  assert.equal(await given([anna.personId], earlier), 0);
});

test('the highest level asked for by several positions is the target, and a lower one beside it goes unseen', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna' });
  const form = { eventId: app.newId(), body: raised, why: 'x' };
  const made = await createPosition(app, OFFICE, form);
  assert.ok(made.ok);
  await give(app, [anna.personId]);
  await give(app, [anna.personId], { positionId: made.value });
  const found = await gapsOfPerson(app, anna, { personId: anna.personId });
  assert.ok(found.ok);
  const targets = found.value.gaps.map(({ target: { competency, level, positions } }) => [
    competency,
    level,
    positions.length,
  ]);
  assert.deepEqual(targets, [
    ['C1.1', 3, 1],
    ['C1.2', 1, 2],
  ]);
});

test('a retired position cannot be given and asks nothing; bringing it back undoes that', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna' });
  await give(app, [anna.personId]);
  const turn = (act: 'retired' | 'restored') =>
    retirePosition(app, OFFICE, { eventId: app.newId(), positionId: 'clerk', act, why: 'x' });
  const gaps = async () => {
    const found = await gapsOfPerson(app, anna, { personId: anna.personId });
    return found.ok ? found.value.gaps.length : null;
  };
  assert.ok((await turn('retired')).ok);
  assert.equal(await gaps(), 0);
  assert.equal(await codeOf(give(app, [testId(5)])), 'position-retired');
  assert.ok((await turn('retired')).ok);
  assert.ok((await turn('restored')).ok);
  assert.equal(await gaps(), 2);
  const seen = await viewPosition(app, OFFICE, 'clerk');
  const acts = seen.ok && seen.value.history.map(({ act }) => act);
  assert.deepEqual(acts, ['restored', 'retired', 'loaded']);
});

test('residents take up civic roles themselves and lay them down, and nothing else', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna' });
  const bora = await addPerson(app, { login: 'bora' });
  assert.deepEqual(
    (await civicRoles(app, 'ko')).map(({ id }) => id),
    ['neighbour'],
  );
  const choose = (positionId: string, eventId = app.newId()) =>
    chooseCivicRole(app, anna, { eventId, positionId });
  const eventId = app.newId();
  assert.equal(await codeOf(choose('neighbour', eventId)), 'ok');
  assert.equal(await codeOf(choose('neighbour', eventId)), 'ok');
  assert.equal(await codeOf(choose('clerk')), 'not-allowed');
  assert.equal(await codeOf(choose('nothing')), 'position-unknown');
  const held = await holdingsOf(app, anna, { personId: anna.personId });
  assert.equal(held.ok && held.value.length, 1);
  assert.equal(await codeOf(endHolding(app, bora, { holdingId: eventId, why: '' })), 'not-found');
  assert.equal(await codeOf(endHolding(app, anna, { holdingId: eventId, why: '' })), 'ok');
  assert.equal(await codeOf(endHolding(app, anna, { holdingId: eventId, why: '' })), 'ok');
  const after = await gapsOfPerson(app, anna, { personId: anna.personId });
  assert.deepEqual(after.ok && after.value.gaps, []);
});

test('nobody ends the position of an official but an administrator, and the trail says why', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna', roles: ['civil-servant'] });
  const eventId = app.newId();
  await give(app, [anna.personId], { eventId });
  const own = endHolding(app, anna, { holdingId: eventId, why: '' });
  assert.equal(await codeOf(own), 'not-found');
  const ended = await endHolding(app, OFFICE, { holdingId: eventId, why: 'Moved on' });
  assert.ok(ended.ok);
  const trail = await listAudit(app, OFFICE, { subject: `person:${anna.personId}` });
  assert.deepEqual(trail.ok && trail.value.entries.map(({ act, detail }) => [act, detail]), [
    [
      'position-ended',
      { position: 'clerk', from: '2026-11-01', until: '2026-11-21', why: 'Moved on' },
    ],
    ['position-given', { position: 'clerk', from: '2026-11-01' }],
  ]);
});

test('what is to begin later can be taken back and was never held', async () => {
  const app = await office();
  const anna = await addPerson(app, { login: 'anna' });
  const eventId = app.newId();
  await give(app, [anna.personId], { eventId, fromDay: '2026-12-01' });
  await endHolding(app, OFFICE, { holdingId: eventId, why: '' });
  const held = await holdingsOf(app, anna, { personId: anna.personId });
  assert.deepEqual(held.ok && held.value.map(({ when }) => when), ['over']);
  const holders = await holdersOf(app, OFFICE, { positionId: 'clerk' });
  assert.deepEqual(holders.ok && holders.value.holders, []);
});

test('before a change is saved one sees how many people it would open a gap for', async () => {
  const app = await office();
  const people = await Promise.all(
    ['anna', 'bora', 'duri'].map((login) => addPerson(app, { login })),
  );
  await give(
    app,
    people.map(({ personId }) => personId),
  );
  const preview = await previewChange(app, OFFICE, {
    positionId: 'clerk',
    body: { ...raised, activities: [{ does: text('answers'), targets: { 'C1.1': 4 } }] },
  });
  assert.deepEqual(preview.ok && preview.value, {
    holders: 3,
    targets: [
      { competency: 'C1.1', before: 2, after: 4, openBefore: 3, openAfter: 3 },
      { competency: 'C1.2', before: 1, after: null, openBefore: 3, openAfter: 0 },
    ],
  });
});

/** Five people in one team, one in another, all below one bureau. */
async function bureau(): Promise<{ app: PositionApp; ids: string[] }> {
  const app = await office();
  await app.db.write(async (tx) => {
    await createUnit(tx, { id: 'bureau', parentId: null, name: text('Bureau') });
    await createUnit(tx, { id: 'team', parentId: 'bureau', name: text('Team') });
    await createUnit(tx, { id: 'other', parentId: 'bureau', name: text('Other') });
  });
  const logins = ['p1.one', 'p2.one', 'p3.one', 'p4.one', 'p5.two'];
  const people = await Promise.all(
    logins.map((login) =>
      addPerson(app, { login, unitId: login.endsWith('two') ? 'other' : 'team' }),
    ),
  );
  return { app, ids: people.map(({ personId }) => personId) };
}

test('a unit is counted with everything below it, and groups of fewer than five are not', async () => {
  const { app, ids } = await bureau();
  await give(app, ids);
  const bureauWide = await gapsOfUnit(app, OFFICE, 'bureau');
  assert.ok(bureauWide.ok);
  const [clerks] = bureauWide.value.counted;
  assert.deepEqual([bureauWide.value.people, clerks?.holders], [5, 5]);
  assert.deepEqual(clerks?.competencies[0]?.counts, {
    met: 0,
    likely: 0,
    refresh: 0,
    below: 0,
    unknown: 5,
  });
  const team = await gapsOfUnit(app, OFFICE, 'team');
  assert.ok(team.ok);
  assert.deepEqual(team.value.counted, []);
  assert.deepEqual(
    team.value.tooSmall.map(({ id }) => id),
    ['clerk'],
  );
});

test('what somebody has shown moves them in the count of their unit', async () => {
  const { app, ids } = await bureau();
  await give(app, ids);
  const [anna = ''] = ids;
  await app.db.write((tx) =>
    addEvidence(
      tx,
      app,
      Array.from({ length: 8 }, (_, at) => ({
        id: `q${at}`,
        personId: anna,
        competency: 'C1.1',
        shown: { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 } as const,
        source: `item:civics/first/${at}`,
        runId: null,
        occurredAt: app.clock.now(),
      })),
    ),
  );
  const found = await gapsOfUnit(app, OFFICE, 'bureau');
  assert.ok(found.ok);
  const counts = found.value.counted[0]?.competencies[0]?.counts;
  assert.deepEqual([counts?.likely, counts?.unknown], [1, 4]);
});

test('a person is held in a unit against what each position asks, not against the highest of all', async () => {
  const { app, ids } = await bureau();
  const made = await createPosition(app, OFFICE, { eventId: app.newId(), body: raised, why: 'x' });
  assert.ok(made.ok);
  await give(app, ids);
  await give(app, ids, { positionId: made.value });
  const found = await gapsOfUnit(app, OFFICE, 'bureau');
  assert.ok(found.ok);
  const targets = found.value.counted.map(({ position, competencies }) => [
    position.id,
    competencies[0]?.target.level,
  ]);
  assert.deepEqual(
    targets.sort(),
    [
      [made.value, 3],
      ['clerk', 2],
    ].sort(),
  );
});

for (const roles of [[], ['civil-servant'], ['resident'], ['trainer'], ['author']] as Role[][]) {
  test(`${roles[0] ?? 'somebody without a role'} neither edits nor gives positions, nor sees a unit`, async () => {
    const app = await office();
    const actor = anybody(...roles);
    const { personId } = await addPerson(app, { login: 'anna' });
    const given = { eventId: app.newId(), positionId: 'clerk', personIds: [personId], why: '' };
    const one = { eventId: app.newId(), positionId: 'clerk', why: 'x' };
    const refusals = await Promise.all(
      [
        listPositions(app, actor, { locale: 'ko' }),
        givablePositions(app, actor, 'ko'),
        viewPosition(app, actor, 'clerk'),
        createPosition(app, actor, { ...one, body: raised }),
        changePosition(app, actor, { ...one, revision: 1, body: raised }),
        retirePosition(app, actor, { ...one, act: 'retired' }),
        givePosition(app, actor, { ...given, fromDay: '2026-11-01', untilDay: null }),
        holdersOf(app, actor, { positionId: 'clerk' }),
        previewChange(app, actor, { positionId: 'clerk', body: raised }),
        gapsOfUnit(app, actor, 'bureau'),
        holdingsOf(app, actor, { personId }),
        gapsOfPerson(app, actor, { personId }),
      ].map((outcome) => codeOf(outcome)),
    );
    assert.deepEqual(new Set(refusals), new Set(['not-allowed']));
  });
}

test('a trainer sees the targets of those they look after', async () => {
  const app = await office();
  const { personId } = await addPerson(app, { login: 'anna' });
  const trainer = anybody('trainer');
  const trainers = [trainer.personId];
  assert.equal(await codeOf(gapsOfPerson(app, trainer, { personId, trainers })), 'ok');
  assert.equal(await codeOf(holdingsOf(app, trainer, { personId, trainers })), 'ok');
});
