import { getEntry } from 'astro:content';
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
