import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import type { Sighting } from '#features/competency/observation.ts';
import {
  cellsOf,
  challengeEvidence,
  observationsOf,
  observe,
  ownChallenges,
  profileOf,
  viewObservation,
  withdrawObservation,
} from '#features/competency/service.ts';
import { takeDue } from '#features/notify/service.ts';
import { testId } from '#tests/support/app.ts';
import { as, idOf, type OfficeApp, officeApp } from '#tests/support/office.ts';
import { codeOf } from '#tests/support/people.ts';

const FIRST = testId(1);
const input = (levels: Record<string, Sighting> = { 'C1.1': 3, 'C1.2': 'not-seen' }) => ({
  eventId: FIRST,
  personId: idOf('anna'),
  form: 'counter',
  levels: new Map(Object.entries(levels)),
  day: '2026-11-20',
  place: ' 1번 창구 ',
  note: '서류를 미리 말해 주었다.',
});

async function piecesOf(app: OfficeApp, competency: string) {
  const profile = await profileOf(app, as('jun'), idOf('anna'));
  assert.ok(profile.ok);
  return profile.value.states.get(competency)?.pieces ?? [];
}

test('what a trainer saw becomes evidence with the observer, the form, the day and a note', async () => {
  const app = await officeApp();
  const stored = await observe(app, as('sora'), input());
  assert.ok(stored.ok);
  const [only] = await piecesOf(app, 'C1.1');
  assert.deepEqual(only?.piece.shown, {
    v: 1,
    kind: 'observation',
    level: 3,
    raterId: idOf('sora'),
    form: 'counter',
  });
  // Noon of the day in Seoul.
  assert.equal(only?.piece.occurredAt, Date.UTC(2026, 10, 20, 3));
  assert.deepEqual(await piecesOf(app, 'C1.2'), []);
  const seen = await viewObservation(app, as('anna'), FIRST);
  assert.ok(seen.ok);
  assert.equal(seen.value.observation.note, '서류를 미리 말해 주었다.');
  assert.equal(seen.value.observation.place, '1번 창구');
  assert.equal(seen.value.names.get(idOf('sora')), 'sora!');
  assert.equal(seen.value.mayWithdraw, false);
  const { observations } = await observationsOf(app, as('anna'));
  assert.deepEqual(
    observations.map(({ id }) => id),
    [FIRST],
  );
});

test('a form that is sent twice is one observation', async () => {
  const app = await officeApp();
  await observe(app, as('sora'), input());
  const before = await cellsOf(app, [idOf('anna')]);
  assert.equal(await codeOf(observe(app, as('sora'), input({ 'C1.1': 0, 'C1.2': 0 }))), 'ok');
  assert.deepEqual(await cellsOf(app, [idOf('anna')]), before);
  assert.equal(await codeOf(observe(app, as('mina'), input())), 'event-used');
  const due = await takeDue(app, 10);
  assert.deepEqual(
    due.map(({ address, message }) => [address, message.template, message.params.path]),
    [['anna@example.org', 'observed', `/ko/observations/${FIRST}`]],
  );
});

for (const [name, code] of [
  ['sora', 'ok'],
  ['jun', 'ok'],
  ['tae', 'not-found'],
  ['bora', 'not-found'],
  ['anna', 'not-found'],
] as const) {
  test(`${name} observing Anna: ${code}`, async () => {
    const app = await officeApp();
    assert.equal(await codeOf(observe(app, as(name), input())), code);
    assert.equal((await piecesOf(app, 'C1.1')).length, code === 'ok' ? 1 : 0);
  });
}

test('an administrator does not observe themselves', async () => {
  const app = await officeApp();
  const own = { ...input(), personId: idOf('jun') };
  assert.equal(await codeOf(observe(app, as('jun'), own)), 'not-found');
});

test('an observation that is not whole is refused with what is missing', async () => {
  const app = await officeApp();
  const refused = (change: Partial<ReturnType<typeof input>>) =>
    codeOf(observe(app, as('sora'), { ...input(), ...change }));
  assert.equal(await refused({ form: 'no-such-form' }), 'observation-form-unknown');
  assert.equal(await refused(input({ 'C1.1': 3 })), 'observation-level-missing');
  assert.equal(await refused({ day: '2026-11-23' }), 'observation-day-impossible');
  assert.deepEqual((await observationsOf(app, as('anna'))).observations, []);
});

for (const [name, code] of [
  ['sora', 'ok'],
  ['jun', 'ok'],
  ['mina', 'not-found'],
  ['anna', 'not-found'],
] as const) {
  test(`${name} taking Sora's observation of Anna back: ${code}`, async () => {
    const app = await officeApp();
    await observe(app, as('sora'), input());
    const act = { observationId: FIRST, reason: '다른 사람이었다' };
    assert.equal(await codeOf(withdrawObservation(app, as(name), act)), code);
    const [cell] = await cellsOf(app, [idOf('anna')]);
    assert.equal(cell === undefined, code === 'ok');
  });
}

test('what was taken back stays readable with the reason, and leaves a trace', async () => {
  const app = await officeApp();
  await observe(app, as('sora'), input());
  const act = { observationId: FIRST, reason: ' 다른 사람이었다 ' };
  assert.equal(
    await codeOf(withdrawObservation(app, as('sora'), { ...act, reason: ' ' })),
    'reason-required',
  );
  await withdrawObservation(app, as('sora'), act);
  assert.equal(await codeOf(withdrawObservation(app, as('jun'), { ...act, reason: '또' })), 'ok');
  const seen = await viewObservation(app, as('anna'), FIRST);
  assert.ok(seen.ok);
  assert.equal(seen.value.observation.withdrawnReason, '다른 사람이었다');
  assert.deepEqual(
    seen.value.pieces.map(({ revokedReason }) => revokedReason),
    ['다른 사람이었다'],
  );
  const trail = await listAudit(app, as('jun'), {});
  assert.ok(trail.ok);
  const acts = trail.value.entries.map(({ act: what }) => what);
  assert.deepEqual(acts.slice(0, 3), ['observation-withdrawn', 'evidence-revoked', 'observed']);
});

test('taking an observation back answers what was said against it', async () => {
  const app = await officeApp();
  await observe(app, as('sora'), input());
  const challenge = { eventId: testId(2), evidenceId: `${FIRST}/C1.1`, reason: '저는 없었습니다' };
  assert.equal(await codeOf(challengeEvidence(app, as('anna'), challenge)), 'ok');
  await withdrawObservation(app, as('sora'), { observationId: FIRST, reason: '맞습니다' });
  const [own] = await ownChallenges(app, as('anna'));
  assert.equal(own?.challenge.outcome, 'revoked');
  assert.equal(own?.challenge.answer, '맞습니다');
  assert.equal(own?.answeredBy, 'sora!');
});

for (const [name, code] of [
  ['anna', 'ok'],
  ['sora', 'ok'],
  ['mina', 'ok'],
  ['jun', 'ok'],
  ['bora', 'not-found'],
  ['tae', 'not-found'],
] as const) {
  test(`${name} reading what Sora saw of Anna: ${code}`, async () => {
    const app = await officeApp();
    await observe(app, as('sora'), input());
    assert.equal(await codeOf(viewObservation(app, as(name), FIRST)), code);
  });
}
