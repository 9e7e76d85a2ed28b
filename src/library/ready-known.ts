import { allCompetencies } from '#features/competency/framework.ts';
import type { ReadyKnown } from '#features/programme/check-ready.ts';
import { ROLES } from '#kernel/rights.ts';
import type { Library } from './library.ts';

/** What a programme to start from may name, and for which side it is. A scenario with several seats is for both. */
export function readyKnown(library: Library): ReadyKnown {
  const { courses, questionSets, scenarios, observationForms, positionDrafts, framework } = library;
  return {
    course: new Map(courses.map(({ id, audience }) => [id, audience])),
    'question-set': new Map(questionSets.map(({ id }) => [id, null])),
    scenario: new Map(
      scenarios.map(({ id, source }) => [id, source.seats.length > 1 ? null : source.audience]),
    ),
    observation: new Map(observationForms.map(({ id, audience }) => [id, audience])),
    competency: new Map(allCompetencies(framework).map(({ id }) => [id, null])),
    position: new Map(positionDrafts.map(({ id, audience }) => [id, audience])),
    role: new Map(ROLES.map((role) => [role, null])),
  };
}
