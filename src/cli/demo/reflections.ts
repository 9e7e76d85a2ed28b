import type { Answers } from '#features/scenario/reflection.ts';
import type { PlannedImprovement } from './act.ts';

/** What some people wrote after a run. */
export const REFLECTIONS = {
  junho: {
    expected: '복지관을 닫으면 일단 안전해질 거라고 생각했습니다.',
    happened:
      '운영을 나누어 열고 먼저 전화를 돌리니, 누가 집에서도 더위를 피할 수 없는지 오전에 알 수 있었습니다.',
    change: '우리 팀 비상연락망에 “집에 시원한 곳이 있는지” 묻는 칸을 넣겠습니다.',
  },
  seungmin: {
    expected: '소문에는 빨리 반박하는 것이 최선이라고 생각했습니다.',
    happened: '아는 것과 모르는 것, 다시 알릴 시각을 함께 적었더니 민원 전화가 오히려 줄었습니다.',
    change: '창구 안내문 양식에 “다음 안내 시각” 줄을 넣어 보겠습니다.',
  },
  youngsook: {
    expected: '목소리 큰 사람 뜻대로 될 줄 알았어요.',
    happened: '먼저 규칙을 정하고 편지를 소리 내어 읽으니까 다들 조용히 듣더라고요.',
    change: '다음 주민회의에서는 못 오는 분들 이야기를 먼저 꺼내 보려고요.',
  },
  lan: {
    expected: 'I thought I would mostly listen, because others know the neighbourhood better.',
    happened:
      'Asking the officer for one number changed the whole discussion, and nobody minded that I asked.',
    change: 'I will bring the question from the parents in my language class to the next meeting.',
  },
} as const satisfies Record<string, Answers>;

const OWN = { owner: '', isDone: false };

/** What some people meant to change after a run. */
export const IMPROVEMENTS = {
  haneul: [
    {
      ...OWN,
      what: '주민회의 안내문에 회의에서 정할 것과 정하지 않을 것을 먼저 적는다.',
      withinDays: 9,
    },
    {
      ...OWN,
      what: '회의에 오지 못하는 주민에게 미리 의견을 묻는 전화 명단을 만든다.',
      owner: '복지정책과',
      withinDays: 30,
    },
    { ...OWN, what: '다음 회의 사회자에게 발언 규칙을 미리 보낸다.', withinDays: 7, isDone: true },
  ],
  junho: [
    {
      ...OWN,
      what: '비상연락망에 “집에 시원한 곳이 있는지” 묻는 칸을 넣는다.',
      withinDays: 25,
    },
  ],
} as const satisfies Record<string, readonly PlannedImprovement[]>;
