import { confirmImport, uploadImport, viewImport } from '#features/intake/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';

type DemoFile = {
  readonly kind: 'records' | 'people';
  readonly name: string;
  readonly daysAgo: number;
  readonly lines: readonly string[];
  readonly isConfirmed: boolean;
};

const FILES: readonly DemoFile[] = [
  {
    kind: 'records',
    name: '인재원 이수 기록 2026 상반기.csv',
    daysAgo: 30,
    isConfirmed: true,
    lines: [
      '아이디,이름,역량,수준,점수,수료일,교육기관,비고,이수시간',
      'kyungho,노경호,C2.1,,82,2026-05-14,한빛인재원,민원 응대 심화,14',
      'seungmin,장승민,C2.1,,74,2026-05-14,한빛인재원,민원 응대 심화,14',
      'dahye,신다혜,C2.3,2,,2026-06-02,한빛인재원,공공데이터 다루기,7',
      'gaeun,유가은,C1.1,1,,2026-06-30,한빛인재원,새내기 과정,21',
    ],
  },
  {
    kind: 'records',
    name: 'city-academy.csv',
    daysAgo: 1,
    isConfirmed: false,
    lines: [
      'login;course;score;date;source',
      'subin;Reading a site at night;88;2026-10-12;City Academy',
      'donghyun;Reading a site at night;91;2026-10-12;City Academy',
      'jiwon;C5.1;67;12/10/2026;City Academy',
    ],
  },
  {
    kind: 'people',
    name: '인사 변동 내역.csv',
    daysAgo: 6,
    isConfirmed: true,
    lines: [
      '아이디,이름,퇴직일',
      // Left the city, and changed her name.
      'inho,한인호,{yesterday}',
      'dasom,문서연,',
    ],
  },
  {
    kind: 'people',
    name: '인사 발령 명단.csv',
    daysAgo: 1,
    isConfirmed: false,
    lines: [
      '아이디,이름,이메일,부서,직급,입사일,퇴직일',
      'nari,문나리,,한빛시/복지국/급여지원팀,7급,,',
      'jaemin,오재민,jaemin@hanbit.example,한빛시/시민안전국/재난대응팀,9급,2026-11-16,',
      'sohee,이준호,,한빛시/시민안전국/시설안전팀,9급,2026-11-16,',
      'yuna,정유나,,한빛시/디지털행정국/데이터팀,8급,2026-11-16,',
    ],
  },
];

/** Records of another system: one file taken, with a line that waits for its person, and one that waits to be settled. */
export async function bringRecords(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  const office = actorOf('jun');
  for (const { kind, name, daysAgo, lines, isConfirmed } of FILES) {
    app.clock.set(calendar.moment(daysAgo, '11:10'));
    const text = lines.join('\r\n').replace('{yesterday}', calendar.day(daysAgo + 1));
    const file = { name, bytes: new TextEncoder().encode(text) };
    const sent = await uploadImport(app, office, { eventId: app.newId(), kind, file });
    const { importId } = done(sent);
    if (!isConfirmed) continue;
    const { imported } = done(await viewImport(app, office, { importId }));
    const checkedAt = imported.checkedAt ?? 0;
    done(await confirmImport(app, office, { importId, checkedAt, leaveOut: false }));
  }
}
