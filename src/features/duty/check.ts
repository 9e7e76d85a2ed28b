import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';
import type { NeedItem } from '#features/programme/programme.ts';
import type { Duty } from './duty.ts';

/** Every id a duty may name, by what it is. */
export type DutyKnown = Readonly<
  Record<NeedItem['kind'] | 'position', { has(id: string): boolean }>
>;

/** What an author should mend in duties beyond their shape. */
export function checkDuties(files: readonly Written<Duty>[], known: DutyKnown): ContentProblem[] {
  return files.flatMap((file) => [...unknownIn(file, known), ...tooMany(file)]);
}

function unknownIn(file: Written<Duty>, known: DutyKnown): ContentProblem[] {
  const named = file.value.requires.flatMap((one, at) =>
    'programme' in one
      ? []
      : one.items.map(({ kind, id }, n) => ({ kind, id, path: ['requires', at, 'items', n] })),
  );
  const position = { kind: 'position' as const, id: file.value.position, path: ['position'] };
  return [position, ...named]
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ kind, id, path }) =>
      problemIn(file, path, `${kind}-unknown`, {
        message: `There is no ${kind} ${id}.`,
        help: 'Name one that is there, by the name of its file or folder.',
      }),
    );
}

function tooMany(file: Written<Duty>): ContentProblem[] {
  return file.value.requires.flatMap((one, at) =>
    'programme' in one || typeof one.take !== 'number' || one.take <= one.items.length
      ? []
      : [
          problemIn(file, ['requires', at, 'take'], 'duty-takes-too-many', {
            message: 'More is asked than is listed.',
            help: 'List more, or take fewer.',
          }),
        ],
  );
}
