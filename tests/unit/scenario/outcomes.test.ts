import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exploreAlone } from '#features/scenario/alone.ts';
import { checkPlayedSlowly, checkScenario, checkUnplayed } from '#features/scenario/check.ts';
import { compile, type Indicators } from '#features/scenario/compile.ts';
import { shownBy } from '#features/scenario/evidence.ts';
import { explore, type Graph, type Vertex } from '#features/scenario/explore.ts';
import { countOutcomes, type Outcomes } from '#features/scenario/outcomes.ts';
import { percentsOf } from '#features/scenario/portions.ts';
import type { Draft, Explored } from '#features/scenario/problem.ts';
import { shortestRoutes } from '#features/scenario/routes.ts';
import { placeOf, replay } from '#features/scenario/run.ts';
import { logicOf } from '#features/scenario/source.ts';
import { walkedBy } from '#features/scenario/walked.ts';
import { draftOf, fixtureOf, knownTo, SEAT_FIXTURES } from '#tests/support/scenarios.ts';

const SCENARIOS = ['heatwave-closure', 'participatory-budget', 'panel-says-no'];
const DRAFTS = [...SCENARIOS.map(draftOf), ...SEAT_FIXTURES.map(fixtureOf)];
const explorations = new Map(DRAFTS.map((draft) => [draft.id, exploredFrom(draft)]));

function exploredFrom(draft: Draft): Explored {
  const logic = logicOf(draft.id, draft.source);
  const compiled = compile(logic);
  const graph = explore(compiled);
  return { ...draft, logic, compiled, graph, alone: finish(exploreAlone(compiled, graph)) };
}

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

type Path = { readonly choices: string[]; readonly values: Indicators; readonly end: Vertex };

/** Every path of a graph, one after the other. */
function* pathsOf(graph: Graph, at: number, before: Omit<Path, 'end'>): Generator<Path> {
  const vertex = graph.vertices[at];
  if (vertex === undefined) throw new Error(`no vertex ${at}`);
  if (vertex.over) yield { ...before, end: vertex };
  for (const { choice, to, change } of vertex.edges) {
    const values = Object.entries(before.values).map(([indicator, value]) => {
      return [indicator, value + (change[indicator] ?? Number.NaN)];
    });
    const choices = [...before.choices, `${vertex.place}.${choice}`];
    yield* pathsOf(graph, to, { choices, values: Object.fromEntries(values) });
  }
}

function total(parts: readonly { paths: number; percent: number }[]) {
  return {
    paths: parts.reduce((sum, { paths }) => sum + paths, 0),
    tenths: parts.reduce((sum, { percent }) => sum + Math.round(percent * 10), 0),
  };
}

for (const [id, explored] of explorations) {
  const outcomes = finish(countOutcomes(explored));

  test(`${id}: the shares of endings and of every competency add up to all paths and to 100 %`, () => {
    const whole = { paths: outcomes.paths, tenths: 1000 };
    assert.deepEqual(total(outcomes.endings), whole);
    for (const { pass, between, fail, unshown } of outcomes.claims) {
      assert.deepEqual(total([pass, between, fail, unshown]), whole);
    }
  });

  test(`${id}: counting without listing finds what listing every path finds`, () => {
    assert.deepEqual(outcomes, listed(explored));
  });

  test(`${id}: the shortest path to each place leads there when it is played`, () => {
    const routes = shortestRoutes(explored.graph);
    const places = [...Object.keys(explored.logic.scenes), ...explored.logic.endings];
    assert.deepEqual(Object.keys(routes).sort(), places.sort());
    for (const [place, route] of Object.entries(routes)) {
      assert.equal(placeOf(replay(explored.compiled, route)), place);
    }
    assert.deepEqual(routes[explored.logic.start], []);
  });

  test(`${id}: checking in pieces finds what checking at once finds`, () => {
    const draft = { ...explored, walkthroughs: [] };
    const { problems, isPlayable } = checkUnplayed(draft, knownTo(draft));
    assert.ok(isPlayable);
    const pieces = [...problems, ...finish(checkPlayedSlowly(draft))];
    assert.ok(pieces.length > 0);
    assert.deepEqual(pieces, checkScenario(draft, knownTo(draft)));
  });
}

/** The same as `countOutcomes`, by walking each path by itself and taking means where it takes sums. */
function listed({ graph, logic, source }: Explored): Outcomes {
  const starts = Object.entries(logic.indicators).map(([id, { start }]) => [id, start]);
  const paths = [...pathsOf(graph, 0, { choices: [], values: Object.fromEntries(starts) })];
  const range = (values: number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
  const endings = logic.endings.map(
    (ending) => paths.filter(({ end }) => end.place === ending).length,
  );
  return {
    situations: graph.vertices.length,
    paths: paths.length,
    minutes: range(paths.map(({ end }) => end.minute)),
    decisions: range(paths.map(({ choices }) => choices.length)),
    endings: parts(endings).map((part, at) => ({ ending: logic.endings[at] ?? '', ...part })),
    indicators: Object.keys(logic.indicators).map((indicator) => ({
      indicator,
      ...range(paths.map(({ values }) => values[indicator] ?? Number.NaN)),
    })),
    claims: shownIn(logic).map(({ seat, competency }) => {
      const marks = source.claims[competency];
      assert.ok(marks);
      const verdicts = paths.map(({ choices }) => {
        const own = choices.filter((name) => seatIn(logic, name) === seat);
        return verdict(logic, { choices: own, competency, marks });
      });
      const count = (word: string) => verdicts.filter((found) => found === word).length;
      const [pass, between, fail, unshown] = parts(
        ['pass', 'between', 'fail', 'unshown'].map(count),
      );
      assert.ok(pass && between && fail && unshown);
      return { seat, competency, pass, between, fail, unshown };
    }),
  };
}

const seatIn = ({ scenes, seats }: Explored['logic'], name: string) =>
  scenes[name.split('.')[0] ?? '']?.by ?? seats[0];

/** Each competency with each seat that shows it, in the order of the claims and of the seats. */
function shownIn(logic: Explored['logic']) {
  const pairs = Object.entries(logic.scenes).flatMap(([scene, { choices }]) =>
    choices.flatMap(({ shows }) => Object.keys(shows).map((id) => `${seatIn(logic, scene)} ${id}`)),
  );
  const claims = Object.keys(draftClaims(logic.id));
  return claims.flatMap((competency) =>
    logic.seats.flatMap((seat) =>
      pairs.includes(`${seat} ${competency}`) ? [{ seat, competency }] : [],
    ),
  );
}

const draftClaims = (id: string) => explorations.get(id)?.source.claims ?? {};

function parts(counts: number[]) {
  const percents = percentsOf(counts);
  return counts.map((paths, at) => ({ paths, percent: percents[at] ?? Number.NaN }));
}

function verdict(
  logic: Explored['logic'],
  asked: { choices: string[]; competency: string; marks: { pass: number; fail: number } },
): string {
  const shown = asked.choices.flatMap((name) => {
    const [scene = '', choice = ''] = name.split('.');
    return shownBy(logic, scene, choice).filter(
      ({ competency }) => competency === asked.competency,
    );
  });
  const weight = shown.reduce((sum, piece) => sum + piece.weight, 0);
  if (weight === 0) return 'unshown';
  const mean = shown.reduce((sum, piece) => sum + piece.weight * piece.level, 0) / weight;
  if (mean >= asked.marks.pass - 1e-9) return 'pass';
  return mean <= asked.marks.fail + 1e-9 ? 'fail' : 'between';
}

test('shares are rounded so that they add up to 100', () => {
  assert.deepEqual(percentsOf([1, 1, 1]), [33.4, 33.3, 33.3]);
  assert.deepEqual(percentsOf([2, 1]), [66.7, 33.3]);
  assert.deepEqual(percentsOf([0, 5]), [0, 100]);
  assert.deepEqual(percentsOf([0, 0]), [0, 0]);
  assert.deepEqual(percentsOf([]), []);
});

test('choices that no recorded path takes are named', () => {
  const draft = draftOf('heatwave-closure');
  const logic = logicOf(draft.id, draft.source);
  const all = Object.entries(logic.scenes).flatMap(([scene, { choices }]) =>
    choices.map(({ id }) => `${scene}.${id}`),
  );
  const [first] = draft.walkthroughs;
  assert.ok(first);
  const walked = walkedBy(logic, [first]);
  assert.deepEqual(
    walked.untaken,
    all.filter((name) => !first.choices.includes(name)),
  );
  assert.equal(walked.taken, first.choices.length);
  assert.equal(walkedBy(logic, []).untaken.length, all.length);
});
