import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { cjkStrong } from './src/library/cjk-strong.mjs';
import { contentReload } from './src/library/content-reload.mjs';
import { UPLOAD_LIMIT } from './src/platform/http/uploads.ts';

export default defineConfig({
  output: 'server',
  adapter: node({
    mode: 'middleware',
    // The largest form with a file; src/platform/http/edge.ts refuses what is too large for its page before it comes here.
    bodySizeLimit: UPLOAD_LIMIT,
    // A page is some 50 KB and ready at once: in one piece it costs less and tells its length.
    experimentalDisableStreaming: true,
  }),
  integrations: [react(), mdx()],
  trailingSlash: 'never',
  session: false,
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false, processor: satteri({ mdastPlugins: [cjkStrong] }) },
  devToolbar: { enabled: false },
  security: {
    checkOrigin: true,
    // server.mjs sets host and protocol from PUBLIC_ORIGIN and drops what a client claims.
    allowedDomains: [{}],
  },
  vite: {
    plugins: [contentReload()],
    build: {
      // The content security policy of src/platform/http lets no script of ours stand inside a page.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro's own marks in MDX modules, which mean nothing to the bundler.
        onLog(level, log, next) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
        },
      },
    },
    ssr: {
      // Bundled, they start in a third of the time and memory: Node re-reads drizzle's large package.json otherwise.
      noExternal: [
        'drizzle-orm',
        'lucia',
        '@oslojs/crypto',
        '@oslojs/encoding',
        '@oslojs/binary',
        '@oslojs/asn1',
        'xstate',
        '@dagrejs/dagre',
        'mathjs',
        'intl-messageformat',
        /^@formatjs\//,
        /^temporal-/,
        'markdown-it',
        'markdown-it-cjk-friendly',
        'uuidv7',
        'zod',
      ],
    },
  },
});
