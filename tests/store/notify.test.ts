import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import { catalogueOf } from '#features/catalogue/course.ts';
import { MAX_TRIES } from '#features/notify/schedule.ts';
import {
  countOutbox,
  listOutbox,
  markSent,
  openMessage,
  queueMessage,
  takeDue,
} from '#features/notify/service.ts';
import { workCalendar } from '#features/programme/calendar.ts';
import { deliverMail } from '#jobs/deliver-mail.ts';
import { startJobs } from '#jobs/timetable.ts';
import type { Letter } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { frameworkOf } from '#tests/support/framework.ts';

const ORIGIN = 'https://learn.example.org';
const BOSS: Actor = { personId: 'boss', roles: ['administrator'] };
const HOUR = 3_600_000;

async function queue(app: TestApp, address = 'minji@example.org'): Promise<string> {
  return app.db.write((tx) =>
    queueMessage(tx, app, {
      address,
      locale: 'ko',
      template: 'password-reset',
      params: { name: '김민지', path: '/ko/reset/secret', expiresAt: app.clock.now() + HOUR },
    }),
  );
}

async function onlyEntry(app: TestApp) {
  const outbox = await listOutbox(app, BOSS, 1);
  assert.ok(outbox.ok);
  const [entry] = outbox.value.entries;
  assert.ok(entry);
  return entry;
}

function mailbox() {
  const letters: Letter[] = [];
  return { letters, mailer: { send: async (letter: Letter) => void letters.push(letter) } };
}

const refusing = {
  send: async () => {
    throw new Error('mailbox unavailable');
  },
};

test('a mail is stored with its act or not at all', async () => {
  const app = await testApp();
  const undone = app.db.write(async (tx) => {
    await queueMessage(tx, app, {
      address: 'minji@example.org',
      locale: 'ko',
      template: 'password-reset',
      params: { name: '김민지', path: '/x', expiresAt: 1 },
    });
    throw new Error('the act failed');
  });
  await assert.rejects(undone, /the act failed/);
  assert.deepEqual(await takeDue(app, 10), []);
});

test('a mail goes out in its language with a link to this site, and is sent once', async () => {
  const app = await testApp();
  await queue(app);
  const { letters, mailer } = mailbox();
  await deliverMail(app, { mailer, origin: ORIGIN });
  await deliverMail(app, { mailer, origin: ORIGIN });
  assert.equal(letters.length, 1);
  assert.equal(letters[0]?.to, 'minji@example.org');
  assert.match(letters[0]?.text ?? '', /https:\/\/learn\.example\.org\/ko\/reset\/secret/);
  assert.equal((await onlyEntry(app)).delivery, 'sent');
});

test('two deliverers at once send each mail once', async () => {
  const app = await testApp();
  for (let n = 0; n < 20; n += 1) await queue(app, `person-${n}@example.org`);
  const { letters, mailer } = mailbox();
  const post = { mailer, origin: ORIGIN };
  await Promise.all([deliverMail(app, post), deliverMail(app, post), deliverMail(app, post)]);
  assert.equal(letters.length, 20);
  assert.equal(new Set(letters.map(({ to }) => to)).size, 20);
});

test('a mail the server refuses waits longer each time and is given up after eight tries', async () => {
  const app = await testApp();
  await queue(app);
  const post = { mailer: refusing, origin: ORIGIN };
  await deliverMail(app, post);
  await deliverMail(app, post);
  assert.equal((await onlyEntry(app)).attempts, 1);
  for (let tries = 0; tries < 20; tries += 1) {
    app.clock.pass(6 * HOUR);
    await deliverMail(app, post);
  }
  const entry = await onlyEntry(app);
  assert.deepEqual([entry.attempts, entry.delivery], [MAX_TRIES, 'given-up']);
  assert.equal(entry.lastError, 'mailbox unavailable');
  assert.deepEqual(await countOutbox(app, BOSS), { ok: true, value: { waiting: 0, givenUp: 1 } });
});

test('one refused mail holds up no other', async () => {
  const app = await testApp();
  await queue(app, 'bad@example.org');
  await queue(app, 'good@example.org');
  const { letters, mailer } = mailbox();
  const picky = {
    send: async (letter: Letter) =>
      letter.to.startsWith('bad') ? refusing.send() : mailer.send(letter),
  };
  await deliverMail(app, { mailer: picky, origin: ORIGIN });
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['good@example.org'],
  );
});

test('a mail whose deliverer died is taken up again', async () => {
  const app = await testApp();
  await queue(app);
  assert.equal((await takeDue(app, 1)).length, 1);
  assert.equal((await takeDue(app, 1)).length, 0);
  app.clock.pass(60_000);
  assert.equal((await takeDue(app, 1)).length, 1);
});

test('a waiting mail shows its link only to an administrator who opens it, which leaves a trace', async () => {
  const app = await testApp();
  const id = await queue(app);
  assert.equal((await onlyEntry(app)).message.params.path, null);
  const opened = await openMessage(app, BOSS, id);
  assert.ok(opened.ok);
  assert.equal(opened.value.message.params.path, '/ko/reset/secret');
  const trail = await listAudit(app, BOSS, {});
  assert.ok(trail.ok);
  assert.deepEqual(
    trail.value.entries.map(({ act, subject }) => [act, subject]),
    [['outbox-read', `message:${id}`]],
  );
});

test('a mail that has gone keeps no key', async () => {
  const app = await testApp();
  const id = await queue(app);
  await markSent(app, id);
  const opened = await openMessage(app, BOSS, id);
  assert.ok(opened.ok);
  assert.equal(opened.value.message.params.path, null);
  assert.equal(opened.value.message.params.name, '김민지');
});

for (const role of ['civil-servant', 'resident', 'trainer', 'author'] as const) {
  test(`the outbox is closed to a ${role}`, async () => {
    const app = await testApp();
    const id = await queue(app);
    const actor: Actor = { personId: 'somebody', roles: [role] };
    const refused = { ok: false, problem: { code: 'not-allowed' } };
    assert.deepEqual(await listOutbox(app, actor, 1), refused);
    assert.deepEqual(await openMessage(app, actor, id), refused);
    assert.deepEqual(await countOutbox(app, actor), refused);
  });
}

/** What other jobs want of content; there is none here. */
const CONTENT = {
  framework: frameworkOf([]),
  catalogue: catalogueOf({ courses: [], terms: [], facts: [], sources: [] }),
  questionSets: new Map(),
  scenarios: new Map(),
  calendar: workCalendar([]),
};

test('without a mail server nothing is taken, so an administrator can hand it over', async () => {
  const app = await testApp();
  await queue(app);
  const env = { smtpUrl: undefined, mailFrom: 'x@y.z', origin: ORIGIN, logLevel: 'info' } as const;
  const stop = startJobs({ ...app, ...CONTENT, env });
  await stop();
  assert.equal((await onlyEntry(app)).delivery, 'waiting');
  assert.deepEqual(app.errors, []);
});

test('a job that fails is logged and hurts no other', async () => {
  const app = await testApp();
  const env = { smtpUrl: undefined, mailFrom: 'x@y.z', origin: ORIGIN, logLevel: 'info' } as const;
  const done: string[] = [];
  const stop = startJobs({ ...app, ...CONTENT, env }, [
    { name: 'broken', everySeconds: 3600, run: () => Promise.reject(new Error('broken')) },
    { name: 'sound', everySeconds: 3600, run: async () => void done.push('sound') },
  ]);
  await stop();
  assert.deepEqual([app.errors, done], [['job-failed'], ['sound']]);
});
