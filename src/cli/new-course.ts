import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { isSlug } from '#kernel/id.ts';
import { layOut, reasonAgainst } from './lay-out.ts';

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
const refusal = isSlug(values.lesson)
  ? reasonAgainst(join(content, 'courses'), 'course', { ...values, id: course })
  : `"${values.lesson}" is not an id.`;
if (refusal === null) {
  layOut(content, files());
  console.log(
    '\nWrite the empty texts; npm run check:content names them. content/README.md shows all that is possible.',
  );
} else {
  console.error(`${refusal}\n${USAGE}`);
  process.exitCode = 1;
}

function files(): Record<string, string> {
  const lesson = `courses/${course}/${values.lesson}`;
  return {
    [`courses/${course}/course.yaml`]: courseFile(),
    [`${lesson}/ko.mdx`]: lessonFile(),
    [`${lesson}/en.mdx`]: lessonFile(),
    [`${lesson}/items.yaml`]: itemsFile(),
    [`${lesson}/sheets.yaml`]: sheetsFile(),
  };
}

function courseFile(): string {
  return `# yaml-language-server: $schema=../../schemas/course.schema.json
area: ${values.area}
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
outcome: ""
competencies: [C1.1]
---

##

<Sheet id="first-sheet" />

<Check id="first-question" />
`;
}

function itemsFile(): string {
  return `# yaml-language-server: $schema=../../../schemas/items.schema.json
- id: first-question
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

function sheetsFile(): string {
  return `# yaml-language-server: $schema=../../../schemas/sheets.schema.json
- id: first-sheet
  title: { ko: "", en: "" }
  purpose: { ko: "", en: "" }
  fields:
    - { id: first-line, type: line, label: { ko: "", en: "" } }
`;
}
