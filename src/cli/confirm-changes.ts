import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  markChanged,
  markFirst,
  type Said,
  type Unmarked,
} from '#features/catalogue/mark-changes.ts';
import { dayAt } from '#kernel/date.ts';
import {
  formatVersions,
  type VersionedLesson,
  versionedLessons,
  versionsPath,
} from '#library/versions.ts';
import { environment } from '#platform/env.ts';

/**
 * `npm run confirm:changes -- <course>/<lesson>[#section] --substantive "바뀐 점" "What changed"` says what an edit means to
 * people who learned the text before; with `--editorial`, that it means nothing to them. `--first` takes texts nobody has
 * learned from yet as their first version: of a lesson, of a course, or of everything. `--checks one,other` names the
 * questions that ask for what changed, where they are not those of the section.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    first: { type: 'boolean', default: false },
    editorial: { type: 'boolean', default: false },
    substantive: { type: 'boolean', default: false },
    checks: { type: 'string' },
    root: { type: 'string', default: '.' },
  },
});
const content = join(resolve(values.root), 'content');
const [typed = '', ko = '', en = ''] = positionals;
const { path, section } = versionsPath(typed);
const lessons = await versionedLessons(content, path);
const broken = lessons.filter(({ isSound }) => !isSound);
const checks = values.checks?.split(',').filter((id) => id !== '') ?? null;
const asked = new Set(lessons.flatMap(({ present }) => present.flatMap((one) => one.checks)));
const strange = checks?.filter((id) => !asked.has(id)) ?? [];
const ways = [values.first, values.editorial, values.substantive].filter(Boolean);

if (ways.length !== 1) refuse('Say one of --first, --editorial and --substantive.');
else if (lessons.length === 0) {
  refuse(`There is no lesson "${typed}". Name it as agree-act-account/buy-for-value.`);
} else if (broken.length > 0) {
  const names = broken.map(({ name }) => name).join(', ');
  refuse(`First mend what npm run check:content says of: ${names}.`);
} else if (strange.length > 0) refuse(`No question there is called ${strange.join(', ')}.`);
else if (values.first) confirmFirst();
else if (path === '')
  refuse('Name a course or a lesson: an edit is looked at before it is marked.');
else if (ko.trim() === '' || en.trim() === '') {
  refuse('Say what changed in one sentence in each language: "바뀐 점" "What changed".');
} else confirmChanged({ ko, en });

function confirmFirst(): void {
  let count = 0;
  for (const lesson of lessons) {
    const { sections, refused } = markFirst(lesson.kept, lesson.present);
    if (refused.length > 0) {
      tell(lesson, refused);
      refuse('These have a history: people learned from them. Say --editorial or --substantive.');
    }
    count += write(lesson, sections) ? 1 : 0;
  }
  console.log(`First versions written: ${count}. As they were: ${lessons.length - count}.`);
}

function confirmChanged(what: Said['what']): void {
  const kind = values.editorial ? 'editorial' : 'substantive';
  const on = dayAt(Date.now(), environment().timeZone);
  let count = 0;
  for (const lesson of lessons) {
    if (lesson.kept.length === 0) {
      refuse(`${lesson.name} has no first version yet: use --first.`);
      continue;
    }
    const { sections, marked } = markChanged(lesson.kept, lesson.present, {
      ...{ kind, on, what },
      only: section,
      checks,
    });
    tell(lesson, marked);
    count += marked.length;
    if (marked.length > 0) write(lesson, sections);
  }
  if (count === 0) refuse('Nothing there was changed since it was last confirmed.');
  else console.log(`Marked as ${kind}: ${count}.`);
}

function write({ file, kept }: VersionedLesson, sections: VersionedLesson['kept']): boolean {
  const text = formatVersions(sections);
  if (kept.length > 0 && text === formatVersions(kept)) return false;
  writeFileSync(join(content, file), text);
  return true;
}

function tell({ name }: VersionedLesson, sections: readonly Unmarked[]): void {
  for (const { how, id, heading } of sections) {
    console.log(`  ${how}  ${name}#${id}  ${heading.en}`);
  }
}

function refuse(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
