import type { AuditedAct } from '#features/audit/entry.ts';
import { subjectsAfter } from '#features/audit/service.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { actorsAfter } from '#features/record/service.ts';
import type { WithScenarios } from '#features/scenario/source.ts';
import type { App } from '#kernel/ports.ts';
import { changedSince, publishedToday } from '../published.ts';
import {
  findDone,
  insertPublished,
  keepDone,
  listPublished,
  listStale,
  markStale,
  replaceHours,
  startOver,
  unmarkStale,
} from '../store.ts';
import { totalsOf } from '../totals.ts';
import { linesOfPerson } from './transcript.ts';

type Following = App & WithCatalogue;
const AT_ONCE = 500;
/** So many people are worked out in one write: other writers wait tens of milliseconds. */
const PEOPLE_AT_ONCE = 10;
/** Acts after which the record of somebody is told as another's. */
const TELLING: readonly AuditedAct[] = ['people-merged', 'merge-undone'];

/** Keeps the minutes lessons and scenarios are published with, so that later editions do not change what counted before. */
export async function keepPublished(app: App & WithCatalogue & WithScenarios): Promise<void> {
  const today = publishedToday(app.catalogue, app.scenarios);
  const changed = changedSince(await listPublished(app.db.read), today);
  if (changed.length === 0) return;
  const since = app.clock.now();
  await app.db.write((tx) =>
    insertPublished(
      tx,
      changed.map((one) => ({ ...one, since })),
    ),
  );
}

/**
 * Keeps the sums up to date for people something happened to. Two processes doing it at once do the same twice; what is
 * broken off is done again.
 */
export async function followHours(app: Following): Promise<void> {
  await follow(app, 'record', async (after) => {
    const { actors, ...rest } = await actorsAfter(app, after, AT_ONCE);
    return { people: actors, ...rest };
  });
  await follow(app, 'audit', async (after) => {
    const { subjects, ...rest } = await subjectsAfter(app, {
      after,
      acts: TELLING,
      limit: AT_ONCE,
    });
    const people = subjects.flatMap((subject) =>
      subject.startsWith('person:') ? subject.slice('person:'.length) : [],
    );
    return { people, ...rest };
  });
  await refreshStale(app);
}

/** Works the sums of everybody out again, whatever they say now. */
export async function rebuildHours(app: Following): Promise<void> {
  await app.db.write(startOver);
  await followHours(app);
}

type News = { readonly people: readonly string[]; readonly upTo: number; readonly isAll: boolean };

async function follow(
  app: Following,
  name: string,
  newsAfter: (after: number) => Promise<News>,
): Promise<void> {
  let isAll = false;
  while (!isAll) {
    const after = await findDone(app.db.read, name);
    const news = await newsAfter(after);
    isAll = news.isAll;
    if (news.upTo === after) return;
    await app.db.write(async (tx) => {
      await markStale(tx, news.people);
      await keepDone(tx, name, news.upTo);
    });
  }
}

/** Worked out inside the write, so that nobody is marked again between the working out and the unmarking. */
async function refreshStale(app: Following): Promise<void> {
  let people = await listStale(app.db.read, PEOPLE_AT_ONCE);
  while (people.length > 0) {
    const some = people;
    await app.db.write(async (tx) => {
      for (const id of some) {
        await replaceHours(tx, id, totalsOf(await linesOfPerson(tx, app, id)));
      }
      await unmarkStale(tx, some);
    });
    people = await listStale(app.db.read, PEOPLE_AT_ONCE);
  }
}
