import type { Attempt } from '#features/assessment/attempt.ts';
import type { QuestionSet } from '#features/assessment/question-set.ts';
import { toGiven } from '#features/assessment/response.ts';
import { answerInAttempt, viewSet } from '#features/assessment/service.ts';
import type { Actor } from '#kernel/rights.ts';
import type { LearningTestApp } from './civics.ts';
import { codeOf } from './people.ts';

const text = (words: string) => ({ ko: words, en: words });

/** Four questions of the course `civics`, three of which must be right; two tries in ten days, a day apart. */
export const CIVICS_SET: QuestionSet = {
  id: 'show-civics',
  title: text('Show it'),
  purpose: text('Shows that you can live together.'),
  minutes: 5,
  from: { courses: ['civics'] },
  size: 4,
  passPercent: 75,
  tries: { waitDays: 1, most: 2, inDays: 10 },
};

export function withSets(app: LearningTestApp, ...sets: readonly QuestionSet[]): LearningTestApp {
  return { ...app, questionSets: new Map(sets.map((set) => [set.id, set])) };
}

/** The attempt one would meet on the page: the one under way, or the next one. */
export async function attemptFor(
  app: LearningTestApp,
  actor: Actor,
  setId: string,
): Promise<Attempt> {
  const view = await viewSet(app, actor, setId);
  if (!view.ok) throw new Error(`no question set ${setId}`);
  return view.value.following ?? view.value.latest;
}

/** Answers so many questions of the attempt under way, or the next one; says what came of the last. */
export async function answerSet(
  app: LearningTestApp,
  actor: Actor,
  { setId, choices }: { setId: string; choices: readonly ('yes' | 'no')[] },
): Promise<string> {
  let outcome = 'nothing';
  for (const choice of choices) {
    const { attempt, open } = await attemptFor(app, actor, setId);
    const [next] = open;
    if (next === undefined) return 'nothing-asked';
    const { courseId, lessonId, item } = next;
    outcome = await codeOf(
      answerInAttempt(app, actor, {
        ...{ eventId: app.newId(), setId, attempt, courseId, lessonId, itemId: item.id },
        response: toGiven(item, { type: 'single', choice }),
      }),
    );
  }
  return outcome;
}
