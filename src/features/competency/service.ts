import { namesOf } from '#features/identity/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import type { WithCare } from './care.ts';
import { isOpen } from './challenge.ts';
import type { Evidence } from './evidence.ts';
import { allCompetencies, type Competency, type WithFramework } from './framework.ts';
import type { Model } from './parameters.ts';
import {
  type Cell,
  type CompetencyState,
  cellOf,
  competencyState,
  type Standing,
  standingOf,
} from './profile.ts';
import { giverOf } from './revocation.ts';
import { cellsFrom, models } from './service/cells.ts';
import { signaturesOf } from './service/signatures.ts';
import { type LevelSignature, signatureFor, signatureState } from './signature.ts';
import { listChallengesBy } from './store/challenges.ts';
import { listObservedDays } from './store/observations.ts';
import { listCells, listEvidenceOf } from './store.ts';

export { addEvidence, refreshPeople } from './service/cells.ts';
export {
  answerChallenge,
  challengeEvidence,
  escalateChallenges,
  withdrawChallenge,
} from './service/challenges.ts';
export { modelsInForce, timelineFor } from './service/detail.ts';
export { type News, newsOf } from './service/news.ts';
export {
  mayObserve,
  observationsOf,
  observe,
  type SeenObservation,
  viewObservation,
  withdrawObservation,
} from './service/observations.ts';
export {
  askPeer,
  declinePeer,
  findPeers,
  type NamedRequest,
  peerRequestsOf,
  ratePeer,
  type SeenRequest,
  takeRatingBack,
  viewPeerRequest,
  withdrawPeerRequest,
} from './service/peer-requests.ts';
export {
  type ChallengeList,
  challengesFor,
  countWaitingChallenges,
  type ListedChallenge,
  ownChallenges,
  type SeenPiece,
  viewPiece,
} from './service/pieces.ts';
export { rebuildCells } from './service/rebuild.ts';
export { revokeEvidence, revokePieces } from './service/revoke.ts';
export { rateOneself } from './service/self-rating.ts';
export {
  signLevel,
  type WaitingSignature,
  waitingSignatures,
  withdrawSignature,
} from './service/signatures.ts';
export { keepWordings, type Rewording, rewordingsOf, wordingsOf } from './service/wordings.ts';

/** A signature and what it is worth today. */
export type SignedLevel = {
  readonly signature: LevelSignature;
  readonly state: 'stands' | 'needs-refresh' | 'withdrawn';
};
export type ProfileState = CompetencyState & {
  /** What the rule says by itself, as if no signature were asked for. */
  readonly proposed: Standing;
  /** Oldest first, also those that were taken back. */
  readonly signed: readonly SignedLevel[];
};
export type Profile = {
  readonly personId: string;
  /** Every competency of the framework, in its order, also those nothing is known of. */
  readonly states: ReadonlyMap<string, ProfileState>;
  /** Ids of evidence whose challenge waits for an answer. */
  readonly challenged: ReadonlySet<string>;
  /** Whoever observed, rated or signed. */
  readonly names: ReadonlyMap<string, string>;
};

/** Where a person stands in every competency, with the evidence behind it. For themselves, their trainers, administrators. */
export async function profileOf(
  app: App & WithFramework,
  actor: Actor,
  personId: string,
  trainers: readonly string[] = [],
): Promise<Result<Profile>> {
  if (!may(actor, 'see-record', { owner: personId, trainers })) {
    return refuse({ code: 'not-allowed' });
  }
  const pieces = await listEvidenceOf(app.db.read, personId);
  const byCompetency = Map.groupBy(pieces, (piece: Evidence) => piece.competency);
  const signatures = await signaturesOf(app, [personId]);
  const now = app.clock.now();
  const modelOf = await models(app, app.db.read);
  const states = new Map(
    allCompetencies(app.framework).map((competency) => {
      const { id } = competency;
      const about = { pieces: byCompetency.get(id) ?? [], signatures: signatures.of(personId, id) };
      return [id, profileState(competency, about, { now, model: modelOf(id) })];
    }),
  );
  const challenges = await listChallengesBy(app.db.read, personId);
  const challenged = new Set(challenges.filter(isOpen).map(({ evidenceId }) => evidenceId));
  return ok({ personId, states, challenged, names: await witnessNames(app, pieces, states) });
}

/** The same, asked by whoever looks after the person today, or by the person. */
export async function profileInCare(
  app: App & WithFramework & WithCare,
  actor: Actor,
  personId: string,
): Promise<Result<Profile>> {
  return profileOf(app, actor, personId, await app.care.trainersOf(personId));
}

function profileState(
  competency: Competency,
  { pieces, signatures }: { pieces: readonly Evidence[]; signatures: readonly LevelSignature[] },
  { now, model }: { now: Instant; model: Model },
): ProfileState {
  const state = competencyState(pieces, now, model);
  const { standing: proposed } = state;
  const demand = signatureFor(competency, signatures);
  const cell =
    demand === 'not-demanded'
      ? null
      : cellOf({ personId: '', competency: competency.id }, pieces, model);
  return {
    ...state,
    standing: cell === null ? proposed : standingOf(cell, now, demand),
    proposed,
    signed: signatures.map((signature) => ({
      signature,
      state: signatureState(signature, proposed),
    })),
  };
}

function witnessNames(
  app: Pick<App, 'db'>,
  pieces: readonly Evidence[],
  states: ReadonlyMap<string, ProfileState>,
): Promise<ReadonlyMap<string, string>> {
  const signers = [...states.values()].flatMap(({ signed }) =>
    signed.map(({ signature }) => signature.signedBy),
  );
  return namesOf(app, [...pieces.flatMap(({ shown }) => giverOf(shown) ?? []), ...signers]);
}

/** The boiled-down competencies of several people, or some of them, for a matrix. The caller has made sure that they may be seen. */
export async function cellsOf(
  app: Pick<App, 'db'> & Partial<WithFramework>,
  personIds: readonly string[],
  competencies?: readonly string[],
): Promise<Cell[]> {
  return cellsFrom(app, await listCells(app.db.read, personIds, competencies));
}

/**
 * What may be said of several people, by person, then competency; a competency nothing is known of is absent. The caller has
 * made sure that they may be seen.
 */
export async function standingsOf(
  app: Pick<App, 'db' | 'clock'> & Partial<WithFramework>,
  personIds: readonly string[],
  competencies?: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Standing>>> {
  const cells = await cellsOf(app, personIds, competencies);
  const signatures = await signaturesOf(app, personIds);
  const now = app.clock.now();
  const standing = (cell: Cell) =>
    standingOf(cell, now, signatures.demandFor(cell.personId, cell.competency));
  const byPerson = Map.groupBy(cells, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => [
      personId,
      new Map(own.map((cell) => [cell.competency, standing(cell)])),
    ]),
  );
}

/** On which days people were observed with these forms. The caller has made sure that they may be seen. */
export async function observedDaysOf(
  app: Pick<App, 'db'>,
  personIds: readonly string[],
  forms: readonly string[],
): Promise<{ personId: string; form: string; day: string }[]> {
  if (personIds.length === 0 || forms.length === 0) return [];
  return listObservedDays(app.db.read, personIds, forms);
}

/** As `standingsOf`, with the moment at which the level that holds was last confirmed; null for never. */
export async function confirmationsOf(
  app: Pick<App, 'db' | 'clock'> & Partial<WithFramework>,
  personIds: readonly string[],
  competencies: readonly string[],
): Promise<
  { personId: string; competency: string; standing: Standing; confirmedAt: Instant | null }[]
> {
  if (personIds.length === 0 || competencies.length === 0) return [];
  const cells = await cellsOf(app, personIds, competencies);
  const signatures = await signaturesOf(app, personIds);
  const now = app.clock.now();
  return cells.map((cell) => ({
    personId: cell.personId,
    competency: cell.competency,
    standing: standingOf(cell, now, signatures.demandFor(cell.personId, cell.competency)),
    confirmedAt: cell.lastConfirmed?.at ?? null,
  }));
}
