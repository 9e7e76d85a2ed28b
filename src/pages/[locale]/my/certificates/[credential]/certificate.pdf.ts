import type { APIRoute } from 'astro';
import { readOwnCredential } from '#features/credential/service.ts';
import { dayAt } from '#kernel/date.ts';
import { attachmentHeaders } from '#platform/http/attachment.ts';
import { writePdf } from '#platform/pdf/write-pdf.ts';
import { drawQr } from '#platform/qr.ts';
import { paperOf } from '#ui/components/credential/paper.ts';

/** One's own certificate on paper, with the code that leads to the page where anybody checks it. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  const { credential: id = '' } = params;
  if (person === null) return rewrite('/404');
  const found = await readOwnCredential(app, person, id);
  if (!found.ok) return rewrite('/404');
  const { row, says } = found.value;
  // Paper cannot say that it was revoked since.
  if (row.revokedAt !== null) return rewrite('/404');
  const href = `${app.issuer.origin}/${locale}/verify/${id}`;
  const { issuedAt, validUntil } = row;
  const paper = paperOf(
    {
      says,
      name: row.name[locale],
      issuedOn: dayAt(issuedAt, app.zone),
      validUntil: validUntil === null ? null : dayAt(validUntil, app.zone),
      madeAt: app.clock.now(),
      href,
      drawing: drawQr(href),
    },
    { t, locale },
  );
  const name = `${t('credential.heading')} ${row.name[locale]}.pdf`;
  return new Response(await writePdf(paper), {
    headers: attachmentHeaders(name, 'application/pdf'),
  });
};
