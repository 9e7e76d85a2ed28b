import type { App } from '#kernel/ports.ts';
import type { WithFramework } from '../framework.ts';
import type { Model } from '../parameters.ts';
import type { CompetencyState } from '../profile.ts';
import { type Moment, timelineOf } from '../timeline.ts';
import { models } from './cells.ts';

type DetailApp = Pick<App, 'db' | 'clock'> & WithFramework;

/** How the estimate of one competency moved in time. Whoever has the state was allowed to see it. */
export async function timelineFor(
  app: DetailApp,
  competency: string,
  state: CompetencyState,
): Promise<Moment[]> {
  const modelOf = await modelsInForce(app);
  return timelineOf(
    state.pieces.map(({ piece }) => piece),
    app.clock.now(),
    modelOf(competency),
  );
}

/** What the newest calibration says of each competency, for rules that look ahead. */
export function modelsInForce(app: DetailApp): Promise<(competency: string) => Model> {
  return models(app, app.db.read);
}
