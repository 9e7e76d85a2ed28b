import type { APIRoute } from 'astro';
import { MEDIA_TYPES } from '#features/prior/document.ts';
import { openDocument } from '#features/prior/service.ts';
import { attachmentHeaders } from '#platform/http/attachment.ts';

/** The document of a claim, to keep and not to show in place: for its owner and those who review it. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, person } = locals;
  const opened = person && (await openDocument(app, person, params['claim'] ?? ''));
  if (!opened?.ok) return rewrite('/404');
  const { document, bytes } = opened.value;
  return new Response(new Uint8Array(bytes), {
    headers: attachmentHeaders(document.name, MEDIA_TYPES[document.type]),
  });
};
