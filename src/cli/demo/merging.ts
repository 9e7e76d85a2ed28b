import { demoPassword } from '#features/identity/demo.ts';
import { createPerson } from '#features/identity/service.ts';
import { mergePeople } from '#features/merging/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';

/** Somebody made a second account of their own and has told the office; another second account nobody has noticed yet. */
const SECOND_ACCOUNTS = [
  { login: 'doyoon.song', name: '송도윤', of: 'doyoon', isMerged: true },
  { login: 'youngsook2', name: '김영숙', of: 'youngsook', isMerged: false },
] as const;

export async function mergeAccounts(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  for (const { login, name, of, isMerged } of SECOND_ACCOUNTS) {
    app.clock.set(calendar.moment(9, '10:00'));
    const passwordHash = await app.passwords.hash(demoPassword(login));
    const person = {
      login,
      name,
      passwordHash,
      locale: 'ko',
      roles: ['resident'],
      isDemo: true,
    } as const;
    const fromId = await app.db.write((tx) => createPerson(tx, app, person));
    if (!isMerged) continue;
    app.clock.set(calendar.moment(8, '15:30'));
    const reason = '본인이 창구에서 두 계정이 모두 자기 것이라고 알려 주었습니다.';
    const intoId = actorOf(of).personId;
    done(await mergePeople(app, actorOf('jun'), { eventId: app.newId(), fromId, intoId, reason }));
  }
}
