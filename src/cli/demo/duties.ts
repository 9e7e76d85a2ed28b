import type { AbsenceKind } from '#features/assignment/absence.ts';
import type { Text } from '#kernel/text.ts';
import type { UnitKey } from './organisation.ts';

/** Days are counted back from the seeding; negative ones are still to come. */
type DemoAssignment = {
  readonly course: string;
  readonly to: { readonly unit: UnitKey } | { readonly person: string };
  readonly opens: number;
  readonly due: number;
  readonly reason: Text;
};

export const ASSIGNMENTS: readonly DemoAssignment[] = [
  {
    course: 'agree-act-account',
    to: { unit: 'welfare' },
    opens: 45,
    due: 5,
    reason: {
      ko: '내년 사업 계획에 사회적 가치를 적기에 앞서 복지국 모두가 듣습니다.',
      en: 'The whole Welfare Bureau takes it before writing social value into next year’s plans.',
    },
  },
  {
    course: 'ready-respond-recover',
    to: { unit: 'safety' },
    opens: 30,
    due: -12,
    reason: {
      ko: '다음 재난 대책 기간이 시작되기 전에 시민안전국 모두가 마칩니다.',
      en: 'The Public Safety Bureau completes it before the next emergency season begins.',
    },
  },
  {
    course: 'services-that-hold',
    to: { unit: 'city' },
    opens: 20,
    due: -40,
    reason: {
      ko: '새 민원 시스템을 열기 전에 시청 직원 모두가 듣습니다.',
      en: 'Everybody at City Hall takes it before the new service system opens.',
    },
  },
  {
    course: 'ready-respond-recover',
    to: { person: 'haneul' },
    opens: 14,
    due: -5,
    reason: {
      ko: '통합돌봄팀의 비상연락 담당을 맡게 되어 따로 정한 과정입니다.',
      en: 'Set for you because you are taking over as emergency contact of the Integrated Care Team.',
    },
  },
];

type DemoAbsence = {
  readonly person: string;
  readonly kind: AbsenceKind;
  readonly from: number;
  readonly to: number;
};

export const ABSENCES: readonly DemoAbsence[] = [
  { person: 'donghyun', kind: 'leave', from: 8, to: -6 },
  { person: 'subin', kind: 'crisis-duty', from: 3, to: -1 },
  { person: 'seungmin', kind: 'secondment', from: 64, to: 50 },
];

type DemoCohort = {
  readonly name: Text;
  readonly course: string;
  readonly trainer: string;
  readonly began: number;
  /** By login, with how many days ago they joined. */
  readonly members: Readonly<Record<string, number>>;
};

export const COHORTS: readonly DemoCohort[] = [
  {
    name: { ko: '위기 대응 1기', en: 'Crisis response, first group' },
    course: 'ready-respond-recover',
    trainer: 'sora',
    began: 22,
    members: {
      haneul: 14,
      junho: 22,
      yerin: 22,
      donghyun: 22,
      subin: 22,
      mingyu: 22,
      jiwon: 10,
      eunji: 19,
    },
  },
  {
    name: { ko: '우리 동네 주민 모임', en: 'Neighbourhood residents’ group' },
    course: 'our-street-our-say',
    trainer: 'taekyung',
    began: 32,
    members: {
      minji: 32,
      youngsook: 32,
      cheolsu: 32,
      lan: 32,
      maria: 30,
      sungho: 9,
      hyejin: 30,
    },
  },
];
