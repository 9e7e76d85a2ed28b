import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { App } from '#kernel/ports.ts';
import { findProgramme, listMatching, updateProgramme } from '../store/programmes.ts';

const ALL = { search: '', isRetired: false };

/**
 * Gives programmes that an older database brought along, each for one course and called by its id, the title of the course:
 * the database does not know titles. Writes nothing when there is none.
 */
export async function nameProgrammes(app: App & WithCatalogue): Promise<void> {
  const window = { locale: 'ko', offset: 0, limit: 1_000 } as const;
  const nameless = (await listMatching(app.db.read, ALL, window)).filter(
    ({ id, body }) => body.name.ko === id && app.catalogue.course(id),
  );
  if (nameless.length === 0) return;
  await app.db.write(async (tx) => {
    for (const { id } of nameless) {
      const found = await findProgramme(tx, id);
      const name = app.catalogue.course(id)?.title;
      if (found && name) await updateProgramme(tx, { ...found, body: { ...found.body, name } });
    }
  });
}
