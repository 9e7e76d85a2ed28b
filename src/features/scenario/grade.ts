import { shownBy } from './evidence.ts';
import { seatsShowing } from './seats.ts';
import type { ScenarioLogic, ScenarioSource, Seat } from './source.ts';

/** From worst to best. */
export const GRADES = ['weak', 'between', 'good'] as const;
export type Grade = (typeof GRADES)[number];

type Taken = { readonly scene: string; readonly choice: string };
/** Means of tenths have no exact sum. */
const CLOSE = 1e-9;

/**
 * How the decisions of one seat went over every competency the seat can show, as its `claims` say: good when the mean level of
 * each reaches its `pass`, weak when that of any is at most its `fail`, between otherwise; a competency the path never touched
 * is between. Null where the seat can show nothing. Means carry the weights of the decisions.
 */
export function gradeOf(
  { logic, source }: { logic: ScenarioLogic; source: Pick<ScenarioSource, 'claims'> },
  { seat, decisions }: { seat: Seat; decisions: readonly Taken[] },
): Grade | null {
  const shown = decisions.flatMap(({ scene, choice }) => shownBy(logic, scene, choice));
  const grades = Object.entries(source.claims)
    .filter(([competency]) => seatsShowing(logic, competency).includes(seat))
    .map(([competency, { pass, fail }]): Grade => {
      const of = shown.filter((one) => one.competency === competency);
      const weight = of.reduce((sum, one) => sum + one.weight, 0);
      const points = of.reduce((sum, one) => sum + one.weight * one.level, 0);
      if (weight === 0) return 'between';
      if (points <= fail * weight + CLOSE) return 'weak';
      return points >= pass * weight - CLOSE ? 'good' : 'between';
    });
  return GRADES.find((grade) => grades.includes(grade)) ?? null;
}
