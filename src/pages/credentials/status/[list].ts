import type { APIRoute } from 'astro';
import { statusList } from '#features/credential/service.ts';
import { nothingHere, published } from '#platform/http/published.ts';

/** The signed list of what is revoked. Whoever fetches it does not tell which certificate they have in hand. */
export const GET: APIRoute = async ({ locals: { app }, params }) => {
  const { list = '' } = params;
  const body = /^[1-9]\d{0,6}$/.test(list) ? await statusList(app, Number(list)) : null;
  return body === null ? nothingHere() : published(body, { seconds: 60 });
};
