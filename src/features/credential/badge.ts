import type { Instant } from '#kernel/date.ts';
import type { JsonObject } from '#kernel/ports.ts';
import type { Text } from '#kernel/text.ts';
import { type Achievement, readKey } from './achievement.ts';
import { addressesAt, type WithIssuer } from './issuer.ts';

/** The contexts of a badge, in the order the standards ask for. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** A place in a status list. */
export type Place = { readonly list: number; readonly index: number };

type Awarded = {
  readonly id: string;
  /** A UUID made for this credential alone: two certificates of one person cannot be joined by it. */
  readonly subject: string;
  readonly recipient: string;
  readonly issuedAt: Instant;
  readonly place: Place;
};

/**
 * An Open Badges 3.0 AchievementCredential (1EdTech, 2024; a W3C Verifiable Credential 2.0) without its proof. It tells a
 * name, what was finished, what that took and when; nothing else about the person. Both languages share a field, because
 * the standard's schema allows one string.
 */
export function badgeOf(achievement: Achievement, awarded: Awarded, app: WithIssuer): JsonObject {
  const { id, recipient, issuedAt, place } = awarded;
  const { origin, name } = app.issuer;
  const at = addressesAt(origin);
  const { validUntil } = achievement;
  return {
    '@context': CONTEXTS,
    id: at.credential(id),
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: both(achievement.name),
    issuer: { id: at.issuer, type: ['Profile'], name, url: origin },
    validFrom: moment(issuedAt),
    ...(validUntil !== null && { validUntil: moment(validUntil) }),
    awardedDate: moment(achievement.earnedAt),
    credentialSubject: {
      id: `urn:uuid:${awarded.subject}`,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityHash: recipient, identityType: 'name', hashed: false },
      ],
      activityEndDate: achievement.earnedOn,
      achievement: achievementOf(achievement, origin),
    },
    credentialStatus: {
      id: `${at.statusList(place.list)}#${place.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place.index),
      statusListCredential: at.statusList(place.list),
    },
  };
}

/** The same credential as the claims of a JWT, in the way of Open Badges 3.0, section 8.2: its own members at the top. */
export function claimsOf(badge: JsonObject, { id, subject, issuedAt }: Awarded, app: WithIssuer) {
  const at = addressesAt(app.issuer.origin);
  const { validUntil } = badge;
  return {
    ...badge,
    iss: at.issuer,
    jti: at.credential(id),
    sub: `urn:uuid:${subject}`,
    nbf: seconds(issuedAt),
    ...(typeof validUntil === 'string' && { exp: seconds(Date.parse(validUntil)) }),
  };
}

function achievementOf(achievement: Achievement, origin: string): JsonObject {
  const { key, name, description, criteria, minutes, competencies } = achievement;
  const named = readKey(key);
  const isCourse = named?.kind === 'course';
  return {
    id: isCourse ? `${origin}/ko/courses/${named.id}` : `urn:uuid:${named?.id}`,
    type: ['Achievement'],
    achievementType: isCourse ? 'Course' : 'CertificateOfCompletion',
    name: both(name),
    description: both(description, '\n\n'),
    criteria: { narrative: both(criteria, '\n\n') },
    ...(minutes !== null && { creditsAvailable: Math.round((minutes / 60) * 100) / 100 }),
    ...(competencies.length > 0 && {
      alignment: competencies.map((competency) => ({
        type: ['Alignment'],
        targetCode: competency.id,
        targetName: both(competency.name),
        targetUrl: `${origin}/ko/competencies/${competency.id}`,
      })),
    }),
  };
}

/** An `xsd:dateTimeStamp` in UTC, to the second. */
function moment(instant: Instant): string {
  return new Date(seconds(instant) * 1000).toISOString().replace('.000Z', 'Z');
}

function seconds(instant: Instant): number {
  return Math.floor(instant / 1000);
}

function both({ ko, en }: Text, between = ' / '): string {
  return ko === en ? ko : `${ko}${between}${en}`;
}
