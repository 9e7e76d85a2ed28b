import type { Reader, Tx } from '#db/client.ts';
import { type Answer, answersTo } from '#features/assessment/answer.ts';
import { evidenceFrom } from '#features/assessment/evidence.ts';
import type { WithItems } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import { score, validate } from '#features/assessment/response.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import { addEvidence } from '#features/competency/service.ts';
import { appendStatement, findStatement, statementsAbout } from '#features/record/service.ts';
import type { Statement } from '#features/record/statement.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Day, Instant } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { answeredHere, deckFrom, dueCards, type Fact, factsIn } from './deck.ts';
import { type CardSet, cardSetsOf, unmetCards } from './set.ts';
import { deletePlan, deleteSet, findPlan, findSets, savePlan, saveSet } from './store.ts';
import { cardsLeft, MINUTES, weekAt } from './week.ts';

type RefresherApp = App & WithItems & WithCatalogue;

/** A person's cards as they stand. */
export type Refresher = {
  /** Minutes a week they chose. */
  readonly minutes: number;
  /** How many facts they have met. */
  readonly known: number;
  /** Cards of taken sets they have not met yet. */
  readonly unmet: number;
  /** What may be asked now: the likeliest to be forgotten, then what is new; no more than this week still holds. */
  readonly due: readonly Fact[];
  readonly answeredThisWeek: number;
  /** Cards are due, but this week has had its minutes. */
  readonly isFull: boolean;
  readonly nextWeek: Day;
  /** When the next card comes round; null when there is none or one is due. */
  readonly nextAt: Instant | null;
};

/** The actor's own cards; null when they have not asked for any. */
export async function refresherOf(app: RefresherApp, actor: Actor): Promise<Refresher | null> {
  const plan = await findPlan(app.db.read, actor.personId);
  return plan === null ? null : standing(app.db.read, app, { actor, minutes: plan.minutes });
}

/** How many cards wait for somebody; 0 for whoever has not asked for any. */
export async function countDue(app: RefresherApp, actor: Actor): Promise<number> {
  return (await refresherOf(app, actor))?.due.length ?? 0;
}

/** From now on the person is asked again, for so many minutes a week. Saying it again changes the minutes. */
export async function beginRefresher(
  app: RefresherApp,
  { personId }: Actor,
  { minutes }: { minutes: number },
): Promise<Result<'stored'>> {
  if (!MINUTES.some((choice) => choice === minutes)) {
    return refuse({ code: 'refresher-minutes', field: 'minutes' });
  }
  const plan = { personId, minutes, since: app.clock.now() };
  await app.db.write((tx) => savePlan(tx, plan));
  return ok('stored');
}

/** No more cards. What was answered stays on record, so that beginning again goes on from there. */
export async function endRefresher(
  app: RefresherApp,
  { personId }: Actor,
): Promise<Result<'stored'>> {
  await app.db.write((tx) => deletePlan(tx, personId));
  return ok('stored');
}

/** A course's cards as they stand for somebody. */
export type OwnSet = CardSet & {
  readonly isTaken: boolean;
  /** How many of its cards they have answered, in lessons or here. */
  readonly met: number;
};

/** The card sets of all courses; for nobody signed in, none is taken. */
export async function cardSetsFor(app: RefresherApp, actor: Actor | null): Promise<OwnSet[]> {
  const facts = factsIn(app);
  const sets = cardSetsOf(app.catalogue.courses(), facts);
  if (actor === null) return sets.map((set) => ({ ...set, isTaken: false, met: 0 }));
  const objects = facts.map(({ object }) => object);
  const [taken, statements] = await Promise.all([
    findSets(app.db.read, actor.personId),
    statementsAbout(app.db.read, actor.personId, objects),
  ]);
  const met = new Set(deckFrom(facts, statements).map(({ object }) => object));
  return sets.map((set) => ({
    ...set,
    isTaken: taken.includes(set.courseId),
    met: set.facts.filter(({ object }) => met.has(object)).length,
  }));
}

/** From now on all cards of a course come, met or not. Whoever got no cards yet gets them, for the fewest minutes a week. */
export async function takeSet(
  app: RefresherApp,
  actor: Actor,
  { courseId }: { courseId: string },
): Promise<Result<'stored'>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const { personId } = actor;
  const sets = cardSetsOf(app.catalogue.courses(), factsIn(app));
  if (!sets.some((set) => set.courseId === courseId)) return refuse({ code: 'set-unknown' });
  const since = app.clock.now();
  await app.db.write(async (tx) => {
    const plan = await findPlan(tx, personId);
    if (plan === null) await savePlan(tx, { personId, minutes: MINUTES[0], since });
    await saveSet(tx, { personId, courseId, since });
  });
  return ok('stored');
}

/** The course's cards that were never answered come no longer; those that were stay known. */
export async function leaveSet(
  app: RefresherApp,
  { personId }: Actor,
  { courseId }: { courseId: string },
): Promise<Result<'stored'>> {
  await app.db.write((tx) => deleteSet(tx, { personId, courseId }));
  return ok('stored');
}

export type ReviewInput = {
  readonly eventId: string;
  /** `course/lesson/item`. */
  readonly object: string;
  readonly sure: boolean;
  readonly response: Given;
};

/**
 * Scores the answer to a card that is due and keeps it, with what it shows of the competency, all or nothing. The same
 * event sent again answers what was stored. It counts towards no course.
 */
export async function reviewCard(
  app: RefresherApp,
  actor: Actor,
  input: ReviewInput,
): Promise<Result<Answer>> {
  if (!may(actor, 'learn', { owner: actor.personId })) return refuse({ code: 'not-allowed' });
  const fact = factsIn(app).find(({ object }) => object === input.object);
  if (fact === undefined) return refuse({ code: 'item-unknown' });
  return app.db.write(async (tx) => {
    const kept = await findStatement(tx, input.eventId);
    if (kept !== null) return storedReview(actor, input, kept);
    const plan = await findPlan(tx, actor.personId);
    if (plan === null) return refuse({ code: 'refresher-not-begun' });
    const { due } = await standing(tx, app, { actor, minutes: plan.minutes });
    if (!due.some(({ object }) => object === input.object)) return refuse({ code: 'card-not-due' });
    const response = validate(fact.item, input.response);
    if (!response.ok) return response;
    const result = { v: 1, response: response.value, sure: input.sure } as const;
    const statement = reviewStatement(app, actor, {
      fact,
      input,
      result: { ...result, ...score(fact.item, response.value) },
    });
    await appendStatement(tx, statement);
    await addEvidence(tx, app, [evidenceFrom(fact.item, statement)]);
    return storedReview(actor, input, statement);
  });
}

/** An answer of the actor's own, for saying what was right in it; null when there is none under this id. */
export async function findReview(
  app: RefresherApp,
  actor: Actor,
  eventId: string,
): Promise<{ fact: Fact; answer: Answer } | null> {
  const kept = await findStatement(app.db.read, eventId);
  if (kept === null || kept.actorId !== actor.personId || kept.courseId !== null) return null;
  const fact = factsIn(app).find(({ object }) => object === kept.objectId);
  const [answer] = answersTo([kept], kept.objectId);
  return fact && answer ? { fact, answer } : null;
}

type AnsweredStatement = Statement & { verb: 'answered' };
type Reviewed = {
  readonly fact: Fact;
  readonly input: ReviewInput;
  readonly result: AnsweredStatement['result'];
};

function reviewStatement(
  app: RefresherApp,
  { personId }: Actor,
  { fact, input, result }: Reviewed,
): AnsweredStatement {
  const now = app.clock.now();
  return {
    id: input.eventId,
    actorId: personId,
    verb: 'answered',
    objectType: 'item',
    objectId: fact.object,
    objectVersion: app.hash(canonical(fact.item)),
    courseId: null,
    result,
    occurredAt: now,
    recordedAt: now,
  };
}

function storedReview(actor: Actor, { object }: ReviewInput, kept: Statement): Result<Answer> {
  const [answer] = answersTo([kept], object);
  return kept.actorId === actor.personId && kept.courseId === null && answer
    ? ok(answer)
    : refuse({ code: 'event-used' });
}

async function standing(
  reader: Reader | Tx,
  app: RefresherApp,
  { actor, minutes }: { actor: Actor; minutes: number },
): Promise<Refresher> {
  const facts = factsIn(app);
  const objects = facts.map(({ object }) => object);
  const statements = await statementsAbout(reader, actor.personId, objects);
  const now = app.clock.now();
  const week = weekAt(now, app.zone);
  const deck = deckFrom(facts, statements);
  const taken = await findSets(reader, actor.personId);
  const unmet = unmetCards(cardSetsOf(app.catalogue.courses(), facts), {
    taken,
    met: new Set(deck.map(({ object }) => object)),
  });
  const due = [...dueCards(deck, now), ...unmet];
  const answeredThisWeek = answeredHere(statements, week.startsAt);
  const left = cardsLeft(minutes, answeredThisWeek);
  const next = Math.min(...deck.map(({ memory }) => memory.dueAt));
  return {
    minutes,
    known: deck.length,
    unmet: unmet.length,
    due: due.slice(0, left),
    answeredThisWeek,
    isFull: due.length > 0 && left === 0,
    nextWeek: week.next,
    nextAt: due.length > 0 || deck.length === 0 ? null : next,
  };
}
