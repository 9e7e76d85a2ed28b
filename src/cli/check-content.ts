import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coverageOf, coverageTable } from '#library/coverage.ts';
import { readLibrary } from '#library/read.ts';
import { checkReading, HARDEST_GRADE, LONGEST_MEAN, readingTable } from '#library/reading-level.ts';
import { report } from '#library/report.ts';

/**
 * `node src/cli/check-content.ts [--only courses/agree-act-account] [project folder]`
 * lists everything to mend in the content, by file. Ends with 1 when there are errors.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
});
const { library, problems: found, draft } = await readLibrary(resolve(positionals[0] ?? '.'));
const all = [...found, ...checkReading(draft)];
const problems = all.filter(({ file }) => file.startsWith(values.only));
const errors = problems.filter(({ level }) => level === 'error').length;
const lessons = library.courses.reduce((sum, course) => sum + course.lessons.length, 0);

console.log(report(problems));
if (values.only === '') {
  console.log(
    `How hard lessons are to read (! above grade ${HARDEST_GRADE} or ${LONGEST_MEAN} eojeol a sentence):\n`,
  );
  console.log(`${readingTable(draft)}\n`);
}
if (values.only === '' || values.only.startsWith('competencies')) {
  console.log(`Where each competency is taught and shown (! marks a gap):\n`);
  console.log(`${coverageTable(library, coverageOf(library))}\n`);
}
console.log(
  `Courses: ${library.courses.length}. Lessons: ${lessons}. Scenarios: ${library.scenarios.length}. Errors to mend: ${errors}. Warnings to look at: ${problems.length - errors}.`,
);
process.exitCode = errors > 0 ? 1 : 0;
