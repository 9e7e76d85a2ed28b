import { type Course, stepOf } from '#features/catalogue/course.ts';
import type { Lesson, LessonWords } from '#features/catalogue/lesson.ts';

const words: LessonWords = {
  title: 'Lesson',
  summary: 'About it.',
  minutes: 10,
  outcome: 'After it you can do something.',
  competencies: ['C6.1'],
  headings: [],
  sections: [],
  terms: [],
  facts: [],
  sources: [],
  scenarios: [],
};

export function lessonOf(course: string, id: string, items: string[] = []): Lesson {
  return { id, course, items, sheets: [], figures: [], words: { ko: words, en: words } };
}

/** A course of lessons with their questions and, where a step is a text only, scenarios. */
export function courseOf(
  id: string,
  steps: (string | [lesson: string, ...items: string[]])[],
): Course {
  const lessons = steps.flatMap((step) => {
    if (typeof step === 'string') return [];
    const [lesson, ...items] = step;
    return [lessonOf(id, lesson, items)];
  });
  return {
    id,
    area: 'social-value',
    audience: 'official',
    title: { ko: '강좌', en: 'Course' },
    summary: { ko: '요약', en: 'Summary' },
    minutes: 30,
    passPercent: 70,
    outcomes: [{ competency: 'C6.1', ko: '합니다', en: 'Does it' }],
    steps: steps.map((step) =>
      typeof step === 'string' ? stepOf({ scenario: step }) : stepOf({ lesson: step[0] }),
    ),
    lessons,
  };
}
