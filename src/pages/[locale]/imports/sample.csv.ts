import type { APIRoute } from 'astro';
import { csvOf } from '#features/cohort/csv.ts';
import { isKind } from '#features/intake/import.ts';
import { sampleOf } from '#features/intake/sample.ts';
import { isLocale } from '#kernel/text.ts';

/** A table to fill in: `kind` says of what, `words` in which language its columns are named. */
export const GET: APIRoute = ({ url, rewrite }) => {
  const kind = url.searchParams.get('kind');
  const words = url.searchParams.get('words') ?? undefined;
  if (!isKind(kind) || !isLocale(words)) return rewrite('/404');
  const [header = [], ...lines] = sampleOf(kind, words);
  return new Response(csvOf(header, lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="hamkke-${kind}-${words}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
};
