import { fileURLToPath } from 'node:url';
import { type Calibrated, calibrate } from '#features/competency/service/calibrate.ts';
import { readUnchecked } from '#library/read.ts';
import { assembleApp } from '../app.ts';
import { command } from './command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SHOWN = 10;

/**
 * `npm run calibrate`: learns from all evidence how hard questions and how stern raters are, keeps it as a further version
 * and makes every competency cell again with it. Running it twice changes nothing. Safe while people are learning.
 */
await command(async (env) => {
  const library = await readUnchecked(root);
  const app = assembleApp(env, library);
  try {
    return sayWhatChanged(await calibrate(app));
  } finally {
    app.db.close();
  }
});

function sayWhatChanged({ version, changes, rebuilt, ...basis }: Calibrated): string {
  const from = `${basis.answers} first answers and ${basis.ratings} ratings of ${basis.people} people`;
  const cells = rebuilt > 0 ? [`${rebuilt} competency cells were made again.`] : [];
  if (changes === null) {
    return [`Nothing new in ${from}: calibration ${version} stands.`, ...cells].join('\n');
  }
  return [
    `Calibration ${version}, from ${from}.`,
    `${changes.newItems} questions are new; ${changes.items.length} moved by 0.1 logits or more.`,
    ...changes.items
      .slice(0, SHOWN)
      .map(({ source, from: was, to }) => `  ${was.toFixed(2)} → ${to.toFixed(2)}  ${source}`),
    ...(changes.items.length > SHOWN ? [`  … and ${changes.items.length - SHOWN} more.`] : []),
    `${changes.raters.length} raters have another severity than before.`,
    ...cells,
  ].join('\n');
}
