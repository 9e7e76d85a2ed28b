import type { APIRoute } from 'astro';
import { signedBytes } from '#features/credential/service.ts';
import { nothingHere, published } from '#platform/http/published.ts';

/** A certificate as it was signed: JSON with its proof, or with `.jwt` behind it or `?format=jwt` as a compact JWT. */
export const GET: APIRoute = async ({ locals: { app }, params, url }) => {
  const [, id = '', ending] =
    /^([0-9a-f]{33})(?:\.(json|jwt))?$/.exec(params['credential'] ?? '') ?? [];
  const bytes = await signedBytes(app, id);
  if (bytes === null) return nothingHere();
  if (bytes === 'gone') return nothingHere('gone');
  const isJwt = ending === 'jwt' || (!ending && url.searchParams.get('format') === 'jwt');
  return isJwt
    ? published(bytes.jwt, { type: 'text/plain; charset=utf-8', seconds: 300 })
    : published(bytes.json, { seconds: 300 });
};
