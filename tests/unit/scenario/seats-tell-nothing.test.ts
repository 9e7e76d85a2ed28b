import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordingsOf } from '#features/scenario/checks/facts.ts';
import { type Compiled, compile } from '#features/scenario/compile.ts';
import {
  decisionName,
  openChoices,
  placeOf,
  type RunState,
  seatNow,
} from '#features/scenario/run.ts';
import { decisionsOf, factsFor, seatOfScene } from '#features/scenario/seats.ts';
import type { Scenario, Seat } from '#features/scenario/source.ts';
import { viewRun } from '#features/scenario/view.ts';
import { plainText, sectionFor, type Words } from '#features/scenario/words.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import {
  draftOf,
  fixtureOf,
  SCENARIO_IDS,
  SEAT_FIXTURES,
  scenarioOf,
} from '#tests/support/scenarios.ts';
import { everySituation } from '#tests/support/situations.ts';

const played = [...SEAT_FIXTURES.map(fixtureOf), ...SCENARIO_IDS.map(draftOf)]
  .map(scenarioOf)
  .filter(({ logic }) => logic.seats.length > 1);

/** Long enough not to stand in other texts by chance. */
const SHORTEST = 8;

/** What a seat may read of another one's scenes in the debrief only. */
function textsOfOthers({ logic }: Scenario, words: Words, seat: Seat): string[] {
  return Object.entries(logic.scenes).flatMap(([scene, { choices }]) => {
    const by = seatOfScene(logic, scene);
    if (by === seat) return [];
    const body = plainText(sectionFor(words, scene, by).blocks);
    const told = choices.flatMap(({ id }) => {
      const { label, blocks } = sectionFor(words, `${scene}.${id}`, by);
      return [label, plainText(blocks)];
    });
    return [body, ...told].filter((text) => text.length >= SHORTEST);
  });
}

const asJson = (text: string) => JSON.stringify(text).slice(1, -1).toLowerCase();

type Looking = { readonly scenario: Scenario; readonly compiled: Compiled; readonly seat: Seat };

/** What decides which words the seat is shown: numbers give none away, so what differs in them only needs one look. */
function wordsDependOn({ scenario, compiled, seat }: Looking, state: RunState): string {
  const { logic } = scenario;
  const last = decisionsOf(logic, state.decisions, seat).at(-1);
  const heard = state.happenings.filter(({ at }) => at > (last?.at ?? -1));
  return JSON.stringify([
    placeOf(state),
    seatNow(compiled, state) === seat ? openChoices(compiled, state).map(({ id }) => id) : [],
    factsFor(logic, seat, state.snapshot.context.marks),
    last && decisionName(last),
    heard.map(({ inject }) => inject),
  ]);
}

/** What the seat is shown of a situation in one language, and what it must not be shown then. */
function lookAt({ scenario, compiled, seat }: Looking, state: RunState, locale: Locale) {
  const words = scenario.words[locale];
  const view = viewRun({ compiled, state, words, seat, tokenOf: () => 'token' });
  const { logic } = scenario;
  const known = factsFor(logic, seat, state.snapshot.context.marks);
  const hidden = Object.keys(logic.facts ?? {}).filter((fact) => !known.includes(fact));
  const wordings = hidden.flatMap((fact) => wordingsOf(words, fact));
  return {
    seat,
    place: placeOf(state),
    json: JSON.stringify(view).toLowerCase(),
    secrets: [...textsOfOthers(scenario, words, seat), ...wordings],
  };
}

function* looksAt(scenario: Scenario) {
  const compiled = compile(scenario.logic);
  const looked = new Set<string>();
  for (const state of everySituation(compiled)) {
    for (const seat of scenario.logic.seats) {
      const looking = { scenario, compiled, seat };
      const key = `${seat} ${wordsDependOn(looking, state)}`;
      if (looked.has(key)) continue;
      looked.add(key);
      for (const locale of LOCALES) yield lookAt(looking, state, locale);
    }
  }
}

for (const scenario of played) {
  test(`${scenario.id}: nothing a seat is shown, at any moment of any path, is another one's to know`, () => {
    let looks = 0;
    for (const { json, secrets, seat, place } of looksAt(scenario)) {
      looks += 1;
      for (const secret of secrets) {
        assert.ok(!json.includes(asJson(secret)), `${seat} at ${place}: ${secret}`);
      }
    }
    assert.ok(looks > scenario.logic.seats.length * 10, 'too few situations were looked at');
  });
}

test('a text that gives a fact away would be found', () => {
  const scenario = scenarioOf(fixtureOf('two-seats'));
  const compiled = compile(scenario.logic);
  const [state] = everySituation(compiled);
  assert.ok(state);
  const words = { ...scenario.words.en, notice: { label: 'For Mrs Oh', blocks: [] } };
  const seat = 'official';
  const view = viewRun({ compiled, state, words, seat, tokenOf: () => 'token' });
  const json = JSON.stringify(view).toLowerCase();
  assert.ok(wordingsOf(words, 'walker').some((wording) => json.includes(asJson(wording))));
  assert.ok(
    textsOfOthers(scenario, words, seat).includes('Call the office and tell what you know'),
  );
});
