import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { type MailChoice, USUAL_CHOICE } from '../choice.ts';
import { listChoices, saveChoice } from '../store.ts';

/** How often the actor wants reminders by mail. */
export async function mailChoiceOf(app: Pick<App, 'db'>, { personId }: Actor): Promise<MailChoice> {
  return (await listChoices(app.db.read, [personId])).get(personId) ?? USUAL_CHOICE;
}

/** The actor chooses for themselves; it holds from the next reminders on. Chosen twice it changes nothing more. */
export async function chooseMail(app: App, { personId }: Actor, mail: MailChoice): Promise<void> {
  await app.db.write((tx) => saveChoice(tx, { personId, mail, setAt: app.clock.now() }));
}
