import { writeAudit } from '#features/audit/service.ts';
import { namesOf } from '#features/identity/service.ts';
import type { Instant } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Achievement, type AchievementName, isSameAchievement } from '../achievement.ts';
import { badgeOf, claimsOf, type Place } from '../badge.ts';
import { drawIndex, LIST_FULL } from '../status.ts';
import {
  type CredentialRow,
  findByEvent,
  findStanding,
  insertCredential,
  isBarred,
  isTaken,
  lastList,
  revokeCredential,
  type SignedBytes,
} from '../store/credentials.ts';
import { type EarningApp, earnedOne } from './earned.ts';
import { type SigningApp, signingKeys } from './keys.ts';

export type CredentialApp = EarningApp & SigningApp;

type Asked = AchievementName & {
  readonly eventId: string;
  /** `renew` puts a new one in the place of the one there is, for a changed name; `once` gives back what there is. */
  readonly how: 'once' | 'renew';
};
export type Issued = Result<{ readonly id: string; readonly isNew: boolean }>;

/** A place in the list is drawn at random and may be taken; a draw fails with a chance below one half. */
const DRAWS = 20;

/**
 * A person asks for a certificate of what they finished. Of each achievement there is one that counts: asked for again, by
 * another form or on another machine at the same moment, it is the same one. What was signed is kept as it is.
 */
export async function issueCredential(
  app: CredentialApp,
  actor: Actor,
  asked: Asked,
): Promise<Issued> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const before = await alreadyThere(app, actor, asked);
  if (before !== null) return before;
  if (await isBarred(app.db.read, actor.personId, asked))
    return refuse({ code: 'credential-barred' });
  const achievement = await earnedOne(app, actor, asked);
  if (achievement === null) return refuse({ code: 'credential-not-earned' });
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const signed = await sign(app, actor, achievement);
    if (await keep(app, actor, { asked, achievement, signed }))
      return ok({ id: signed.id, isNew: true });
    const rival = await alreadyThere(app, actor, asked);
    if (rival !== null) return rival;
  }
  throw new Error('no free place was drawn in the status list');
}

async function alreadyThere(
  app: CredentialApp,
  { personId }: Actor,
  asked: Asked,
): Promise<Issued | null> {
  const { read } = app.db;
  const sent = await findByEvent(read, asked.eventId);
  if (sent && !(sent.personId === personId && isSameAchievement(sent, asked)))
    return refuse({ code: 'event-used' });
  const found = sent ?? (asked.how === 'once' ? await findStanding(read, personId, asked) : null);
  return found ? ok({ id: found.id, isNew: false }) : null;
}

type Signed = SignedBytes & {
  readonly id: string;
  readonly recipient: string;
  readonly issuedAt: Instant;
  readonly place: Place;
};

async function sign(app: CredentialApp, actor: Actor, achievement: Achievement): Promise<Signed> {
  const keys = await signingKeys(app);
  const recipient = (await namesOf(app, [actor.personId])).get(actor.personId) ?? '';
  const issuedAt = Math.floor(app.clock.now() / 1000) * 1000; // A certificate tells moments to the second.
  const place = await drawPlace(app);
  // 132 random bits: the address of a certificate is all that keeps strangers from it.
  const id = app.hash(app.newSecret()).slice(0, 33);
  const awarded = { id, subject: app.newId(), recipient, issuedAt, place };
  const badge = badgeOf(achievement, awarded, app);
  const json = await app.notary.proveJson(badge, keys.Ed25519, issuedAt);
  const jwt = await app.notary.signJwt(claimsOf(badge, awarded, app), keys.RS256);
  return { id, recipient, issuedAt, place, json, jwt };
}

async function drawPlace(app: CredentialApp): Promise<Place> {
  const { list, entries } = await lastList(app.db.read);
  const index = drawIndex(app.hash(app.newSecret()));
  return { list: entries >= LIST_FULL ? list + 1 : list, index };
}

/** Says whether it was kept; otherwise another process was faster, or the place is taken. */
async function keep(
  app: CredentialApp,
  { personId }: Actor,
  { asked, achievement, signed }: { asked: Asked; achievement: Achievement; signed: Signed },
): Promise<boolean> {
  const { name, earnedAt, validUntil, key, period } = achievement;
  const row = { ...signed, key, period, name, earnedAt, validUntil, personId };
  const now = app.clock.now();
  const trace = { at: now, actorId: personId, detail: {} };
  return app.db.write(async (tx) => {
    if (await isTaken(tx, { place: signed.place, eventId: asked.eventId })) return false;
    const old: CredentialRow | undefined =
      asked.how === 'renew' ? await findStanding(tx, personId, asked) : undefined;
    if (old) {
      const revoked = { revokedAt: now, revokedBy: personId, revokedWhy: '' };
      await revokeCredential(tx, old.id, { ...revoked, revokedFor: 'superseded' });
    }
    if (!(await insertCredential(tx, { ...row, eventId: asked.eventId }))) return false;
    await writeAudit(tx, { ...trace, act: 'credential-issued', subject: `credential:${row.id}` });
    return true;
  });
}
