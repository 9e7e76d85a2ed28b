import type { Audience } from '#features/catalogue/course.ts';
import type { Level, WithFramework } from '#features/competency/framework.ts';
import { modelsInForce, type Profile } from '#features/competency/service.ts';
import type { App } from '#kernel/ports.ts';
import { type ShowingApp, showingsOf } from './showing.ts';
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
