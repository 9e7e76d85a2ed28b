import type { ProgrammeApp } from '#features/programme/service.ts';
import type { SayWhy } from '#features/reminder/digest.ts';
import { remind } from '#features/reminder/service.ts';
import { translator } from '#i18n/index.ts';
import { sayWhy } from '#ui/components/programme/words.ts';

export const sayWhyIn: SayWhy = (required, date, locale) =>
  sayWhy(required, date, { t: translator(locale), locale });

/** Reminds people of what is due, and those above them of what is late. */
export async function remindPeople(app: ProgrammeApp): Promise<void> {
  const did = await remind(app, sayWhyIn);
  if (did !== null) app.log.info('people-reminded', did);
}
