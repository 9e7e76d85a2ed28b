import type { Item } from '#features/assessment/item.ts';
import { itemsOf } from '#features/assessment/item.ts';
import { answerItem } from '#features/assessment/service.ts';
import { markRead } from '#features/learning/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { LessonAct } from './act.ts';
import { answerTo } from './answers.ts';
import { type DemoApp, done } from './demo-app.ts';

type Place = { readonly courseId: string; readonly lessonId: string };

/** Answers the questions of a lesson as planned and marks it as read, minute by minute. */
export async function study(app: DemoApp, actor: Actor, act: LessonAct): Promise<void> {
  const place = { courseId: act.course, lessonId: lessonAt(app, act) };
  const all = itemsOf(app, place.courseId, place.lessonId);
  const answered = all.slice(0, all.length - act.left);
  const wrong = hardest(answered, act.wrong);
  for (const item of answered) {
    app.clock.pass(3);
    await answer(app, actor, { place, item, isRight: !wrong.includes(item) });
  }
  for (const item of wrong.slice(0, act.mended)) {
    app.clock.pass(2);
    await answer(app, actor, { place, item, isRight: true });
  }
  if (!act.isRead) return;
  app.clock.pass(1);
  done(await markRead(app, actor, { ...place, eventId: app.newId() }));
}

function lessonAt(app: DemoApp, { course, lesson }: LessonAct): string {
  const found = app.catalogue.course(course)?.lessons[lesson - 1];
  if (found === undefined) throw new Error(`the course ${course} has no lesson ${lesson}`);
  return found.id;
}

function hardest(items: readonly Item[], count: number): Item[] {
  return items.toSorted((a, b) => b.difficulty - a.difficulty).slice(0, count);
}

async function answer(
  app: DemoApp,
  actor: Actor,
  { place, item, isRight }: { place: Place; item: Item; isRight: boolean },
): Promise<void> {
  const response = answerTo(item, isRight);
  done(await answerItem(app, actor, { ...place, eventId: app.newId(), itemId: item.id, response }));
}
