import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  administrators,
  allUnits,
  personIdsAfter,
  supervisorsOf,
} from '#features/identity/service.ts';
import type { NewNotice } from '#features/notify/notice.ts';
import { tell } from '#features/notify/service.ts';
import { nameOfPeriod } from '#features/programme/plan.ts';
import type { Programme } from '#features/programme/programme.ts';
import {
  keptPeriodsOf,
  type ProgrammeApp,
  pathsOf,
  plansOf,
  programmesInUse,
} from '#features/programme/service.ts';
import type { Day } from '#kernel/date.ts';
import { type Around, type Due, dueFor, mayBeDue, type Sent } from '../due.ts';
import { nameOfRung, type Rung } from '../ladder.ts';
import { insertReminders, listSentAbout, type ReminderRow } from '../store.ts';

/** Short reads and writes, so that requests are answered in between. */
const PEOPLE_AT_ONCE = 100;

type Walk = {
  readonly programmes: readonly Programme[];
  readonly paths: ReadonlyMap<string, string>;
  readonly around: Around;
  /** Who is told where nobody leads. */
  readonly above: readonly string[];
};

/**
 * Finds out for everybody what has to be said today, a hundred people at a time, and writes it down once for each recipient.
 * Begun anew after a fall, it writes only what had not been written. Answers how many reminders are new.
 */
export async function makeReminders(app: ProgrammeApp, today: Day): Promise<number> {
  const programmes = await programmesInUse(app);
  const byId = new Map(programmes.map((one) => [one.id, one]));
  const walk: Walk = {
    programmes,
    paths: pathsOf(await allUnits(app)),
    around: { programmes: byId, calendar: app.calendar, today },
    above: (await administrators(app)).map(({ personId }) => personId),
  };
  let made = 0;
  for (let after = ''; ; ) {
    const personIds = await personIdsAfter(app, { after, limit: PEOPLE_AT_ONCE });
    const last = personIds.at(-1);
    if (last === undefined) return made;
    made += await remindSome(app, personIds, walk);
    after = last;
    await nextTurn();
  }
}

async function remindSome(
  app: ProgrammeApp,
  personIds: readonly string[],
  walk: Walk,
): Promise<number> {
  const kept = Map.groupBy(await keptPeriodsOf(app, personIds), ({ personId }) => personId);
  const sent = await sentAbout(app, personIds);
  const sentOf = (id: string): Sent => sent.get(id) ?? new Map();
  const likely = [...kept]
    .filter(([id, rows]) => mayBeDue(rows, sentOf(id), walk.around))
    .map(([id]) => id);
  if (likely.length === 0) return 0;
  const plans = await plansOf(app, likely, walk);
  const due = [...plans].flatMap(([id, { required }]) =>
    dueFor(required, sentOf(id), walk.around).map((one) => ({ ...one, personId: id })),
  );
  const supervisors = await supervisorsOf(app.db.read, likely);
  const rows = due.flatMap((one) => rowsOf(one, supervisors.get(one.personId) ?? [], walk));
  return write(app, rows);
}

async function sentAbout(
  app: Pick<ProgrammeApp, 'db'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Sent>> {
  const people = new Map<string, Map<string, Set<string>>>();
  for (const { personId, programmeId, period, rung } of await listSentAbout(
    app.db.read,
    personIds,
  )) {
    const own = people.get(personId) ?? new Map<string, Set<string>>();
    const key = nameOfPeriod(programmeId, period);
    own.set(key, (own.get(key) ?? new Set()).add(rung));
    people.set(personId, own);
  }
  return people;
}

type NewRow = Omit<ReminderRow, 'toldAt' | 'settledOn' | 'isMailed'> & { readonly of: Rung };

/** One row for each recipient. Where nobody leads, what a supervisor would hear goes to the administrators. */
function rowsOf(
  { personId, required, rungs }: Due & { readonly personId: string },
  supervisors: readonly string[],
  { above, around }: Walk,
): NewRow[] {
  const others = {
    learner: [personId],
    supervisor: supervisors.length > 0 ? supervisors : above,
    administrator: above,
  };
  const { programmeId, period } = required;
  return rungs.flatMap((of) =>
    others[of.level]
      .filter((recipientId) => of.level === 'learner' || recipientId !== personId)
      .map((recipientId) => ({
        recipientId,
        level: of.level,
        personId,
        programmeId,
        period: period.key,
        rung: nameOfRung(of),
        madeOn: around.today,
        of,
      })),
  );
}

async function write(app: ProgrammeApp, rows: readonly NewRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  return app.db.write(async (tx) => {
    const toldAt = app.clock.now();
    const added = await insertReminders(
      tx,
      rows.map(({ of: _, ...row }) => ({
        ...row,
        toldAt: row.level === 'learner' ? toldAt : null,
      })),
    );
    const isNew = new Set(added.map(keyOf));
    await tell(
      tx,
      app,
      rows.filter((row) => isNew.has(keyOf(row))).flatMap((row) => noticeOf(row)),
    );
    return added.length;
  });
}

function keyOf({
  recipientId,
  personId,
  programmeId,
  period,
  rung,
}: Omit<NewRow, 'of' | 'level' | 'madeOn'>) {
  return [recipientId, personId, programmeId, period, rung].join(' ');
}

/** What the person reads in their inbox; leaders and administrators get one notice about all their people. */
function noticeOf({ personId, programmeId, period, of }: NewRow): NewNotice[] {
  const { kind: rung, about: day, days } = of;
  if (rung === 'supervisor' || rung === 'administrator') return [];
  const path = `/my/required/${programmeId}/${period}`;
  return [
    { personId, kind: 'reminder', values: { programme: programmeId, rung, day, days }, path },
  ];
}
