import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import { appointAdministrator, checkSession } from '#features/identity/service.ts';
import { testApp } from '#tests/support/app.ts';
import { addPerson, codeOf, enter } from '#tests/support/people.ts';

test('whoever runs the installation makes the first administrator of somebody with an account', async () => {
  const app = await testApp();
  const jun = await addPerson(app, { login: 'jun' });
  const sessionId = await enter(app, 'jun');
  assert.deepEqual(await appointAdministrator(app, ' Jun'), { ok: true, value: 'appointed' });
  assert.deepEqual(await appointAdministrator(app, 'jun'), { ok: true, value: 'already' });

  const session = await checkSession(app, sessionId);
  assert.deepEqual(session?.person.roles, ['resident', 'administrator']);
  const trail = await listAudit(app, { personId: jun.personId, roles: ['administrator'] }, {});
  assert.ok(trail.ok);
  const entries = trail.value.entries.filter(({ act }) => act === 'roles-changed');
  assert.deepEqual(
    entries.map(({ actorId, subject, detail }) => ({ actorId, subject, detail })),
    [
      {
        actorId: null,
        subject: `person:${jun.personId}`,
        detail: { before: ['resident'], after: ['resident', 'administrator'] },
      },
    ],
  );
});

test('nobody is appointed under a sign-in name that does not exist', async () => {
  const app = await testApp();
  assert.equal(await codeOf(appointAdministrator(app, 'nobody')), 'not-found');
});
