import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import type { PositionDraft } from './position.ts';
import { targetsOf } from './position.ts';

/** What an author should mend in the starting set of positions beyond its shape. */
export function checkPositions(
  positions: readonly Written<PositionDraft>[],
  competencies: ReadonlySet<string>,
): ContentProblem[] {
  return positions.flatMap((position) => [
    ...unknown(position, competencies),
    ...(targetsOf(position.value).size === 0 ? [withoutTarget(position)] : []),
  ]);
}

function unknown(
  position: Written<PositionDraft>,
  competencies: ReadonlySet<string>,
): ContentProblem[] {
  return position.value.activities.flatMap(({ targets }, at) =>
    Object.keys(targets)
      .filter((competency) => !competencies.has(competency))
      .map((competency) =>
        problemIn(position, ['activities', at, 'targets', competency], 'competency-unknown', {
          message: `There is no competency ${competency}.`,
          help: 'Use an id of competencies/framework.yaml.',
        }),
      ),
  );
}

function withoutTarget(position: Written<PositionDraft>): ContentProblem {
  return problemIn(position, ['activities'], 'position-without-target', {
    message: 'No activity asks for any level, so nobody holding it could see a gap.',
    help: 'Give at least one activity a target, such as { C5.2: 3 }.',
  });
}
