import type { Tx } from '#db/client.ts';
import { ancestorsOf } from '#features/identity/service.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Text } from '#kernel/text.ts';
import { type Absence, isAway } from './absence.ts';
import { type Assignment, nearest } from './audience.ts';
import { type FairDue, fairDue } from './due.ts';
import { type AssignmentStatus, assignmentStatus } from './status.ts';
import {
  insertAbsence,
  insertAssignment,
  listAbsences,
  listAbsencesOf,
  listAssignments,
} from './store.ts';

/** A course somebody must finish, when, and why then. */
export type Required = {
  readonly assignmentId: string;
  readonly courseId: string;
  readonly opensOn: Day;
  readonly due: FairDue;
  readonly status: AssignmentStatus;
  readonly reason: Text;
};

/**
 * What is required of a person, the nearest deadline first and what is done last. Asked by the person for themselves or by
 * a caller that may see their record; `doneCourses` are the courses the record calls complete.
 */
export async function requiredFor(
  app: Pick<App, 'db' | 'clock' | 'zone'>,
  person: { readonly personId: string; readonly unitId: string | null },
  doneCourses: ReadonlySet<string>,
): Promise<Required[]> {
  const units = await ancestorsOf(app, person.unitId);
  const assignments = await listAssignments(app.db.read, [person.personId], units);
  if (assignments.length === 0) return [];
  const absences = await listAbsences(app.db.read, person.personId);
  const today = dayAt(app.clock.now(), app.zone);
  return nearest(assignments, units)
    .map((one) => requiredToday(one, absences, doneCourses.has(one.courseId), today))
    .sort(byUrgency);
}

/** Who of these people is away today and why; for a trainer's list. */
export async function awayToday(
  app: Pick<App, 'db' | 'clock' | 'zone'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Absence>> {
  const today = dayAt(app.clock.now(), app.zone);
  const absences = await listAbsencesOf(app.db.read, personIds);
  return new Map(
    absences
      .filter((absence) => isAway([absence], today))
      .map((absence) => [absence.personId, absence]),
  );
}

/** Writes an assignment down, in the transaction of whoever decides it. */
export function assign(tx: Tx, app: Pick<App, 'clock'>, assignment: Assignment): Promise<void> {
  return insertAssignment(tx, assignment, app.clock.now());
}

export function recordAbsence(
  tx: Tx,
  app: Pick<App, 'clock'>,
  absence: Absence & { readonly id: string; readonly personId: string },
): Promise<void> {
  return insertAbsence(tx, absence, app.clock.now());
}

function requiredToday(
  assignment: Assignment,
  absences: readonly Absence[],
  isDone: boolean,
  today: Day,
): Required {
  const due = fairDue(assignment.opensOn, assignment.dueOn, absences);
  const status = assignmentStatus({
    opensOn: assignment.opensOn,
    dueOn: due.dueOn,
    isDone,
    isAway: isAway(absences, today),
    today,
  });
  const { id, courseId, opensOn, reason } = assignment;
  return { assignmentId: id, courseId, opensOn, due, status, reason };
}

function byUrgency(a: Required, b: Required): number {
  const done = Number(a.status === 'done') - Number(b.status === 'done');
  if (done !== 0) return done;
  return a.due.dueOn < b.due.dueOn ? -1 : 1;
}
