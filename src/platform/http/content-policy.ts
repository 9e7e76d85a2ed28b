import { createHash } from 'node:crypto';
import idle from 'astro/runtime/client/idle.prebuilt.js';
import island from 'astro/runtime/server/astro-island.prebuilt.js';
import { ISLAND_STYLES } from 'astro/runtime/server/astro-island-styles.js';

/**
 * The content security policy of every answer: only files of this site. What Astro writes into a page with a `client:idle`
 * island is allowed by its hash; another kind of island needs its script here. Astro could write this header itself, but it
 * would hash the page's stylesheets again at each request, which took a twentieth of a lesson's time.
 */
export const CONTENT_POLICY = [
  "default-src 'self'",
  `script-src 'self' ${hashed(idle)} ${hashed(island)}`,
  `style-src 'self' ${hashed(ISLAND_STYLES)}`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

function hashed(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
