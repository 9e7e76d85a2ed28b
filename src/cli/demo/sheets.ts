import { toGiven, type Values } from '#features/sheet/given.ts';
import { keepSheet } from '#features/sheet/service.ts';
import { findSheet, type SheetPlace } from '#features/sheet/sheet.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';

type Filled = SheetPlace & { login: string; daysAgo: number; at: string; values: Values };

const FOUR_WAYS = {
  courseId: 'services-that-hold',
  lessonId: 'nobody-left-at-the-kiosk',
  sheetId: 'four-ways',
} as const;
const WALKED: Values = {
  form: '양육 추가지원 신청서',
  walks: [
    {
      way: 'keyboard',
      stopped: '주소 찾기 단추에 초점이 가지 않음',
      minutes: 22,
      fix: '단추로 바꾸기',
    },
    { way: 'phone', stopped: '“온라인으로 하세요”에서 끝남', minutes: 9, fix: '안내 문장 고치기' },
  ],
};

/** What people kept of their lessons, one of them in two goes. */
const SHEETS: readonly Filled[] = [
  { ...FOUR_WAYS, login: 'haneul', daysAgo: 12, at: '11:20', values: WALKED },
  {
    ...FOUR_WAYS,
    login: 'haneul',
    daysAgo: 5,
    at: '16:40',
    values: {
      ...WALKED,
      needed: 1150,
      finished: 920,
      next: '대표번호에서 “못 하겠어요”라고 하면 창구 예약을 잡아 준다.',
    },
  },
  {
    courseId: 'first-hour-neighbours',
    lessonId: 'household-plan',
    sheetId: 'household-plan',
    login: 'minji',
    daysAgo: 9,
    at: '20:15',
    values: {
      dangers: [{ danger: '반지하 침수', sign: '우리 구에 호우주의보가 나오면' }],
      near: '정문 옆 은행나무 아래',
      far: '한빛초등학교 체육관',
      people: [{ name: '2층 박 선생님', role: 'neighbour' }],
      helping: '할머니: 박 선생님이 왼팔을 잡고, 보행기는 뒤에서 든다. 2층 거실로.',
      doses: 4,
      days: 7,
      'look-again': '6월 1일',
    },
  },
];

export async function fillSheets(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  for (const { login, daysAgo, at, values, ...place } of SHEETS) {
    const sheet = findSheet(app, place);
    if (sheet === undefined)
      throw new Error(`the demonstration fills a sheet nobody has: ${place.sheetId}`);
    app.clock.set(calendar.moment(daysAgo, at));
    const given = toGiven(sheet, values);
    done(
      await keepSheet(app, actorOf(login), { ...place, eventId: app.newId(), given, locale: 'ko' }),
    );
  }
}
