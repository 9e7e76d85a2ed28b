import type { Reader, Tx } from '#db/client.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { WithCare } from '#features/competency/care.ts';
import { mergedInto, namesOf, peopleOf } from '#features/identity/service.ts';
import { statusFrom } from '#features/learning/service.ts';
import { extentOfRecord, statementsAbout, statementsOfCourse } from '#features/record/service.ts';
import type { WithScenarios } from '#features/scenario/source.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Learned, type Line, linesOf } from '../line.ts';
import { documentNumber } from '../number.ts';
import { type PublishedSince, publishedAt } from '../published.ts';
import { NO_SETTING, readSetting, type Setting } from '../setting.ts';
import { findSetting, listOutside, listPublished } from '../store.ts';
import { totalsOf, type YearTotal } from '../totals.ts';

export type TranscriptApp = App & WithCatalogue & WithScenarios & WithCare;

export type Transcript = {
  readonly personId: string;
  readonly name: string;
  /** The year that was asked for; null for all of them. */
  readonly year: number | null;
  /** Of every year with learning, whichever was asked for: the newest first. */
  readonly totals: readonly YearTotal[];
  /** Of the asked year, newest first. */
  readonly lines: readonly Line[];
  readonly setting: Setting;
  /** Changes with the lines and with nothing else. */
  readonly number: string;
  readonly madeOn: Day;
  /** Names of those who vouched for learning elsewhere. */
  readonly reviewers: ReadonlyMap<string, string>;
};

/**
 * What somebody learned, with the hours that count: for themselves, those who look after them, and administrators. An account
 * that became part of another shows the other one's. Worked out from the record at once, never from a cache.
 */
export async function transcriptOf(
  app: TranscriptApp,
  actor: Actor,
  { personId: asked, year }: { readonly personId: string; readonly year: number | null },
): Promise<Result<Transcript>> {
  const personId = (await mergedInto(app.db.read, asked)) ?? asked;
  const trainers = await app.care.trainersOf(personId);
  if (!may(actor, 'see-record', { owner: personId, trainers })) {
    return refuse({ code: 'not-allowed' });
  }
  const person = (await peopleOf(app, [personId])).get(personId);
  if (person === undefined) return refuse({ code: 'not-found' });
  const all = await linesOfPerson(app.db.read, app, personId);
  const lines = year === null ? all : all.filter((line) => line.year === year);
  return ok({
    personId,
    name: person.name,
    year,
    totals: totalsOf(all),
    lines,
    setting: await settingOf(app.db.read),
    number: documentNumber({ personId, year, lines }, app.hash),
    madeOn: dayAt(app.clock.now(), app.zone),
    reviewers: await namesOf(
      app,
      lines.flatMap(({ reviewerId }) => reviewerId ?? []),
    ),
  });
}

/** Every line of a person; whoever calls has made sure that it may be seen. */
export async function linesOfPerson(
  reader: Reader | Tx,
  app: App & WithCatalogue,
  personId: string,
): Promise<Line[]> {
  const kept = await listPublished(reader);
  const learned: Learned = {
    courses: await coursesOf(reader, app, personId),
    finishes: await finishesBy(reader, personId, kept),
    outside: await listOutside(reader, personId),
  };
  return linesOf(learned, { published: publishedAt(kept), zone: app.zone });
}

async function coursesOf(
  reader: Reader | Tx,
  app: App & WithCatalogue,
  personId: string,
): Promise<Learned['courses']> {
  const { courses } = await extentOfRecord(reader, personId);
  const found: Learned['courses'][number][] = [];
  for (const courseId of courses) {
    const statements = await statementsOfCourse(reader, personId, courseId);
    const known = await statusFrom(reader, app, { courseId, statements });
    if (known) found.push({ courseId, steps: known.status.steps });
  }
  return found;
}

async function finishesBy(
  reader: Reader | Tx,
  personId: string,
  kept: readonly PublishedSince[],
): Promise<Learned['finishes']> {
  const ids = new Set(kept.flatMap(({ objectId }) => (objectId.includes('/') ? [] : objectId)));
  const about = await statementsAbout(reader, personId, [...ids]);
  return about
    .filter(({ verb }) => verb === 'finished')
    .map(({ id, objectId, courseId, occurredAt }) => ({
      id,
      scenarioId: objectId,
      courseId,
      at: occurredAt,
    }));
}

export async function settingOf(reader: Reader | Tx): Promise<Setting> {
  const body = await findSetting(reader);
  return body === null ? NO_SETTING : readSetting(body);
}
