import { type Condition, partsOf, readCondition } from '../condition.ts';
import { errorIn, type ScenarioProblem } from '../problem.ts';
import type { ScenarioSource } from '../source.ts';

type Path = readonly (string | number)[];
type Named = { readonly name: string; readonly path: Path };

/** Every name that is used exists, once. */
export function checkNames(source: ScenarioSource): ScenarioProblem[] {
  return [
    ...checkPlaces(source),
    ...checkWorld(source),
    ...checkEffects(source),
    ...checkConditions(source),
    ...checkForks(source),
    ...checkShown(source),
  ];
}

function checkPlaces({ start, scenes, forks, endings }: ScenarioSource): ScenarioProblem[] {
  const places = [...Object.keys(scenes), ...Object.keys(forks), ...endings];
  const targets: Named[] = [
    { name: start, path: ['start'] },
    ...Object.entries(scenes).flatMap(([scene, { choices }]) =>
      choices.map(({ goTo }, at) => ({
        name: goTo,
        path: ['scenes', scene, 'choices', at, 'goTo'],
      })),
    ),
    ...Object.entries(forks).flatMap(([fork, ways]) =>
      ways.map(({ goTo }, at) => ({ name: goTo, path: ['forks', fork, at, 'goTo'] })),
    ),
  ];
  const twice = places.filter((place, at) => places.indexOf(place) !== at);
  return [
    ...missing('place-unknown', targets, places, 'Name a scene, a fork or an ending.'),
    ...twice.map((place) =>
      errorIn('name-taken', {
        path: [place in scenes ? 'scenes' : 'forks', place],
        message: `"${place}" names two places.`,
        help: 'Give one of the scenes, forks and endings another name.',
      }),
    ),
    ...Object.entries(scenes).flatMap(([scene, { choices }]) => choicesTwice(scene, choices)),
  ];
}

function choicesTwice(scene: string, choices: readonly { id: string }[]): ScenarioProblem[] {
  const ids = choices.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : errorIn('name-taken', {
          path: ['scenes', scene, 'choices', at, 'id'],
          message: `"${scene}" has two choices "${id}".`,
          help: 'Give one of them another id.',
        }),
  );
}

function checkWorld({ world }: ScenarioSource): ScenarioProblem[] {
  return Object.entries(world).flatMap(([region, { start, states }]) => {
    const targets = Object.entries(states).flatMap(([state, beats]) =>
      beats.map(({ to }, at) => ({ name: to, path: ['world', region, 'states', state, at, 'to'] })),
    );
    const named = [{ name: start, path: ['world', region, 'start'] }, ...targets];
    const help = `Name a state of the region "${region}".`;
    const restless = Object.entries(states).flatMap(([state, beats]) =>
      beats.flatMap(({ after, when }, at) =>
        after === undefined && when === undefined
          ? errorIn('beat-restless', {
              path: ['world', region, 'states', state, at],
              message: 'This would happen at once and always.',
              help: 'Say after how many minutes it happens, or when.',
            })
          : [],
      ),
    );
    return [...missing('state-unknown', named, Object.keys(states), help), ...restless];
  });
}

function checkEffects({ scenes, world, indicators }: ScenarioSource): ScenarioProblem[] {
  const ofChoices = Object.entries(scenes).flatMap(([scene, { choices }]) =>
    choices.flatMap(({ effects }, at) =>
      Object.keys(effects).map((name) => ({
        name,
        path: ['scenes', scene, 'choices', at, 'effects'],
      })),
    ),
  );
  const ofBeats = Object.entries(world).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([state, beats]) =>
      beats.flatMap(({ effects }, at) =>
        Object.keys(effects).map((name) => ({
          name,
          path: ['world', region, 'states', state, at, 'effects'],
        })),
      ),
    ),
  );
  const help = 'Name one of the indicators.';
  return missing('indicator-unknown', [...ofChoices, ...ofBeats], Object.keys(indicators), help);
}

function checkConditions(source: ScenarioSource): ScenarioProblem[] {
  return conditionsIn(source).flatMap(({ name: text, path }) => {
    const read = readCondition(text);
    if (read.ok) return partsOf(read.value).flatMap((part) => checkPart(source, part, path));
    return errorIn('condition-unreadable', {
      path,
      message: `The condition "${text}" cannot be read at "${read.problem.values.at}".`,
      help: 'Write for example: staff >= 20 & !told, or @weather.warning | told.',
    });
  });
}

function checkPart(source: ScenarioSource, part: Condition, path: Path): ScenarioProblem[] {
  switch (part.kind) {
    case 'compare': {
      const known = Object.keys(source.indicators);
      return missing(
        'indicator-unknown',
        [{ name: part.indicator, path }],
        known,
        'Name one of the indicators.',
      );
    }
    case 'in': {
      const known = Object.keys(source.world[part.region]?.states ?? {});
      const help = `Write @region.state with a state of the world; "${part.region}" has: ${known.join(', ')}.`;
      return missing('state-unknown', [{ name: part.state, path }], known, help);
    }
    case 'mark': {
      const choices = Object.values(source.scenes).flatMap((scene) => scene.choices);
      const known = choices.flatMap(({ sets }) => sets);
      const help =
        'No choice sets this mark. Add it to `sets` of a choice, or correct the spelling.';
      return missing('mark-never-set', [{ name: part.mark, path }], known, help);
    }
    default:
      return [];
  }
}

function conditionsIn({ scenes, world, forks }: ScenarioSource): Named[] {
  const ofChoices = Object.entries(scenes).flatMap(([scene, { choices }]) =>
    choices.map(({ when }, at) => ({ when, path: ['scenes', scene, 'choices', at, 'when'] })),
  );
  const ofWays = Object.entries(forks).flatMap(([fork, ways]) =>
    ways.map(({ when }, at) => ({ when, path: ['forks', fork, at, 'when'] })),
  );
  const ofBeats = Object.entries(world).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([state, beats]) =>
      beats.map(({ when }, at) => ({ when, path: ['world', region, 'states', state, at, 'when'] })),
    ),
  );
  return [...ofChoices, ...ofWays, ...ofBeats].flatMap(({ when, path }) =>
    when === undefined ? [] : [{ name: when, path }],
  );
}

/** A fork always finds a way, and no row of forks leads back to its beginning. */
function checkForks({ forks }: ScenarioSource): ScenarioProblem[] {
  return Object.entries(forks).flatMap(([fork, ways]) => {
    const problems: ScenarioProblem[] = [];
    if (ways.at(-1)?.when !== undefined) {
      problems.push(
        errorIn('fork-open', {
          path: ['forks', fork],
          message: `"${fork}" may find no way to go.`,
          help: 'Let its last way have no `when`.',
        }),
      );
    }
    if (leadsTo(forks, fork, fork, [])) {
      problems.push(
        errorIn('endless-loop', {
          path: ['forks', fork],
          message: `"${fork}" leads back to itself without taking time.`,
          help: 'Let one of its ways lead to a scene or an ending.',
        }),
      );
    }
    return problems;
  });
}

function leadsTo(
  forks: ScenarioSource['forks'],
  from: string,
  to: string,
  seen: readonly string[],
): boolean {
  const targets = (forks[from] ?? []).map(({ goTo }) => goTo);
  if (targets.includes(to)) return true;
  return targets.some((next) => !seen.includes(next) && leadsTo(forks, next, to, [...seen, next]));
}

function checkShown({ scenes, claims }: ScenarioSource): ScenarioProblem[] {
  const shown = Object.entries(scenes).flatMap(([scene, { choices }]) =>
    choices.flatMap(({ shows }, at) =>
      Object.keys(shows).map((name) => ({ name, path: ['scenes', scene, 'choices', at, 'shows'] })),
    ),
  );
  const claimed = Object.keys(claims).map((name) => ({ name, path: ['claims', name] }));
  const names = shown.map(({ name }) => name);
  return [
    ...missing(
      'claim-missing',
      shown,
      Object.keys(claims),
      'Add it to `claims` with its pass and fail levels.',
    ),
    ...missing(
      'claim-unshown',
      claimed,
      names,
      'No choice shows it. Remove the claim or let choices show it.',
    ),
  ];
}

function missing(
  code: string,
  used: readonly Named[],
  known: readonly string[],
  help: string,
): ScenarioProblem[] {
  return used
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) =>
      errorIn(code, { path, message: `"${name}" is not known here.`, help }),
    );
}
