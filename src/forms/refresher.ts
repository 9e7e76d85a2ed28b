import { z } from 'zod';
import type { WithItems } from '#features/assessment/item.ts';
import type { Given } from '#features/assessment/item-kind.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import {
  beginRefresher,
  endRefresher,
  leaveSet,
  reviewCard,
  takeSet,
} from '#features/refresher/service.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { givenIn } from './assessment.ts';

type RefresherApp = App & WithItems & WithCatalogue;
/** What was typed into a card that could not be scored, and why. */
export type SentReview = {
  readonly object: string;
  readonly given: Given;
  readonly sure: string;
  readonly problem: Problem;
};
export type Sent =
  | { readonly done: true; readonly answered: string | null }
  | { readonly done: false; readonly review: SentReview | null; readonly problem: Problem };

const reviewForm = z.object({
  eventId: z.uuid().toLowerCase(),
  object: z.string().max(300),
  sure: z.enum(['yes', 'no']).optional(),
});
const OURS = new Set(['act', 'eventId', 'object', 'sure']);

/** The forms of the page of cards: `begin` and `end` of getting them, taking and leaving a course's set, the `answer` to one. */
export async function sendRefresher(
  app: RefresherApp,
  actor: Actor,
  form: FormData,
): Promise<Sent> {
  switch (form.get('act')) {
    case 'begin': {
      const begun = await beginRefresher(app, actor, { minutes: Number(form.get('minutes')) });
      return begun.ok ? { done: true, answered: null } : refused(begun.problem);
    }
    case 'take-set':
    case 'leave-set': {
      const change = form.get('act') === 'take-set' ? takeSet : leaveSet;
      const courseId = String(form.get('course') ?? '');
      const outcome = await change(app, actor, { courseId });
      return outcome.ok ? { done: true, answered: null } : refused(outcome.problem);
    }
    case 'end':
      await endRefresher(app, actor);
      return { done: true, answered: null };
    default:
      return sendReview(app, actor, form);
  }
}

async function sendReview(app: RefresherApp, actor: Actor, form: FormData): Promise<Sent> {
  const sent = reviewForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return refused({ code: 'form-incomplete' });
  const { eventId, object, sure = '' } = sent.data;
  const given = givenIn(form, OURS);
  const again = (problem: Problem) => refused(problem, { object, given, sure, problem });
  if (sure === '') return again({ code: 'refresher-sure-missing', field: 'sure' });
  const input = { eventId, object, sure: sure === 'yes', response: given };
  const outcome = await reviewCard(app, actor, input);
  return outcome.ok ? { done: true, answered: eventId } : again(outcome.problem);
}

function refused(problem: Problem, review: SentReview | null = null): Sent {
  return { done: false, review, problem };
}
