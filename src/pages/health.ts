import type { APIRoute } from 'astro';
import { askDatabase } from '#db/health.ts';

/** For load balancers and watchdogs: whether this process answers and reaches its database. */
export const GET: APIRoute = async ({ locals }) => {
  try {
    await askDatabase(locals.app.db.read);
    return plain(200, 'ok\n');
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const { requestId } = locals;
    locals.app.log.error('health', { requestId, error: String(error), cause: String(cause) });
    return plain(503, 'the database does not answer\n');
  }
};

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
