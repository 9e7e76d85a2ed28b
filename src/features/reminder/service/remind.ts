import { tell } from '#features/notify/service.ts';
import { alone, isEverybodyKept, type ProgrammeApp } from '#features/programme/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { SayWhy } from '../digest.ts';
import { isQuiet } from '../quiet.ts';
import { listUntold, updateTold } from '../store.ts';
import { sendDigests } from './digests.ts';
import { makeReminders } from './walk.ts';

/**
 * Once on every working day, after the quiet hours: finds out what has to be said to whom, puts it into inboxes and sends
 * one mail to each person. It waits until everybody has been worked out for the day. Only one process does it at a time, a
 * process that fell is made up for, and days on which nothing ran leave no pile: everybody is told how things stand today.
 * Answers what it did; null when there was nothing to do.
 */
export async function remind(
  app: ProgrammeApp,
  sayWhy: SayWhy,
): Promise<{ reminders: number; mails: number } | null> {
  const now = app.clock.now();
  if (isQuiet(now, app) || !(await isEverybodyKept(app))) return null;
  const today = dayAt(now, app.zone);
  let did: { reminders: number; mails: number } | null = null;
  await alone(app, 'remind', async (done) => {
    if (done === today) return today;
    const reminders = await makeReminders(app, today);
    await tellLeaders(app);
    did = { reminders, mails: await sendDigests(app, today, sayWhy) };
    return today;
  });
  return did;
}

/** Leaders and administrators get one notice about all the people who are late. */
async function tellLeaders(app: ProgrammeApp): Promise<void> {
  for (const { recipientId, level, people } of await listUntold(app.db.read)) {
    if (level === 'learner') continue;
    await app.db.write(async (tx) => {
      const toldAt = app.clock.now();
      if (!(await updateTold(tx, { recipientId, level, toldAt }))) return;
      const path = level === 'supervisor' ? '/team' : '/admin/programmes';
      const values = { n: people, level };
      await tell(tx, app, [{ personId: recipientId, kind: 'people-late', values, path }]);
    });
  }
}
