import { type Day, weekStart } from '#kernel/date.ts';

/** How often somebody wants their reminders by mail. The inbox is always there. */
export const MAIL_CHOICES = ['daily', 'weekly', 'off'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];
export const USUAL_CHOICE: MailChoice = 'daily';

/** What becomes today of reminders that have not been mailed: they go, they wait, or the inbox has to do. */
export function mailToday(
  { choice, hasAddress }: { choice: MailChoice; hasAddress: boolean },
  { today, lastMail }: { today: Day; lastMail: Day | null },
): 'send' | 'wait' | 'inbox-only' {
  if (choice === 'off' || !hasAddress) return 'inbox-only';
  const freeSince = choice === 'daily' ? today : weekStart(today);
  return lastMail === null || lastMail < freeSince ? 'send' : 'wait';
}
