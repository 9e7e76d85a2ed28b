import {
  escalateExtensions,
  followProgrammes,
  type ProgrammeApp,
} from '#features/programme/service.ts';

/** Keeps what is required of people up to date and passes on requests for a later date that nobody answered. */
export async function followRequiredLearning(app: ProgrammeApp): Promise<void> {
  await followProgrammes(app);
  const passedOn = await escalateExtensions(app);
  if (passedOn > 0) app.log.info('extensions-passed-on', { passedOn });
}
