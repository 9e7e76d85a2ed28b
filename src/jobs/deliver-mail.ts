import { markFailed, markSent, type Outgoing, takeDue } from '#features/notify/service.ts';
import type { App, Mailer } from '#kernel/ports.ts';
import { renderMail } from '#mail/render.ts';

export type Post = { readonly mailer: Mailer; readonly origin: string };

/**
 * Sends every mail that is due, one after another; a refused one waits for its next try and holds up no other.
 * Takes one at a time, so that none is still waiting here when its next try comes round elsewhere.
 */
export async function deliverMail(app: App, post: Post): Promise<void> {
  for (;;) {
    const [outgoing] = await takeDue(app, 1);
    if (outgoing === undefined) return;
    await deliver(app, post, outgoing);
  }
}

async function deliver(app: App, { mailer, origin }: Post, outgoing: Outgoing): Promise<void> {
  const { id, address, locale, message } = outgoing;
  const words = renderMail(message, locale, { origin, zone: app.zone });
  try {
    await mailer.send({ to: address, locale, ...words });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.log.error('mail-not-sent', { id, reason });
    await markFailed(app, id, reason);
    return;
  }
  await markSent(app, id);
}
