/**
 * A file that programs of others fetch from anywhere: open to every origin, never run as a page. `seconds` is how long a
 * copy may be kept.
 */
export function published(
  body: string,
  { type = 'application/json; charset=utf-8', seconds }: { type?: string; seconds: number },
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': `public, max-age=${seconds}`,
      'access-control-allow-origin': '*',
      // A program of another site may read it in a browser.
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** There is nothing at this address, or no longer, said to a program. */
export function nothingHere(why: 'not-found' | 'gone' = 'not-found'): Response {
  return new Response(`{"error":"${why}"}\n`, {
    status: why === 'gone' ? 410 : 404,
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  });
}
