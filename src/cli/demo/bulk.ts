import type { Settings } from '#features/bulk/act.ts';
import { confirmAct, prepareAct, undoAct } from '#features/bulk/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';

type Office = {
  readonly app: DemoApp;
  readonly calendar: Calendar;
  readonly office: Actor;
  readonly unit: (key: string) => string;
};

/** Crisis duty that was declared for a team in one go, and a move of another team that was taken back the next day. */
export async function changeTogether({ app, calendar, office, unit }: Office): Promise<void> {
  const change = async (settings: Settings, from: string, daysAgo: number, why: string) => {
    app.clock.set(calendar.moment(daysAgo, '09:10'));
    const choice = { search: { unitId: unit(from) } };
    const actId = done(await prepareAct(app, office, { eventId: app.newId(), settings, choice }));
    done(await confirmAct(app, office, { actId, why }));
    return actId;
  };
  const days = { fromDay: calendar.day(66), toDay: calendar.day(64) };
  const duty = { kind: 'absence', absence: 'crisis-duty', ...days } as const;
  await change(duty, 'response', 66, '호우 비상근무 2단계');
  const move = { kind: 'unit', unitId: unit('systems') } as const;
  const moved = await change(move, 'counter', 63, '민원창구 통합 (시행 연기)');
  app.clock.set(calendar.moment(62, '09:30'));
  done(await undoAct(app, office, { actId: moved, why: '조직 개편 연기' }));
}
