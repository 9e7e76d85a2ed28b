import type { APIRoute } from 'astro';
import { issuerDocument } from '#features/credential/issuer.ts';
import { publicKeys } from '#features/credential/service.ts';
import { published } from '#platform/http/published.ts';

/** Who issues certificates here, and which keys speak for it. */
export const GET: APIRoute = async ({ locals: { app } }) =>
  published(JSON.stringify(issuerDocument(app, await publicKeys(app))), { seconds: 300 });
