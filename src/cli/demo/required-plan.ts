import type { AbsenceKind } from '#features/programme/absence.ts';
import type { Line, Need, NeedItem, Rule, Take, Timing } from '#features/programme/programme.ts';
import { type Reminders, USUAL_REMINDERS } from '#features/programme/reminders.ts';
import type { Text } from '#kernel/text.ts';
import type { Calendar } from './days.ts';

/** What the plan needs to know of the town: ids by key and by login. */
export type Town = {
  readonly calendar: Calendar;
  readonly unit: (key: string) => string;
  readonly person: (login: string) => string;
};
type DemoRule = Partial<Pick<Rule, 'who' | 'duty' | 'reason'>> & {
  readonly place: Rule['place'];
  readonly timing: Partial<Timing> & Pick<Timing, 'recurs'>;
};
export type DemoProgramme = {
  /** How many days before the seeding it was made. */
  readonly since: number;
  readonly name: Text;
  readonly reason: Text;
  readonly need: Need;
  readonly minutesADay: number | null;
  readonly reminders?: Reminders;
  readonly rules: readonly DemoRule[];
};

const course = (id: string): NeedItem => ({ kind: 'course', id });
const scenario = (id: string): NeedItem => ({ kind: 'scenario', id });
const observed = (id: string): NeedItem => ({ kind: 'observation', id });
const group = (take: Take, ...items: NeedItem[]) => ({ take, items });
const all = (...items: NeedItem[]): Need => ({ take: 'all', groups: [group('all', ...items)] });
const line = (about: Line['about'], ...values: string[]): Line => ({ about, is: 'any-of', values });

/** Days are counted back from the seeding; negative ones are still to come. */
export function programmesOf(town: Town): DemoProgramme[] {
  return [
    plans(town),
    emergencySeason(town),
    newSystem(town),
    shelterDrill(town),
    counterPractice(town),
    fromGrade7(town),
    renewedEveryYear(town),
  ];
}

const within = (town: Town, key: string) => ({ kind: 'unit', unit: town.unit(key) }) as const;
const once = ({ calendar }: Town, opens: number, due: number): DemoRule['timing'] => ({
  recurs: { kind: 'once', due: calendar.day(due) },
  opensBefore: opens - due,
});

function plans(town: Town): DemoProgramme {
  return {
    since: 45,
    name: { ko: '사회적 가치를 담은 사업 계획', en: 'Plans with social value' },
    reason: {
      ko: '내년 사업 계획에 사회적 가치를 적기에 앞서 복지국 모두가 듣습니다.',
      en: 'The whole Welfare Bureau takes it before writing social value into next year’s plans.',
    },
    need: all(course('agree-act-account')),
    minutesADay: 60,
    rules: [{ place: within(town, 'welfare'), timing: once(town, 45, 5) }],
  };
}

function emergencySeason(town: Town): DemoProgramme {
  return {
    since: 30,
    name: { ko: '재난 대책 기간 준비', en: 'Ready for the emergency season' },
    reason: {
      ko: '다음 재난 대책 기간이 시작되기 전에 시민안전국 모두가 마칩니다.',
      en: 'The Public Safety Bureau completes it before the next emergency season begins.',
    },
    need: all(course('ready-respond-recover')),
    minutesADay: 60,
    rules: [
      {
        place: { kind: 'people', people: [town.person('haneul')] },
        timing: once(town, 14, -5),
        reason: {
          ko: '통합돌봄팀의 비상연락 담당을 맡게 되어 따로 정했습니다.',
          en: 'Set for you because you are taking over as emergency contact of the Integrated Care Team.',
        },
      },
      { place: within(town, 'safety'), timing: { ...once(town, 30, -12), joinDays: 20 } },
    ],
  };
}

function newSystem(town: Town): DemoProgramme {
  return {
    since: 20,
    name: { ko: '새 민원 시스템 열기 전에', en: 'Before the new service system opens' },
    reason: {
      ko: '새 민원 시스템을 열기 전에 시청 직원 모두가 듣습니다.',
      en: 'Everybody at City Hall takes it before the new service system opens.',
    },
    need: all(course('services-that-hold')),
    minutesADay: 60,
    // The new system opens on a fixed day: whoever leads hears of it sooner than usual.
    reminders: { ...USUAL_REMINDERS, supervisorAfter: 1 },
    rules: [
      { place: within(town, 'city'), timing: once(town, 20, -40) },
      { place: within(town, 'counter'), timing: { ...once(town, 20, 11), graceDays: 3 } },
    ],
  };
}

function shelterDrill(town: Town): DemoProgramme {
  return {
    since: 62,
    name: { ko: '대피소 열기 훈련', en: 'Shelter drill' },
    reason: {
      ko: '대피소를 맡은 사람은 해마다 한 번, 여는 일을 몸으로 익힙니다.',
      en: 'Whoever is in charge of a shelter practises opening it once a year.',
    },
    need: {
      take: 'all',
      groups: [
        group('any', scenario('heatwave-closure'), scenario('water-in-the-underpass')),
        group('any', observed('after-the-flood'), observed('after-action-review')),
      ],
    },
    minutesADay: 30,
    rules: [
      {
        place: within(town, 'safety'),
        who: [line('position', 'shelter-officer')],
        timing: {
          recurs: { kind: 'rolling', months: 12, firstDays: 25, from: 'due' },
          opensBefore: 60,
          graceDays: 14,
          validMonths: 14,
          credit: 30,
        },
      },
    ],
  };
}

function counterPractice(town: Town): DemoProgramme {
  return {
    since: 70,
    name: { ko: '해마다 하는 민원 응대 연습', en: 'Yearly counter practice' },
    reason: {
      ko: '창구에서 만나는 어려운 순간을 해마다 두 가지 이상 연습합니다.',
      en: 'Each year, at least two hard moments at the counter are practised.',
    },
    need: {
      take: 'all',
      groups: [
        group(
          2,
          scenario('kiosk-only-counter'),
          scenario('no-box-for-us'),
          scenario('three-lists'),
          scenario('login-fails-monday'),
        ),
      ],
    },
    minutesADay: null,
    rules: [
      {
        place: within(town, 'digital'),
        timing: { recurs: { kind: 'yearly', due: '12-31' }, opensBefore: 364, credit: 0 },
      },
      { place: within(town, 'systems'), duty: 'exempt', timing: once(town, 70, -365) },
    ],
  };
}

function renewedEveryYear(town: Town): DemoProgramme {
  const recurs = { kind: 'yearly', due: town.calendar.day(-9).slice(5) } as const;
  const people = ['haneul', 'seungmin', 'eunji'].map(town.person);
  return {
    since: 14,
    name: { ko: '사회적 가치, 해마다 새로', en: 'Social value, renewed every year' },
    reason: {
      ko: '내년 계획을 쓰는 사람은 강좌를 마친 뒤로 바뀐 내용을 해마다 확인합니다.',
      en: 'Whoever writes next year’s plan takes up once a year what has changed in the course.',
    },
    need: { take: 'all', groups: [group('all', course('agree-act-account'))] },
    minutesADay: 30,
    rules: [
      {
        place: { kind: 'people', people },
        timing: { recurs, opensBefore: 20, credit: 0, renewal: 'delta' },
      },
    ],
  };
}

function fromGrade7(town: Town): DemoProgramme {
  const year = Number(town.calendar.day(0).slice(0, 4));
  return {
    since: 10,
    name: { ko: '7급 이상 위기 소통', en: 'Crisis communication from grade 7' },
    reason: {
      ko: '내년부터 7급 이상은 위기 때 주민에게 알리는 일을 할 수 있어야 합니다.',
      en: 'From next year, officials of grade 7 and above must be able to inform residents in a crisis.',
    },
    need: all({ kind: 'competency', id: 'C5.4', level: 2 }),
    minutesADay: null,
    rules: [
      {
        place: within(town, 'city'),
        who: [{ about: 'attribute', name: 'grade', is: 'any-of', values: ['5', '6', '7'] }],
        timing: {
          recurs: { kind: 'dates', due: [`${year + 1}-03-31`, `${year + 1}-09-30`] },
          opensBefore: 60,
          credit: 'any-time',
        },
      },
    ],
  };
}

/** By login. */
export const GRADES: Readonly<Record<string, string>> = {
  taekyung: '6',
  haneul: '8',
  junho: '7',
  yerin: '8',
  seungmin: '7',
  donghyun: '7',
  dahye: '6',
  nari: '9',
  jiwon: '9',
};

type DemoAbsence = {
  readonly person: string;
  readonly kind: AbsenceKind;
  readonly from: number;
  readonly to: number;
  readonly why: string;
};

export const ABSENCES: readonly DemoAbsence[] = [
  { person: 'donghyun', kind: 'leave', from: 8, to: -52, why: '병가' },
  { person: 'subin', kind: 'crisis-duty', from: 3, to: -1, why: '한파 비상근무' },
  { person: 'seungmin', kind: 'secondment', from: 64, to: 50, why: '도청 파견' },
];

type DemoRequest = {
  readonly person: string;
  readonly programme: string;
  readonly asked: number;
  readonly until: number;
  readonly reason: string;
  readonly answer?: {
    readonly days: number;
    readonly until: number | null;
    readonly words: string;
  };
};

/** `programme` is its English name. */
export const REQUESTS: readonly DemoRequest[] = [
  {
    person: 'hyunwoo',
    programme: 'Plans with social value',
    asked: 9,
    until: -10,
    reason: '급여 정기 조사 기간과 겹쳐 하루에 낼 시간이 없습니다.',
    answer: { days: 8, until: -7, words: '조사가 끝나는 주까지 늦춥니다.' },
  },
  {
    person: 'nari',
    programme: 'Plans with social value',
    asked: 10,
    until: -30,
    reason: '연말까지 천천히 듣고 싶습니다.',
    answer: {
      days: 8,
      until: null,
      words:
        '계획서를 다음 주에 쓰므로 더 늦출 수 없습니다. 1과와 3과부터 들으면 한 시간 안에 됩니다.',
    },
  },
  {
    person: 'kyungho',
    programme: 'Before the new service system opens',
    asked: 12,
    until: -20,
    reason: '창구 인력이 한 명 줄어 근무 시간에 듣기 어렵습니다.',
  },
];

export const EXCUSES = [
  {
    person: 'dahye',
    programme: 'Before the new service system opens',
    daysAgo: 18,
    reason: '이 시스템을 만든 사람이고 교육도 맡고 있습니다.',
  },
] as const;
