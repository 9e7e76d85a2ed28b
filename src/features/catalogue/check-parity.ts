import type { LessonDraft } from './draft.ts';
import type { FrontMatter } from './lesson.ts';
import { idsOf, type LessonText } from './lesson-text.ts';
import type { ContentProblem, Written } from './problem.ts';

type Pair = { ko: LessonText; en: LessonText };

/** Finds what one language of a lesson has and the other has not. Problems are reported at the English text. */
export function checkParity({ texts }: LessonDraft): ContentProblem[] {
  if (!texts.ko || !texts.en) return [];
  const pair = { ko: texts.ko.text, en: texts.en.text };
  return [
    ...['Fact', 'Cite', 'Scenario', 'Term', 'Agency'].flatMap((name) => sameIds(pair, name)),
    ...['Check', 'Figure', 'Sheet'].flatMap((name) => samePlaces(pair, name)),
    ...sameHeadings(pair),
    ...sameHead(pair, texts.ko.frontMatter?.value, texts.en.frontMatter),
  ];
}

function sameIds({ ko, en }: Pair, name: string): ContentProblem[] {
  const lone = (here: LessonText, there: LessonText) => {
    const known = idsOf(there, name);
    return [...new Set(idsOf(here, name))]
      .filter((id) => !known.includes(id))
      .map((id) => {
        const mark = here.marks.find((one) => one.name === name && one.attributes['id'] === id);
        return problem('only-in-one-language', here.file, mark?.line ?? 1, {
          message: `<${name} id="${id}"> is here but not in ${there.file.slice(-6)}.`,
          help: 'Both languages lean on the same facts, sources and terms: add it there or remove it here.',
        });
      });
  };
  const found = [...lone(ko, en), ...lone(en, ko)];
  return name === 'Term' || name === 'Agency'
    ? found.map((one) => ({ ...one, level: 'warning' }))
    : found;
}

/** Questions and drawings come in the same order and after the same heading. Missing ones are found elsewhere. */
function samePlaces({ ko, en }: Pair, name: string): ContentProblem[] {
  const shared = (here: LessonText, there: LessonText) => {
    const known = idsOf(there, name);
    return idsOf(here, name).filter((id) => known.includes(id));
  };
  const order = shared(ko, en);
  const line = (id: string) => markOf(en, name, id)?.line ?? 1;
  const moved = shared(en, ko).find((id, index) => id !== order[index]);
  if (moved !== undefined) {
    return [
      problem('order-differs', en.file, line(moved), {
        message: `<${name}> "${moved}" comes at another turn than in ko.mdx.`,
        help: `Use the same order in both languages: ${order.join(', ')}.`,
      }),
    ];
  }
  return order
    .filter((id) => markOf(ko, name, id)?.section !== markOf(en, name, id)?.section)
    .map((id) =>
      warning('place-differs', en.file, line(id), {
        message: `<${name}> "${id}" stands under another heading than in ko.mdx.`,
        help: 'Put it under the same heading, or give both texts the same headings.',
      }),
    );
}

function markOf(text: LessonText, name: string, id: string) {
  return text.marks.find(
    (mark) => mark.name === name && (mark.attributes['id'] ?? mark.attributes['name']) === id,
  );
}

function sameHeadings({ ko, en }: Pair): ContentProblem[] {
  const depths = (text: LessonText) => text.headings.map(({ depth }) => depth).join();
  if (depths(ko) === depths(en)) return [];
  const index = en.headings.findIndex(({ depth }, place) => ko.headings[place]?.depth !== depth);
  return [
    warning('headings-differ', en.file, en.headings[index]?.line ?? 1, {
      message: `The headings are built differently: ${ko.headings.length} in ko.mdx, ${en.headings.length} in en.mdx.`,
      help: 'Give both texts the same sections, so that people who change language find their place.',
    }),
  ];
}

/** Minutes and competencies are the lesson's, not a language's. */
function sameHead(
  { en: { file } }: Pair,
  ko: FrontMatter | undefined,
  written: Written<FrontMatter> | null,
): ContentProblem[] {
  if (ko === undefined || written === null) return [];
  const en = written.value;
  const found: ContentProblem[] = [];
  if (en.minutes !== ko.minutes) {
    const message = `The lesson takes ${en.minutes} minutes here and ${ko.minutes} in ko.mdx.`;
    found.push(problem('minutes-differ', file, 1, { message, help: SAME }));
  }
  const [here, there] = [en.competencies.join(', '), ko.competencies.join(', ')];
  if (here !== there) {
    const message = `The competencies are ${here} here and ${there} in ko.mdx.`;
    const line = written.lineOf(['competencies']);
    found.push(problem('competencies-differ', file, line, { message, help: SAME }));
  }
  return found;
}

const SAME = 'Write the same in both.';

type Words = { message: string; help: string };

function problem(code: string, file: string, line: number, words: Words): ContentProblem {
  return { code, level: 'error', file, line, ...words };
}

function warning(code: string, file: string, line: number, words: Words): ContentProblem {
  return { ...problem(code, file, line, words), level: 'warning' };
}
