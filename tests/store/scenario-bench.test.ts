import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchFor } from '#features/scenario/service.ts';
import { scenariosOf } from '#features/scenario/source.ts';
import { readUnchecked } from '#library/read.ts';
import { testApp, testId } from '#tests/support/app.ts';
import { withCivics } from '#tests/support/civics.ts';
import { codeOf } from '#tests/support/people.ts';
import { draftOf, scenarioOf } from '#tests/support/scenarios.ts';

const SCENARIO = 'heatwave-closure';
const AUTHOR = { personId: testId(900_001), roles: ['author'] as const };
const TRAINER = { personId: testId(900_002), roles: ['trainer'] as const };
const LONG = 600_000;

const { framework } = await readUnchecked(process.cwd());

async function appWith(draft = draftOf(SCENARIO)) {
  const app = withCivics(await testApp(), [['first', 'a'], SCENARIO]);
  return { ...app, framework, scenarios: scenariosOf([scenarioOf(draft)]) };
}

test('an author who does not want to wait is told that counting goes on, and gets it when asking again', async () => {
  const app = await appWith();
  const first = await benchFor(app, AUTHOR, { scenarioId: SCENARIO, patience: 0 });
  assert.deepEqual(first, { ok: true, value: { state: 'counting' } });
  const again = await benchFor(app, AUTHOR, { scenarioId: SCENARIO, patience: LONG });
  assert.ok(again.ok && again.value.state === 'counted');
  assert.equal(again.value.outcome, 'whole');
  assert.equal(again.value.outcomes?.endings.length, 3);
  const places = Object.keys(again.value.routes);
  assert.ok(places.includes('alert') && places.includes('held'), places.join());
});

test('what has been counted answers at once', async () => {
  const app = await appWith();
  await benchFor(app, AUTHOR, { scenarioId: SCENARIO, patience: LONG });
  const again = await benchFor(app, AUTHOR, { scenarioId: SCENARIO, patience: 0 });
  assert.ok(again.ok && again.value.state === 'counted');
});

test('a scenario whose names do not fit is not played, and says what to mend', async () => {
  const draft = structuredClone(draftOf(SCENARIO));
  draft.source.start = 'nowhere';
  const bench = await benchFor(await appWith(draft), AUTHOR, {
    scenarioId: SCENARIO,
    patience: LONG,
  });
  assert.ok(bench.ok && bench.value.state === 'unplayable');
  assert.ok(bench.value.findings.some(({ code }) => code === 'place-unknown'));
});

test('findings follow the words, although the logic has been counted before', async () => {
  const draft = structuredClone(draftOf(SCENARIO));
  Reflect.deleteProperty(draft.words.en, 'alert.partial');
  const bench = await benchFor(await appWith(draft), AUTHOR, {
    scenarioId: SCENARIO,
    patience: LONG,
  });
  assert.ok(bench.ok && bench.value.state === 'counted');
  assert.ok(bench.value.findings.some(({ code }) => code === 'text-missing'));
});

test('the bench is refused to a trainer, and an unknown scenario to anybody', async () => {
  const app = await appWith();
  assert.equal(await codeOf(benchFor(app, TRAINER, { scenarioId: SCENARIO })), 'not-allowed');
  assert.equal(await codeOf(benchFor(app, AUTHOR, { scenarioId: 'never' })), 'scenario-unknown');
});
