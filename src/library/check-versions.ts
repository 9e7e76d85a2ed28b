import type { Fact } from '#features/catalogue/fact.ts';
import { type Unmarked, unmarkedIn } from '#features/catalogue/mark-changes.ts';
import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import type { ReadCourse, ReadLesson } from './read-courses.ts';
import { type PlacedSection, sectionsIn } from './sections.ts';

const COMMAND = 'npm run confirm:changes --';

/**
 * Edits of which nobody has said yet whether they change what people learned, each at its section. Lessons without a first
 * version are named in one warning a course; where no lesson has one, nobody keeps versions and nothing is said.
 */
export function checkVersions(
  courses: readonly ReadCourse[],
  facts: readonly Written<Fact>[],
): ContentProblem[] {
  const known = new Map(facts.map(({ value }) => [value.id, value]));
  const isKept = courses.some(({ lessons }) => lessons.some(({ versions }) => versions !== null));
  if (!isKept) return [];
  return courses.flatMap(({ draft, lessons }) => [
    ...lessons.flatMap((lesson) => unmarkedOf(lesson, sectionsIn(lesson, known))),
    ...unpublished(draft.id, lessons),
  ]);
}

function unmarkedOf(
  { draft, versions }: ReadLesson,
  sections: readonly PlacedSection[],
): ContentProblem[] {
  // Without a readable text nothing can be compared, and that is said elsewhere.
  if (versions === null || sections.length === 0) return [];
  return unmarkedIn(versions.value.sections, sections).map((one) => ({
    code: 'change-unmarked',
    level: 'error',
    file: one.at === null ? versions.file : `${draft.folder}/en.mdx`,
    line: one.at === null ? 1 : (sections[one.at]?.lines.en ?? 1),
    message: messageOf(one),
    help: helpFor(`${draft.course}/${draft.id}#${one.id}`),
  }));
}

function messageOf({ how, heading, id }: Unmarked): string {
  const name = heading.en === '' ? id : `"${heading.en}"`;
  if (how === 'new') return `The section ${name} is new.`;
  if (how === 'gone') return `The section ${name} is gone.`;
  return `The section ${name}, or a question, drawing, sheet or fact in it, reads otherwise than when it was last confirmed.`;
}

function helpFor(place: string): string {
  return `Would somebody who learned it before do something otherwise now? Then: ${COMMAND} ${place} --substantive "바뀐 점 한 문장" "What changed, in a sentence". If not, the same with --editorial. While nobody learns from it yet: ${COMMAND} ${place.replace(/#.*/, '')} --first`;
}

function unpublished(course: string, lessons: readonly ReadLesson[]): ContentProblem[] {
  const [first, ...others] = lessons.filter(({ versions }) => versions === null);
  if (first === undefined) return [];
  const rest = others.length > 0 ? ` and ${others.length} more lessons` : '';
  return [
    {
      code: 'versions-missing',
      level: 'warning',
      file: `${first.draft.folder}/en.mdx`,
      line: 1,
      message: `"${first.draft.id}"${rest} of this course have no first version: later changes would go unnoticed.`,
      help: `When people begin to learn from it: ${COMMAND} ${course} --first`,
    },
  ];
}
