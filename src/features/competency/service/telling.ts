import type { Tx } from '#db/client.ts';
import type { Person } from '#features/identity/person.ts';
import { queueMessage, tell } from '#features/notify/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Challenge } from '../challenge.ts';

type Telling = Pick<App, 'clock' | 'newId'>;

/** The address inside the product where a piece of evidence is explained and argued about. */
export function evidencePath(locale: string, evidenceId: string): string {
  return `/${locale}${placeOf(evidenceId)}`;
}

const placeOf = (evidenceId: string) => `/evidence/${evidenceId}`;

/** Tells every administrator that a challenge lies with them, by mail too where they have an address. */
export async function tellPassedOn(
  tx: Tx,
  app: Telling,
  { challenge, above }: { challenge: Challenge; above: readonly Person[] },
): Promise<void> {
  for (const { name, email, locale, personId } of above) {
    if (personId === challenge.personId) continue;
    const path = placeOf(challenge.evidenceId);
    await tell(tx, app, [{ personId, kind: 'challenge-passed-on', values: {}, path }]);
    if (email === null) continue;
    const params = { name, path: evidencePath(locale, challenge.evidenceId) };
    await queueMessage(tx, app, {
      address: email,
      locale,
      template: 'challenge-passed-on',
      params,
    });
  }
}

/** Tells whoever challenged that there is an answer, by mail too where they left an address. */
export async function tellAnswer(
  tx: Tx,
  app: Telling,
  { challenger, challenge }: { challenger: Person; challenge: Challenge },
): Promise<void> {
  const { name, email, locale, personId } = challenger;
  const path = placeOf(challenge.evidenceId);
  await tell(tx, app, [{ personId, kind: 'challenge-answered', values: {}, path }]);
  if (email === null) return;
  const params = { name, path: evidencePath(locale, challenge.evidenceId) };
  await queueMessage(tx, app, { address: email, locale, template: 'challenge-answered', params });
}

/** Tells somebody that another person has observed them, or asks them as a peer; by mail too where they left an address. */
export async function tellOf(
  tx: Tx,
  app: Telling,
  template: 'observed' | 'peer-asked',
  {
    to,
    by,
    place,
  }: { to: Person | undefined; by: Pick<Person, 'personId' | 'name'>; place: string },
): Promise<void> {
  if (to === undefined || to.closedAt !== null) return;
  const { personId, name, email: address, locale } = to;
  const values = { by: by.personId };
  await tell(tx, app, [{ personId, kind: template, values, path: place }]);
  if (address === null) return;
  const params = { name, by: by.name, path: `/${locale}${place}` };
  await queueMessage(tx, app, { address, locale, template, params });
}
