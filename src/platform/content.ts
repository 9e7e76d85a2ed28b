import { getEntry, type RenderResult, render } from 'astro:content';
import type { Locale } from '#kernel/text.ts';
import type { Library } from '#library/library.ts';

let loading: Promise<Library> | undefined;

/** The library the build carries, read once per process. Commands outside Astro use `readLibrary` instead. */
export function loadLibrary(): Promise<Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Library> {
  const entry = await getEntry('library', 'all');
  if (!entry) throw new Error('The build carries no content: run `node src/cli/check-content.ts`.');
  return entry.data as Library; // Put there by src/content.config.ts, in exactly this shape.
}

const texts = new Map<string, RenderResult>();

/** The text of a lesson in one language: `Content` is given to `LessonBody.astro`. `null` when there is none. */
export async function renderLesson(
  course: string,
  lesson: string,
  locale: Locale,
): Promise<RenderResult | null> {
  const id = `${course}/${lesson}/${locale}`;
  const known = texts.get(id);
  if (known !== undefined) return known;
  const entry = await getEntry('lessons', id);
  if (entry === undefined) return null;
  const text = await render(entry);
  texts.set(id, text);
  return text;
}
