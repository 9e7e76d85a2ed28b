import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScenario } from '#features/scenario/check.ts';
import { type Compiled, compile } from '#features/scenario/compile.ts';
import { shownBy } from '#features/scenario/evidence.ts';
import type { Draft } from '#features/scenario/problem.ts';
import {
  beginRun,
  choose,
  type Decision,
  followRecorded,
  isOver,
  openChoices,
  type RunState,
} from '#features/scenario/run.ts';
import { decisionsOf } from '#features/scenario/seats.ts';
import { logicOf, type Seat } from '#features/scenario/source.ts';
import { fixtureOf, knownTo, SEAT_FIXTURES } from '#tests/support/scenarios.ts';

/** Every path to its end, listed one by one: slow, and with nothing left to believe. */
function pathsFrom(compiled: Compiled, present: readonly Seat[], from: RunState): Decision[][] {
  const state = followRecorded(compiled, from, present);
  if (isOver(state)) return [[...state.decisions]];
  return openChoices(compiled, state).flatMap(({ id }) =>
    pathsFrom(compiled, present, choose(compiled, state, id)),
  );
}

/** The mean levels of one competency that a seat can come to, and how often it shows it at least. */
function shownOn(compiled: Compiled, paths: Decision[][], who: { seat: Seat; competency: string }) {
  const { logic } = compiled;
  const shown = paths.map((path) =>
    decisionsOf(logic, path, who.seat)
      .flatMap(({ scene, choice }) => shownBy(logic, scene, choice))
      .filter(({ competency }) => competency === who.competency),
  );
  const means = shown
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => {
      const weights = pieces.reduce((sum, { weight }) => sum + weight, 0);
      return pieces.reduce((sum, { level, weight }) => sum + level * weight, 0) / weights;
    });
  return { means, fewest: Math.min(...shown.map((pieces) => pieces.length)) };
}

type Shown = { readonly who: string; readonly means: number[]; readonly fewest: number };

/** What every seat can show of every competency, alone and with all seats taken. */
function everythingShown({ id, source }: Draft): Shown[] {
  const compiled = compile(logicOf(id, source));
  const { seats } = compiled.logic;
  const begun = beginRun(compiled);
  const companies = [...seats.map((seat) => [seat]), seats];
  return companies.flatMap((present) => {
    const paths = pathsFrom(compiled, present, begun);
    const how = present.length > 1 ? 'with' : 'alone';
    return present.flatMap((seat) =>
      competenciesOf(source, seat).map((competency) => {
        const who = `${competency} by "${seat}" ${how}`;
        return { who, ...shownOn(compiled, paths, { seat, competency }) };
      }),
    );
  });
}

function competenciesOf({ scenes, seats }: Draft['source'], seat: Seat): string[] {
  const own = Object.values(scenes).filter(({ by = seats[0] }) => by === seat);
  const shows = own.flatMap(({ choices }) => choices.map((choice) => choice.shows));
  return [...new Set(shows.flatMap(Object.keys))];
}

function expectedOf(shown: Shown[], { pass, fail }: { pass: number; fail: number }): string[] {
  return shown.flatMap(({ who, means, fewest }) => [
    ...(means.some((mean) => mean >= pass - 1e-9) ? [] : [`claim-unattainable ${who}`]),
    ...(means.some((mean) => mean <= fail + 1e-9) ? [] : [`claim-unfailable ${who}`]),
    ...(fewest >= 2 ? [] : [`claim-thin ${who}`]),
  ]);
}

function foundIn(draft: Draft): string[] {
  return checkScenario(draft, knownTo(draft)).flatMap(({ code, message }) => {
    const [who] = /C\d\.\d by "[a-z]+" (alone|with)/.exec(message) ?? [];
    return who === undefined ? [] : [`${code} ${who}`];
  });
}

/** One in which somebody alone comes to less than all together: the first recorded choice is the weaker one. */
function weaker(draft: Draft): Draft {
  const other = structuredClone(draft);
  for (const scene of Object.values(other.source.scenes)) {
    scene.alone = scene.choices.toReversed().map(({ id }) => id);
  }
  return other;
}

const MARKS = [0.5, 1, 1.5, 2, 2.25, 2.5, 3];

for (const id of SEAT_FIXTURES) {
  for (const draft of [fixtureOf(id), weaker(fixtureOf(id))]) {
    const recorded = Object.values(draft.source.scenes).map(({ alone }) => alone?.[0]);
    test(`${id} (${recorded}): a claim is reported for a seat, alone or together, exactly when no path of it holds`, () => {
      const shown = everythingShown(draft);
      let reported = 0;
      for (const mark of MARKS) {
        const claim = { pass: mark, fail: 3 - mark };
        for (const one of Object.values(draft.source.claims)) Object.assign(one, claim);
        const expected = expectedOf(shown, claim);
        assert.deepEqual(foundIn(draft).sort(), expected.sort(), `${mark}`);
        reported += expected.length;
      }
      assert.ok(reported > 0);
    });
  }
}

test('a competency may be shown well together and not alone', () => {
  const draft = weaker(fixtureOf('two-seats'));
  Object.assign(draft.source.claims['C6.1'] ?? {}, { pass: 2.5, fail: 3 });
  assert.deepEqual(foundIn(draft), ['claim-unattainable C6.1 by "official" alone']);
});
