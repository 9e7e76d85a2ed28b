import type { APIRoute } from 'astro';
import { keySet } from '#features/credential/issuer.ts';
import { publicKeys } from '#features/credential/service.ts';
import { published } from '#platform/http/published.ts';

/** The public keys that certificates in the form of a JWT are checked with. */
export const GET: APIRoute = async ({ locals: { app } }) =>
  published(JSON.stringify(keySet(await publicKeys(app))), { seconds: 300 });
