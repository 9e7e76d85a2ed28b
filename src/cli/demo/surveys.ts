import { cohortsOf } from '#features/cohort/service.ts';
import { openRound, sendAnswers } from '#features/survey/service.ts';
import type { Question } from '#features/survey/survey.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';

type DemoRound = {
  readonly survey: string;
  readonly by: string;
  /** The trainer's own cohort, or everybody. */
  readonly whom: 'cohort' | 'everyone';
  readonly opened: number;
  readonly closes: number;
  readonly answered: readonly string[];
  /** How much better things stand than at first, for the state of things. */
  readonly better: number;
  readonly texts: Readonly<Record<string, readonly string[]>>;
};

const OFFICIALS = ['haneul', 'nari', 'hyunwoo', 'eunji', 'junho', 'yerin', 'mingyu', 'seungmin'];
const RESIDENTS = ['minji', 'youngsook', 'cheolsu', 'lan', 'maria', 'hyejin', 'doyoon'];

const ROUNDS: readonly DemoRound[] = [
  {
    survey: 'social-value-recognition',
    by: 'jun',
    whom: 'everyone',
    opened: 34,
    closes: 27,
    answered: [...OFFICIALS, ...RESIDENTS],
    better: 0,
    texts: {},
  },
  {
    survey: 'social-value-recognition',
    by: 'jun',
    whom: 'everyone',
    opened: 9,
    closes: 2,
    answered: [...OFFICIALS.slice(1), ...RESIDENTS],
    better: 1,
    texts: {
      missing: [
        '아이들이 안심하고 노는 골목',
        '옆집과 나누는 시간',
        '느린 사람도 기다려 주는 창구',
        '밤에도 켜진 도서관',
        '서로 다른 말을 쓰는 이웃',
      ],
    },
  },
  {
    survey: 'after-our-street-our-say',
    by: 'taekyung',
    whom: 'cohort',
    opened: 12,
    closes: 3,
    answered: ['minji', 'youngsook', 'cheolsu', 'lan', 'maria'],
    better: 0,
    texts: {
      'helped-most': [
        '네 줄로 적는 연습',
        '회의를 미리 겪어 본 것',
        '반대하는 말을 먼저 들어 보기',
        '비용을 어림하는 표',
        '내 말이 어디로 가는지 안 것',
      ],
      'next-meeting': ['벤치 이야기'],
    },
  },
  {
    survey: 'after-ready-respond-recover',
    by: 'sora',
    whom: 'cohort',
    opened: 2,
    closes: -10,
    answered: ['junho', 'yerin', 'subin'],
    better: 0,
    texts: {},
  },
];

/** Surveys, some of them closed with results to look at and one still open. */
export async function askPeople(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  for (const [at, planned] of ROUNDS.entries()) {
    app.clock.set(calendar.moment(planned.opened, '09:00'));
    const leader = actorOf(planned.by);
    const [cohort] = planned.whom === 'cohort' ? await cohortsOf(app, leader) : [];
    const roundId = done(
      await openRound(app, leader, {
        eventId: app.newId(),
        surveyId: planned.survey,
        place: planned.whom,
        placeId: cohort?.id ?? '',
        opensOn: calendar.day(planned.opened),
        closesOn: calendar.day(planned.closes),
      }),
    );
    app.clock.set(calendar.moment(planned.opened - 1, '10:00'));
    const questions = app.surveys.get(planned.survey)?.questions ?? [];
    for (const [n, login] of planned.answered.entries()) {
      const chance = seededRandom(`${login} ${planned.survey} ${at}`);
      const given = new Map(questions.flatMap((one) => answerTo(one, planned, { n, chance })));
      const sent = (field: string) => given.get(field) ?? [];
      done(await sendAnswers(app, actorOf(login), { roundId, key: app.newSecret(), sent }));
    }
  }
}

type Whim = { readonly n: number; readonly chance: () => number };
type Field = readonly [string, readonly string[]];

function answerTo(question: Question, { better, texts }: DemoRound, { n, chance }: Whim): Field[] {
  const { id, type } = question;
  // What a question is about draws people's answers together; the rest is each person's own.
  const pull = seededRandom(id);
  const step = (low: number) => String(Math.min(5, Math.max(1, Math.round(low + chance() * 1.8))));
  switch (type) {
    case 'scale':
      return [[id, [step(2.4 + pull())]]];
    case 'pair': {
      const [importance, state] = [2.2 + pull() * 2, 0.8 + pull() * 2];
      return [
        [`${id}/importance`, [step(importance)]],
        [`${id}/state`, [step(state + better * pull() * 1.4)]],
      ];
    }
    case 'choice': {
      const option = question.options[Math.floor(chance() * question.options.length * 0.6)];
      return option === undefined ? [] : [[id, [option.id]]];
    }
    case 'open': {
      const text = texts[id]?.[n];
      return text === undefined ? [] : [[id, [text]]];
    }
  }
}
