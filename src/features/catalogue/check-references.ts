import { LOCALES, type Locale } from '#kernel/text.ts';
import { type CourseDraft, type Draft, itemsFile, type LessonDraft, sheetsFile } from './draft.ts';
import { idsOf, type LessonText } from './lesson-text.ts';
import { type ContentProblem, problemIn } from './problem.ts';

type Known = Record<'Term' | 'Fact' | 'Cite' | 'Scenario' | 'Agency', ReadonlySet<string>>;

const WHERE = {
  Term: 'the glossary (content/glossary)',
  Fact: 'the facts (content/facts)',
  Cite: 'the sources (content/sources)',
  Scenario: 'the scenarios (content/scenarios)',
  Agency: 'the agencies (content/agencies.yaml)',
};

/** Finds ids that name nothing, and questions and figures that are not placed exactly once. */
export function checkReferences(draft: Draft): ContentProblem[] {
  const ids = <T extends { id: string }>(entries: { value: T }[]) =>
    new Set(entries.map(({ value }) => value.id));
  const sources = ids(draft.sources);
  const known: Known = {
    Term: ids(draft.terms),
    Fact: ids(draft.facts),
    Cite: sources,
    Scenario: draft.scenarios,
    Agency: ids(draft.agencies),
  };
  const unsourced = draft.facts
    .filter(({ value }) => !sources.has(value.source))
    .map((fact) =>
      problemIn(fact, ['source'], 'source-unknown', {
        message: `The fact "${fact.value.id}" rests on "${fact.value.source}", which is not among the sources.`,
        help: nearest(fact.value.source, sources),
      }),
    );
  return [
    ...unsourced,
    ...draft.courses.flatMap((course) => checkCourse(course, draft)),
    ...draft.courses.flatMap(({ lessons }) =>
      lessons.flatMap((lesson) => checkLesson(lesson, known, draft.competencies)),
    ),
  ];
}

function checkCourse(course: CourseDraft, draft: Draft): ContentProblem[] {
  const { written } = course;
  if (written === null) return [];
  const folders = new Set(course.lessons.map(({ id }) => id));
  const steps = written.value.steps.flatMap((step, index) => {
    if ('assessment' in step) return checkAssessment(course, index);
    if ('lesson' in step) {
      return folders.has(step.lesson)
        ? []
        : [
            problemIn(written, ['steps', index, 'lesson'], 'lesson-unknown', {
              message: `The lesson "${step.lesson}" has no folder.`,
              help: nearest(step.lesson, folders),
            }),
          ];
    }
    return draft.scenarios.has(step.scenario)
      ? []
      : [
          problemIn(written, ['steps', index, 'scenario'], 'scenario-unknown', {
            message: `"${step.scenario}" is not among ${WHERE.Scenario}.`,
            help: nearest(step.scenario, draft.scenarios),
          }),
        ];
  });
  const outcomes = written.value.outcomes.flatMap(({ competency }, index) =>
    draft.competencies.has(competency)
      ? []
      : [
          problemIn(written, ['outcomes', index, 'competency'], 'competency-unknown', {
            message: `The framework has no competency ${competency}.`,
            help: nearest(competency, draft.competencies),
          }),
        ],
  );
  return [...steps, ...outcomes];
}

function checkAssessment({ written, lessons }: CourseDraft, index: number): ContentProblem[] {
  const step = written?.value.steps[index];
  if (written === null || !step || !('assessment' in step)) return [];
  const asked = lessons.reduce((sum, lesson) => sum + lesson.items.length, 0);
  const path = ['steps', index, 'assessment'];
  const found: ContentProblem[] = [];
  if (index !== written.value.steps.length - 1) {
    const message = 'The final assessment is not the last step.';
    const help = 'Put it at the end: it draws from everything before it.';
    found.push(problemIn(written, path, 'assessment-not-last', { message, help }));
  }
  if (asked < step.assessment.items) {
    const message = `The final assessment draws ${step.assessment.items} questions, and the course has ${asked}.`;
    const help = 'Draw fewer, or write more: the more there are, the more two attempts differ.';
    found.push(problemIn(written, path, 'assessment-too-large', { message, help }));
  }
  return found;
}

function checkLesson(
  lesson: LessonDraft,
  known: Known,
  competencies: ReadonlySet<string>,
): ContentProblem[] {
  const items = lesson.items.flatMap((item) =>
    item.value.competency === undefined || competencies.has(item.value.competency)
      ? []
      : [
          problemIn(item, ['competency'], 'competency-unknown', {
            message: `The question "${item.value.id}" shows ${item.value.competency}, which the framework does not have.`,
            help: nearest(item.value.competency, competencies),
          }),
        ],
  );
  const texts = LOCALES.flatMap((locale) => {
    const text = lesson.texts[locale]?.text;
    return text ? [...checkIds(text, known), ...checkPlacement(lesson, text)] : [];
  });
  const heads = LOCALES.flatMap((locale) => checkHead(lesson, locale, competencies));
  return [...items, ...heads, ...texts];
}

function checkHead(
  { texts }: LessonDraft,
  locale: Locale,
  competencies: ReadonlySet<string>,
): ContentProblem[] {
  const head = texts[locale]?.frontMatter;
  return (head?.value.competencies ?? []).flatMap((competency, index) =>
    !head || competencies.has(competency)
      ? []
      : [
          problemIn(head, ['competencies', index], 'competency-unknown', {
            message: `The lesson teaches ${competency}, which the framework does not have.`,
            help: nearest(competency, competencies),
          }),
        ],
  );
}

function checkIds(text: LessonText, known: Known): ContentProblem[] {
  return text.marks.flatMap((mark) => {
    const { name } = mark;
    const id = mark.attributes['id'];
    if (!isReference(name) || !id || known[name].has(id)) return [];
    return [
      {
        code: `${name.toLowerCase()}-unknown`,
        level: 'error',
        file: text.file,
        line: mark.line,
        message: `"${id}" is not among ${WHERE[name]}.`,
        help: nearest(id, known[name]),
      } satisfies ContentProblem,
    ];
  });
}

/** What is laid down beside the text and placed in it. */
const PLACED = {
  Check: { word: 'question', key: 'id' },
  Sheet: { word: 'sheet', key: 'id' },
  Figure: { word: 'figure', key: 'name' },
} as const;
type Placed = { name: keyof typeof PLACED; known: string[]; where: string };

function checkPlacement(lesson: LessonDraft, text: LessonText): ContentProblem[] {
  const ids = (entries: { value: { id: string } }[]) => entries.map(({ value }) => value.id);
  const placed: Placed[] = [
    { name: 'Check', known: ids(lesson.items), where: itemsFile(lesson) },
    { name: 'Sheet', known: ids(lesson.sheets), where: sheetsFile(lesson) },
    {
      name: 'Figure',
      known: lesson.figures.map(({ name }) => name),
      where: `${lesson.folder}/figures`,
    },
  ];
  return placed.flatMap((one) => [...unknownIds(text, one), ...placedOnce(lesson, text, one)]);
}

function unknownIds(text: LessonText, { name, known, where }: Placed): ContentProblem[] {
  const { word, key } = PLACED[name];
  return text.marks.flatMap((mark) => {
    const id = mark.name === name ? mark.attributes[key] : null;
    if (!id || known.includes(id)) return [];
    const message = `There is no ${word} "${id}" in ${where}.`;
    const help = nearest(id, new Set(known));
    return [
      { code: `${word}-unknown`, level: 'error', file: text.file, line: mark.line, message, help },
    ];
  });
}

function placedOnce(
  lesson: LessonDraft,
  text: LessonText,
  { name, known }: Placed,
): ContentProblem[] {
  const { word, key } = PLACED[name];
  const places = idsOf(text, name);
  return known.flatMap((id): ContentProblem[] => {
    const times = places.filter((place) => place === id).length;
    if (times === 1 || (times > 1 && name === 'Figure')) return [];
    const again = text.marks.findLast((mark) => mark.name === name && mark.attributes[key] === id);
    const message =
      times === 0
        ? `The ${word} "${id}" is nowhere in this text.`
        : `The ${word} "${id}" stands in this text ${times} times.`;
    const help =
      times === 0
        ? `Put <${name} ${key}="${id}" /> where it belongs, or remove it from ${lesson.folder}.`
        : 'Keep one of them.';
    return [
      {
        code: `${word}-placed-${times === 0 ? 'nowhere' : 'twice'}`,
        level: 'error',
        file: text.file,
        line: again?.line ?? 1,
        message,
        help,
      },
    ];
  });
}

const isReference = (name: string): name is keyof Known => Object.hasOwn(WHERE, name);

/** A suggestion for a name that is nearly right. */
function nearest(id: string, known: ReadonlySet<string>): string {
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: distance(id, candidate) }))
    .filter(({ candidate, distance: steps }) => steps <= Math.max(2, candidate.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return best
    ? `Did you mean "${best.candidate}"? Otherwise add "${id}" there.`
    : `Correct the id, or add "${id}" there.`;
}

/** How many letters must change to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
