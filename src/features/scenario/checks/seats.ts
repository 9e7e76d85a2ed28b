import { withoutRecorded } from '../alone.ts';
import { foldGraph } from '../explore.ts';
import { type Explored, errorIn, type ScenarioProblem, warningIn } from '../problem.ts';
import { seatOfScene } from '../seats.ts';
import type { ScenarioSource, Seat } from '../source.ts';

type Path = readonly (string | number)[];
type Naming = { readonly seat: Seat; readonly path: Path };

/** Every seat named is one of the scenario, decides somewhere, and each scene says what happens while nobody sits there. */
export function checkSeatNames(source: ScenarioSource): ScenarioProblem[] {
  const { seats, scenes } = source;
  const unknown = namings(source).filter(({ seat }) => !seats.includes(seat));
  return [
    ...unknown.map(({ seat, path }) =>
      errorIn('seat-unknown', {
        path,
        message: `"${seat}" is not among the seats of this scenario.`,
        help: `Name one of: ${seats.join(', ')}; or add it to \`seats\`.`,
      }),
    ),
    ...seats.flatMap((seat, at) =>
      Object.values(scenes).some(({ by = seats[0] }) => by === seat)
        ? []
        : errorIn('seat-idle', {
            path: ['seats', at],
            message: `The seat "${seat}" decides nowhere.`,
            help: `Give it scenes with \`by: ${seat}\`, or remove the seat.`,
          }),
    ),
    ...Object.entries(scenes).flatMap(([scene, { alone, choices }]) =>
      checkRecorded({ scene, alone, ids: choices.map(({ id }) => id), seats }),
    ),
    ...checkFactNames(source),
    ...checkInjects(source),
  ];
}

/** With everything played: an empty seat always has something recorded to do, and a taken one enough to decide. */
export function checkSeats(explored: Explored): ScenarioProblem[] {
  const { graph, logic } = explored;
  if (graph.outcome !== 'whole' || logic.seats.length === 1) return [];
  const empty = withoutRecorded(logic, graph).toReversed();
  const places = new Map(empty.map(({ place, minute }) => [place, minute]));
  return [
    ...[...places].map(([scene, minute]) =>
      errorIn('seat-alone', {
        path: ['scenes', scene, 'alone'],
        message: `At minute ${minute} "${scene}" can be reached with none of its recorded choices open.`,
        help: 'End `alone` with a choice that has no condition.',
      }),
    ),
    ...logic.seats.flatMap((seat, at) => idle(explored, { seat, at })),
  ];
}

function namings({ scenes, indicators, world, facts }: ScenarioSource): Naming[] {
  const forAll = (who: readonly Seat[] | undefined, path: Path) =>
    (who ?? []).map((seat, at) => ({ seat, path: [...path, 'for', at] }));
  return [
    ...Object.entries(scenes).flatMap(([scene, { by }]) =>
      by === undefined ? [] : [{ seat: by, path: ['scenes', scene, 'by'] }],
    ),
    ...Object.entries(indicators).flatMap(([id, { for: who }]) => forAll(who, ['indicators', id])),
    ...Object.entries(facts).flatMap(([id, { for: who }]) => forAll(who, ['facts', id])),
    ...beatsIn(world).flatMap(({ beat, path }) => forAll(beat.for, path)),
  ];
}

type Recorded = {
  readonly scene: string;
  readonly alone: readonly string[] | undefined;
  readonly ids: readonly string[];
  readonly seats: readonly Seat[];
};

function checkRecorded({ scene, alone, ids, seats }: Recorded): ScenarioProblem[] {
  const path = ['scenes', scene, 'alone'];
  if (seats.length === 1) {
    const message = `"${scene}" says what happens alone, but there is one seat only.`;
    const help = 'Remove `alone`: somebody always sits there.';
    return alone === undefined ? [] : [errorIn('seat-alone', { path, message, help })];
  }
  if (alone === undefined) {
    const message = `"${scene}" does not say what its seat does when nobody sits there.`;
    const help = `Add for example \`alone: [${ids[0] ?? ''}]\`: the first of these that is open is taken.`;
    return [errorIn('seat-alone', { path, message, help })];
  }
  return alone.flatMap((id, at) =>
    ids.includes(id)
      ? []
      : errorIn('seat-alone', {
          path: [...path, at],
          message: `"${scene}" has no choice "${id}".`,
          help: `Name one of its choices: ${ids.join(', ')}.`,
        }),
  );
}

function checkFactNames({ facts, scenes, seats }: ScenarioSource): ScenarioProblem[] {
  const marks = Object.values(scenes).flatMap(({ choices }) => choices.flatMap(({ sets }) => sets));
  return Object.entries(facts).flatMap(([fact, { for: who, told }]) => [
    ...(told === undefined || marks.includes(told)
      ? []
      : [
          errorIn('mark-never-set', {
            path: ['facts', fact, 'told'],
            message: `No choice sets the mark "${told}" that passes "${fact}" on.`,
            help: 'Add it to `sets` of the choice that tells it, or correct the spelling.',
          }),
        ]),
    ...(seats.some((seat) => !who.includes(seat))
      ? []
      : [
          errorIn('fact-for-all', {
            path: ['facts', fact, 'for'],
            message: `Every seat knows "${fact}".`,
            help: 'Tell it in the brief, or name only the seats that know it.',
          }),
        ]),
  ]);
}

/** Who hears of an event is looked up by its name, so one name cannot be for different seats. */
function checkInjects({ world }: ScenarioSource): ScenarioProblem[] {
  const told = beatsIn(world);
  return told.flatMap(({ beat, path }) => {
    const first = told.find((other) => other.beat.inject === beat.inject)?.beat;
    const isSame = [...(first?.for ?? [])].sort().join() === [...(beat.for ?? [])].sort().join();
    if (beat.inject === undefined || isSame) return [];
    return errorIn('inject-for-others', {
      path: [...path, 'for'],
      message: `"${beat.inject}" is told to other seats elsewhere.`,
      help: 'Let both beats name the same seats in `for`, or give this one an inject of its own.',
    });
  });
}

function beatsIn(world: ScenarioSource['world']) {
  return Object.entries(world).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([state, beats]) =>
      beats.map((beat, at) => ({ beat, path: ['world', region, 'states', state, at] })),
    ),
  );
}

function idle(
  { alone, logic }: Explored,
  { seat, at }: { seat: Seat; at: number },
): ScenarioProblem[] {
  const graph = alone[seat];
  if (graph === undefined) return [];
  const [fewest] = foldGraph<number>(graph, ({ place, over }, edges) => {
    if (over) return 0;
    const own = seatOfScene(logic, place) === seat ? 1 : 0;
    return own + Math.min(...edges.map(({ value }) => value));
  });
  if (fewest === undefined || fewest >= 2) return [];
  return [
    warningIn('seat-idle', {
      path: ['seats', at],
      message: `Alone, "${seat}" decides ${fewest === 0 ? 'nothing' : 'only once'} on some path.`,
      help: 'Let another scene on that path be decided by this seat: at least two, so that it is played and not watched.',
    }),
  ];
}
