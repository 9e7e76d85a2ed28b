import { guessesAt } from '#features/assessment/evidence.ts';
import type { Item, WithItems } from '#features/assessment/item.ts';
import type { Audience, WithCatalogue } from '#features/catalogue/course.ts';
import type { Shown } from '#features/competency/evidence.ts';
import { outcomesOf, type Possible } from '#features/competency/next-evidence.ts';
import type { WithObservationForms } from '#features/competency/observation-form.ts';
import type { Scenario, WithScenarios } from '#features/scenario/source.ts';

/** Where somebody can show a competency. `lesson` is `course/lesson`. */
export type Place =
  | { readonly kind: 'question'; readonly lesson: string; readonly item: string }
  | { readonly kind: 'scenario'; readonly scenario: string }
  | { readonly kind: 'observation'; readonly form: string };

/** A place with what it could turn out to show. */
export type Showing = { readonly place: Place; readonly possible: Possible };

export type ShowingApp = WithCatalogue & WithItems & WithScenarios & WithObservationForms;
export type Seeker = {
  readonly audience: Audience;
  /** Scenarios that have given evidence before; a second run gives none. */
  readonly played: ReadonlySet<string>;
};

/** Reckoned for reading and answering one question. */
const MINUTES_A_QUESTION = 2;
/** All decisions of one run count as at most two. */
const DECISIONS_THAT_COUNT = 2;

/** Every place in the content for this audience that can show the competency. */
export function showingsOf(app: ShowingApp, competency: string, seeker: Seeker): Showing[] {
  return [
    ...questions(app, competency, seeker),
    ...scenarios(app, competency, seeker),
    ...observations(app, competency, seeker),
  ];
}

function questions(app: ShowingApp, competency: string, { audience }: Seeker): Showing[] {
  return app.catalogue
    .courses()
    .filter((course) => course.audience === audience)
    .flatMap((course) => course.lessons.map(({ id }) => `${course.id}/${id}`))
    .flatMap((lesson) =>
      (app.items[lesson] ?? [])
        .filter((item) => item.competency === competency)
        .map((item) => questionShowing(lesson, item)),
    );
}

function questionShowing(lesson: string, item: Item): Showing {
  const source = `item:${lesson}/${item.id}`;
  const { difficulty } = item;
  const asked: Shown = {
    v: 1,
    kind: 'question',
    correct: true,
    difficulty,
    options: guessesAt(item),
  };
  return {
    place: { kind: 'question', lesson, item: item.id },
    possible: possible(source, asked, MINUTES_A_QUESTION),
  };
}

function scenarios(app: ShowingApp, competency: string, { audience, played }: Seeker): Showing[] {
  return [...app.scenarios.values()]
    .filter(({ id, source }) => source.audience === audience && !played.has(id))
    .flatMap((scenario) => {
      const weight = Math.min(DECISIONS_THAT_COUNT, decisionsOn(scenario, competency));
      if (weight === 0) return [];
      // As if all decisions of the run went alike: the best and the worst that may come of it.
      const decided: Shown = { v: 1, kind: 'decision', level: 3, weight, decision: '' };
      const place: Place = { kind: 'scenario', scenario: scenario.id };
      const { minutes } = scenario.source;
      return [{ place, possible: possible(`scenario:${scenario.id}`, decided, minutes) }];
    });
}

/** Scenes in which every choice shows something of the competency. */
function decisionsOn({ source }: Scenario, competency: string): number {
  return Object.values(source.scenes).filter(({ choices }) =>
    choices.some(({ shows }) => Object.hasOwn(shows, competency)),
  ).length;
}

function observations(app: ShowingApp, competency: string, { audience }: Seeker): Showing[] {
  return [...app.observationForms.values()]
    .filter((form) => form.audience === audience)
    .filter(({ rubric }) => rubric.some((criterion) => criterion.competency === competency))
    .map(({ id, minutes }) => {
      const seen: Shown = { v: 1, kind: 'observation', level: 4, raterId: '', form: id };
      return {
        place: { kind: 'observation', form: id },
        possible: possible(`observation:${id}`, seen, minutes),
      };
    });
}

function possible(source: string, shown: Shown, minutes: number): Possible {
  const outcomes = outcomesOf(shown);
  return { id: source, outcomes, source, runId: `possible ${source}`, minutes };
}
