/** Where a run stands, for pages that wait: a word that changes when there is something new to see. */
import type { APIRoute } from 'astro';
import { positionOf } from '#features/scenario/service.ts';

export const GET: APIRoute = async ({ locals: { app, person }, params, rewrite }) => {
  const position = person && (await positionOf(app, person, params['run'] ?? ''));
  return position?.ok ? Response.json(position.value) : rewrite('/404');
};
