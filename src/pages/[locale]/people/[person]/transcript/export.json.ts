import type { APIRoute } from 'astro';
import { transcriptOf } from '#features/transcript/service.ts';
import { readYear, transcriptFile } from '#ui/components/transcript/files.ts';

/** Somebody's transcript for those who look after them. */
export const GET: APIRoute = async ({ locals, params, rewrite, url }) => {
  const { app, locale, person } = locals;
  if (!person) return rewrite('/404');
  const asked = { personId: params['person'] ?? '', year: readYear(url) };
  const found = await transcriptOf(app, person, asked);
  return found.ok ? transcriptFile('json', found.value, { app, url, locale }) : rewrite('/404');
};
