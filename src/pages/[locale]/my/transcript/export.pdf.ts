import type { APIRoute } from 'astro';
import { transcriptOf } from '#features/transcript/service.ts';
import { readYear, transcriptFile } from '#ui/components/transcript/files.ts';

/** One's own transcript to take along. */
export const GET: APIRoute = async ({ locals, rewrite, url }) => {
  const { app, locale, person } = locals;
  if (!person) return rewrite('/404');
  const asked = { personId: person.personId, year: readYear(url) };
  const found = await transcriptOf(app, person, asked);
  return found.ok ? transcriptFile('pdf', found.value, { app, url, locale }) : rewrite('/404');
};
