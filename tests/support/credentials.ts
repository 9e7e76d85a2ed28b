import { type CredentialApp, issueCredential } from '#features/credential/service.ts';
import { badgeWords } from '#i18n/badge-words.ts';
import type { Actor } from '#kernel/rights.ts';
import { notaryUnder } from '#platform/credentials/notary.ts';
import { newSecret } from '#platform/hashing.ts';
import { accepted, City, type CityApp } from './city.ts';

export const ORIGIN = 'https://learn.example.org';
export const SECRET = 'a secret of forty characters, or so, yes';
export type IssuingApp = CityApp & CredentialApp;

/** The app of a city that also issues certificates, with cryptography as in real use. */
export function issuing(app: CityApp, secret = SECRET): IssuingApp {
  return {
    ...app,
    newSecret,
    issuer: { origin: ORIGIN, name: '한빛시 Hanbit City' },
    badgeWords,
    notary: notaryUnder(secret),
  };
}

/** A city in which Kim has finished the course `civics`. */
export async function withGraduate(): Promise<{ city: City; app: IssuingApp; kim: Actor }> {
  const city = await City.found('2026-11-18');
  await city.joins('kim', 'team');
  await city.studies('kim');
  return { city, app: issuing(city.app), kim: city.as('kim') };
}

export const CIVICS = { key: 'course:civics', period: '' } as const;

export async function issued(
  app: IssuingApp,
  actor: Actor,
  how: 'once' | 'renew' = 'once',
): Promise<string> {
  const asked = { eventId: app.newId(), ...CIVICS, how };
  return accepted(await issueCredential(app, actor, asked)).id;
}
