import type { StepStatus } from '#features/learning/status.ts';
import { type Day, dayAt, type Instant } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import type { Category } from './category.ts';
import type { Published, PublishedAt } from './published.ts';

/** Something in the record that a line rests on. */
export type LineEvent = {
  /** The id of the statement. */
  readonly id: string;
  readonly at: Instant;
  readonly what: 'read' | 'answered' | 'finished';
};

/**
 * One line of a transcript. `minutes` is what counts, `published` what the whole was published with. `id` stays the same as
 * long as the learning it tells of does.
 */
export type Line = {
  readonly id: string;
  readonly kind: 'lesson' | 'lesson-again' | 'scenario' | 'outside';
  /** Its id in the record; null for learning elsewhere. */
  readonly objectId: string | null;
  readonly courseId: string | null;
  readonly name: Text;
  readonly category: Category;
  readonly day: Day;
  readonly year: number;
  readonly minutes: number;
  readonly published: number;
  /** Of a repeated lesson: how many of its questions were answered anew in that year. */
  readonly share: { readonly answered: number; readonly of: number } | null;
  readonly events: readonly LineEvent[];
  /** Of learning elsewhere: where, and who vouched for it. */
  readonly provider: string | null;
  readonly reviewerId: string | null;
};

export type Learned = {
  readonly courses: readonly { readonly courseId: string; readonly steps: readonly StepStatus[] }[];
  /** Every end of a scenario. */
  readonly finishes: readonly {
    readonly id: string;
    readonly scenarioId: string;
    readonly courseId: string | null;
    readonly at: Instant;
  }[];
  readonly outside: readonly Outside[];
};

export type Outside = {
  readonly id: string;
  readonly day: Day;
  readonly minutes: number;
  readonly title: string;
  readonly provider: string;
  readonly reviewerId: string;
};

export type Reading = { readonly published: PublishedAt; readonly zone: string };

/**
 * What counts as learning, newest first. A lesson counts with its published minutes on the day on which it was read and each
 * of its questions answered; in each later year with the share of its questions answered anew. A scenario counts once a year,
 * with the first end of that year. Learning elsewhere counts with the minutes somebody vouched for, once a course and day.
 * Years and days are local. What nobody published minutes for does not count.
 */
export function linesOf({ courses, finishes, outside }: Learned, reading: Reading): Line[] {
  const lessons = courses.flatMap(({ courseId, steps }) =>
    steps
      .filter(({ kind }) => kind === 'lesson')
      .flatMap((step) => linesOfLesson(courseId, step, reading)),
  );
  return [...lessons, ...linesOfScenarios(finishes, reading), ...linesOutside(outside)].sort(
    (a, b) => (a.day === b.day ? compare(a.id, b.id) : compare(b.day, a.day)),
  );
}

function linesOfLesson(courseId: string, step: StepStatus, reading: Reading): Line[] {
  const objectId = `${courseId}/${step.contentId}`;
  const done = whenDone(step);
  const published = done && reading.published(objectId, done.at);
  if (!done || !published || published.minutes === 0) return [];
  const day = dayAt(done.at, reading.zone);
  const common = { objectId, courseId, name: published.name, category: published.category };
  const first: Line = {
    ...HERE,
    ...common,
    id: `lesson:${objectId}:${yearOf(day)}`,
    kind: 'lesson',
    day,
    year: yearOf(day),
    minutes: published.minutes,
    published: published.minutes,
    share: null,
    events: done.events,
  };
  return [first, ...linesAgain(step, first, reading)];
}

const HERE = { provider: null, reviewerId: null } as const;

/** The moment at which a lesson was read and each of its questions answered; null while something is missing. */
function whenDone(step: StepStatus): { at: Instant; events: LineEvent[] } | null {
  const read = step.endings[0];
  const counted = countedItems(step).filter(
    ({ withdrawnAt, events }) => withdrawnAt === null || events.length > 0,
  );
  const answers = counted.map(({ events }) => events[0]);
  if (read === undefined || answers.includes(undefined)) return null;
  const firsts = answers.flatMap((answer) => answer ?? []);
  const events = [
    { id: read.id, at: read.at, what: 'read' as const },
    ...firsts.map(({ id, at }) => ({ id, at, what: 'answered' as const })),
  ].sort((a, b) => a.at - b.at);
  return { at: Math.max(...events.map(({ at }) => at)), events };
}

/** The questions that were asked of this person: those a later version added are free to leave out. */
function countedItems({ items, optional }: StepStatus): StepStatus['items'] {
  return items.filter((item) => item.optional === optional);
}

/** A line for each later year in which questions were answered anew: every question counts once a year. */
function linesAgain(step: StepStatus, first: Line, reading: Reading): Line[] {
  const items = countedItems(step);
  const answers = items.flatMap(({ item, events }) =>
    events.map(({ id, at }) => ({ item, id, at, day: dayAt(at, reading.zone) })),
  );
  const later = answers.filter(({ day }) => yearOf(day) > first.year);
  return [...Map.groupBy(later, ({ day }) => yearOf(day))].flatMap(([year, inYear]) => {
    const last = inYear.toSorted((a, b) => b.at - a.at)[0];
    const published = last && reading.published(first.objectId ?? '', last.at);
    if (!last || !published) return [];
    const share = { answered: new Set(inYear.map(({ item }) => item)).size, of: items.length };
    const minutes = Math.round((published.minutes * share.answered) / share.of);
    if (minutes === 0) return [];
    const events = inYear.map(({ id, at }) => ({ id, at, what: 'answered' as const }));
    const id = `lesson:${first.objectId}:${year}`;
    const told = { id, kind: 'lesson-again' as const, year, day: last.day, minutes, share, events };
    return [{ ...first, ...told, published: published.minutes }];
  });
}

function linesOfScenarios(finishes: Learned['finishes'], reading: Reading): Line[] {
  const byYear = Map.groupBy(
    finishes,
    ({ scenarioId, at }) => `${scenarioId}:${yearOf(dayAt(at, reading.zone))}`,
  );
  return [...byYear].flatMap(([key, ends]) => {
    const end = ends.toSorted((a, b) => a.at - b.at || compare(a.id, b.id))[0];
    const published = end && reading.published(end.scenarioId, end.at);
    return end && published ? [lineOfScenario(`scenario:${key}`, end, { published, reading })] : [];
  });
}

function lineOfScenario(
  id: string,
  end: Learned['finishes'][number],
  { published, reading }: { published: Published; reading: Reading },
): Line {
  const day = dayAt(end.at, reading.zone);
  return {
    ...HERE,
    id,
    kind: 'scenario',
    objectId: end.scenarioId,
    courseId: end.courseId,
    name: published.name,
    category: published.category,
    day,
    year: yearOf(day),
    minutes: published.minutes,
    published: published.minutes,
    share: null,
    events: [{ id: end.id, at: end.at, what: 'finished' }],
  };
}

/** A course that stands in several lines of a file, one for each competency, took its hours once. */
function linesOutside(outside: readonly Outside[]): Line[] {
  const courses = Map.groupBy(outside, ({ day, title, provider }) =>
    JSON.stringify([day, title, provider]),
  );
  return [...courses.values()].flatMap((told) => {
    const one = told.toSorted((a, b) => b.minutes - a.minutes || compare(a.id, b.id))[0];
    if (one === undefined) return [];
    return {
      id: one.id,
      kind: 'outside' as const,
      objectId: null,
      courseId: null,
      name: { ko: one.title, en: one.title },
      category: 'other' as const,
      day: one.day,
      year: yearOf(one.day),
      minutes: one.minutes,
      published: one.minutes,
      share: null,
      events: [],
      provider: one.provider,
      reviewerId: one.reviewerId,
    };
  });
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
