import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import type { Course } from '#features/catalogue/course.ts';
import { sayDay } from '#i18n/index.ts';
import { dayAt } from '#kernel/date.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Library } from '#library/library.ts';
import { readLibrary } from '#library/read.ts';
import {
  becomeBook,
  leaveWhatCanBePrinted,
  lessonOnPage,
  prefixIds,
  turnListsIntoLines,
} from './book/in-browser.ts';
import { answersOf, BOOK_RULES, type Chapter, chapterOf, frontOf } from './book/parts.ts';
import { startServer } from './book/server.mjs';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { command } from './command.ts';
import { root } from './setup.mjs';

/**
 * `npm run book -- agree-act-account`: a course as a printed book in each language, as PDF with an outline, in `var/books`. Without a
 * name, every course. The pages come from the built product, so a book looks like its lessons; the answers stand at the back.
 */
await command(async (env) => {
  const wanted = process.argv.slice(2);
  const { library } = await readLibrary(root);
  const courses = library.courses.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const unknown = wanted.filter((id) => !courses.some((course) => course.id === id));
  if (unknown.length > 0) throw new Error(`There is no course ${unknown.join(', ')}.`);
  const built = build();
  if (!built.ok) throw new Error(built.output);
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('No Chromium: install it, or set CHROMIUM_PATH.');
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const today = dayAt(Date.now(), env.timeZone);
    const books: string[] = [];
    for (const course of courses) {
      for (const locale of LOCALES) {
        books.push(
          await printBook({ browser, library, origin: server.origin, today }, course, locale),
        );
      }
    }
    return books.join('\n');
  } finally {
    await browser.close();
    server.stop();
  }
});

type Workshop = {
  readonly browser: Browser;
  readonly library: Library;
  readonly origin: string;
  readonly today: Parameters<typeof sayDay>[1];
};

async function printBook(workshop: Workshop, course: Course, locale: Locale): Promise<string> {
  const { browser, library, origin, today } = workshop;
  // What is put together here was made by us; the policy of the pages would keep its styles out.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const chapters: Chapter[] = [];
  const styles = new Set<string>();
  for (const [at, lesson] of course.lessons.entries()) {
    await page.goto(`${origin}/${locale}/courses/${course.id}/${lesson.id}`);
    const shown = await takeLesson(page, `l${at + 1}-`);
    for (const style of shown.styles) styles.add(style);
    const title = lesson.words[locale].title;
    chapters.push({ id: `lesson-${at + 1}`, title, article: shown.article });
  }
  const answers = answersOf(
    course.lessons.map(({ id, words }) => ({
      title: words[locale].title,
      items: library.items[`${course.id}/${id}`] ?? [],
    })),
    locale,
  );
  const title = course.title[locale];
  const front = frontOf(course, chapters, locale, sayDay(locale, today));
  const body = [front, ...chapters.map(chapterOf), answers].join('\n');
  await page.evaluate(becomeBook, { title, body, styles: [...styles], rules: BOOK_RULES });
  await page.waitForLoadState('networkidle');
  const path = join(root, 'var/books', `${course.id}.${locale}.pdf`);
  mkdirSync(join(root, 'var/books'), { recursive: true });
  await page.pdf({
    path,
    preferCSSPageSize: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;font-size:8pt;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
  });
  await context.close();
  return path;
}

async function takeLesson(page: Page, prefix: string) {
  await page.evaluate(leaveWhatCanBePrinted);
  await page.evaluate(turnListsIntoLines);
  await page.evaluate(prefixIds, prefix);
  return page.evaluate(lessonOnPage);
}
