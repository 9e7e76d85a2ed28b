import type { Framework } from '#features/competency/framework.ts';
import type { PositionBody } from '#features/position/position.ts';

/** Who holds what since when, in days before the seeding; `ended` is how many days ago it was over. */
type DemoHolding = {
  readonly position: string;
  readonly people: readonly string[];
  readonly since: number;
  readonly ended?: number;
};

/** Given by the administrator. */
export const HOLDINGS: readonly DemoHolding[] = [
  {
    position: 'disaster-duty-officer',
    people: ['junho', 'yerin', 'mingyu', 'taekyung', 'donghyun', 'jiwon'],
    since: 64,
  },
  { position: 'welfare-counsellor', people: ['haneul', 'nari', 'hyunwoo'], since: 66 },
  { position: 'case-coordinator', people: ['haneul'], since: 14 },
  { position: 'counter-clerk', people: ['seungmin', 'kyungho'], since: 66 },
  { position: 'systems-operator', people: ['dahye'], since: 66 },
  { position: 'shelter-officer', people: ['donghyun', 'subin', 'jiwon', 'eunji'], since: 20 },
  { position: 'welfare-counsellor', people: ['eunji'], since: 66, ended: 20 },
];

/** Chosen by residents themselves. */
export const CIVIC_ROLES: readonly DemoHolding[] = [
  {
    position: 'household-safety',
    people: ['minji', 'youngsook', 'cheolsu', 'lan', 'maria', 'hyejin'],
    since: 30,
  },
  { position: 'resident-council-member', people: ['minji', 'cheolsu'], since: 18 },
  { position: 'neighbour-watch', people: ['youngsook', 'doyoon'], since: 25 },
  { position: 'digital-helper', people: ['hyejin'], since: 9 },
];

/** After the summer exercise the city asked its duty officers for more. */
export const RAISED = {
  position: 'disaster-duty-officer',
  daysAgo: 12,
  why: '여름 훈련을 돌아보니 대피 안내가 늦었습니다. 위기 소통의 목표를 높이고 복구 목표는 한 단계 낮춥니다.',
  change: (body: PositionBody): PositionBody => ({
    ...body,
    activities: body.activities.map((activity) => {
      const { targets } = activity;
      if ('C5.4' in targets) return { ...activity, targets: { ...targets, 'C5.4': 4 } };
      if ('C5.5' in targets) return { ...activity, targets: { ...targets, 'C5.5': 2 } };
      return activity;
    }),
  }),
};

/** How many days ago the framework got the words it has. */
export const REWORDED_DAYS_AGO = 5;

/** The framework as it read before: the city headquarters did not have its full name yet. */
export function earlierFramework(framework: Framework): Framework {
  const before = {
    ko: '지역대책본부와 긴급구조통제단을 구별한다',
    en: 'Tells apart local headquarters and rescue control',
  };
  return {
    ...framework,
    version: framework.version - 1,
    domains: framework.domains.map((domain) => ({
      ...domain,
      competencies: domain.competencies.map((one) =>
        one.id === 'C5.2' ? { ...one, officials: { ...one.officials, 1: before } } : one,
      ),
    })),
  };
}
