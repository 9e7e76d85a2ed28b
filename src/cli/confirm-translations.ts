import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openFolder } from '#library/folder.ts';
import { readLibrary } from '#library/read.ts';
import { report } from '#library/report.ts';
import {
  confirmPairs,
  formatLock,
  isUnder,
  keyOf,
  LOCK_FILE,
  lockPath,
  readLock,
  standingOf,
} from '#library/translations.ts';

/**
 * `npm run confirm:translations [-- scenarios/heatwave-closure]`: somebody has read both languages of everything, or of what
 * is under the path, and says that they agree.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: '.' } },
});
const content = join(resolve(values.root), 'content');
const typed = positionals[0] ?? '';
const path = lockPath(typed);
const [{ pairs, problems }, read] = await Promise.all([
  readLibrary(resolve(values.root)),
  readLock(openFolder(content)),
]);
const chosen = pairs.filter((pair) => isUnder(keyOf(pair), path));

if (read.problems.length > 0) refuse(report(read.problems));
else if (chosen.length === 0) {
  refuse(
    `There are no texts under "${typed}". Name a file or folder of content/, such as scenarios/heatwave-closure, or a text as the check does.`,
  );
} else confirm();

function confirm(): void {
  const lock = read.lock ?? new Map<string, string>();
  const changed = chosen.filter((pair) => standingOf(lock, pair) !== 'confirmed');
  // While a file cannot be read, its texts seem to be gone; what is known of them is kept.
  const whole = !problems.some(
    ({ file, level }) => level === 'error' && (isUnder(file, path) || isUnder(path, file)),
  );
  const after = confirmPairs(lock, pairs, { path, whole });
  writeFileSync(join(content, LOCK_FILE), formatLock(after));
  for (const pair of changed) console.log(`  ${standingOf(lock, pair)}  ${keyOf(pair)}`);
  console.log(
    `Confirmed now: ${changed.length}. Confirmed before: ${chosen.length - changed.length}.`,
  );
}

function refuse(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
