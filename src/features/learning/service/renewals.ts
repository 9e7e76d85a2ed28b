import type { Database, Reader, Tx } from '#db/client.ts';
import type { Course, WithCatalogue } from '#features/catalogue/course.ts';
import { offerOf } from '#features/catalogue/offer.ts';
import { type Section, type Substantive, substantiveOf } from '#features/catalogue/section.ts';
import { offersOf } from '#features/catalogue/service.ts';
import { statementsOfCourse } from '#features/record/service.ts';
import type { Statement, Verb } from '#features/record/statement.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { courseStatus } from '../course-status.ts';
import { historyOf, type Versions } from '../enrolment.ts';
import {
  asksToRead,
  type Renewal,
  type RenewalPart,
  renewalOf,
  type SeenOffer,
} from '../renewal.ts';
import type { Completion } from '../store.ts';
import { statusFrom, versionsOf } from './history.ts';

type LearningApp = App & WithCatalogue;

/** One changed section with its words. */
export type ChangedPart = RenewalPart & {
  /** Null when the section is gone. */
  readonly place: number | null;
  readonly heading: Section['heading'];
  /** What its author said of each change, oldest first. */
  readonly said: readonly Substantive[];
};
/** What a person who finished a course is to take up again. */
export type CourseRenewal = Renewal & { readonly course: Course; readonly parts: ChangedPart[] };

/**
 * What changed in a course since a person was last up to date, computed from these statements of theirs; null when they have
 * not finished it. Asked by the person for themselves or by a caller that may see their record.
 */
export async function changesFor(
  app: LearningApp,
  { courseId, statements }: { courseId: string; statements: readonly Statement[] },
): Promise<CourseRenewal | null> {
  const course = app.catalogue.course(courseId);
  if (course === undefined) return null;
  const renewal = await renewalFrom(app.db.read, app, { courseId, statements });
  if (renewal === null) return null;
  const parts = renewal.delta?.parts.map((part) => withWords(course, part)) ?? [];
  return { ...renewal, course, parts };
}

function withWords(course: Course, part: RenewalPart): ChangedPart {
  const sections = course.lessons.find(({ id }) => id === part.lesson)?.parts ?? [];
  const section = sections.find(({ id }) => id === part.section);
  const said = section ? substantiveOf(part.lesson, section) : [];
  return {
    ...part,
    place: section?.place ?? null,
    heading: section?.heading ?? { ko: '', en: '' },
    said: said.filter(({ id }) => part.changes.includes(id)),
  };
}

/** Whether somebody who marked a lesson as read is asked to read it again. */
export async function isAskedAgain(
  tx: Tx,
  app: LearningApp,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  statements: readonly Statement[],
): Promise<boolean> {
  const renewal = await renewalFrom(tx, app, { courseId, statements });
  return renewal !== null && asksToRead(renewal, lessonId);
}

/** The renewals of people who sat courses, from what is known of when they did. Reads records only where something changed. */
export async function renewalsOf(
  app: LearningApp,
  completions: readonly Completion[],
): Promise<{ personId: string; courseId: string; renewal: Renewal }[]> {
  const found = [];
  for (const { personId, courseId, satAt, lastActivityAt } of completions) {
    if (satAt === null) continue;
    const known = await knownOf(app.db.read, app, courseId);
    const isAsked = known.offers.some(({ seenAt }) => seenAt > satAt);
    const hasActed = isAsked && known.offers.some(({ seenAt }) => seenAt <= lastActivityAt);
    const statements = hasActed ? await statementsOfCourse(app.db.read, personId, courseId) : [];
    const renewal = renewalFor({ ...known, statements, finishedAt: satAt });
    found.push({ personId, courseId, renewal });
  }
  return found;
}

async function renewalFrom(
  reader: Reader | Tx,
  app: LearningApp,
  { courseId, statements }: { courseId: string; statements: readonly Statement[] },
): Promise<Renewal | null> {
  const finishedAt = (await statusFrom(reader, app, { courseId, statements }))?.status.satAt;
  if (finishedAt === null || finishedAt === undefined) return null;
  const known = await knownOf(reader, app, courseId);
  return renewalFor({ ...known, statements, finishedAt });
}

type Known = { readonly offers: readonly SeenOffer[]; readonly versions: Versions };

function renewalFor({
  offers,
  versions,
  statements,
  finishedAt,
}: Known & { statements: readonly Statement[]; finishedAt: Instant }): Renewal {
  const wholeSince = (from: Instant) => wholeAnew(statements, { versions, from });
  return renewalOf({ finishedAt, offers, statements, wholeSince });
}

/** When every question and scenario of the course was done anew since a moment, to the mark; what was read counts on. */
function wholeAnew(
  statements: readonly Statement[],
  { versions, from }: { versions: Versions; from: Instant },
): Instant | null {
  const anew = statements.filter(({ verb, occurredAt }) => !isProof(verb) || occurredAt >= from);
  const history = historyOf(anew, versions);
  const at = history === null ? null : courseStatus(history).satAt;
  return at === null ? null : Math.max(at, from);
}

const isProof = (verb: Verb) => verb === 'answered' || verb === 'finished' || verb === 'shown';

/** Offers change only when content is published, so they are read once for each published course. */
type Memory = Map<string, { course: Course | undefined; offers: readonly SeenOffer[] }>;
const remembered = new WeakMap<Database, Memory>();

async function knownOf(reader: Reader | Tx, app: LearningApp, courseId: string): Promise<Known> {
  const versions = await versionsOf(reader, app, courseId);
  const course = app.catalogue.course(courseId);
  const memory: Memory = remembered.get(app.db) ?? new Map();
  remembered.set(app.db, memory);
  const hit = memory.get(courseId);
  if (hit !== undefined && hit.course === course) return { offers: hit.offers, versions };
  const offers = await offersOf(reader, courseId);
  if (isKept(course, offers)) memory.set(courseId, { course, offers });
  return { offers, versions };
}

/** Whether what the course asks today is what was kept last; it is kept a moment after content was published. */
function isKept(course: Course | undefined, offers: readonly SeenOffer[]): boolean {
  if (course === undefined) return true;
  const today = offerOf(course);
  const last = offers.at(-1)?.offer;
  return last === undefined ? today.changes.length === 0 : canonical(last) === canonical(today);
}
