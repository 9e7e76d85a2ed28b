import type { Catalogue } from '#features/catalogue/course.ts';
import type { Lesson, LessonWords } from '#features/catalogue/lesson.ts';
import type { Locale } from '#kernel/text.ts';

/** What the components inside a lesson need to know; nothing about the person who reads, so that the text is rendered once. */
export type LessonContext = {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly lesson: Lesson;
  readonly words: LessonWords;
  scenario(id: string): ScenarioCard | null;
  /** 1 for a sentence's place the first time it is asked for a name, then 2, 3 …: makes ids of repeated things differ. */
  turn(name: string): number;
};

export type ScenarioCard = { href: string; title: string; minutes: number };

/** The number of a source in the list at the end, counted from 1; `null` for one the lesson does not lean on. */
export function sourceNumber({ words }: LessonContext, sourceId: string): number | null {
  const index = words.sources.indexOf(sourceId);
  return index < 0 ? null : index + 1;
}

export function counter(): (name: string) => number {
  const turns = new Map<string, number>();
  return (name) => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    return turn;
  };
}

declare global {
  namespace App {
    interface Locals {
      /** Set by `LessonBody.astro` while the text of a lesson is rendered. */
      lesson?: LessonContext;
    }
  }
}

/** The context of the lesson around a component; outside a lesson these components mean nothing. */
export function lessonAround(locals: App.Locals): LessonContext {
  if (locals.lesson === undefined) throw new Error('This component stands outside a lesson.');
  return locals.lesson;
}
