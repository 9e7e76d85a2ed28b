import type { AuditedAct } from '#features/audit/entry.ts';
import { subjectsAfter } from '#features/audit/service.ts';
import { lastOfferAt } from '#features/catalogue/service.ts';
import { peopleBelow } from '#features/identity/service.ts';
import { actorsAfter } from '#features/record/service.ts';
import type { Instant } from '#kernel/date.ts';
import { findDone, takeLease, updateWork } from '../store/work.ts';
import { deriveChanged, keepEverybody, keepPeople, todayOf } from './keep.ts';
import type { ProgrammeApp } from './plans.ts';

/** Longer than one step of any work takes; a process that died holds up the others for so long. */
const LEASE_MS = 10 * 60_000;
const NEWS_AT_ONCE = 2_000;

/** Acts after which somebody may be asked for something else, or has done something that counts. */
const TELLING_ACTS: readonly AuditedAct[] = [
  'signed-up',
  'invitation-accepted',
  'roles-changed',
  'unit-changed',
  'account-changed',
  'position-given',
  'position-ended',
  'attribute-changed',
  'absence-recorded',
  'absence-withdrawn',
  'excused',
  'excuse-withdrawn',
  'claim-submitted',
  'claim-withdrawn',
  'claim-decided',
  'evidence-revoked',
  'observed',
  'observation-withdrawn',
  'level-signed',
  'signature-withdrawn',
  'import-confirmed',
  'import-undone',
  'import-finished',
  'people-merged',
  'merge-undone',
  'unit-moved',
];

/**
 * Keeps what is stored about required learning up to date: programmes that were changed, people something happened to, and
 * once a day, and when a course was published with other changes, everybody. Whatever was missed while the product stood still is made up for. Only
 * one process does each at a time, and doing it twice changes nothing.
 */
export async function followProgrammes(app: ProgrammeApp): Promise<void> {
  await alone(app, 'derive', async () => {
    await deriveChanged(app);
    return null;
  });
  await alone(app, 'record', (done) => followRecord(app, done));
  await alone(app, 'audit', (done) => followAudit(app, done));
  await alone(app, 'daily', async (done) => {
    // With the day, what courses ask of those who finished them may have changed for everybody.
    const news = `${todayOf(app)} ${(await lastOfferAt(app)) ?? ''}`.trim();
    if (done !== news) await keepEverybody(app);
    return news;
  });
}

async function followRecord(app: ProgrammeApp, done: string): Promise<string> {
  const { actors, upTo } = await actorsAfter(app, Number(done || 0), NEWS_AT_ONCE);
  await keepPeople(app, actors);
  return String(upTo);
}

async function followAudit(app: ProgrammeApp, done: string): Promise<string> {
  const window = { after: Number(done || 0), acts: TELLING_ACTS, limit: NEWS_AT_ONCE };
  const { subjects, upTo } = await subjectsAfter(app, window);
  const named = (kind: string) =>
    subjects.flatMap((one) => (one.startsWith(`${kind}:`) ? [one.slice(kind.length + 1)] : []));
  const people = new Set(named('person'));
  for (const unitId of named('unit'))
    for (const id of await peopleBelow(app, unitId)) people.add(id);
  // An import is about very many people and names none of them in the trail.
  if (subjects.some((subject) => subject.startsWith('import:'))) await keepEverybody(app);
  else await keepPeople(app, [...people]);
  return String(upTo);
}

/** Whether everybody has been worked out for today: what is stored says how people stand today. */
export async function isEverybodyKept(
  app: Pick<ProgrammeApp, 'db' | 'clock' | 'zone'>,
): Promise<boolean> {
  // What else the note says, such as which content was there, decides only whether to go through everybody once more.
  const [day] = ((await findDone(app.db.read, 'daily')) ?? '').split(' ');
  return day === todayOf(app);
}

/** Does a work unless another process is at it. `act` gets how far it has come and answers how far it is now, if it counts. */
export async function alone(
  app: Pick<ProgrammeApp, 'db' | 'clock' | 'newId'>,
  name: string,
  act: (done: string) => Promise<string | null>,
): Promise<void> {
  const holder = app.newId();
  const now: Instant = app.clock.now();
  const lease = { name, holder, now, until: now + LEASE_MS };
  const isMine = await app.db.write((tx) => takeLease(tx, lease));
  if (!isMine) return;
  const before = (await findDone(app.db.read, name)) ?? '';
  let done: string | null = null;
  try {
    done = await act(before);
  } finally {
    const change = { leasedUntil: 0, ...(done !== null && { done }) };
    await app.db.write((tx) => updateWork(tx, name, change));
  }
}
