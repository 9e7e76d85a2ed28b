import type { APIRoute } from 'astro';
import { askDatabase } from '#db/health.ts';

/** For load balancers and watchdogs: whether this process answers and reaches its database. */
export const GET: APIRoute = async ({ locals }) => {
  try {
    await askDatabase(locals.app.db.read);
    return plain(200, 'ok\n');
  } catch (error) {
    locals.app.log.error('health', { requestId: locals.requestId, error: String(error) });
    return plain(503, 'the database does not answer\n');
  }
};

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
