import { sep } from 'node:path';

/** Longer than Astro takes to save changed collections. */
const SETTLE_MS = 800;

/**
 * A Vite plugin for `astro dev`: after a change to content that no module imports (YAML, drawings, scenario words) the
 * server loads its modules again, middleware and app included, as it does by itself after a change to a lesson's text.
 */
export function contentReload() {
  let waiting;
  return {
    name: 'hamkke-content-reload',
    apply: 'serve',
    configureServer(server) {
      const content = `${server.config.root}${sep}content${sep}`;
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(content) || path.endsWith('.mdx')) return;
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          server.environments.ssr.moduleGraph.invalidateAll();
          server.environments.ssr.hot.send('astro:middleware-updated', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        }, SETTLE_MS);
      });
    },
  };
}
