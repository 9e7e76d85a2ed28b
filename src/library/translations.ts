import { stringify } from 'yaml';
import { z } from 'zod';
import { asWarning, type ContentProblem } from '#features/catalogue/problem.ts';
import type { Locale } from '#kernel/text.ts';
import type { Folder } from './folder.ts';
import type { TextPair } from './text-pairs.ts';
import { fitting, parseYaml } from './yaml-file.ts';

export const LOCK_FILE = 'translations.lock.yaml';

/** What both sides of each pair were when somebody last confirmed that they agree: `korean english` by `place#id`. */
export type TranslationLock = ReadonlyMap<string, string>;
type Standing = 'confirmed' | 'new' | 'both-changed' | 'ko-changed' | 'en-changed';

const HEAD = `# The Korean and the English of each text as they were when somebody last confirmed that they say the same.
# Written by npm run confirm:translations; content/README.md explains it.
`;
const COMMAND = 'npm run confirm:translations --';
const NAMES: Readonly<Record<Locale, string>> = { ko: 'Korean', en: 'English' };

const lockSchema = z.record(
  z.string(),
  z.record(z.string(), z.string().regex(/^[0-9a-f]{8} [0-9a-f]{8}$/, 'two short hashes')),
);

/** `null` stands for a file that is missing, or cannot be read: that is said in a warning, for it keeps nobody from learning. */
export async function readLock(
  folder: Folder,
): Promise<{ lock: TranslationLock | null; problems: ContentProblem[] }> {
  const text = await folder.text(LOCK_FILE);
  if (text === null) return { lock: null, problems: [] };
  const { written, problems } = parseYaml(LOCK_FILE, text);
  const read = written && fitting({ ...written, value: written.value ?? {} }, lockSchema);
  if (!read?.value)
    return { lock: null, problems: [...problems, ...(read?.problems ?? [])].map(unread) };
  const entries = Object.entries(read.value).flatMap(([place, hashes]) =>
    Object.entries(hashes).map(([id, both]) => [`${place}#${id}`, both] as const),
  );
  return { lock: new Map(entries), problems: [] };
}

function unread(problem: ContentProblem): ContentProblem {
  const help = `Remove this line, also where two versions met: its text counts as unconfirmed until somebody compares it again.`;
  return { ...asWarning(problem), help };
}

/** The file's text: sorted, so that the same confirmations always look the same and two authors seldom meet on a line. */
export function formatLock(lock: TranslationLock): string {
  const places = Map.groupBy([...lock].sort(byKey), ([key]) => key.slice(0, key.indexOf('#')));
  const tree = [...places].map(([place, entries]) => [
    place,
    Object.fromEntries(entries.map(([key, both]) => [key.slice(place.length + 1), both])),
  ]);
  return `${HEAD}${stringify(Object.fromEntries(tree), { lineWidth: 0 })}`;
}

/**
 * Texts of which one language moved on without the other, each where it stayed behind, and, in one warning for each course,
 * scenario or list, the texts that nobody has confirmed yet. Where there is no lock, nobody keeps it and nothing is said.
 */
export function checkTranslations(
  lock: TranslationLock | null,
  pairs: readonly TextPair[],
): ContentProblem[] {
  if (lock === null) return [];
  const unconfirmed = pairs.filter((pair) =>
    ['new', 'both-changed'].includes(standingOf(lock, pair)),
  );
  const homes = Map.groupBy(unconfirmed, homeOf);
  return [
    ...pairs.flatMap((pair) => stale(pair, standingOf(lock, pair))),
    ...[...homes].map(([home, waiting]) => unconfirmedIn(home, waiting)),
  ];
}

/** The lock after somebody has confirmed everything under `path`; with `whole`, what is gone from there is forgotten. */
export function confirmPairs(
  lock: TranslationLock,
  pairs: readonly TextPair[],
  { path, whole }: { path: string; whole: boolean },
): TranslationLock {
  const kept = [...lock].filter(([key]) => !(whole && isUnder(key, path)));
  const confirmed = pairs.map((pair) => [keyOf(pair), bothOf(pair)] as const);
  return new Map([...kept, ...confirmed.filter(([key]) => isUnder(key, path))]);
}

/** Whether a `place#id`, a place or a file is `path` or inside it. The empty path is around everything. */
export function isUnder(key: string, path: string): boolean {
  return path === '' || key === path || key.startsWith(`${path}/`) || key.startsWith(`${path}#`);
}

/** A path as an author types or completes it, as the lock has it: without `content/`; a text file is its lesson's or scenario's. */
export function lockPath(typed: string): string {
  return typed
    .replaceAll('\\', '/')
    .replace(/^(\.\/)?(content(\/|$))?/, '')
    .replace(/\/+$/, '')
    .replace(/\/(ko|en)\.mdx$/, '#text')
    .replace(/\/(ko|en)\.md(?=#|$)/, '');
}

export const keyOf = ({ place, id }: TextPair) => `${place}#${id}`;

export function standingOf(lock: TranslationLock, pair: TextPair): Standing {
  const before = lock.get(keyOf(pair));
  if (before === undefined) return 'new';
  const [ko, en] = before.split(' ');
  const koChanged = ko !== pair.sides.ko.hash;
  const enChanged = en !== pair.sides.en.hash;
  if (koChanged && enChanged) return 'both-changed';
  if (koChanged) return 'ko-changed';
  return enChanged ? 'en-changed' : 'confirmed';
}

function stale(pair: TextPair, standing: Standing): ContentProblem[] {
  if (standing !== 'ko-changed' && standing !== 'en-changed') return [];
  const [changed, behind]: [Locale, Locale] =
    standing === 'ko-changed' ? ['ko', 'en'] : ['en', 'ko'];
  const { file, line } = pair.sides[behind];
  return [
    {
      code: 'translation-stale',
      level: 'warning',
      file,
      line,
      message: `The ${NAMES[changed]} of "${pair.id}" was changed, the ${NAMES[behind]} was not.`,
      help: `Bring the ${NAMES[behind]} in line, or leave it if it still says the same. Then: ${COMMAND} ${keyOf(pair)}`,
    },
  ];
}

function unconfirmedIn(home: string, waiting: readonly TextPair[]): ContentProblem {
  const [first] = waiting;
  const names = waiting.slice(0, 3).map((pair) => `"${pair.id}"`);
  const rest = waiting.length > 3 ? ` and ${waiting.length - 3} more` : '';
  const { file, line } = first?.sides.en ?? { file: home, line: 1 };
  return {
    code: 'translation-unconfirmed',
    level: 'warning',
    file,
    line,
    message: `New, or changed in both languages, and not compared since: ${names.join(', ')}${rest}.`,
    help: `When you have finished writing, read both languages side by side. Then: ${COMMAND} ${home}`,
  };
}

/** A course or scenario is written as a whole, a list such as the glossary file by file. */
function homeOf({ place }: TextPair): string {
  return /^(courses|scenarios)\/[^/]+/.exec(place)?.[0] ?? place;
}

const bothOf = ({ sides }: TextPair) => `${sides.ko.hash} ${sides.en.hash}`;
const byKey = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1);
