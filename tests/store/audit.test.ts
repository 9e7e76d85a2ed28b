import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countAudited, listAudit, writeAudit } from '#features/audit/service.ts';
import type { Actor } from '#kernel/rights.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';

const BOSS: Actor = { personId: 'boss', roles: ['administrator'] };

async function note(app: TestApp, subject: string, act: 'invited' | 'signed-in' = 'invited') {
  const entry = { at: app.clock.now(), actorId: 'boss', act, subject, detail: { subject } };
  await app.db.write((tx) => writeAudit(tx, entry));
}

test('the trail is read newest first in pages of fifty without a gap', async () => {
  const app = await testApp();
  for (let n = 1; n <= 60; n += 1) await note(app, `person:${n}`);
  const first = await listAudit(app, BOSS, {});
  assert.ok(first.ok && first.value.older !== null);
  await note(app, 'person:61');
  const second = await listAudit(app, BOSS, { before: first.value.older });
  assert.ok(second.ok);
  const seen = [...first.value.entries, ...second.value.entries].map(({ subject }) => subject);
  assert.deepEqual(
    seen,
    Array.from({ length: 60 }, (_, n) => `person:${60 - n}`),
  );
  assert.equal(second.value.older, null);
});

test('the trail can be narrowed to one act or one person', async () => {
  const app = await testApp();
  await note(app, 'person:1');
  await note(app, 'person:2', 'signed-in');
  const byAct = await listAudit(app, BOSS, { act: 'signed-in' });
  const bySubject = await listAudit(app, BOSS, { subject: 'person:1' });
  assert.ok(byAct.ok && bySubject.ok);
  assert.deepEqual(byAct.value.entries[0]?.detail, { subject: 'person:2' });
  assert.equal(bySubject.value.entries.length, 1);
});

test('a line is kept only if its act was', async () => {
  const app = await testApp();
  const undone = app.db.write(async (tx) => {
    const at = app.clock.now();
    await writeAudit(tx, { at, actorId: null, act: 'invited', subject: 'nobody', detail: {} });
    throw new Error('the act failed');
  });
  await assert.rejects(undone);
  const trail = await listAudit(app, BOSS, {});
  assert.ok(trail.ok);
  assert.deepEqual(trail.value.entries, []);
});

test('how often something happened counts from a moment on', async () => {
  const app = await testApp();
  await note(app, 'person:1');
  app.clock.pass(1000);
  const since = app.clock.now();
  await note(app, 'person:2');
  assert.deepEqual(await countAudited(app, BOSS, { act: 'invited', since }), {
    ok: true,
    value: 1,
  });
});

for (const role of ['civil-servant', 'resident', 'trainer', 'author'] as const) {
  test(`the trail is closed to a ${role}`, async () => {
    const app = await testApp();
    const actor: Actor = { personId: 'somebody', roles: [role] };
    const refused = { ok: false, problem: { code: 'not-allowed' } };
    assert.deepEqual(await listAudit(app, actor, {}), refused);
    assert.deepEqual(await countAudited(app, actor, { act: 'invited', since: 0 }), refused);
  });
}
