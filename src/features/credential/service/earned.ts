import { findCompetency } from '#features/competency/framework.ts';
import { progressOf, viewCourse } from '#features/learning/service.ts';
import { type ProgrammeApp, type RequiredOf, requiredFor } from '#features/programme/service.ts';
import { validUntil } from '#features/programme/standing.ts';
import { dayAt, endOfDay, startOfDay } from '#kernel/date.ts';
import type { Actor } from '#kernel/rights.ts';
import { LOCALES, type Text } from '#kernel/text.ts';
import {
  type Achievement,
  type AchievementName,
  readKey,
  type WithBadgeWords,
} from '../achievement.ts';

export type EarningApp = ProgrammeApp & WithBadgeWords;

/** Everything a person finished that a certificate can be had of, the latest first. From the record, at this moment. */
export async function earnedBy(app: EarningApp, actor: Actor): Promise<Achievement[]> {
  const rows = await progressOf(app, [actor.personId]);
  const finished = rows.filter(({ completedAt }) => completedAt !== null);
  const courses = await Promise.all(
    finished.map(({ courseId }) => earnedCourse(app, actor, courseId)),
  );
  const required = await requiredFor(app, actor.personId);
  const programmes = required.map((one) => earnedProgramme(app, one));
  return [...courses, ...programmes]
    .filter((one) => one !== null)
    .sort((a, b) => b.earnedAt - a.earnedAt);
}

/** One achievement, if the record says that the person has it. */
export async function earnedOne(
  app: EarningApp,
  actor: Actor,
  { key, period }: AchievementName,
): Promise<Achievement | null> {
  const named = readKey(key);
  if (named === null) return null;
  if (named.kind === 'course') return period === '' ? earnedCourse(app, actor, named.id) : null;
  const required = await requiredFor(app, actor.personId);
  const one = required.find(
    ({ programmeId, period: own }) => programmeId === named.id && own.key === period,
  );
  return one ? earnedProgramme(app, one) : null;
}

async function earnedCourse(
  app: EarningApp,
  actor: Actor,
  courseId: string,
): Promise<Achievement | null> {
  const view = await viewCourse(app, actor, courseId);
  if (!view.ok) return null;
  const { course, status } = view.value;
  const { completedAt: earnedAt, score } = status;
  if (earnedAt === null) return null;
  const isShown = status.satAt === null;
  const values = { steps: course.steps.length, total: score.total, needed: score.needed };
  const ids = [...new Set(course.outcomes.map(({ competency }) => competency))];
  return {
    key: `course:${course.id}`,
    period: '',
    name: course.title,
    description: course.summary,
    criteria: app.badgeWords(
      isShown ? 'course-shown' : score.total > 0 ? 'course' : 'course-plain',
      values,
    ),
    minutes: isShown ? null : course.minutes,
    competencies: ids.flatMap((id) => {
      const competency = findCompetency(app.framework, id);
      return competency ? [{ id, name: competency.name }] : [];
    }),
    earnedAt,
    earnedOn: dayAt(earnedAt, app.zone),
    validUntil: null,
  };
}

function earnedProgramme(app: EarningApp, required: RequiredOf): Achievement | null {
  const { programme, programmeId, period, doneOn } = required;
  if (doneOn === null) return null;
  const done = required.items.filter((one) => one.doneOn !== null).map(({ item }) => item);
  const minutes = done.map(({ kind, id }) =>
    kind === 'course' ? (app.catalogue.course(id)?.minutes ?? 0) : 0,
  );
  const sum = minutes.reduce((all, one) => all + one, 0);
  const until = validUntil(required);
  return {
    key: `programme:${programmeId}`,
    period: period.key,
    name: programme.body.name,
    description: required.reason,
    criteria: criteriaOf(app, done),
    minutes: sum > 0 ? sum : null,
    competencies: [],
    earnedAt: startOfDay(doneOn, app.zone),
    earnedOn: doneOn,
    validUntil: until === null ? null : endOfDay(until, app.zone),
  };
}

type Thing = RequiredOf['items'][number]['item'];

/** What was done for a programme, by name in each language. */
function criteriaOf(app: EarningApp, done: readonly Thing[]): Text {
  const things = done.map((thing) => nameOfThing(app, thing)).filter((name) => name !== null);
  const [ko = '', en = ''] = LOCALES.map((locale) => {
    const listed = things.map((name) => name[locale]).join(', ');
    return app.badgeWords(listed === '' ? 'programme-plain' : 'programme', { things: listed })[
      locale
    ];
  });
  return { ko, en };
}

/** A level that was confirmed says which. An observation is somebody's judgement in private and is not named. */
function nameOfThing(app: EarningApp, thing: Thing): Text | null {
  switch (thing.kind) {
    case 'course':
      return app.catalogue.course(thing.id)?.title ?? null;
    case 'question-set':
      return app.questionSets.get(thing.id)?.title ?? null;
    case 'scenario': {
      const words = app.scenarios.get(thing.id)?.words;
      const ko = words?.ko['title']?.label;
      const en = words?.en['title']?.label;
      return ko && en ? { ko, en } : null;
    }
    case 'competency': {
      const competency = findCompetency(app.framework, thing.id);
      if (competency === undefined) return null;
      const level = app.framework.levels[thing.level as 1 | 2 | 3 | 4]; // The schema allows no other.
      const named = (locale: keyof Text) => `${competency.name[locale]} (${level[locale]})`;
      return { ko: named('ko'), en: named('en') };
    }
    case 'observation':
      return null;
  }
}
