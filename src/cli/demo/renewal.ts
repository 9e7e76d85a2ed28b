import { keepOffers } from '#features/catalogue/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { lessonsOf } from './act.ts';
import type { Calendar } from './days.ts';
import type { DemoApp } from './demo-app.ts';
import { study } from './study.ts';

/** After the first people had finished the course that changed. */
const CHANGED_DAYS_AGO = 12;
/** The lesson with the change, counted from 1. */
const CHANGED = { course: 'agree-act-account', lesson: 'buy-for-value' } as const;

/** The server was updated with today's content; one of those who had finished the course took up what changed. */
export async function bringChanges(
  app: DemoApp,
  calendar: Calendar,
  actorOf: (login: string) => Actor,
): Promise<void> {
  app.clock.set(calendar.moment(CHANGED_DAYS_AGO, '06:00'));
  await keepOffers(app);
  app.clock.set(calendar.moment(8, '08:40'));
  const lessons = app.catalogue.course(CHANGED.course)?.lessons ?? [];
  const lesson = lessons.findIndex(({ id }) => id === CHANGED.lesson) + 1;
  await study(app, actorOf('seungmin'), lessonsOf(CHANGED.course)(lesson));
}
