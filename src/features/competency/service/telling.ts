import type { Tx } from '#db/client.ts';
import type { Person } from '#features/identity/person.ts';
import { queueMessage } from '#features/notify/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Challenge } from '../challenge.ts';

type Telling = Pick<App, 'clock' | 'newId'>;

/** The address inside the product where a piece of evidence is explained and argued about. */
export function evidencePath(locale: string, evidenceId: string): string {
  return `/${locale}/evidence/${evidenceId}`;
}

/** Tells every administrator with an address that a challenge lies with them. */
export async function tellPassedOn(
  tx: Tx,
  app: Telling,
  { challenge, above }: { challenge: Challenge; above: readonly Person[] },
): Promise<void> {
  for (const { name, email, locale, personId } of above) {
    if (email === null || personId === challenge.personId) continue;
    const params = { name, path: evidencePath(locale, challenge.evidenceId) };
    await queueMessage(tx, app, {
      address: email,
      locale,
      template: 'challenge-passed-on',
      params,
    });
  }
}

/** Tells whoever challenged that there is an answer, where they left an address. */
export async function tellAnswer(
  tx: Tx,
  app: Telling,
  { challenger, challenge }: { challenger: Person; challenge: Challenge },
): Promise<void> {
  const { name, email, locale } = challenger;
  if (email === null) return;
  const params = { name, path: evidencePath(locale, challenge.evidenceId) };
  await queueMessage(tx, app, { address: email, locale, template: 'challenge-answered', params });
}

/** Tells somebody who left an address that another person has observed them, or asks them as a peer. */
export async function tellOf(
  tx: Tx,
  app: Telling,
  template: 'observed' | 'peer-asked',
  { to, by, place }: { to: Person | undefined; by: string; place: string },
): Promise<void> {
  if (to === undefined || to.email === null || to.closedAt !== null) return;
  const { name, email: address, locale } = to;
  const params = { name, by, path: `/${locale}${place}` };
  await queueMessage(tx, app, { address, locale, template, params });
}
