import { answerKey } from '#features/assessment/answer-key.ts';
import type { Item } from '#features/assessment/item.ts';
import type { Course } from '#features/catalogue/course.ts';
import { translator } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

export type Chapter = { readonly id: string; readonly title: string; readonly article: string };

/** What stands before the lessons: title, what one will be able to do, what is in it. */
export function frontOf(
  course: Course,
  chapters: readonly Chapter[],
  locale: Locale,
  day: string,
): string {
  const t = translator(locale);
  const outcomes = course.outcomes.map((outcome) => `<li>${escaped(outcome[locale])}</li>`);
  const contents = chapters.map(
    ({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`,
  );
  return `<section class="book-front">
    <p class="book-name">${escaped(t('shell.name'))}</p>
    <h1>${escaped(course.title[locale])}</h1>
    <p class="lead">${escaped(course.summary[locale])}</p>
    <h2>${escaped(t('learning.outcomes'))}</h2><ul>${outcomes.join('')}</ul>
    <h2>${escaped(t('learning.book.contents'))}</h2>
    <ol>${contents.join('')}<li><a href="#answers">${escaped(t('learning.book.answers'))}</a></li></ol>
    <p class="muted">${escaped(t('learning.book.made', { day }))}</p>
  </section>`;
}

/** The right answers of every lesson with their reasons, for the back. */
export function answersOf(
  lessons: readonly { readonly title: string; readonly items: readonly Item[] }[],
  locale: Locale,
): string {
  const t = translator(locale);
  const parts = lessons.map(({ title, items }) => {
    const rows = items.map((item) => {
      const right = answerKey(item, locale).map((line) => `<li>${escaped(line)}</li>`);
      return `<li><p><strong>${escaped(item.prompt[locale])}</strong></p><ul>${right.join('')}</ul><p>${escaped(item.rationale[locale])}</p></li>`;
    });
    return `<h3>${escaped(title)}</h3><ol>${rows.join('')}</ol>`;
  });
  return `<section class="book-answers" id="answers"><h2>${escaped(t('learning.book.answers'))}</h2>${parts.join('')}</section>`;
}

export function chapterOf({ id, article }: Chapter): string {
  return `<section class="book-chapter" id="${id}">${article}</section>`;
}

/** Beside the product's own rules for paper. */
export const BOOK_RULES = `
  @page { size: A4; margin: 18mm 18mm 20mm; }
  body { display: block; background: #fff; }
  .book-front, .book-chapter, .book-answers { break-after: page; }
  .book-answers { break-after: auto; }
  .book-name { font-weight: 700; }
  .book-front h1 { font-size: 26pt; margin-block: 40mm 6mm; }
  .book-chapter article, .book-chapter .lesson-text { max-width: none; }
  .book-line { display: inline-block; min-width: 28mm; border-bottom: 1px solid #000; height: 1em; }
  .book-choices { border: 1px solid #999; padding: 2mm 3mm; }
  .book-answers li { break-inside: avoid; }
  .question { break-inside: avoid; }
`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
