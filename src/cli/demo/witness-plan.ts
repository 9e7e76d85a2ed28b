import type { Level } from '#features/competency/framework.ts';
import type { Sighting } from '#features/competency/observation.ts';

type Moment = { readonly daysAgo: number; readonly at: string };

export type PlannedObservation = Moment & {
  readonly by: string;
  readonly of: string;
  readonly form: string;
  readonly levels: Readonly<Record<string, Sighting>>;
  readonly place: string;
  readonly note: string;
  /** What whoever was observed said against one of the levels. */
  readonly challenged?: { readonly competency: string; readonly reason: string };
};

/** Who watched whom. */
export const OBSERVATIONS: readonly PlannedObservation[] = [
  {
    daysAgo: 9,
    at: '16:00',
    by: 'sora',
    of: 'junho',
    form: 'after-action-review',
    levels: { 'C5.5': 3, 'C5.2': 3 },
    place: '재난상황실, 폭염 대응 사후 검토 회의',
    note: '누구 탓인지 묻는 말이 나오자 “그때 무엇을 알고 있었는지부터 적읍시다”라고 돌렸습니다. 결정마다 그 시각에 알던 것과 모르던 것을 나누어 칠판에 적었고, 다음 훈련에서 확인할 것을 담당자와 날짜로 남겼습니다.',
  },
  {
    daysAgo: 8,
    at: '11:00',
    by: 'sora',
    of: 'eunji',
    form: 'after-action-review',
    levels: { 'C5.5': 'not-seen', 'C5.2': 1 },
    place: '재난상황실, 폭염 대응 사후 검토 회의',
    note: '회의 뒷부분만 함께했습니다. 보고 순서를 묻는 말에 상황일지를 찾아보겠다고 답했고, 그 자리에서 답하지는 않았습니다.',
    challenged: {
      competency: 'C5.2',
      reason:
        '저는 회의 앞부분에서 상황일지로 보고 순서를 설명했습니다. 강사님은 그때 자리에 계시지 않았습니다. 회의록 2쪽에 있습니다.',
    },
  },
  {
    daysAgo: 4,
    at: '14:30',
    by: 'sora',
    of: 'haneul',
    form: 'first-conversation',
    levels: { 'C1.1': 3, 'C2.1': 2 },
    place: '통합돌봄팀 상담실 2',
    note: '어르신이 말을 멈출 때 기다렸고, 들은 것을 되풀이해 확인했습니다. 소관이 아닌 주거 문제도 적어 두었지만 누구에게 언제 넘길지는 정하지 않았습니다.',
  },
  {
    daysAgo: 6,
    at: '20:00',
    by: 'taekyung',
    of: 'youngsook',
    form: 'council-member',
    levels: { 'C3.4': 2, 'C2.3': 3 },
    place: '동 행정복지센터 2층, 주민자치회',
    note: '회의에 오지 못한 두 분의 의견을 적어 와서 먼저 읽었습니다. 예산이 줄어드는 까닭을 담당자에게 물었고, 답을 쉬운 말로 다시 정리했습니다.',
  },
];

export type PlannedSelfRating = Moment & {
  readonly by: string;
  readonly competency: string;
  readonly level: Level;
};

export const SELF_RATINGS: readonly PlannedSelfRating[] = [
  { daysAgo: 12, at: '09:30', by: 'junho', competency: 'C5.2', level: 4 },
  { daysAgo: 5, at: '12:40', by: 'haneul', competency: 'C1.1', level: 2 },
  { daysAgo: 5, at: '12:42', by: 'haneul', competency: 'C5.2', level: 1 },
  { daysAgo: 4, at: '21:30', by: 'minji', competency: 'C6.1', level: 2 },
];

export type PlannedRequest = Moment & {
  readonly by: string;
  readonly to: string;
  readonly competencies: readonly string[];
  readonly message: string;
  readonly answer?: Moment & {
    readonly levels: Readonly<Record<string, Level>>;
    readonly note: string;
  };
};

export const REQUESTS: readonly PlannedRequest[] = [
  {
    daysAgo: 7,
    at: '17:20',
    by: 'haneul',
    to: 'nari',
    competencies: ['C2.1', 'C1.1'],
    message: '지난주 합동 방문 때를 떠올려 주세요.',
    answer: {
      daysAgo: 6,
      at: '08:50',
      levels: { 'C2.1': 3 },
      note: '먼저 동의를 묻고 시작해서 분위기가 편해졌어요.',
    },
  },
  {
    daysAgo: 2,
    at: '18:10',
    by: 'junho',
    to: 'haneul',
    competencies: ['C5.2', 'C5.4'],
    message: '폭염 대응 때 상황실과 통합돌봄팀이 전화로 이야기한 것을 보고 답해 주세요.',
  },
  {
    daysAgo: 1,
    at: '20:15',
    by: 'youngsook',
    to: 'minji',
    competencies: ['C6.3'],
    message: '지난 모임에서 제가 너무 오래 말하지는 않았는지 알고 싶어요.',
  },
];

export type PlannedChallenge = Moment & {
  readonly by: string;
  readonly competency: string;
  readonly reason: string;
  readonly answer?: Moment & { readonly by: string; readonly text: string };
};

/** What people say about their own oldest answer in a competency. */
export const CHALLENGES: readonly PlannedChallenge[] = [
  {
    // Nobody answered: by the time of the seeding it lies with the administrators.
    daysAgo: 15,
    at: '13:30',
    by: 'mingyu',
    competency: 'C5.2',
    reason: '답을 누르기 전에 화면이 넘어갔습니다. 제가 고른 답이 아닙니다.',
  },
  {
    daysAgo: 17,
    at: '10:00',
    by: 'junho',
    competency: 'C5.3',
    reason: '질문에서 말하는 ‘취약계층’이 우리 시의 기준과 다릅니다.',
    answer: {
      daysAgo: 15,
      at: '09:40',
      by: 'sora',
      text: '교재의 기준으로 물은 것이라 그대로 둡니다. 우리 시의 기준과 다른 점은 교재에 덧붙이도록 전했습니다.',
    },
  },
];

export type PlannedSignature = Moment & {
  readonly by: string;
  readonly of: string;
  readonly competency: string;
};

/** What the rule proposes of Junho and Mingyu waits for whoever tries the demonstration as their trainer. */
export const SIGNATURES: readonly PlannedSignature[] = [
  { daysAgo: 1, at: '17:20', by: 'sora', of: 'eunji', competency: 'C5.4' },
];
