import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { isSlug } from '#kernel/id.ts';

const USAGE = `npm run new:course -- <course> [--area ${AREAS.join('|')}] [--audience ${AUDIENCES.join('|')}] [--lesson first-lesson]`;

/** Lays out the files of a course; `npm run check:content` then names every text that is still to be written. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    area: { type: 'string', default: AREAS[0] },
    audience: { type: 'string', default: AUDIENCES[0] },
    lesson: { type: 'string', default: 'first-lesson' },
    root: { type: 'string', default: '.' },
  },
});
const [course = ''] = positionals;
const content = join(resolve(values.root), 'content');
const refusal = reasonAgainst();
if (refusal === null) layOut();
else {
  console.error(`${refusal}\n${USAGE}`);
  process.exitCode = 1;
}

function reasonAgainst(): string | null {
  if (!isSlug(course)) return `"${course}" is not an id: lower-case letters, digits and hyphens.`;
  if (!isSlug(values.lesson)) return `"${values.lesson}" is not an id.`;
  if (!AREAS.some((area) => area === values.area)) return `There is no area "${values.area}".`;
  if (!AUDIENCES.some((audience) => audience === values.audience)) {
    return `There is no audience "${values.audience}".`;
  }
  return existsSync(join(content, 'courses', course)) ? `The course "${course}" exists.` : null;
}

function layOut(): void {
  const lesson = `courses/${course}/${values.lesson}`;
  const files: Record<string, string> = {
    [`courses/${course}/course.yaml`]: courseFile(),
    [`${lesson}/ko.mdx`]: lessonFile(),
    [`${lesson}/en.mdx`]: lessonFile(),
    [`${lesson}/items.yaml`]: itemsFile(),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
    console.log(`content/${file}`);
  }
  console.log(
    '\nWrite the empty texts; npm run check:content names them. content/README.md shows all that is possible.',
  );
}

function courseFile(): string {
  return `area: ${values.area}
audience: ${values.audience}
title: { ko: "", en: "" }
summary: { ko: "", en: "" }
minutes: 10
passPercent: 70
outcomes:
  - { competency: C1.1, ko: "", en: "" }
steps:
  - lesson: ${values.lesson}
`;
}

function lessonFile(): string {
  return `---
title: ""
summary: ""
minutes: 10
---

##

<Check id="first-question" />
`;
}

function itemsFile(): string {
  return `- id: first-question
  type: single
  competency: C1.1
  difficulty: 0
  prompt: { ko: "", en: "" }
  choices:
    - { id: right, text: { ko: "", en: "" }, rationale: { ko: "", en: "" }, correct: true }
    - { id: wrong, text: { ko: "", en: "" }, rationale: { ko: "", en: "" } }
  rationale: { ko: "", en: "" }
`;
}
