import { z } from 'zod';
import { canonical } from '#kernel/canonical.ts';
import type { JsonObject } from '#kernel/ports.ts';
import { CONTEXTS } from './badge.ts';

/** A certificate is some 3 KB; whatever is far larger is none of ours. */
export const GIVEN_MAX = 64 * 1024;

/** A certificate somebody shows us, taken apart; nothing of it is believed yet. */
export type Given = {
  readonly format: 'json' | 'jwt';
  readonly text: string;
  readonly document: JsonObject;
  /** Which key it names. */
  readonly keyUrl: string;
  /** Which credential of that issuer it says it is: the last part of its address. */
  readonly id: string;
  readonly issuer: string;
  readonly says: Says;
};

/** What a certificate tells, for people. */
export type Says = {
  readonly name: string;
  readonly recipient: string;
  readonly issuer: string;
  readonly criteria: string;
  /** About how long it takes; null where nobody said. */
  readonly hours: number | null;
  readonly earnedOn: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

const shape = z.object({
  '@context': z.tuple([z.literal(CONTEXTS[0]), z.literal(CONTEXTS[1])]),
  id: z.string(),
  issuer: z.object({ id: z.string(), name: z.string() }),
  validFrom: z.string(),
  validUntil: z.string().optional(),
  credentialSubject: z.object({
    identifier: z.tuple([z.object({ identityHash: z.string() })]),
    activityEndDate: z.string(),
    achievement: z.object({
      name: z.string(),
      criteria: z.object({ narrative: z.string() }),
      creditsAvailable: z.number().optional(),
    }),
  }),
});
const proofShape = z.object({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  verificationMethod: z.string(),
});
const headerShape = z.object({ alg: z.literal('RS256'), kid: z.string() });

/**
 * Takes a pasted certificate apart, JSON with a proof or a compact JWT. `unreadable` is neither; `foreign` is a credential
 * of another kind than we issue: of such nothing but the issuer's name can be told.
 */
export function readGiven(typed: string): Given | 'unreadable' | 'foreign' {
  const text = typed.trim();
  return text.startsWith('{') ? readJson(text) : readJwt(text.replaceAll(/\s/g, ''));
}

function readJson(text: string): Given | 'unreadable' | 'foreign' {
  const document = objectIn(text);
  if (document === null) return 'unreadable';
  const proof = proofShape.safeParse(document['proof']);
  if (!proof.success) return isCredential(document) ? 'foreign' : 'unreadable';
  return given({ format: 'json', text, document, keyUrl: proof.data.verificationMethod });
}

function readJwt(text: string): Given | 'unreadable' | 'foreign' {
  const [, head = '', body = ''] = /^([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(text) ?? [];
  const header = objectIn(decoded(head));
  const document = objectIn(decoded(body));
  if (header === null || document === null) return 'unreadable';
  const read = headerShape.safeParse(header);
  if (!read.success) return 'foreign';
  return given({ format: 'jwt', text, document, keyUrl: read.data.kid });
}

function given(part: Pick<Given, 'format' | 'text' | 'document' | 'keyUrl'>): Given | 'foreign' {
  const read = shape.safeParse(part.document);
  if (!read.success) return 'foreign';
  const { id, issuer, validFrom, validUntil = null, credentialSubject } = read.data;
  const { identifier, activityEndDate, achievement } = credentialSubject;
  return {
    ...part,
    id: id.slice(id.lastIndexOf('/') + 1),
    issuer: issuer.id,
    says: {
      name: achievement.name,
      recipient: identifier[0].identityHash,
      issuer: issuer.name,
      criteria: achievement.criteria.narrative,
      hours: achievement.creditsAvailable ?? null,
      earnedOn: activityEndDate,
      validFrom,
      validUntil,
    },
  };
}

/** Whether a given certificate says the same as one we keep, member by member. */
export function isSameAs(given: Given, kept: { json: string; jwt: string }): boolean {
  if (given.format === 'jwt') return given.text === kept.jwt;
  return canonical(given.document) === canonical(JSON.parse(kept.json));
}

function isCredential(document: JsonObject): boolean {
  return 'proof' in document || '@context' in document;
}

function objectIn(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as JsonObject) : null; // An object of JSON has string keys.
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Base64url to text; empty when it is none. */
function decoded(part: string): string {
  try {
    const bytes = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}
