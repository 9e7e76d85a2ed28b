import type { Person } from '#features/identity/person.ts';
import { allUnits, peopleOf } from '#features/identity/service.ts';
import type { Unit } from '#features/identity/unit.ts';
import { queueMessage } from '#features/notify/service.ts';
import type { Programme } from '#features/programme/programme.ts';
import {
  type ProgrammeApp,
  pathsOf,
  plansOf,
  programmesInUse,
} from '#features/programme/service.ts';
import type { Day } from '#kernel/date.ts';
import { mailToday, USUAL_CHOICE } from '../choice.ts';
import { type Digest, digestOf, type Now, type SayWhy } from '../digest.ts';
import {
  lastMails,
  listChoices,
  listUnsettled,
  listUnsettledRecipients,
  type ReminderRow,
  updateSettled,
} from '../store.ts';

const RECIPIENTS_AT_ONCE = 50;

/**
 * Sends everybody whose reminders wait one mail that names them all as things stand today, and notes for the others that the
 * inbox has to do. Answers how many mails went to the outbox.
 */
export async function sendDigests(app: ProgrammeApp, today: Day, sayWhy: SayWhy): Promise<number> {
  const sending = {
    today,
    sayWhy,
    programmes: await programmesInUse(app),
    units: await allUnits(app),
  };
  let mails = 0;
  for (let after = ''; ; ) {
    const window = { after, limit: RECIPIENTS_AT_ONCE };
    const recipientIds = await listUnsettledRecipients(app.db.read, window);
    const last = recipientIds.at(-1);
    if (last === undefined) return mails;
    mails += await sendSome(app, recipientIds, sending);
    after = last;
  }
}

type Sending = {
  readonly today: Day;
  readonly sayWhy: SayWhy;
  readonly programmes: readonly Programme[];
  readonly units: readonly Unit[];
};

async function sendSome(
  app: ProgrammeApp,
  recipientIds: readonly string[],
  sending: Sending,
): Promise<number> {
  const { read } = app.db;
  const { today, sayWhy } = sending;
  const rows = Map.groupBy(await listUnsettled(read, recipientIds), (row) => row.recipientId);
  const people = await peopleOf(app, recipientIds);
  const choices = await listChoices(read, recipientIds);
  const mailed = await lastMails(read, recipientIds);
  const now = await standingNow(app, [...rows.values()].flat(), sending);
  const settling: Settling[] = [];
  for (const [recipientId, own] of rows) {
    const person = people.get(recipientId);
    const hasAddress = person !== undefined && person.email !== null && person.closedAt === null;
    const choice = choices.get(recipientId) ?? USUAL_CHOICE;
    const what = mailToday(
      { choice, hasAddress },
      { today, lastMail: mailed.get(recipientId) ?? null },
    );
    if (what === 'wait') continue;
    const digest = what === 'send' && person ? digestOf(person, own, { ...now, sayWhy }) : null;
    settling.push({ recipientId, person, digest, today });
  }
  return settle(app, settling);
}

type Settling = {
  readonly recipientId: string;
  readonly person: Person | undefined;
  readonly digest: Digest | null;
  readonly today: Day;
};

/** Answers how many mails go. What was settled meanwhile by another process is left alone. */
async function settle(app: ProgrammeApp, all: readonly Settling[]): Promise<number> {
  return app.db.write(async (tx) => {
    let mails = 0;
    for (const { recipientId, person, digest, today } of all) {
      const address = person?.email ?? null;
      const isMailed = digest !== null && address !== null;
      const isMine = await updateSettled(tx, { recipientId, settledOn: today, isMailed });
      if (!isMine || person === undefined || digest === null || address === null) continue;
      const { locale } = person;
      await queueMessage(tx, app, { address, locale, template: 'digest', params: digest });
      mails += 1;
    }
    return mails;
  });
}

/** How everybody stands at this moment whom these reminders are about. */
async function standingNow(
  app: ProgrammeApp,
  rows: readonly ReminderRow[],
  { programmes, units }: Sending,
): Promise<Now> {
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  return {
    plans: await plansOf(app, personIds, { programmes, paths: pathsOf(units) }),
    people: await peopleOf(app, personIds),
    units: new Map(units.map(({ id, name }) => [id, name])),
    programmes: new Map(programmes.map(({ id, body }) => [id, body.name])),
  };
}
