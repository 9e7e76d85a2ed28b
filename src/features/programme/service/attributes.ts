import type { Reader, Tx } from '#db/client.ts';
import type { App } from '#kernel/ports.ts';
import { deleteAttribute, listAttributesOf, saveAttributes } from '../store/exceptions.ts';

export type AttributeChange = {
  readonly personId: string;
  readonly name: string;
  /** Null forgets it. */
  readonly value: string | null;
};

/** What is known of many people for rules; for whoever brings them and may see them. */
export function attributesOfPeople(
  db: Reader | Tx,
  personIds: readonly string[],
): Promise<{ personId: string; name: string; value: string }[]> {
  return listAttributesOf(db, personIds);
}

/** Sets attributes of many people inside a bigger act, which leaves the trace. */
export async function putAttributes(
  tx: Tx,
  app: Pick<App, 'clock'>,
  changes: readonly AttributeChange[],
): Promise<void> {
  const setAt = app.clock.now();
  const kept = changes.flatMap(({ value, ...one }) =>
    value === null ? [] : [{ ...one, value, setAt }],
  );
  await saveAttributes(tx, kept);
  for (const { personId, name, value } of changes) {
    if (value === null) await deleteAttribute(tx, personId, name);
  }
}
