import { checkScenario } from '#features/scenario/check.ts';
import { compile } from '#features/scenario/compile.ts';
import { explore } from '#features/scenario/explore.ts';
import { readUnchecked } from '#library/read.ts';
import { root } from '../../src/cli/setup.mjs';

/** How long it takes to check every scenario, all its paths included. At most 20 seconds for all of them is wanted. */
const WANTED_MS = 20_000;

const library = await readUnchecked(root);
const known = {
  competencies: new Set<string>(),
  lessons: new Set<string>(),
  sources: new Set<string>(),
};
const rows = library.scenarios.map((scenario) => {
  const before = process.cpuUsage();
  const start = performance.now();
  checkScenario(scenario, known);
  const { user, system } = process.cpuUsage(before);
  return {
    scenario: scenario.id,
    ms: Math.round(performance.now() - start),
    'processor (ms)': Math.round((user + system) / 1000),
    situations: explore(compile(scenario.logic)).vertices.length,
  };
});
const total = (figure: 'ms' | 'processor (ms)') => rows.reduce((sum, row) => sum + row[figure], 0);
console.table(rows);
console.log(
  `${rows.length} scenarios in ${total('ms')} ms, ${total('processor (ms)')} ms of processor time; wanted: at most ${WANTED_MS} ms on an idle machine`,
);
