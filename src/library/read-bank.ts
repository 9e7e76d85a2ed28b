import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { type Bank, NO_BANK } from '#features/scenario/bank.ts';
import { checkBank } from '#features/scenario/checks/bank.ts';
import type { Words } from '#features/scenario/words.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Folder } from './folder.ts';
import { readWords } from './read-words.ts';

/** The messages any scenario may use, and where each stands. `null` stands for a file that is missing. */
export type ReadBank = {
  bank: Bank;
  files: Record<Locale, Written<Words> | null>;
  problems: ContentProblem[];
};

/** Reads `injects/ko.md` and `injects/en.md`. There need not be a bank; half of one is a problem. */
export async function readBank(folder: Folder): Promise<ReadBank> {
  const help = 'Every message has its words in both languages.';
  const [ko, en] = await Promise.all(
    LOCALES.map((locale) => readWords(folder, `injects/${locale}.md`, help)),
  );
  const files = { ko: ko?.written ?? null, en: en?.written ?? null };
  if (files.ko === null && files.en === null) return { bank: NO_BANK, files, problems: [] };
  const bank = { ko: files.ko?.value ?? {}, en: files.en?.value ?? {} };
  const reading = [...(ko?.problems ?? []), ...(en?.problems ?? [])];
  const isWhole = files.ko !== null && files.en !== null;
  return { bank, files, problems: [...reading, ...(isWhole ? placed(bank, files) : [])] };
}

function placed(bank: Bank, files: ReadBank['files']): ContentProblem[] {
  return checkBank(bank).flatMap(({ file, path, ...problem }) => {
    const written = file === 'ko' || file === 'en' ? files[file] : null;
    if (written === null) return [];
    return [{ ...problem, file: written.file, line: written.lineOf(path), path: path.join('.') }];
  });
}
