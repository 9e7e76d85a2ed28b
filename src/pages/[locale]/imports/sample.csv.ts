import type { APIRoute } from 'astro';
import { isKind } from '#features/intake/import.ts';
import { sampleOf } from '#features/intake/sample.ts';
import { isLocale } from '#kernel/text.ts';
import { csvFile } from '#platform/http/export.ts';

/** A table to fill in: `kind` says of what, `words` in which language its columns are named. */
export const GET: APIRoute = ({ url, rewrite }) => {
  const kind = url.searchParams.get('kind');
  const words = url.searchParams.get('words') ?? undefined;
  if (!isKind(kind) || !isLocale(words)) return rewrite('/404');
  const [header = [], ...lines] = sampleOf(kind, words);
  return csvFile(`hamkke-${kind}-${words}`, header, lines);
};
