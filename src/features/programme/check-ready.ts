import type { Audience } from '#features/catalogue/course.ts';
import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import type { NeedItem } from './programme.ts';
import { asksForCourse, namedIn, type ReadyProgramme } from './ready.ts';

/** Every id a ready programme may name; for what only one side can do, the side (null: both). */
export type ReadyKnown = Readonly<
  Record<NeedItem['kind'] | 'position' | 'role', ReadonlyMap<string, Audience | null>>
>;

/** What an author should mend in programmes to start from, beyond their shape. */
export function checkReady(
  files: readonly Written<ReadyProgramme>[],
  known: ReadyKnown,
): ContentProblem[] {
  return files.flatMap((file) => [
    ...unknownThings(file, known),
    ...unknownConditions(file, known),
    ...withoutCourse(file),
    ...tooMany(file),
    ...timingFaults(file),
  ]);
}

function unknownThings(file: Written<ReadyProgramme>, known: ReadyKnown): ContentProblem[] {
  return namedIn(file.value).things.flatMap(({ item, path }) =>
    unfitting(file, { kind: item.kind, id: item.id, path }, known),
  );
}

type Named = { kind: keyof ReadyKnown; id: string; path: readonly PropertyKey[] };

function unfitting(
  file: Written<ReadyProgramme>,
  { kind, id, path }: Named,
  known: ReadyKnown,
): ContentProblem[] {
  const side = known[kind].get(id);
  if (side === undefined) {
    return [
      problemIn(file, path, `${kind}-unknown`, {
        message: `There is no ${kind} ${id}.`,
        help: 'Name one that is there, by the name of its file or folder.',
      }),
    ];
  }
  if (side === null || side === file.value.audience) return [];
  return [
    problemIn(file, path, 'programme-other-audience', {
      message: `The ${kind} ${id} is for the other side, ${side}.`,
      help: 'Name one for the same audience, or write a programme of its own.',
    }),
  ];
}

function unknownConditions(file: Written<ReadyProgramme>, known: ReadyKnown): ContentProblem[] {
  return namedIn(file.value).lines.flatMap(({ line, path }) => {
    if (line.about === 'attribute') return [];
    if (line.about === 'unit' || line.about === 'person') {
      return [
        problemIn(file, [...path, 'about'], 'programme-local', {
          message: 'Units and people differ from one institution to the next.',
          help: 'Say for whom by position, role or attribute; the administrator chooses the unit.',
        }),
      ];
    }
    const { about } = line;
    return line.values.flatMap((id) =>
      unfitting(file, { kind: about, id, path: [...path, 'values'] }, known),
    );
  });
}

function withoutCourse(file: Written<ReadyProgramme>): ContentProblem[] {
  if (asksForCourse(file.value)) return [];
  return [
    problemIn(file, ['course'], 'programme-without-course', {
      message: `It is built around ${file.value.course} and does not ask for it.`,
      help: 'Add the course to what is required, or name another.',
    }),
  ];
}

function tooMany(file: Written<ReadyProgramme>): ContentProblem[] {
  const { need } = file.value;
  const parts = [
    { take: need.take, of: need.groups.length, path: ['need', 'take'] },
    ...need.groups.map(({ take, items }, at) => ({
      take,
      of: items.length,
      path: ['need', 'groups', at, 'take'],
    })),
  ];
  return parts
    .filter(({ take, of }) => typeof take === 'number' && take > of)
    .map(({ path }) =>
      problemIn(file, path, 'programme-takes-too-many', {
        message: 'More is asked than is listed.',
        help: 'List more, or take fewer.',
      }),
    );
}

/** A fixed day ages in a file; and whoever did all on the last day must not fall out of validity before the next. */
function timingFaults(file: Written<ReadyProgramme>): ContentProblem[] {
  const { recurs, validMonths } = file.value.timing;
  if (recurs.kind === 'once' || recurs.kind === 'dates') {
    return [
      problemIn(file, ['timing', 'recurs'], 'programme-dated', {
        message: 'A fixed day is past sooner or later.',
        help: 'Use after-start, yearly or rolling.',
      }),
    ];
  }
  const least = monthsToNext(file.value.timing);
  if (validMonths === null || validMonths >= least) return [];
  return [
    problemIn(file, ['timing', 'validMonths'], 'programme-gap', {
      message: 'What was done as early as it counts ends before it is due again.',
      help: `Let it stay valid for at least ${least} months.`,
    }),
  ];
}

const DAYS_A_MONTH = 30;

/** How long something done as early as it counts has to last, to the next due day. */
function monthsToNext({ recurs, opensBefore, credit }: ReadyProgramme['timing']): number {
  const early = Math.ceil((opensBefore + (credit === 'any-time' ? 0 : credit)) / DAYS_A_MONTH);
  if (recurs.kind === 'yearly') return 12 + early;
  if (recurs.kind !== 'rolling') return 0;
  return recurs.months + (recurs.from === 'due' ? early : 0);
}
