import type { Reader, Tx } from '#db/client.ts';
import { writeAudit } from '#features/audit/service.ts';
import { namesOf } from '#features/identity/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { WithCare } from '../care.ts';
import type { Estimate } from '../estimate.ts';
import { allCompetencies, findCompetency, type Level, type WithFramework } from '../framework.ts';
import { competencyState, type Standing, standingOf } from '../profile.ts';
import { readReason } from '../revocation.ts';
import {
  checkSigning,
  type LevelSignature,
  mayTakeBack,
  signatureFor,
  stands,
} from '../signature.ts';
import {
  findSignature,
  insertSignature,
  listSignaturesOf,
  updateSignatureWithdrawn,
} from '../store/signatures.ts';
import { listCellsOnceConfirmed, listEvidenceOfCells } from '../store.ts';
import { cellsFrom, models } from './cells.ts';

type SigningApp = App & WithFramework & WithCare;

export type SignInput = {
  readonly eventId: string;
  readonly personId: string;
  readonly competency: string;
  /** The level that the page showed as proposed. */
  readonly level: Level;
};

/**
 * Somebody who looks after a person puts their name under the level that the rule proposes, with what the model said at
 * that moment. The same event sent again signs once.
 */
export async function signLevel(
  app: SigningApp,
  actor: Actor,
  input: SignInput,
): Promise<Result<'signed'>> {
  const { eventId, personId, competency, level } = input;
  const trainers = await app.care.trainersOf(personId);
  if (!may(actor, 'vouch', { owner: personId, trainers })) return refuse({ code: 'not-found' });
  if (findCompetency(app.framework, competency) === undefined) return refuse({ code: 'not-found' });
  return app.db.write(async (tx) => {
    const kept = await findSignature(tx, eventId);
    if (kept !== undefined) {
      return kept.signedBy === actor.personId ? ok('signed') : refuse({ code: 'event-used' });
    }
    const signatures = await signaturesUnder(tx, personId, competency);
    const { standing, estimate } = await proposal(tx, app, { personId, competency });
    const problem = checkSigning(level, standing, signatures);
    if (problem) return refuse(problem);
    await insertSignature(tx, {
      id: eventId,
      personId,
      competency,
      level,
      signedBy: actor.personId,
      signedAt: app.clock.now(),
      frameworkVersion: app.framework.version,
      estimate,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
    });
    await audit(tx, app, { actor, act: 'level-signed', personId, competency, level });
    return ok('signed');
  });
}

/** Whoever signed, or an administrator, takes a signature back, with a reason. It stays readable. */
export async function withdrawSignature(
  app: SigningApp,
  actor: Actor,
  { signatureId, reason }: { signatureId: string; reason: string },
): Promise<Result<'withdrawn'>> {
  const read = readReason(reason);
  return app.db.write(async (tx) => {
    const signature = await findSignature(tx, signatureId);
    if (signature === undefined || !mayTakeBack(actor, signature)) {
      return refuse({ code: 'not-found' });
    }
    if (!stands(signature)) return ok('withdrawn');
    if (!read.ok) return read;
    await updateSignatureWithdrawn(tx, signatureId, {
      withdrawnAt: app.clock.now(),
      withdrawnBy: actor.personId,
      withdrawnReason: read.value,
    });
    await audit(tx, app, { ...signature, actor, act: 'signature-withdrawn' });
    return ok('withdrawn');
  });
}

export type WaitingSignature = {
  readonly personId: string;
  readonly name: string;
  readonly competency: string;
  readonly level: Level;
};

/**
 * Levels that the rule proposes and that count only once somebody signs, of the people the actor looks after, by name. Only
 * competencies that ask for a signature are listed; any other proposed level may be signed on the page of its person.
 */
export async function waitingSignatures(
  app: SigningApp,
  actor: Actor,
): Promise<WaitingSignature[]> {
  const demanding = allCompetencies(app.framework).filter(({ signature }) => signature === true);
  const whose = await app.care.inCareOf(actor);
  const rows = await listCellsOnceConfirmed(
    app.db.read,
    demanding.map(({ id }) => id),
    whose,
  );
  const cells = await cellsFrom(app, rows);
  const signatures = await signaturesOf(app, [...new Set(cells.map(({ personId }) => personId))]);
  const now = app.clock.now();
  const waiting = cells
    .filter(({ personId }) => personId !== actor.personId)
    .flatMap((cell) => {
      const { personId, competency } = cell;
      const signature = signatures.demandFor(personId, competency);
      const standing = standingOf(cell, now, signature);
      return standing.status === 'awaits-signature'
        ? [{ personId, competency, level: standing.level }]
        : [];
    });
  const names = await namesOf(
    app,
    waiting.map(({ personId }) => personId),
  );
  return waiting
    .map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ko') || (a.competency < b.competency ? -1 : 1));
}

export type Signatures = {
  /** Also those that were taken back, oldest first. */
  readonly of: (personId: string, competency: string) => readonly LevelSignature[];
  /** What the standing in a competency needs to know of them. */
  readonly demandFor: (personId: string, competency: string) => ReturnType<typeof signatureFor>;
};

/** The signatures of several people. The caller has made sure that they may be seen. */
export async function signaturesOf(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  personIds: readonly string[],
): Promise<Signatures> {
  const all = await listSignaturesOf(app.db.read, personIds);
  const byCell = Map.groupBy(all, (one) => `${one.personId} ${one.competency}`);
  const of = (personId: string, competency: string) =>
    byCell.get(`${personId} ${competency}`) ?? [];
  return {
    of,
    demandFor: (personId, competency) =>
      signatureFor(
        app.framework && findCompetency(app.framework, competency),
        of(personId, competency),
      ),
  };
}

async function signaturesUnder(
  db: Reader | Tx,
  personId: string,
  competency: string,
): Promise<LevelSignature[]> {
  const all = await listSignaturesOf(db, [personId]);
  return all.filter((one) => one.competency === competency);
}

/** What the rule says by itself, as if no signature were asked for. */
async function proposal(
  tx: Tx,
  app: SigningApp,
  { personId, competency }: { personId: string; competency: string },
): Promise<{ standing: Standing; estimate: Estimate }> {
  const pieces = await listEvidenceOfCells(tx, personId, [competency]);
  const model = (await models(app, tx))(competency);
  return competencyState(pieces, app.clock.now(), model);
}

async function audit(
  tx: Tx,
  app: Pick<App, 'clock'>,
  entry: {
    actor: Actor;
    act: 'level-signed' | 'signature-withdrawn';
    personId: string;
    competency: string;
    level: Level;
  },
): Promise<void> {
  const { actor, act, personId, competency, level } = entry;
  await writeAudit(tx, {
    at: app.clock.now(),
    actorId: actor.personId,
    act,
    subject: `person:${personId}`,
    detail: { competency, level },
  });
}
