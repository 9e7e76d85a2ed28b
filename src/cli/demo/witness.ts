import {
  answerChallenge,
  askPeer,
  challengeEvidence,
  escalateChallenges,
  observe,
  profileOf,
  rateOneself,
  ratePeer,
  signLevel,
} from '#features/competency/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Calendar } from './days.ts';
import { type DemoApp, done } from './demo-app.ts';
import {
  CHALLENGES,
  OBSERVATIONS,
  type PlannedChallenge,
  type PlannedObservation,
  type PlannedRequest,
  type PlannedSignature,
  REQUESTS,
  SELF_RATINGS,
  SIGNATURES,
} from './witness-plan.ts';

type Witnessing = {
  readonly app: DemoApp;
  readonly calendar: Calendar;
  readonly actorOf: (login: string) => Actor;
};

/** What people said of each other and of themselves, and who put their name under it. */
export async function bearWitness(witnessing: Witnessing): Promise<void> {
  const { app, calendar, actorOf } = witnessing;
  for (const one of OBSERVATIONS) await watch(witnessing, one);
  for (const { by, competency, level, ...when } of SELF_RATINGS) {
    app.clock.set(calendar.moment(when.daysAgo, when.at));
    const rating = { eventId: app.newId(), competency, level };
    done(await rateOneself(app, actorOf(by), rating));
  }
  for (const one of REQUESTS) await askAround(witnessing, one);
  for (const one of CHALLENGES) await argue(witnessing, one);
  for (const one of SIGNATURES) await sign(witnessing, one);
  app.clock.set(calendar.moment(0, '00:00'));
  await escalateChallenges(app);
}

async function watch(
  { app, calendar, actorOf }: Witnessing,
  { by, of, levels, challenged, ...rest }: PlannedObservation,
): Promise<void> {
  app.clock.set(calendar.moment(rest.daysAgo, rest.at));
  const stored = done(
    await observe(app, actorOf(by), {
      ...rest,
      eventId: app.newId(),
      personId: actorOf(of).personId,
      day: calendar.day(rest.daysAgo),
      levels: new Map(Object.entries(levels)),
    }),
  );
  if (challenged === undefined) return;
  const { competency, reason } = challenged;
  app.clock.set(calendar.moment(rest.daysAgo - 2, '09:10'));
  const evidenceId = `${stored.id}/${competency}`;
  done(await challengeEvidence(app, actorOf(of), { eventId: app.newId(), evidenceId, reason }));
}

async function askAround(
  { app, calendar, actorOf }: Witnessing,
  { by, to, competencies, message, answer, ...when }: PlannedRequest,
): Promise<void> {
  app.clock.set(calendar.moment(when.daysAgo, when.at));
  const peerId = actorOf(to).personId;
  const asking = { eventId: app.newId(), peerId, competencies, message };
  const { id: requestId } = done(await askPeer(app, actorOf(by), asking));
  if (answer === undefined) return;
  app.clock.set(calendar.moment(answer.daysAgo, answer.at));
  const levels = new Map(Object.entries(answer.levels));
  done(await ratePeer(app, actorOf(to), { requestId, levels, note: answer.note }));
}

async function argue(
  { app, calendar, actorOf }: Witnessing,
  { by, competency, reason, answer, ...when }: PlannedChallenge,
): Promise<void> {
  const actor = actorOf(by);
  app.clock.set(calendar.moment(when.daysAgo, when.at));
  const profile = done(await profileOf(app, actor, actor.personId));
  const pieces = profile.states.get(competency)?.pieces ?? [];
  const oldest = pieces.findLast(({ piece }) => piece.shown.kind === 'question')?.piece;
  if (oldest === undefined) throw new Error(`${by} has answered nothing about ${competency}`);
  const challenge = { eventId: app.newId(), evidenceId: oldest.id, reason };
  const { id: challengeId } = done(await challengeEvidence(app, actor, challenge));
  if (answer === undefined) return;
  app.clock.set(calendar.moment(answer.daysAgo, answer.at));
  const verdict = { challengeId, verdict: 'stands', answer: answer.text } as const;
  done(await answerChallenge(app, actorOf(answer.by), verdict));
}

async function sign(
  { app, calendar, actorOf }: Witnessing,
  { by, of, competency, ...when }: PlannedSignature,
): Promise<void> {
  app.clock.set(calendar.moment(when.daysAgo, when.at));
  const actor = actorOf(of);
  const profile = done(await profileOf(app, actor, actor.personId));
  const proposed = profile.states.get(competency)?.proposed;
  if (proposed?.status !== 'confirmed') throw new Error(`no level of ${of} in ${competency}`);
  const signing = { eventId: app.newId(), personId: actor.personId, competency };
  done(await signLevel(app, actorOf(by), { ...signing, level: proposed.level }));
}
