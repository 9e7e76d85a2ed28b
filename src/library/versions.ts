import { stringify } from 'yaml';
import { factSchema } from '#features/catalogue/fact.ts';
import type { KeptSection, PresentSection } from '#features/catalogue/section.ts';
import { openFolder } from './folder.ts';
import { readCourses } from './read-courses.ts';
import { readEntries } from './read-entries.ts';
import { sectionsIn } from './sections.ts';

/** A lesson as far as its versions go. */
export type VersionedLesson = {
  /** `course/lesson` */
  readonly name: string;
  /** `courses/<course>/<lesson>/versions.yaml` */
  readonly file: string;
  readonly kept: readonly KeptSection[];
  readonly present: readonly PresentSection[];
  /** Whether its files could be read; otherwise nothing can be said of its sections. */
  readonly isSound: boolean;
};

/** The lessons under a path such as `agree-act-account` or `agree-act-account/buy-for-value`; all of them for an empty one. */
export async function versionedLessons(content: string, path: string): Promise<VersionedLesson[]> {
  const folder = openFolder(content);
  const [courses, facts] = await Promise.all([
    readCourses(folder),
    readEntries(folder, 'facts', factSchema),
  ]);
  const known = new Map(facts.entries.map(({ value }) => [value.id, value]));
  return courses
    .flatMap(({ lessons }) => lessons)
    .map((lesson): VersionedLesson => {
      const { draft, versions, problems } = lesson;
      const present = sectionsIn(lesson, known);
      return {
        name: `${draft.course}/${draft.id}`,
        file: `${draft.folder}/versions.yaml`,
        kept: versions?.value.sections ?? [],
        present,
        isSound: problems.length === 0 && present.length > 0,
      };
    })
    .filter(({ name }) => path === '' || name === path || name.startsWith(`${path}/`));
}

/** A path as an author types or completes it: `course/lesson#section` of a file or folder of the content. */
export function versionsPath(typed: string): { path: string; section: string | null } {
  const [place = '', section = null] = typed.replaceAll('\\', '/').split('#');
  const path = place
    .replace(/^(\.\/)?(content(\/|$))?(courses(\/|$))?/, '')
    .replace(/\/[^/]+\.(mdx|yaml)$/, '')
    .replace(/\/+$/, '');
  return { path, section };
}

const HEAD = `# The sections of this lesson as they were when somebody last said what changed in them.
# Written by npm run confirm:changes; content/README.md explains it.
`;

/** The text of `versions.yaml`. */
export function formatVersions(sections: readonly KeptSection[]): string {
  return `${HEAD}${stringify({ sections }, { lineWidth: 0 })}`;
}
