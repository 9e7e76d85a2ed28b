import type { Audience } from '#features/catalogue/course.ts';
import type { Level, WithFramework } from '#features/competency/framework.ts';
import { modelsInForce, type Profile, profileOf } from '#features/competency/service.ts';
import type { PersonGaps } from '#features/position/gap.ts';
import { gapsOfPerson } from '#features/position/service.ts';
import { countDue } from '#features/refresher/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { FORGOTTEN_AFTER, type Recommendation, recommend } from './recommend.ts';
import { type ShowingApp, showingsOf } from './showing.ts';
import { deleteDismissal, deleteDismissalsBefore, listDismissals, saveDismissal } from './store.ts';
import { type Way, wantedLevel, waysToRaise } from './ways.ts';

type RecommendationApp = App & WithFramework & ShowingApp;

/** What would raise one competency of a profile fastest. Whoever has the profile was allowed to see it. */
export async function waysFor(
  app: RecommendationApp,
  profile: Profile,
  about: {
    readonly competency: string;
    readonly audience: Audience;
    /** The level a position asks for; null without one. */
    readonly target: Level | null;
  },
): Promise<Way[]> {
  const state = profile.states.get(about.competency);
  if (state === undefined) return [];
  const modelOf = await modelsInForce(app);
  const seeker = { audience: about.audience, played: playedIn(profile) };
  return waysToRaise(
    state.pieces.map(({ piece }) => piece),
    showingsOf(app, about.competency, seeker),
    {
      wanted: wantedLevel(state, about.target),
      now: app.clock.now(),
      model: modelOf(about.competency),
    },
  );
}

function playedIn({ states }: Profile): Set<string> {
  const pieces = [...states.values()].flatMap((state) => state.pieces);
  const sources = pieces.map(({ piece }) => piece.source);
  return new Set(
    sources
      .filter((source) => source.startsWith('scenario:'))
      .map((source) => source.slice('scenario:'.length)),
  );
}

/** Where somebody stands, and how far that is from what is asked of them. */
export type Grounds = { readonly profile: Profile; readonly gaps: PersonGaps };

/**
 * What the actor could do next, at most five things; nobody sees those of others. A page that has read the actor's own
 * grounds already hands them over.
 */
export async function recommendationsFor(
  app: RecommendationApp,
  actor: Actor,
  known: Grounds | null = null,
): Promise<Recommendation[]> {
  const { personId } = actor;
  const grounds = known ?? (await groundsOf(app, actor));
  if (grounds === null || grounds.profile.personId !== personId) return [];
  const { profile, gaps } = grounds;
  const audience = actor.roles.includes('civil-servant') ? 'official' : 'resident';
  const seeker = { audience, played: playedIn(profile) } as const;
  return recommend({
    states: profile.states,
    targets: new Map(gaps.gaps.map(({ target }) => [target.competency, target.level])),
    now: app.clock.now(),
    modelOf: await modelsInForce(app),
    showings: (competency) => showingsOf(app, competency, seeker),
    cards: await countDue(app, actor),
    dismissals: await listDismissals(app.db.read, personId),
  });
}

async function groundsOf(app: RecommendationApp, actor: Actor): Promise<Grounds | null> {
  const { personId } = actor;
  const profile = await profileOf(app, actor, personId);
  const gaps = await gapsOfPerson(app, actor, { personId });
  return profile.ok && gaps.ok ? { profile: profile.value, gaps: gaps.value } : null;
}

/**
 * "Not now": the recommendation does not come back for 60 days or until things stand differently. Doing it again changes
 * nothing; one that is not recommended any more is refused.
 */
export async function setAside(
  app: RecommendationApp,
  actor: Actor,
  { key }: { readonly key: string },
): Promise<Result<'stored' | 'already-there'>> {
  const { personId } = actor;
  const offered = await recommendationsFor(app, actor);
  const chosen = offered.find((one) => one.key === key);
  const at = app.clock.now();
  return app.db.write(async (tx) => {
    const kept = await listDismissals(tx, personId);
    if (chosen === undefined) {
      const isKept = kept.some((one) => one.key === key);
      return isKept ? ok('already-there') : refuse({ code: 'recommendation-gone' });
    }
    await deleteDismissalsBefore(tx, personId, at - FORGOTTEN_AFTER);
    await saveDismissal(tx, personId, { key, situation: chosen.situation, at });
    return ok('stored');
  });
}

/** Takes a "not now" of the actor back; one that is not there is no fault. */
export async function takeBack(
  app: Pick<App, 'db'>,
  { personId }: Actor,
  { key }: { readonly key: string },
): Promise<Result<'stored'>> {
  await app.db.write((tx) => deleteDismissal(tx, personId, key));
  return ok('stored');
}
