import { decideClaim, submitClaim } from '#features/prior/service.ts';
import { addDays } from '#kernel/date.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';

type DemoClaim = {
  readonly person: string;
  /** Days before the seeding on which it was handed in. */
  readonly daysAgo: number;
  /** Years before that in which it was learned. */
  readonly years: number;
  readonly description: string;
  readonly document: string;
  readonly claimed: readonly { readonly competency: string; readonly level: 1 | 2 | 3 | 4 }[];
  readonly decided?: {
    readonly by: string;
    readonly daysAgo: number;
    readonly findings: readonly {
      readonly competency: string;
      readonly level: string;
      readonly reason: string;
    }[];
  };
};

const CLAIMS: readonly DemoClaim[] = [
  {
    person: 'haneul',
    daysAgo: 12,
    years: 2,
    description:
      '종합사회복지관에서 3년 동안 사례관리를 맡았습니다. 병원과 행정복지센터, 복지관이 함께 보는 지원 계획을 세우고 분기마다 점검 회의를 열었습니다.',
    document: '사례관리 경력증명서',
    claimed: [
      { competency: 'C2.2', level: 3 },
      { competency: 'C5.3', level: 2 },
    ],
    decided: {
      by: 'sora',
      daysAgo: 3,
      findings: [
        {
          competency: 'C2.2',
          level: '3',
          reason:
            '2쪽의 점검 회의록이 세 기관의 역할과 다음 점검일을 스스로 정한 것을 보여 줍니다.',
        },
        {
          competency: 'C5.3',
          level: 'none',
          reason:
            '위기 때의 돌봄을 다룬 내용이 자료에 없습니다. 비상연락 기록이 있으면 다시 내 주십시오.',
        },
      ],
    },
  },
  {
    person: 'eunji',
    daysAgo: 17,
    years: 1,
    description:
      '지난해 급여 안내문을 쉬운 말로 고치는 작업을 맡아 12종을 고쳤습니다. 고친 뒤 문의 전화가 줄었습니다.',
    document: '쉬운 안내문 개선 보고서',
    claimed: [{ competency: 'C1.4', level: 3 }],
  },
  {
    person: 'mingyu',
    daysAgo: 5,
    years: 1,
    description:
      '소방학교 현장지휘 기본 과정 40시간을 마쳤고, 모의훈련에서 상황 보고를 맡았습니다.',
    document: '현장지휘 기본 과정 수료증',
    claimed: [
      { competency: 'C5.2', level: 2 },
      { competency: 'C5.1', level: 2 },
    ],
  },
  {
    person: 'minji',
    daysAgo: 1,
    years: 1,
    description:
      '아파트 입주자대표회의에서 2년 동안 회의를 이끌었습니다. 반대하는 분들의 의견을 먼저 듣는 규칙을 만들었습니다.',
    document: '입주자대표회의 회의록',
    claimed: [{ competency: 'C3.4', level: 2 }],
  },
];

/** What people brought from elsewhere: one claim decided, some waiting, one of them for too long. */
export async function handInClaims(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  for (const { person, daysAgo, years, document, claimed, description, decided } of CLAIMS) {
    app.clock.set(calendar.moment(daysAgo, '15:10'));
    const { claimId } = done(
      await submitClaim(app, actorOf(person), {
        eventId: app.newId(),
        description,
        earnedOn: addDays(calendar.day(daysAgo), -365 * years),
        claimed: claimed.map(({ competency, level }) => ({ competency, level: String(level) })),
        document: {
          name: `${document}.pdf`,
          bytes: smallPdf('Hanbit City: demonstration document'),
        },
      }),
    );
    if (decided === undefined) continue;
    app.clock.set(calendar.moment(decided.daysAgo, '16:20'));
    const review = { eventId: app.newId(), claimId, seen: 0, findings: decided.findings };
    done(await decideClaim(app, actorOf(decided.by), review));
  }
}

/** A PDF of one page with one line in one of the fonts every reader has. */
function smallPdf(line: string): Uint8Array {
  const drawing = `BT /F1 18 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text + table + end);
}
