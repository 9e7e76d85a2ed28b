import { canonical } from '#kernel/canonical.ts';
import type { Compiled } from '../compile.ts';
import { levelsOnPath } from '../evidence.ts';
import type { Explored, ScenarioProblem } from '../problem.ts';
import {
  beginRun,
  choose,
  decisionName,
  indicatorsOf,
  isOver,
  openChoices,
  placeOf,
  type RunState,
  recordedChoice,
  seatNow,
} from '../run.ts';
import { decisionsOf, firstSeat } from '../seats.ts';
import type { Walkthrough } from '../source.ts';

/** Every recorded path still leads where its author said, and every ending and every seat has a path that shows it. */
export function checkWalkthroughs(explored: Explored): ScenarioProblem[] {
  const { walkthroughs } = explored;
  return [
    ...walkthroughs.flatMap((walkthrough, at) => checkWalkthrough(explored, walkthrough, at)),
    ...checkEndings(explored),
    ...checkSeats(explored),
  ];
}

function checkEndings({ walkthroughs, source }: Explored): ScenarioProblem[] {
  const shown = walkthroughs.map(({ ending }) => ending);
  return source.endings
    .filter((ending) => !shown.includes(ending))
    .map((ending) =>
      missing(
        `No walkthrough ends in "${ending}".`,
        'Record a path that leads there, so that later edits cannot lose it unnoticed.',
      ),
    );
}

function checkSeats({ walkthroughs, logic: { seats } }: Explored): ScenarioProblem[] {
  if (seats.length === 1) return [];
  const alone = walkthroughs.flatMap(({ seat, together }) => (together || !seat ? [] : [seat]));
  const unwalked = seats.filter((seat) => !alone.includes(seat));
  return [
    ...unwalked.map((seat) =>
      missing(
        `No walkthrough shows "${seat}" playing alone.`,
        `Record one with \`seat: ${seat}\`, in which every other seat does what \`alone\` says.`,
      ),
    ),
    ...(walkthroughs.some(({ together }) => together)
      ? []
      : [
          missing(
            'No walkthrough shows the seats playing together.',
            'Record one with `together: true`, in which another seat decides otherwise than `alone` says.',
          ),
        ]),
  ];
}

function checkWalkthrough(
  { compiled, logic }: Explored,
  walkthrough: Walkthrough,
  at: number,
): ScenarioProblem[] {
  const seated = checkSeat(walkthrough, { at, seats: logic.seats });
  if (seated.length > 0) return seated;
  const walked = walk(compiled, walkthrough.choices);
  if ('stoppedAt' in walked) {
    const { stoppedAt, open } = walked;
    const step = walkthrough.choices[stoppedAt] ?? 'the end';
    const message = `The path stops before "${step}".`;
    return [
      wrong(
        [at, 'choices', stoppedAt],
        message,
        `Open there: ${open.join(', ') || 'nothing, the run is over'}.`,
      ),
    ];
  }
  const { state, left } = walked;
  const seat = walkthrough.seat ?? firstSeat(logic);
  const found = {
    ending: placeOf(state),
    minutes: state.minute,
    indicators: indicatorsOf(state),
    evidence: levelsOnPath(logic, decisionsOf(logic, state.decisions, seat)),
  };
  const differing = (['ending', 'minutes', 'indicators', 'evidence'] as const)
    .filter((part) => canonical(found[part]) !== canonical(walkthrough[part]))
    .map((part) => {
      const message = `${part}: expected ${canonical(walkthrough[part])}, found ${canonical(found[part])}.`;
      return wrong(
        [at, part],
        message,
        'Mend the scenario, or record what it does now if that is what you mean.',
      );
    });
  return [
    ...checkCompany(walkthrough, { at, left: left.filter((step) => step.seat !== seat) }),
    ...differing,
  ];
}

function checkSeat(
  { seat, together }: Walkthrough,
  { at, seats }: { at: number; seats: readonly string[] },
): ScenarioProblem[] {
  const names = seats.join(', ');
  if (seats.length > 1) {
    if (seat !== undefined && seats.includes(seat)) return [];
    const message =
      seat === undefined
        ? 'It does not say whose path this is.'
        : `"${seat}" is not among the seats.`;
    return [seatWrong([at, 'seat'], message, `Write \`seat:\` with one of: ${names}.`)];
  }
  return [
    ...(seat === undefined || seats.includes(seat)
      ? []
      : [
          seatWrong(
            [at, 'seat'],
            `"${seat}" is not among the seats.`,
            'Leave it out: there is one seat only.',
          ),
        ]),
    ...(together === undefined
      ? []
      : [seatWrong([at, 'together'], 'There is one seat only.', 'Leave `together` out.')]),
  ];
}

/** Alone, the other seats do what is recorded for them; together, some other seat does something else. */
function checkCompany(
  { together }: Walkthrough,
  { at, left }: { at: number; left: readonly Left[] },
): ScenarioProblem[] {
  if (together === true) {
    return left.length > 0
      ? []
      : [
          {
            ...seatWrong(
              [at, 'together'],
              'Every other seat does what it would do with nobody sitting there.',
              'Leave `together` out, or let another seat decide otherwise.',
            ),
            level: 'warning',
          },
        ];
  }
  return left.map(({ index, name, recorded }) =>
    seatWrong(
      [at, 'choices', index],
      `"${name}" is not what happens with nobody sitting there; that would be "${recorded}".`,
      'Write that choice, or say `together: true`.',
    ),
  );
}

/** A step that is not the one recorded for its seat. */
type Left = {
  readonly index: number;
  readonly seat: string | null;
  readonly name: string;
  readonly recorded: string;
};
type Walked = { state: RunState; left: Left[] } | { stoppedAt: number; open: string[] };

function walk(compiled: Compiled, choices: readonly string[]): Walked {
  let state = beginRun(compiled);
  const left: Left[] = [];
  for (const [index, name] of choices.entries()) {
    const open = openChoices(compiled, state).map(({ id }) => id);
    const [scene, choice = ''] = name.split('.');
    if (scene !== placeOf(state) || !open.includes(choice)) {
      return { stoppedAt: index, open: open.map((id) => `${placeOf(state)}.${id}`) };
    }
    const recorded = recordedName(compiled, state);
    if (recorded !== null && recorded !== name) {
      left.push({ index, seat: seatNow(compiled, state), name, recorded });
    }
    state = choose(compiled, state, choice);
  }
  if (isOver(state)) return { state, left };
  const open = openChoices(compiled, state).map(({ id }) => `${placeOf(state)}.${id}`);
  return { stoppedAt: choices.length, open };
}

/** Null with one seat, and where nothing recorded is open, which is said by another rule. */
function recordedName(compiled: Compiled, state: RunState): string | null {
  const scene = placeOf(state);
  const wishes = compiled.logic.scenes[scene]?.alone ?? [];
  const isOpen = openChoices(compiled, state).some(({ id }) => wishes.includes(id));
  return isOpen ? decisionName({ scene, choice: recordedChoice(compiled, state).id }) : null;
}

function missing(message: string, help: string): ScenarioProblem {
  return {
    code: 'walkthrough-missing',
    level: 'warning',
    file: 'walkthroughs',
    path: [],
    message,
    help,
  };
}

function wrong(path: readonly (string | number)[], message: string, help: string): ScenarioProblem {
  return { code: 'walkthrough-differs', level: 'error', file: 'walkthroughs', path, message, help };
}

function seatWrong(
  path: readonly (string | number)[],
  message: string,
  help: string,
): ScenarioProblem {
  return { code: 'walkthrough-seat', level: 'error', file: 'walkthroughs', path, message, help };
}
