import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import {
  type Row,
  readHeader,
  readRow,
  type Table,
  TableError,
  toAnswers,
} from '#features/competency/prediction/answer-table.ts';
import { type Evaluation, evaluate } from '#features/competency/prediction/evaluate.ts';
import type { Metrics } from '#features/competency/prediction/metrics.ts';

/**
 * `npm run evaluate -- answers.csv [--json]`: how well the competency model predicts answers it has not seen, beside four
 * baselines. The file has a header with learner, item, skill, correct and order in any sequence. Nothing is stored.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [file, ...others] = positionals;
if (file === undefined || others.length > 0) {
  console.error('Name one file: npm run evaluate -- answers.csv [--json]');
  process.exitCode = 1;
} else {
  await run(file);
}

async function run(path: string): Promise<void> {
  try {
    const evaluation = evaluate([], toAnswers(await readTable(path)));
    const { model, baselines } = evaluation;
    console.log(values.json ? JSON.stringify({ model, baselines }) : sayIn(evaluation));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function readTable(path: string): Promise<Table> {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  );
  const rows: Row[] = [];
  const problems: string[] = [];
  let columns: ReturnType<typeof readHeader> | null = null;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    if (columns === null) {
      columns = readHeader(record);
      continue;
    }
    const row = readRow(record, columns, info.lines);
    if (typeof row === 'string') problems.push(row);
    else rows.push(row);
  }
  if (columns === null) throw new TableError(['The file is empty.']);
  return { rows, problems };
}
/** What csv-parse gives with `info`. */
type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function sayIn({ model, baselines, modelOnFirstAnswers, counts }: Evaluation): string {
  const repeats = counts.answers - counts.firstAnswers;
  const lines = [
    `${counts.answers} answers of ${counts.learners} learners to ${counts.items} items of ${counts.skills} skills.`,
    'Each answer is predicted from earlier answers of the same learner, with parameters learned from other learners (5 folds).',
    '',
    line('', ['AUC', 'log-loss', 'calibration error']),
    line('two-layer model', figures(model)),
    line('item mean', figures(baselines.itemMean)),
    line('running average', figures(baselines.runningAverage)),
    line('Elo', figures(baselines.elo)),
    line('BKT', figures(baselines.bkt)),
  ];
  if (repeats > 0) {
    lines.push(
      '',
      `${repeats} answers are to an item the same learner had answered before. They are easy to predict where a file`,
      'repeats one answer for each skill of an item. On first answers alone the model has:',
      line('two-layer model', figures(modelOnFirstAnswers)),
    );
  }
  return lines.join('\n');
}

function figures({ auc, logLoss, ece }: Metrics): string[] {
  return [auc.toFixed(4), logLoss.toFixed(4), ece.toFixed(4)];
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(19)).join('');
}
