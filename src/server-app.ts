import type { Database } from '#db/client.ts';
import { keepOffers, keepSnapshots } from '#features/catalogue/service.ts';
import { keepWordings } from '#features/competency/service.ts';
import { signingKeys } from '#features/credential/service.ts';
import { demoSignIns } from '#features/identity/service.ts';
import { refreshCourses } from '#features/learning/service.ts';
import { loadPositions } from '#features/position/service.ts';
import { nameProgrammes } from '#features/programme/service.ts';
import { keepPublished } from '#features/transcript/service.ts';
import { startJobs } from '#jobs/timetable.ts';
import { loadLibrary } from '#platform/content.ts';
import { environment } from '#platform/env.ts';
import { assembleApp, type HamkkeApp } from './app.ts';

/** What an app of this process holds open. */
type Open = { readonly db: Database; readonly stopJobs: () => Promise<void> };

let opening: Promise<HamkkeApp> | undefined;

/** The app of this server, opened at the first request: Astro imports the middleware at build time, when there is no database. */
export function theApp(): Promise<HamkkeApp> {
  opening ??= open();
  return opening;
}

async function open(): Promise<HamkkeApp> {
  const library = await loadLibrary();
  const before = heldOpen();
  await before?.stopJobs();
  const app = assembleApp(environment(), library, before?.db);
  const changed = await keepSnapshots(app);
  await refreshCourses(app, changed);
  await keepOffers(app);
  await keepWordings(app);
  await loadPositions(app);
  await nameProgrammes(app);
  await signingKeys(app);
  await keepPublished(app);
  holdOpen({ db: app.db, stopJobs: startJobs(app) });
  const demo = await demoSignIns(app);
  return { ...app, isDemo: demo.length > 0 };
}

const KEY = Symbol.for('hamkke.open');

/**
 * `astro dev` loads these modules again after a change, and with them comes another app. It takes over the database of the
 * one before it, and that one's jobs end: otherwise every change would leave an open handle and a second set of jobs.
 */
function heldOpen(): Open | undefined {
  return Reflect.get(globalThis, KEY) as Open | undefined; // Put there below, by this or an earlier loading.
}

function holdOpen(open: Open): void {
  Reflect.set(globalThis, KEY, open);
}
