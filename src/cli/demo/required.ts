import type { Rule, Timing } from '#features/programme/programme.ts';
import {
  answerExtension,
  askExtension,
  createProgramme,
  escalateExtensions,
  excuse,
  followProgrammes,
  recordAbsence,
  requiredFor,
  setAttribute,
} from '#features/programme/service.ts';
import { isQuiet } from '#features/reminder/quiet.ts';
import { remind } from '#features/reminder/service.ts';
import { sayWhyIn } from '#jobs/remind.ts';
import { addDays, dayAt, type Instant, startOfDay } from '#kernel/date.ts';
import type { Actor } from '#kernel/rights.ts';
import { type DemoApp, done } from './demo-app.ts';
import {
  ABSENCES,
  type DemoProgramme,
  EXCUSES,
  GRADES,
  programmesOf,
  REQUESTS,
  type Town,
} from './required-plan.ts';

type Office = { readonly app: DemoApp; readonly town: Town; readonly office: Actor };
const PLAIN: Omit<Timing, 'recurs'> = {
  opensBefore: 30,
  graceDays: 0,
  validMonths: null,
  credit: 'any-time',
  joinDays: 0,
};

/** The administrator sets what is required, each programme on its day, and people are asked for it from then on. */
export async function requireLearning({ app, town, office }: Office): Promise<void> {
  const inTime = programmesOf(town).toSorted((a, b) => b.since - a.since);
  for (const [login, grade] of Object.entries(GRADES)) {
    const attribute = { personId: town.person(login), name: 'grade', value: grade };
    done(await setAttribute(app, office, attribute));
  }
  for (const { since, rules, ...body } of inTime) {
    app.clock.set(town.calendar.moment(since, '08:00'));
    const whole = rules.map((rule, at) => wholeRule(rule, { at, from: town.calendar.day(since) }));
    const input = { eventId: app.newId(), body: { ...body, rules: whole }, why: body.reason.ko };
    done(await createProgramme(app, office, input));
    await followProgrammes(app);
  }
}

function wholeRule(
  { timing, ...rule }: DemoProgramme['rules'][number],
  { at, from }: { at: number; from: string },
): Rule {
  const rest = { who: [], duty: 'required', reason: null, ...rule } as const;
  return {
    ...rest,
    who: [...rest.who],
    id: `rule-${at + 1}`,
    from,
    timing: { ...PLAIN, ...timing },
  };
}

/** After people were moved and given positions: absences, wishes for more time and their answers, somebody excused. */
export async function liveWithClocks({ app, town, office }: Office): Promise<void> {
  const { calendar, person } = town;
  app.clock.set(calendar.moment(19, '07:00'));
  await followProgrammes(app);
  for (const { person: login, kind, from, to, why } of ABSENCES) {
    app.clock.set(calendar.moment(from, '08:00'));
    const days = { fromDay: calendar.day(from), toDay: calendar.day(to) };
    const input = { eventId: app.newId(), personId: person(login), kind, why, ...days };
    done(await recordAbsence(app, office, input));
  }
  for (const { person: login, programme, daysAgo, reason } of EXCUSES) {
    app.clock.set(calendar.moment(daysAgo, '15:00'));
    const period = await periodOf(app, { personId: person(login), programme });
    const input = { eventId: app.newId(), personId: person(login), ...period, reason };
    done(await excuse(app, office, input));
  }
  for (const request of REQUESTS) await ask({ app, town, office }, request);
}

async function ask(
  { app, town, office }: Office,
  { person, programme, asked, until, reason, answer }: (typeof REQUESTS)[number],
): Promise<void> {
  const { calendar } = town;
  const actor: Actor = { personId: town.person(person), roles: ['civil-servant'] };
  app.clock.set(calendar.moment(asked, '11:00'));
  const period = await periodOf(app, { personId: actor.personId, programme });
  const eventId = app.newId();
  const asking = { eventId, ...period, wantedUntil: calendar.day(until), reason };
  done(await askExtension(app, actor, asking));
  if (answer === undefined) return;
  app.clock.set(calendar.moment(answer.days, '16:00'));
  const outcome = answer.until === null ? 'refused' : 'granted';
  const day = calendar.day(answer.until ?? until);
  const answering = { extensionId: eventId, outcome, until: day, answer: answer.words } as const;
  done(await answerExtension(app, office, answering));
}

/** Brings everything up to today, as the jobs do on a server that has run all along; reminders went on the last working morning. */
export async function bringUpToDate(app: DemoApp): Promise<void> {
  const now = app.clock.now();
  app.clock.set(lastMorning(app, now));
  await followProgrammes(app);
  await remind(app, sayWhyIn);
  app.clock.set(now);
  await followProgrammes(app);
  await escalateExtensions(app);
}

const MORNING_MS = 9 * 3_600_000;

/** Nine o'clock of the latest working day on which it has struck nine. */
function lastMorning(app: DemoApp, now: Instant): Instant {
  let day = dayAt(now - MORNING_MS, app.zone);
  while (isQuiet(startOfDay(day, app.zone) + MORNING_MS, app)) day = addDays(day, -1);
  return startOfDay(day, app.zone) + MORNING_MS;
}

async function periodOf(
  app: DemoApp,
  { personId, programme }: { personId: string; programme: string },
): Promise<{ programmeId: string; period: string }> {
  const required = await requiredFor(app, personId);
  const found = required.find((one) => one.programme.body.name.en === programme);
  if (found === undefined) throw new Error(`nobody asks for ${programme}`);
  return { programmeId: found.programmeId, period: found.period.key };
}
