import type { Outline, OutlineStep } from '#features/catalogue/outline.ts';
import { inOrder, type Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import type { CourseHistory, Event, ItemStatus, LaterOutline, StepStatus } from './status.ts';

/** What the person did to each object, first things first. Keys are `verb:object`. */
type Deeds = ReadonlyMap<string, readonly Event[]>;
type Place = {
  readonly course: string;
  readonly deeds: Deeds;
  readonly later: readonly LaterOutline[];
};

/**
 * Every step of the version the person started on, then the steps the newest version added, which are optional. A step or
 * question that any later version dropped counts as done, and stays so when it comes back.
 */
export function stepStatuses({ started, later, statements }: CourseHistory): StepStatus[] {
  const place = { course: started.course, deeds: deedsIn(statements), later };
  const newest = newestOf(later) ?? started;
  const added = newest.steps.filter((step) => stepIn(started, step.id) === undefined);
  return [
    ...started.steps.map((step) => requiredStep(step, stepIn(newest, step.id), place)),
    ...added.map((step) => optionalStep(step, place)),
  ];
}

/** The moment something was fulfilled: by doing it, or by its withdrawal; whichever was first. */
export function earliest(...moments: readonly (Instant | null | undefined)[]): Instant | null {
  const known = moments.filter((moment) => moment !== null && moment !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

export function firstRight(item: ItemStatus): Instant | null {
  return item.events.find((event) => event.correct === true)?.at ?? null;
}

function requiredStep(
  step: OutlineStep,
  newest: OutlineStep | undefined,
  place: Place,
): StepStatus {
  const withdrawnAt = droppedAt(place.later, (outline) => stepIn(outline, step.id) === undefined);
  const required = step.items.map((item) =>
    itemStatus(step, item, place, {
      optional: false,
      withdrawnAt: droppedAt(
        place.later,
        (outline) => stepIn(outline, step.id)?.items.includes(item) !== true,
      ),
    }),
  );
  const added = (newest?.items ?? []).filter((item) => !step.items.includes(item));
  return summed(step, place, {
    withdrawnAt,
    optional: false,
    items: [...required, ...added.map((item) => optionalItem(step, item, place))],
  });
}

function optionalStep(step: OutlineStep, place: Place): StepStatus {
  const items = step.items.map((item) => optionalItem(step, item, place));
  return summed(step, place, { withdrawnAt: null, optional: true, items });
}

function optionalItem(step: OutlineStep, item: string, place: Place): ItemStatus {
  return itemStatus(step, item, place, { withdrawnAt: null, optional: true });
}

function itemStatus(
  step: OutlineStep,
  item: string,
  { course, deeds }: Place,
  terms: Pick<ItemStatus, 'withdrawnAt' | 'optional'>,
): ItemStatus {
  const events = deeds.get(`answered:${course}/${contentIdOf(step)}/${item}`) ?? [];
  const isRight = events.some((event) => event.correct === true);
  const state = isRight ? 'right' : events.length > 0 ? 'wrong' : 'unanswered';
  return { item, state, events, ...terms };
}

function summed(
  step: OutlineStep,
  place: Place,
  terms: Pick<StepStatus, 'withdrawnAt' | 'optional' | 'items'>,
): StepStatus {
  const endings = endingsOf(step, place);
  const counted = terms.items.filter((item) => item.optional === terms.optional);
  const missing = counted.filter((item) => item.events.length === 0 && item.withdrawnAt === null);
  const isDone = terms.withdrawnAt !== null || (endings.length > 0 && missing.length === 0);
  const isBegun = endings.length > 0 || terms.items.some((item) => item.events.length > 0);
  return {
    step: step.id,
    kind: step.kind,
    contentId: contentIdOf(step),
    state: isDone ? 'done' : isBegun ? 'in-progress' : 'not-started',
    ...terms,
    endedAt: endings[0]?.at ?? null,
    endings,
    answered: counted.length - missing.length,
    total: counted.length,
    missing: missing.map((item) => item.item),
  };
}

function endingsOf(step: OutlineStep, { course, deeds }: Place): readonly Event[] {
  const id = contentIdOf(step);
  return deeds.get(step.kind === 'lesson' ? `read:${course}/${id}` : `finished:${id}`) ?? [];
}

function deedsIn(statements: readonly Statement[]): Deeds {
  const deeds = new Map<string, Event[]>();
  for (const statement of inOrder(statements)) {
    const key = `${statement.verb}:${statement.objectId}`;
    const correct = statement.verb === 'answered' ? statement.result.correct : null;
    const events = deeds.get(key) ?? [];
    events.push({ id: statement.id, at: statement.occurredAt, correct });
    deeds.set(key, events);
  }
  return deeds;
}

function droppedAt(
  later: readonly LaterOutline[],
  isDropped: (outline: Outline) => boolean,
): Instant | null {
  return earliest(...later.filter(({ outline }) => isDropped(outline)).map(({ seenAt }) => seenAt));
}

function newestOf(later: readonly LaterOutline[]): Outline | undefined {
  return later.reduce<LaterOutline | undefined>(
    (newest, other) => (newest === undefined || other.seenAt >= newest.seenAt ? other : newest),
    undefined,
  )?.outline;
}

function stepIn(outline: Outline, id: string): OutlineStep | undefined {
  return outline.steps.find((step) => step.id === id);
}

function contentIdOf(step: OutlineStep): string {
  return step.id.slice(step.kind.length + 1);
}
