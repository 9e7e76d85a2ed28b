import type { Audience } from '#features/catalogue/course.ts';
import type { HamkkeApp } from '../../app.ts';
import { type Act, runsOf, type Sitting, sitting } from './act.ts';

/** Enough people for a debrief to show to each of them what the others decided. */
const ENOUGH = 7;
/** Who likes to play scenarios of an evening, also those of no course they are on. */
const PLAYERS: Readonly<Record<Audience, readonly string[]>> = {
  official: ['taekyung', 'dahye', 'nari', 'seungmin', 'junho', 'eunji', 'mingyu', 'hyunwoo'],
  resident: ['doyoon', 'hyejin', 'lan', 'youngsook', 'cheolsu', 'maria', 'minji'],
};

type Histories = Readonly<Record<string, readonly Sitting[]>>;

/** Evenings on which people play the scenarios that too few have played otherwise, so that every scenario has peers. */
export function pastimes(
  app: Pick<HamkkeApp, 'catalogue' | 'scenarios'>,
  histories: Histories,
): { login: string; sitting: Sitting }[] {
  return [...app.scenarios.values()].flatMap(({ id, source }, nth) => {
    const known = Object.keys(histories).filter((login) => plays(app, histories[login] ?? [], id));
    const fresh = PLAYERS[source.audience].filter((login) => !known.includes(login));
    return fresh.slice(0, Math.max(0, ENOUGH - known.length)).map((login, place) => ({
      login,
      sitting: sitting(48 + nth, `${19 + (place % 4)}:${10 + place}`, runsOf(id)(1 - place / 8)),
    }));
  });
}

function plays(
  app: Pick<HamkkeApp, 'catalogue'>,
  sittings: readonly Sitting[],
  scenario: string,
): boolean {
  return sittings.some(({ acts }) => acts.some((act) => scenariosIn(app, act).includes(scenario)));
}

/** The scenarios that an act plays. */
export function scenariosIn({ catalogue }: Pick<HamkkeApp, 'catalogue'>, act: Act): string[] {
  if (act.does === 'lesson') return [];
  if (act.does === 'run') return [act.scenario];
  const steps = catalogue.course(act.course)?.steps ?? [];
  return steps.flatMap((step) => (step.kind === 'scenario' ? [step.scenario] : []));
}
