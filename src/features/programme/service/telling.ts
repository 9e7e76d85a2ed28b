import type { Tx } from '#db/client.ts';
import type { WithCare } from '#features/competency/care.ts';
import type { Person } from '#features/identity/person.ts';
import { administrators, peopleOf, supervisorsOf } from '#features/identity/service.ts';
import { queueMessage, tell } from '#features/notify/service.ts';
import type { App } from '#kernel/ports.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Text } from '#kernel/text.ts';
import type { Extension } from '../extension.ts';

type Telling = Pick<App, 'clock' | 'newId'>;
type Request = Pick<Extension, 'personId' | 'programmeId' | 'period' | 'wantedUntil'>;

const ANSWERING = '/extensions';

/** Who is told of a request: whoever looks after the person or leads them; where there is nobody, the administrators. */
export async function answerersOf(
  app: Pick<App, 'db'> & WithCare,
  personId: string,
): Promise<readonly Person[]> {
  const trainers = await app.care.trainersOf(personId);
  const leaders = (await supervisorsOf(app.db.read, [personId])).get(personId) ?? [];
  const people = [...(await peopleOf(app, [...trainers, ...leaders])).values()].filter((one) => {
    const subject = { owner: personId, trainers, isLed: leaders.includes(one.personId) };
    return one.closedAt === null && may(one, 'answer-extension', subject);
  });
  const above = people.length > 0 ? people : await administrators(app);
  return above.filter((one) => one.personId !== personId);
}

type Asked = {
  readonly to: readonly Person[];
  readonly request: Request;
  readonly by: Pick<Actor, 'personId'> & { readonly name: string };
  readonly programme: Text;
};

/** Tells whoever may answer that a request waits, or that it has come to them because nobody else answered. */
export async function tellRequest(
  tx: Tx,
  app: Telling,
  kind: 'extension-asked' | 'extension-passed-on',
  { to, request, by, programme }: Asked,
): Promise<void> {
  const until = request.wantedUntil;
  const values = { by: by.personId, programme: request.programmeId, until };
  const notices = to.map(({ personId }) => ({ personId, kind, values, path: ANSWERING }));
  await tell(tx, app, notices);
  for (const { email: address, name, locale } of to) {
    if (address === null) continue;
    const said = { by: by.name, programme: programme[locale], until };
    const params = { name, path: `/${locale}${ANSWERING}`, ...said };
    await queueMessage(tx, app, { address, locale, template: kind, params });
  }
}

/** Tells the person what was answered; they read the reason where they asked. */
export async function tellAnswer(
  tx: Tx,
  app: Telling,
  { to, request, programme }: { to: Person | undefined; request: Extension; programme: Text },
): Promise<void> {
  const { outcome, grantedUntil: until, programmeId, period } = request;
  if (to === undefined || to.closedAt !== null) return;
  if (outcome !== 'granted' && outcome !== 'refused') return;
  const { personId, email: address, name, locale } = to;
  const path = `/my/required/${programmeId}/${period}`;
  const values = { programme: programmeId, outcome, until };
  await tell(tx, app, [{ personId, kind: 'extension-answered', values, path }]);
  if (address === null) return;
  const said = { programme: programme[locale], outcome, until };
  const params = { name, path: `/${locale}${path}`, ...said };
  await queueMessage(tx, app, { address, locale, template: 'extension-answered', params });
}
