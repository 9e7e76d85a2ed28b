import type { Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import {
  type NewNotice,
  NOTICES_PAGE,
  type Notice,
  readTold,
  UNREAD_MOST,
  writeTold,
} from '../notice.ts';
import {
  countNotices,
  countUnread,
  insertNotices,
  listNotices,
  updateAllRead,
  updateRead,
} from '../store/notices.ts';

/** Tells people something in their inbox, with the act that causes it. */
export async function tell(
  tx: Tx,
  app: Pick<App, 'clock' | 'newId'>,
  notices: readonly NewNotice[],
): Promise<void> {
  const at = app.clock.now();
  const rows = notices.map((one) => {
    const { personId, path, kind } = one;
    return { id: app.newId(), at, personId, path, kind, told: writeTold(one) };
  });
  await insertNotices(tx, rows);
}

/** How many notices a person has not read, at most `UNREAD_MOST`. One indexed query. */
export function unreadOf(app: Pick<App, 'db'>, personId: string): Promise<number> {
  return countUnread(app.db.read, { personId, most: UNREAD_MOST });
}

export type InboxPage = {
  readonly notices: readonly Notice[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** The actor's own notices, the newest first, 30 to a page (from 1). */
export async function inboxOf(
  app: Pick<App, 'db'>,
  { personId }: Actor,
  { isUnread, page }: { isUnread: boolean; page: number },
): Promise<InboxPage> {
  const which = { personId, isUnread };
  const total = await countNotices(app.db.read, which);
  const pages = Math.max(1, Math.ceil(total / NOTICES_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const window = { offset: (shown - 1) * NOTICES_PAGE, limit: NOTICES_PAGE };
  const rows = await listNotices(app.db.read, which, window);
  const notices = rows.map(({ id, at, path, readAt, kind, told }) => ({
    ...readTold(kind, told),
    id,
    at,
    path,
    readAt,
  }));
  return { notices, total, page: shown, pages };
}

/** Marks one of the actor's own notices as read, or as unread again; another person's is not there. */
export async function markNotice(
  app: App,
  { personId }: Actor,
  { noticeId, as }: { noticeId: string; as: 'read' | 'unread' },
): Promise<Result<null>> {
  const readAt = as === 'read' ? app.clock.now() : null;
  const isMine = await app.db.write((tx) => updateRead(tx, { id: noticeId, personId, readAt }));
  return isMine ? ok(null) : refuse({ code: 'not-found' });
}

export async function markAllRead(app: App, { personId }: Actor): Promise<void> {
  await app.db.write((tx) => updateAllRead(tx, personId, app.clock.now()));
}
