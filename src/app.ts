import { uuidv7 } from 'uuidv7';
import { type Database, openDatabase } from '#db/client.ts';
import type { WithItems } from '#features/assessment/item.ts';
import { questionSetsOf, type WithQuestionSets } from '#features/assessment/question-set.ts';
import { catalogueOf, type WithCatalogue } from '#features/catalogue/course.ts';
import { careOf } from '#features/cohort/service.ts';
import type { WithCare } from '#features/competency/care.ts';
import type { WithCoverage } from '#features/competency/coverage.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import {
  observationFormsOf,
  type WithObservationForms,
} from '#features/competency/observation-form.ts';
import type { WithBadgeWords } from '#features/credential/achievement.ts';
import type { WithIssuer } from '#features/credential/issuer.ts';
import type { WithDuties } from '#features/duty/duty.ts';
import { type SessionCookie, sessionCookie } from '#features/identity/cookie.ts';
import type { WithPositionDrafts } from '#features/position/position.ts';
import { type WithCalendar, workCalendar } from '#features/programme/calendar.ts';
import type { WithReadyProgrammes } from '#features/programme/ready.ts';
import { scenariosOf, type WithScenarios } from '#features/scenario/source.ts';
import type { WithSheets } from '#features/sheet/sheet.ts';
import { surveysOf, type WithSurveys } from '#features/survey/survey.ts';
import { badgeWords } from '#i18n/badge-words.ts';
import type { App, Notary } from '#kernel/ports.ts';
import { coverageOf } from '#library/coverage.ts';
import type { Library } from '#library/library.ts';
import { notaryUnder } from '#platform/credentials/notary.ts';
import type { Env } from '#platform/env.ts';
import { newSecret, sha256, signWith } from '#platform/hashing.ts';
import { createLog } from '#platform/log.ts';
import { argon2Passwords } from '#platform/passwords.ts';
import { memoryThrottle } from '#platform/throttle.ts';

/** Everything that works together in one process. Services ask for the part they need. */
export type HamkkeApp = App &
  WithCatalogue &
  WithFramework &
  WithCoverage &
  WithObservationForms &
  WithCare &
  WithPositionDrafts &
  WithReadyProgrammes &
  WithDuties &
  WithSurveys &
  WithItems &
  WithQuestionSets &
  WithScenarios &
  WithSheets &
  WithCalendar &
  WithIssuer &
  WithBadgeWords & {
    readonly notary: Notary;
    readonly env: Env;
    readonly cookie: SessionCookie;
    /** Whether demonstration people exist, in which case every page says so. */
    readonly isDemo: boolean;
  };

/** Puts an app together without asking the database anything: for the server, commands and tests. */
export function assembleApp(
  env: Env,
  library: Library,
  db: Database = openDatabase(env.databaseUrl, env.databaseAuthToken),
): HamkkeApp {
  return {
    env,
    db,
    clock: { now: () => Date.now() },
    newId: () => uuidv7(),
    newSecret,
    hash: sha256,
    sign: signWith(env.secret),
    passwords: argon2Passwords(),
    signInThrottle: memoryThrottle(),
    zone: env.timeZone,
    log: createLog(env.logLevel),
    catalogue: catalogueOf(library),
    items: library.items,
    questionSets: questionSetsOf(library.questionSets),
    sheets: library.sheets,
    framework: library.framework,
    coverage: coverageOf(library),
    observationForms: observationFormsOf(library.observationForms),
    care: careOf({ db }),
    positionDrafts: library.positionDrafts,
    readyProgrammes: library.readyProgrammes,
    duties: library.duties,
    surveys: surveysOf(library.surveys),
    scenarios: scenariosOf(library.scenarios),
    calendar: workCalendar(library.calendars),
    issuer: { origin: env.origin, name: env.issuerName },
    badgeWords,
    notary: notaryUnder(env.secret),
    cookie: sessionCookie(env.origin),
    isDemo: false,
  };
}
