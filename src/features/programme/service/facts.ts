import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { confirmationsOf, observedDaysOf } from '#features/competency/service.ts';
import { completedAgain, completionsOf, renewalsOf } from '#features/learning/service.ts';
import { deedsOf } from '#features/record/service.ts';
import { addDays, type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { CreditDays } from '../credit.ts';
import { type Facts, type Held, NO_FACTS } from '../need.ts';
import { itemsOf, type NeedItem, nameOfItem, type Programme, type Timing } from '../programme.ts';
import { listCreditsOf } from '../store/credits.ts';

type FactApp = App & WithCatalogue & WithFramework;
/** What a statement says is done, or shown without doing it. */
const DEEDS = [
  ['scenario', 'finished', 'done'],
  ['question-set', 'passed', 'done'],
  ['course', 'shown', 'shown'],
] as const;
/** More often than this nobody repeats a course. */
const TIMES_MAX = 50;

type Gathered = {
  done: Map<string, Day[]>;
  shown: Map<string, Day[]>;
  holding: Map<string, Day>;
  waiting: Set<string>;
  held: Map<string, Held>;
  credited: Map<string, CreditDays[]>;
};
type Sort = 'done' | 'shown';
type Note = (sort: Sort, personId: string, name: string, day: Day) => void;

/** What the record says of these people about everything these programmes ask. */
export async function factsOf(
  app: FactApp,
  personIds: readonly string[],
  programmes: readonly Programme[],
): Promise<(personId: string) => Facts> {
  const items = [
    ...new Map(
      programmes.flatMap(({ body }) => itemsOf(body)).map((one) => [nameOfItem(one), one]),
    ).values(),
  ];
  const people = new Map<string, Gathered>();
  const of = (personId: string): Gathered => {
    const known = people.get(personId);
    if (known) return known;
    const fresh: Gathered = {
      done: new Map(),
      shown: new Map(),
      holding: new Map(),
      waiting: new Set(),
      held: new Map(),
      credited: new Map(),
    };
    people.set(personId, fresh);
    return fresh;
  };
  const note: Note = (sort, personId, name, day) => {
    const days = of(personId)[sort];
    days.set(name, [...(days.get(name) ?? []), day]);
  };
  await addCourses(app, { personIds, ids: idsOf(items, 'course'), programmes }, note);
  await addHeld(app, personIds, { programmes, of });
  const day = (at: number) => dayAt(at, app.zone);
  for (const [kind, verb, sort] of DEEDS) {
    const asked = { personIds, objectIds: idsOf(items, kind) };
    for (const { personId, objectId, at } of await deedsOf(app, verb, asked))
      note(sort, personId, `${kind}:${objectId}`, day(at));
  }
  for (const one of await observedDaysOf(app, personIds, idsOf(items, 'observation')))
    note('done', one.personId, `observation:${one.form}`, one.day);
  await addLevels(app, personIds, { items, of });
  await addCredits(app, personIds, of);
  return (personId) => people.get(personId) ?? NO_FACTS;
}

const ANY_TIME: Timing = {
  recurs: { kind: 'rolling', months: 1, firstDays: 1, from: 'completion' },
  opensBefore: 0,
  graceDays: 0,
  validMonths: null,
  credit: 'any-time',
  joinDays: 0,
  renewal: 'delta',
};

/** What the record says of these people about these things, whether or not any programme asks for them: every time each was done. */
export function factsAbout(
  app: FactApp,
  personIds: readonly string[],
  items: readonly NeedItem[],
): Promise<(personId: string) => Facts> {
  const nameless = { ko: '', en: '' };
  const from = '1970-01-01';
  const rule = { id: '', from, who: [], duty: 'required', timing: ANY_TIME, reason: null } as const;
  const asking: Programme = {
    id: '',
    revision: 1,
    derivedRevision: 1,
    changedAt: 0,
    retiredAt: null,
    body: {
      name: nameless,
      reason: nameless,
      need: { take: 'all', groups: [{ take: 'all', items: [...items] }] },
      rules: [{ ...rule, who: [], place: { kind: 'everywhere' } }],
      minutesADay: null,
    },
  };
  return factsOf(app, personIds, [asking]);
}

function idsOf(items: readonly NeedItem[], kind: NeedItem['kind']): string[] {
  return items.filter((item) => item.kind === kind).map(({ id }) => id);
}

type Courses = {
  readonly personIds: readonly string[];
  readonly ids: readonly string[];
  readonly programmes: readonly Programme[];
};

/** Each time somebody sat a course: the first, and every time they did all of it anew since the time before. */
async function addCourses(
  app: FactApp,
  { personIds, ids, programmes }: Courses,
  note: Note,
): Promise<void> {
  const again = new Set(
    programmes.filter(asksAgain).flatMap(({ body }) => idsOf(itemsOf(body), 'course')),
  );
  for (const row of await completionsOf(app, personIds, ids)) {
    const { personId, courseId, satAt, lastActivityAt } = row;
    let at = satAt;
    for (let times = 0; at !== null && times < TIMES_MAX; times += 1) {
      note('done', personId, `course:${courseId}`, dayAt(at, app.zone));
      if (!again.has(courseId) || lastActivityAt <= at) break;
      at = await completedAgain(app, { personId, courseId, since: at + 1 });
    }
  }
}

/** Since when courses are held and what changed in them, where a programme asks only for that. */
async function addHeld(
  app: FactApp,
  personIds: readonly string[],
  { programmes, of }: { programmes: readonly Programme[]; of: (personId: string) => Gathered },
): Promise<void> {
  const asking = programmes.filter(({ body }) =>
    body.rules.some(({ timing }) => timing.renewal === 'delta'),
  );
  const ids = [...new Set(asking.flatMap(({ body }) => idsOf(itemsOf(body), 'course')))];
  const completions = await completionsOf(app, personIds, ids);
  for (const { personId, courseId, renewal } of await renewalsOf(app, completions)) {
    const day = (at: number) => dayAt(at, app.zone);
    const behind = renewal.behind.map(({ from, until, minutes }) => ({
      from: addDays(day(from), 1),
      until: until === null ? null : day(until),
      minutes,
    }));
    const held = { since: day(renewal.finishedAt), behind };
    of(personId).held.set(`course:${courseId}`, held);
  }
}

/** What was done elsewhere: it waits for its reviewer, then counts from the day it was handed in. */
async function addCredits(
  app: FactApp,
  personIds: readonly string[],
  of: (personId: string) => Gathered,
): Promise<void> {
  for (const { personId, item, handedInOn, answer } of await listCreditsOf(
    app.db.read,
    personIds,
  )) {
    const { waiting, credited } = of(personId);
    if (answer === null) waiting.add(item);
    if (answer?.outcome !== 'accepted') continue;
    const days = { from: handedInOn, until: answer.validUntil };
    credited.set(item, [...(credited.get(item) ?? []), days]);
  }
}

function asksAgain({ body }: Programme): boolean {
  return body.rules.some(({ timing: { recurs } }) => recurs.kind !== 'once');
}

type Levels = {
  readonly items: readonly NeedItem[];
  readonly of: (personId: string) => Gathered;
};

async function addLevels(
  app: FactApp,
  personIds: readonly string[],
  { items, of }: Levels,
): Promise<void> {
  const asked = items.filter((item) => item.kind === 'competency');
  const rows = await confirmationsOf(app, personIds, [...new Set(asked.map(({ id }) => id))]);
  for (const { personId, competency, standing, confirmedAt } of rows) {
    if (standing.status !== 'confirmed' && standing.status !== 'awaits-signature') continue;
    const { level, status } = standing;
    const reached = asked.filter((item) => item.id === competency && item.level <= level);
    const since = dayAt(confirmedAt ?? app.clock.now(), app.zone);
    for (const name of reached.map(nameOfItem)) {
      if (status === 'confirmed') of(personId).holding.set(name, since);
      else of(personId).waiting.add(name);
    }
  }
}
