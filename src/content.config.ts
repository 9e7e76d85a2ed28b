import { defineCollection } from 'astro:content';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { glob } from 'astro/loaders';
import type { Library } from '#library/library.ts';
import { readLibrary } from '#library/read.ts';
import { report } from '#library/report.ts';
import { isShowable } from '#library/showable.ts';

/**
 * Bodies of lessons, named `course/lesson/locale`. Their front matter is checked with everything else by the library below,
 * which names all problems at once; a schema here would stop at the first.
 */
const lessons = defineCollection({
  loader: glob({ base: './content/courses', pattern: '*/*/{ko,en}.mdx' }),
});

/** Everything else in one entry, `all`. The build stops when content has errors; development goes on with what can be shown. */
const library = defineCollection({ loader: libraryLoader() });

export const collections = { lessons, library };

function libraryLoader(): Loader {
  return {
    name: 'hamkke-library',
    async load({ config, store, logger, watcher, generateDigest }) {
      const root = fileURLToPath(config.root);
      const refresh = async () => {
        const { library, problems } = await readLibrary(root);
        if (problems.some(({ level }) => level === 'error')) {
          const errors = report(problems, 'error');
          const before = store.get('all')?.data as Library | undefined; // Put there below.
          if (watcher === undefined || !isShowable(problems, library, before))
            throw new Error(errors);
          logger.error(errors);
        }
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
