import type { APIRoute } from 'astro';
import { keyDocument } from '#features/credential/issuer.ts';
import { publicKey } from '#features/credential/service.ts';
import { nothingHere, published } from '#platform/http/published.ts';

/** One public key, also one that is no longer signed with: a Multikey, or a JWK behind the `kid` of a JWT. */
export const GET: APIRoute = async ({ locals: { app }, params }) => {
  const key = await publicKey(app, params['key'] ?? '');
  return key ? published(JSON.stringify(keyDocument(key)), { seconds: 300 }) : nothingHere();
};
