import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { freshPath } from '#tests/support/database.ts';
import { simulatedAnswers } from '#tests/support/simulated-answers.ts';

const COMMAND = join(import.meta.dirname, '../../src/cli/evaluate.ts');
const run = promisify(execFile);

function written(lines: readonly string[]): string {
  const path = freshPath('answers.csv');
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return path;
}

test('the command reads a table and prints the model beside its baselines', async () => {
  const answers = simulatedAnswers({ seed: 'command', learners: 40, answersEach: 15 });
  const rows = answers.map(
    ({ learner, item, skill, correct }, at) =>
      `${at},"${skill}",${item},${correct ? 1 : 0},${learner}`,
  );
  const path = written(['order,skill,item,correct,learner', ...rows]);
  const { model, baselines, ...rest } = JSON.parse(
    (await run(process.execPath, [COMMAND, path, '--json'])).stdout,
  );
  assert.deepEqual(rest, {});
  assert.deepEqual(Object.keys(baselines), ['itemMean', 'runningAverage', 'elo', 'bkt']);
  for (const { auc, logLoss, ece } of [model, ...Object.values<typeof model>(baselines)]) {
    assert.ok(auc > 0.4 && auc < 1 && logLoss > 0 && ece >= 0);
  }
  const { stdout } = await run(process.execPath, [COMMAND, path]);
  assert.match(stdout, /600 answers of 40 learners/);
  assert.match(stdout, /two-layer model +0\.\d{4} +0\.\d{4} +0\.\d{4}/);
});

test('the command names the lines it cannot read', async () => {
  const path = written(['learner,item,skill,correct,order', 'a,b,c,1,1', 'a,b,c,maybe,2']);
  await assert.rejects(run(process.execPath, [COMMAND, path]), /Line 3: correct is "maybe"/);
  await assert.rejects(run(process.execPath, [COMMAND]), /Name one file/);
  await assert.rejects(run(process.execPath, [COMMAND, '/nowhere.csv']), /no such file/);
});
