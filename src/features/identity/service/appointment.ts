import { writeAudit } from '#features/audit/service.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { foldLogin } from '../login.ts';
import { orderRoles, readPerson } from '../person.ts';
import { findByLogin, insertRoles } from '../store/people.ts';

/**
 * Makes a person an administrator beside what they are. For whoever runs the installation, who needs no permission: the first
 * administrator comes about like this, and one after all were lost. Answers whether they were one before.
 */
export async function appointAdministrator(
  app: App,
  login: string,
): Promise<Result<'appointed' | 'already'>> {
  return app.db.write(async (tx) => {
    const row = await findByLogin(tx, foldLogin(login));
    if (row === undefined) return refuse({ code: 'not-found' });
    const { personId, roles: before } = readPerson(row);
    if (before.includes('administrator')) return ok('already');
    const grantedAt = app.clock.now();
    await insertRoles(tx, { personId, roles: ['administrator'], grantedAt });
    await writeAudit(tx, {
      at: grantedAt,
      actorId: null,
      act: 'roles-changed',
      subject: `person:${personId}`,
      detail: { before, after: orderRoles([...before, 'administrator']) },
    });
    return ok('appointed');
  });
}
