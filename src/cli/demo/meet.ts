import { compile } from '#features/scenario/compile.ts';
import { beginRun, choose, followRecorded, isOver, seatNow } from '#features/scenario/run.ts';
import { beginTogether, gather, joinRun, viewLobby } from '#features/scenario/service.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Actor } from '#kernel/rights.ts';
import { type DemoApp, done } from './demo-app.ts';
import type { Meeting } from './meetings.ts';
import { pick, take } from './play.ts';

/** Lets people gather and play together, to the end or to where they stopped; the seed settles their slips. */
export async function meet(
  app: DemoApp,
  actorOf: (login: string) => Actor,
  meeting: Meeting,
): Promise<void> {
  const scenario = app.scenarios.get(meeting.scenario);
  const [host, ...guests] = meeting.people;
  if (scenario === undefined || host === undefined) {
    throw new Error(`nobody can meet for ${meeting.scenario}`);
  }
  const opening = { eventId: app.newId(), scenarioId: scenario.id, seat: host.seat };
  const { runId } = done(await gather(app, actorOf(host.login), opening));
  const { key } = done(await viewLobby(app, actorOf(host.login), runId, 'ko'));
  for (const { login, seat } of guests) {
    app.clock.pass(1);
    done(await joinRun(app, actorOf(login), { runId, key, seat }));
  }
  if (meeting.decisions === 0) return;
  app.clock.pass(1);
  done(await beginTogether(app, actorOf(host.login), runId));
  const compiled = compile(scenario.logic);
  const game = { scenario, compiled, runId };
  const random = seededRandom(`${meeting.scenario} ${meeting.daysAgo}`);
  const present = meeting.people.map(({ seat }) => seat);
  const last = meeting.decisions ?? Number.POSITIVE_INFINITY;
  let state = followRecorded(compiled, beginRun(compiled), present);
  for (let decided = 0; !isOver(state) && decided < last; decided += 1) {
    app.clock.pass(2);
    const turn = seatNow(compiled, state);
    const decider = meeting.people.find(({ seat }) => seat === turn) ?? host;
    const choice = pick(compiled, state, random() < decider.care ? 0 : random());
    await take(app, actorOf(decider.login), { game, state, choice });
    state = followRecorded(compiled, choose(compiled, state, choice), present);
  }
}
