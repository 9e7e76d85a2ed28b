import { keepSnapshots } from '#features/catalogue/service.ts';
import { demoSignIns } from '#features/identity/service.ts';
import { refreshCourses } from '#features/learning/service.ts';
import { startJobs } from '#jobs/timetable.ts';
import { loadLibrary } from '#platform/content.ts';
import { environment } from '#platform/env.ts';
import { assembleApp, type HamkkeApp } from './app.ts';

let opening: Promise<HamkkeApp> | undefined;

/** The app of this server, opened at the first request: Astro imports the middleware at build time, when there is no database. */
export function theApp(): Promise<HamkkeApp> {
  opening ??= open();
  return opening;
}

async function open(): Promise<HamkkeApp> {
  const app = assembleApp(environment(), await loadLibrary());
  const changed = await keepSnapshots(app);
  await refreshCourses(app, changed);
  startJobs(app);
  const demo = await demoSignIns(app);
  return { ...app, isDemo: demo.length > 0 };
}
