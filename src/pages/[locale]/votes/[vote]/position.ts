/** Where a vote stands, for pages that wait: a word that changes when there is something new to see. */
import type { APIRoute } from 'astro';
import { votePosition } from '#features/vote/service.ts';

export const GET: APIRoute = async ({ locals: { app, person }, params, rewrite }) => {
  const position = person && (await votePosition(app, person, params['vote'] ?? ''));
  return position?.ok ? Response.json(position.value) : rewrite('/404');
};
