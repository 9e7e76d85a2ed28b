import { errorIn, type Known, type ScenarioProblem, warningIn } from '../problem.ts';
import type { ScenarioSource } from '../source.ts';

/** Competencies, lessons, sources and references exist, and every reference is used. */
export function checkReferences(source: ScenarioSource, known: Known): ScenarioProblem[] {
  return [
    ...checkCompetencies(source, known),
    ...checkLessons(source, known),
    ...checkSources(source, known),
    ...checkUse(source),
  ];
}

function checkCompetencies({ claims }: ScenarioSource, { competencies }: Known): ScenarioProblem[] {
  return Object.keys(claims)
    .filter((competency) => !competencies.has(competency))
    .map((competency) =>
      errorIn('competency-unknown', {
        path: ['claims', competency],
        message: `The framework has no competency "${competency}".`,
        help: 'Take an id from competencies/framework.yaml.',
      }),
    );
}

function checkLessons({ lessons, scenes }: ScenarioSource, known: Known): ScenarioProblem[] {
  return lessons.flatMap(({ lesson, scenes: helped }, at) => [
    ...(known.lessons.has(lesson)
      ? []
      : [
          errorIn('lesson-unknown', {
            path: ['lessons', at, 'lesson'],
            message: `There is no lesson "${lesson}".`,
            help: 'Write course/lesson with folder names of courses/.',
          }),
        ]),
    ...helped
      .filter((scene) => !(scene in scenes))
      .map((scene) =>
        errorIn('place-unknown', {
          path: ['lessons', at, 'scenes'],
          message: `There is no scene "${scene}".`,
          help: 'Name scenes of this scenario.',
        }),
      ),
  ]);
}

function checkSources({ references }: ScenarioSource, { sources }: Known): ScenarioProblem[] {
  return Object.entries(references).flatMap(([id, reference]) =>
    'source' in reference && !sources.has(reference.source)
      ? errorIn('source-unknown', {
          path: ['references', id, 'source'],
          message: `There is no source "${reference.source}".`,
          help: 'Take an id from sources/, or give title and publisher here.',
        })
      : [],
  );
}

function checkUse({ references, scenes }: ScenarioSource): ScenarioProblem[] {
  const used = Object.entries(scenes).flatMap(([scene, { references: ids }]) =>
    ids.map((id, at) => ({ id, path: ['scenes', scene, 'references', at] })),
  );
  const unknown = used
    .filter(({ id }) => !(id in references))
    .map(({ id, path }) =>
      errorIn('reference-unknown', {
        path,
        message: `There is no reference "${id}".`,
        help: 'Add it to `references`, or correct the spelling.',
      }),
    );
  const idle = Object.keys(references)
    .filter((id) => !used.some((use) => use.id === id))
    .map((id) =>
      warningIn('reference-unused', {
        path: ['references', id],
        message: `No scene names the reference "${id}".`,
        help: 'Name it at the scene that rests on it, or remove it.',
      }),
    );
  return [...unknown, ...idle];
}
