import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '#features/competency/framework.ts';
import {
  profileOf,
  signLevel,
  standingsOf,
  waitingSignatures,
  withdrawSignature,
} from '#features/competency/service.ts';
import { testId } from '#tests/support/app.ts';
import {
  answered,
  as,
  convincing,
  idOf,
  keep,
  type OfficeApp,
  officeApp,
} from '#tests/support/office.ts';
import { codeOf } from '#tests/support/people.ts';

const DAY_MS = 86_400_000;
const FIRST = testId(1);

async function readyApp(competency = 'C1.3'): Promise<OfficeApp> {
  const app = await officeApp();
  await keep(app, ...convincing(idOf('anna'), competency));
  return app;
}

async function stateOf(app: OfficeApp, competency = 'C1.3') {
  const profile = await profileOf(app, as('anna'), idOf('anna'));
  assert.ok(profile.ok);
  const state = profile.value.states.get(competency);
  assert.ok(state);
  return state;
}

async function proposedLevel(app: OfficeApp, competency = 'C1.3'): Promise<Level> {
  const { proposed } = await stateOf(app, competency);
  assert.equal(proposed.status, 'confirmed');
  return proposed.status === 'confirmed' ? proposed.level : 0;
}

const act = (level: Level, competency = 'C1.3', eventId = FIRST) => ({
  eventId,
  personId: idOf('anna'),
  competency,
  level,
});

test('where a signature is asked for, a proposed level counts once somebody has signed it', async () => {
  const app = await readyApp();
  const level = await proposedLevel(app);
  assert.equal((await stateOf(app)).standing.status, 'awaits-signature');
  assert.deepEqual(await waitingSignatures(app, as('sora')), [
    { personId: idOf('anna'), name: 'anna!', competency: 'C1.3', level },
  ]);
  assert.equal(await codeOf(signLevel(app, as('sora'), act(level))), 'ok');
  const { standing, signed } = await stateOf(app);
  assert.deepEqual(standing, { status: 'confirmed', level });
  assert.equal(signed.length, 1);
  const [{ signature, state } = assert.fail('nobody signed')] = signed;
  assert.equal(state, 'stands');
  assert.equal(signature.signedBy, idOf('sora'));
  assert.equal(signature.frameworkVersion, 7);
  assert.equal(signature.estimate.distribution.length, 5);
  assert.deepEqual(await waitingSignatures(app, as('sora')), []);
  const standings = await standingsOf(app, [idOf('anna')]);
  assert.deepEqual(standings.get(idOf('anna'))?.get('C1.3'), { status: 'confirmed', level });
});

test('the list of what waits holds only people one looks after', async () => {
  const app = await readyApp();
  assert.equal((await waitingSignatures(app, as('jun'))).length, 1);
  assert.deepEqual(await waitingSignatures(app, as('tae')), []);
  assert.deepEqual(await waitingSignatures(app, as('anna')), []);
});

test('where nobody asks for a signature the rule confirms by itself, and a name may still be added', async () => {
  const app = await readyApp('C1.1');
  const level = await proposedLevel(app, 'C1.1');
  assert.equal((await stateOf(app, 'C1.1')).standing.status, 'confirmed');
  assert.deepEqual(await waitingSignatures(app, as('sora')), []);
  assert.equal(await codeOf(signLevel(app, as('sora'), act(level, 'C1.1'))), 'ok');
  assert.equal((await stateOf(app, 'C1.1')).signed.length, 1);
});

for (const [name, code] of [
  ['sora', 'ok'],
  ['jun', 'ok'],
  ['tae', 'not-found'],
  ['bora', 'not-found'],
  ['anna', 'not-found'],
] as const) {
  test(`${name} signing a level of Anna: ${code}`, async () => {
    const app = await readyApp();
    const level = await proposedLevel(app);
    assert.equal(await codeOf(signLevel(app, as(name), act(level))), code);
    assert.equal((await stateOf(app)).signed.length, code === 'ok' ? 1 : 0);
  });
}

test('nobody signs a level that the rule does not propose', async () => {
  const app = await readyApp();
  const level = await proposedLevel(app);
  const other = level === 4 ? 1 : 4;
  assert.equal(await codeOf(signLevel(app, as('sora'), act(other))), 'level-not-proposed');
  assert.equal(await codeOf(signLevel(app, as('sora'), act(level, 'C1.1'))), 'level-not-proposed');
  assert.equal(await codeOf(signLevel(app, as('sora'), act(level, 'C9.9'))), 'not-found');
});

test('a level is signed once, however often the form is sent', async () => {
  const app = await readyApp();
  const level = await proposedLevel(app);
  await signLevel(app, as('sora'), act(level));
  assert.equal(await codeOf(signLevel(app, as('sora'), act(level))), 'ok');
  assert.equal(await codeOf(signLevel(app, as('mina'), act(level))), 'event-used');
  const again = act(level, 'C1.3', testId(2));
  assert.equal(await codeOf(signLevel(app, as('mina'), again)), 'level-already-signed');
  assert.equal((await stateOf(app)).signed.length, 1);
});

for (const [name, code] of [
  ['sora', 'ok'],
  ['jun', 'ok'],
  ['mina', 'not-found'],
  ['anna', 'not-found'],
] as const) {
  test(`${name} taking Sora's signature back: ${code}`, async () => {
    const app = await readyApp();
    await signLevel(app, as('sora'), act(await proposedLevel(app)));
    const back = { signatureId: FIRST, reason: '성급했습니다' };
    assert.equal(await codeOf(withdrawSignature(app, as(name), back)), code);
    const { standing } = await stateOf(app);
    assert.equal(standing.status, code === 'ok' ? 'awaits-signature' : 'confirmed');
  });
}

test('a signature that was taken back stays readable with its reason', async () => {
  const app = await readyApp();
  await signLevel(app, as('sora'), act(await proposedLevel(app)));
  const back = { signatureId: FIRST, reason: '성급했습니다' };
  assert.equal(
    await codeOf(withdrawSignature(app, as('sora'), { ...back, reason: '' })),
    'reason-required',
  );
  await withdrawSignature(app, as('sora'), back);
  const [only] = (await stateOf(app)).signed;
  assert.equal(only?.state, 'withdrawn');
  assert.equal(only?.signature.withdrawnReason, '성급했습니다');
});

test('a signed level that has faded wants a refresh, and the name stays', async () => {
  const app = await readyApp();
  const level = await proposedLevel(app);
  await signLevel(app, as('sora'), act(level));
  app.clock.pass(6 * 365 * DAY_MS);
  const { standing, signed } = await stateOf(app);
  assert.equal(standing.status, 'needs-refresh');
  assert.equal(signed[0]?.state, 'needs-refresh');
});

test('a signature does not hold a level up when the evidence turns', async () => {
  const app = await readyApp();
  await signLevel(app, as('sora'), act(await proposedLevel(app)));
  const wrong = { v: 1, kind: 'question', correct: false, difficulty: -2, options: 4 } as const;
  const doubts = Array.from({ length: 12 }, (_, at) =>
    answered(`wrong${at}`, { competency: 'C1.3', shown: wrong }),
  );
  await keep(app, ...doubts);
  const { standing, signed } = await stateOf(app);
  assert.notEqual(standing.status, 'confirmed');
  assert.equal(signed[0]?.state, 'needs-refresh');
});
