import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '#features/scenario/compile.ts';
import { replay } from '#features/scenario/run.ts';
import { sharedWith } from '#features/scenario/seats.ts';
import type { Seat } from '#features/scenario/source.ts';
import { viewRun } from '#features/scenario/view.ts';
import { fixtureOf, scenarioOf } from '#tests/support/scenarios.ts';

const { logic, words } = scenarioOf(fixtureOf('two-seats'));
const compiled = compile(logic);

/** The facts a seat sees after these decisions: who knows each, and whether it is new. */
function factsAfter(seat: Seat, decisions: readonly string[]) {
  const state = replay(compiled, decisions);
  const { facts } = viewRun({ compiled, state, words: words.en, seat, tokenOf: () => 'token' });
  return facts.map(({ heading, sharedWith: known, isNew }) => [heading, known, isNew]);
}

test('a fact is new to its seat until that seat has decided', () => {
  const early = 'The diggers come sooner';
  assert.deepEqual(factsAfter('official', []), [[early, 'nobody', true]]);
  assert.deepEqual(factsAfter('official', ['notice.plain']), [[early, 'nobody', false]]);
});

test('a fact that is told is new to whoever hears it, known to all, and not new to its owner', () => {
  const walker = 'Only you have heard of her';
  const told = ['notice.plain', 'stop.call'];
  assert.deepEqual(factsAfter('official', told), [
    [walker, 'all', true],
    ['The diggers come sooner', 'nobody', false],
  ]);
  assert.deepEqual(factsAfter('resident', told), [[walker, 'all', false]]);
  assert.deepEqual(factsAfter('official', [...told, 'answer.closer'])[0], [walker, 'all', false]);
  assert.deepEqual(factsAfter('resident', ['notice.plain', 'stop.grumble']), [
    [walker, 'nobody', false],
  ]);
});

test('with three seats a fact may be known to some', () => {
  const seats = ['official', 'resident', 'partner'] as const;
  const facts = {
    own: { for: ['partner'] },
    pair: { for: ['partner', 'resident'], told: 'said' },
    everybody: { for: [...seats] },
  } satisfies typeof logic.facts;
  const known = (id: string, marks: string[]) =>
    sharedWith({ facts, seats: [...seats] }, id, marks);
  assert.equal(known('own', ['said']), 'nobody');
  assert.equal(known('pair', []), 'some');
  assert.equal(known('pair', ['said']), 'all');
  assert.equal(known('everybody', []), 'all');
});
