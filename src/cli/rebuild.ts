import { fileURLToPath } from 'node:url';
import { rebuildCells } from '#features/competency/service.ts';
import { rebuildProgress } from '#features/learning/service.ts';
import { rebuildHours } from '#features/transcript/service.ts';
import { readUnchecked } from '#library/read.ts';
import { assembleApp } from '../app.ts';
import { command } from './command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run rebuild`: makes everything that is cached again from the record and the evidence. Safe while people are learning. */
await command(async (env) => {
  const library = await readUnchecked(root);
  const app = assembleApp(env, library);
  try {
    const learners = await rebuildProgress(app);
    const cells = await rebuildCells(app);
    await rebuildHours(app);
    return `Made ${learners} progress rows, ${cells} competency cells and all hours again from the record.`;
  } finally {
    app.db.close();
  }
});
