import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkPlace } from '#features/identity/service.ts';
import { givablePositions } from '#features/position/service.ts';
import { datesToLend, NAMED_MAX } from '#features/programme/named.ts';
import { type ProgrammeApp, viewProgramme } from '#features/programme/service.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { Settings } from '../act.ts';
import { deleteAct, findAct, insertAct, updateAct } from '../store/acts.ts';
import { deleteLines, insertLines } from '../store/lines.ts';
import { type Choice, chosenPeople } from './choose.ts';
import { workingsOf } from './kinds.ts';

const PEOPLE_AT_ONCE = 500;

export type Preparation = {
  /** The id of the form becomes the act's, so that sent twice it prepares one. */
  readonly eventId: string;
  readonly settings: Settings;
  readonly choice: Choice;
};

/**
 * Writes down what an act would mean for everybody chosen, to be looked at; nothing changes for them. Answers the act's id. Prepared
 * anew with the same id after a breakdown, it starts over.
 */
export async function prepareAct(
  app: ProgrammeApp,
  actor: Actor,
  { eventId: id, settings, choice }: Preparation,
): Promise<Result<string>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const known = await findAct(app.db.read, id);
  if (known && known.state !== 'choosing') return ok(id);
  const people = await chosenPeople(app, actor, choice);
  if (!people.ok) return people;
  const problem = await obstacle(app, actor, { settings, people: people.value.length });
  if (problem) return refuse(problem);
  await app.db.write(async (tx) => {
    const prepared = { preparedBy: actor.personId, preparedAt: app.clock.now() };
    const isNew = await insertAct(tx, { id, settings, state: 'choosing', ...prepared });
    if (!isNew) await deleteLines(tx, id);
  });
  await writeLines(app, { id, settings }, people.value);
  return ok(id);
}

async function writeLines(
  app: ProgrammeApp,
  act: { id: string; settings: Settings },
  personIds: readonly string[],
): Promise<void> {
  const workings = workingsOf(act);
  for (let from = 0; from < personIds.length; from += PEOPLE_AT_ONCE) {
    const some = personIds.slice(from, from + PEOPLE_AT_ONCE);
    const decisions = await workings.decide(app.db.read, app, some);
    await app.db.write((tx) => insertLines(tx, act.id, decisions));
    await nextTurn();
  }
  await app.db.write((tx) => updateAct(tx, act.id, { state: 'draft' }));
}

/** Forgets an act that was never confirmed. */
export async function discardAct(
  app: ProgrammeApp,
  actor: Actor,
  actId: string,
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  return app.db.write(async (tx): Promise<Result<null>> => {
    const act = await findAct(tx, actId);
    if (act === undefined) return ok(null);
    if (act.state !== 'draft' && act.state !== 'choosing')
      return refuse({ code: 'bulk-not-draft' });
    await deleteAct(tx, actId);
    return ok(null);
  });
}

/** Why what was asked for cannot be done for anybody; null when it can. */
async function obstacle(
  app: ProgrammeApp,
  actor: Actor,
  { settings, people }: { settings: Settings; people: number },
): Promise<Problem | null> {
  switch (settings.kind) {
    case 'unit': {
      const { unitId } = settings;
      return app.db.write((tx) => checkPlace(tx, unitId));
    }
    case 'give-position': {
      const open = await givablePositions(app, actor, 'ko');
      const isOpen = open.ok && open.value.some(({ id }) => id === settings.positionId);
      return isOpen ? null : { code: 'position-unknown', field: 'position' };
    }
    case 'require':
    case 'excuse':
      return programmeProblem(app, actor, { settings, people });
    case 'end-position':
    case 'absence':
    case 'give-role':
    case 'take-role':
      return null;
  }
}

async function programmeProblem(
  app: ProgrammeApp,
  actor: Actor,
  {
    settings: { kind, programmeId },
    people,
  }: { settings: Extract<Settings, { kind: 'require' | 'excuse' }>; people: number },
): Promise<Problem | null> {
  const seen = await viewProgramme(app, actor, programmeId);
  const programme = seen.ok ? seen.value.programme : null;
  const field = 'programme';
  if (programme === null || programme.retiredAt !== null) return { code: 'bulk-programme', field };
  if (kind === 'excuse') return null;
  if (datesToLend(programme.body) === null) return { code: 'bulk-no-dates', field };
  return people > NAMED_MAX ? { code: 'bulk-too-many', field, values: { n: NAMED_MAX } } : null;
}
