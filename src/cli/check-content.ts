import { resolve } from 'node:path';
import type { ContentProblem } from '#features/catalogue/problem.ts';
import { readLibrary } from '#library/read.ts';

/**
 * `node src/cli/check-content.ts [project folder] [--only courses/agree-act-account]`
 * lists everything to mend in the content, by file. Ends with 1 when there are errors.
 */
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : '';
const [root = '.'] = process.argv.slice(2).filter((word) => word !== '--only' && word !== only);

const { library, problems: all } = await readLibrary(resolve(root));
const problems = all.filter(({ file }) => file.startsWith(only ?? ''));
const errors = problems.filter(({ level }) => level === 'error').length;
for (const [file, found] of Map.groupBy(problems, (problem) => problem.file)) {
  console.log(`\ncontent/${file}`);
  for (const problem of found) console.log(describe(problem));
}
const lessons = library.courses.reduce((sum, course) => sum + course.lessons.length, 0);
console.log(
  `\n${library.courses.length} courses, ${lessons} lessons: ${errors} to mend, ${problems.length - errors} to look at.`,
);
process.exitCode = errors > 0 ? 1 : 0;

function describe({ line, level, path, message, help, code }: ContentProblem): string {
  const place = path ? `line ${line}, ${path}` : `line ${line}`;
  return `  ${level === 'error' ? '✗' : '·'} ${place}: ${message} [${code}]\n      ${help}`;
}
