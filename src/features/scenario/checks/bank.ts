import { LOCALES } from '#kernel/text.ts';
import type { Bank } from '../bank.ts';
import type { ScenarioProblem } from '../problem.ts';
import { checkScript, checkText } from './words.ts';

/** Every message of the bank is there in every language, says something and is in its language. */
export function checkBank(bank: Bank): ScenarioProblem[] {
  const ids = [...new Set(LOCALES.flatMap((locale) => Object.keys(bank[locale])))];
  return LOCALES.flatMap((locale) =>
    ids.flatMap((id) => {
      const section = bank[locale][id];
      const script = section === undefined ? [] : checkScript(locale, id, section);
      return [...checkText(locale, id, section), ...script];
    }),
  );
}
