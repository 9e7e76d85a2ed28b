import { defineCollection } from 'astro:content';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { glob } from 'astro/loaders';
import { readLibrary } from '#library/read.ts';
import { report } from '#library/report.ts';

/**
 * Bodies of lessons, named `course/lesson/locale`. Their front matter is checked with everything else by the library below,
 * which names all problems at once; a schema here would stop at the first.
 */
const lessons = defineCollection({
  loader: glob({ base: './content/courses', pattern: '*/*/{ko,en}.mdx' }),
});

/** Everything else in one entry, `all`. The build stops when content has errors. */
const library = defineCollection({ loader: libraryLoader() });

export const collections = { lessons, library };

function libraryLoader(): Loader {
  return {
    name: 'hamkke-library',
    async load({ config, store, logger, watcher, generateDigest }) {
      const root = fileURLToPath(config.root);
      const refresh = async () => {
        const { library, problems } = await readLibrary(root);
        if (problems.some(({ level }) => level === 'error'))
          throw new Error(report(problems, 'error'));
        const data = { ...library };
        store.set({ id: 'all', data, digest: generateDigest(data) });
      };
      await refresh();
      if (!watcher) return;
      const content = fileURLToPath(new URL('content/', config.root));
      const changed = (path: string) => {
        if (!path.startsWith(content)) return;
        refresh().catch((error: unknown) => logger.error(String(error)));
      };
      watcher.add(content);
      watcher.on('change', changed);
      watcher.on('add', changed);
      watcher.on('unlink', changed);
    },
  };
}
