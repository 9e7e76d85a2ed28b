import { namesOf } from '#features/identity/service.ts';
import type { Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Outcome } from '../challenge.ts';
import type { Level } from '../framework.ts';
import { listAnsweredSince } from '../store/challenges.ts';
import { listObservationsSince } from '../store/observations.ts';
import { listRequestsBy } from '../store/peer-requests.ts';
import { listSignaturesSince } from '../store/signatures.ts';

const DAY_MS = 86_400_000;
/** Longer ago than this is no news. */
const NEWS_DAYS = 14;

type By = { readonly at: Instant /** A name. */; readonly by: string };
/** Something others did to what is known of a person. */
export type News = By &
  (
    | {
        readonly what: 'observed' | 'observation-withdrawn';
        readonly id: string;
        readonly form: string;
      }
    | { readonly what: 'peer-rated' | 'peer-declined'; readonly id: string }
    | {
        readonly what: 'challenge-answered';
        readonly evidenceId: string;
        readonly competency: string;
        readonly outcome: Exclude<Outcome, 'withdrawn'>;
      }
    | {
        readonly what: 'signed' | 'signature-withdrawn';
        readonly competency: string;
        readonly level: Level;
      }
  );

/** What others said of the actor in the last 14 days, newest first. */
export async function newsOf(app: Pick<App, 'db' | 'clock'>, { personId }: Actor): Promise<News[]> {
  const since = app.clock.now() - NEWS_DAYS * DAY_MS;
  const parts = await Promise.all([
    observed(app, personId, since),
    rated(app, personId, since),
    answered(app, personId, since),
    signed(app, personId, since),
  ]);
  const news = parts.flat();
  const names = await namesOf(
    app,
    news.map(({ by }) => by),
  );
  return news
    .filter(({ at }) => at >= since)
    .map((one) => ({ ...one, by: names.get(one.by) ?? '' }))
    .sort((a, b) => b.at - a.at);
}

type Reading = Pick<App, 'db'>;

async function observed({ db }: Reading, personId: string, since: Instant): Promise<News[]> {
  const observations = await listObservationsSince(db.read, personId, since);
  return observations.flatMap(
    ({ id, form, raterId, recordedAt, withdrawnAt, withdrawnBy }): News[] =>
      withdrawnAt === null
        ? [{ what: 'observed', id, form, at: recordedAt, by: raterId }]
        : [
            {
              what: 'observation-withdrawn',
              id,
              form,
              at: withdrawnAt,
              by: withdrawnBy ?? raterId,
            },
          ],
  );
}

async function rated({ db }: Reading, personId: string, since: Instant): Promise<News[]> {
  const requests = await listRequestsBy(db.read, personId);
  return requests.flatMap(({ id, peerId, outcome, closedAt }): News[] => {
    if (closedAt === null || closedAt < since) return [];
    if (outcome !== 'rated' && outcome !== 'declined') return [];
    return [{ what: `peer-${outcome}`, id, at: closedAt, by: peerId }];
  });
}

async function answered({ db }: Reading, personId: string, since: Instant): Promise<News[]> {
  const challenges = await listAnsweredSince(db.read, personId, since);
  return challenges.flatMap(({ evidenceId, competency, outcome, closedAt, closedBy }): News[] => {
    if (outcome === null || outcome === 'withdrawn' || closedAt === null) return [];
    return [
      {
        what: 'challenge-answered',
        evidenceId,
        competency,
        outcome,
        at: closedAt,
        by: closedBy ?? '',
      },
    ];
  });
}

async function signed({ db }: Reading, personId: string, since: Instant): Promise<News[]> {
  const signatures = await listSignaturesSince(db.read, personId, since);
  return signatures.map(
    ({ competency, level, signedAt, signedBy, withdrawnAt, withdrawnBy }): News =>
      withdrawnAt === null
        ? { what: 'signed', competency, level, at: signedAt, by: signedBy }
        : {
            what: 'signature-withdrawn',
            competency,
            level,
            at: withdrawnAt,
            by: withdrawnBy ?? signedBy,
          },
  );
}
