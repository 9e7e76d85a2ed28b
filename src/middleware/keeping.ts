import { sessionStands } from '#features/identity/service.ts';
import { unreadOf } from '#features/notify/service.ts';
import type { KeptPage } from '#platform/http/kept-pages.ts';

/**
 * Hands a finished page to the server for the next time it is asked for. Only a page that names its grounds is kept, and
 * only under its plain address; it is sent again while the session, the person, the number of unread notices in its head
 * and those grounds are as they were.
 */
export async function keepPage(
  { keepPage, grounds, eventIds, app, person, sessionId, pending, unread }: App.Locals,
  { request, url }: { request: Request; url: URL },
  response: Response,
): Promise<Response> {
  const isPlain = request.method === 'GET' && url.search === '' && response.status === 200;
  if (keepPage === undefined || grounds === null || !isPlain || pending !== null) return response;
  const text = await response.text();
  const signedIn = person && sessionId ? { person, sessionId } : null;
  const shown = await unread();
  keepPage({
    headers: Object.fromEntries(response.headers),
    parts: partsBetween(text, eventIds),
    freshId: app.newId,
    stands: async () =>
      (signedIn === null ||
        ((await sessionStands(app, signedIn)) &&
          (await unreadOf(app, signedIn.person.personId)) === shown)) &&
      (await grounds()),
  });
  return new Response(text, response);
}

/** The page without its ids, cut where each of them stood. */
function partsBetween(text: string, ids: readonly string[]): KeptPage['parts'] {
  const pieces = ids.length === 0 ? [text] : text.split(new RegExp(ids.join('|')));
  return pieces.map((piece) => Buffer.from(piece));
}
