import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExecutableActionObject, initialTransition, transition } from 'xstate';
import { compile, type Snapshot } from '#features/scenario/compile.ts';
import { step } from '#features/scenario/step.ts';
import { draftOf, fixtureOf, scenarioOf } from '#tests/support/scenarios.ts';

type Answer = readonly [Snapshot, readonly ExecutableActionObject[]];

/** What a run looks at. */
function told([{ value, context, status, tags }, actions]: Answer) {
  return {
    value,
    context,
    status,
    tags: [...tags],
    actions: actions.map(({ type, params }) => ({ type, params })),
  };
}

function eventsAt(snapshot: Snapshot): string[] {
  return snapshot._nodes.flatMap(({ ownEvents }) => ownEvents);
}

for (const draft of [
  draftOf('heatwave-closure'),
  draftOf('participatory-budget'),
  fixtureOf('three-seats'),
]) {
  test(`every event of ${draft.id} leads where xstate itself says`, () => {
    const { machine } = compile(scenarioOf(draft).logic);
    const met = new Map<string, Snapshot>();
    const [start] = initialTransition(machine);
    met.set(JSON.stringify([start.value, start.context]), start);
    for (const snapshot of met.values()) {
      for (const type of eventsAt(snapshot)) {
        const answer = step(machine, snapshot, { type });
        assert.deepEqual(told(answer), told(transition(machine, snapshot, { type })), type);
        const [next] = answer;
        if (met.size < 400) met.set(JSON.stringify([next.value, next.context]), next);
      }
    }
    assert.ok(met.size > 50, String(met.size));
  });
}

test('an event that is not possible changes nothing', () => {
  const { machine } = compile(scenarioOf(draftOf('heatwave-closure')).logic);
  const [start] = initialTransition(machine);
  const [next, actions] = step(machine, start, { type: 'choose.nothing' });
  assert.equal(next, start);
  assert.deepEqual(actions, []);
});
