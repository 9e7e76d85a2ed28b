import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { openDatabase } from '#db/client.ts';
import { listAudit } from '#features/audit/service.ts';
import { issuerDocument, keyDocument, keySet } from '#features/credential/issuer.ts';
import {
  allCredentials,
  allowAgain,
  checkForStranger,
  earnedBy,
  issueCredential,
  ownCredentials,
  publicKey,
  publicKeys,
  rotateKeys,
  signedBytes,
  signingKeys,
  statusList,
  takeBack,
  verifyGiven,
  verifyStored,
  viewOwnCredential,
  withdrawCredential,
  withdrawKey,
} from '#features/credential/service.ts';
import { changeProfile } from '#features/identity/service.ts';
import { inboxOf } from '#features/notify/service.ts';
import { endOfDay } from '#kernel/date.ts';
import { accepted, rule } from '#tests/support/city.ts';
import {
  CIVICS,
  type IssuingApp,
  issued,
  issuing,
  ORIGIN,
  withGraduate,
} from '#tests/support/credentials.ts';
import { type Fetch, refusalOfJson, refusalOfJwt } from '#tests/support/independent-verifier.ts';
import { codeOf } from '#tests/support/people.ts';
import { TIMING } from '#tests/support/programmes.ts';

type Json = Record<string, unknown>;
type Bytes = { readonly json: string; readonly jwt: string };

/** What a stranger gets from our addresses; any other address is an error. */
function internetOf(app: IssuingApp): Fetch {
  return async (url) => {
    const [, what, name = ''] = url.split(`${ORIGIN}/credentials`)[1]?.split('/') ?? [];
    if (what === 'issuer') return issuerDocument(app, await publicKeys(app)) as Json;
    if (what === 'keys') {
      const key = await publicKey(app, name);
      return key && (keyDocument(key) as Json);
    }
    if (what === 'status') return JSON.parse((await statusList(app, Number(name))) ?? 'null');
    throw new Error(`nobody may be asked for ${url}`);
  };
}

async function bytesOf(app: IssuingApp, id: string): Promise<Bytes> {
  const bytes = await signedBytes(app, id);
  assert.ok(bytes !== null && bytes !== 'gone');
  return bytes;
}

/** What the other verifier says of both forms; `good` when it accepts them. */
async function strangersOn(app: IssuingApp, id: string): Promise<string[]> {
  return strangersOnBytes(app, await bytesOf(app, id));
}

async function strangersOnBytes(app: IssuingApp, { json, jwt }: Bytes): Promise<string[]> {
  const now = app.clock.now();
  const fetch = internetOf(app);
  return [
    (await refusalOfJson(JSON.parse(json), fetch, now)) ?? 'good',
    (await refusalOfJwt(jwt, fetch, now)) ?? 'good',
  ];
}

async function verdictOn(app: IssuingApp, text: string): Promise<string> {
  return (await verifyGiven(app, text)).verdict;
}

test('a certificate of a finished course is accepted by a verifier that shares nothing with us', async () => {
  const { app, kim } = await withGraduate();
  const id = await issued(app, kim);
  assert.deepEqual(await strangersOn(app, id), ['good', 'good']);
  const { json, jwt } = await bytesOf(app, id);
  assert.equal(await verdictOn(app, json), 'valid');
  assert.equal(await verdictOn(app, ` ${JSON.stringify(JSON.parse(json), null, 2)}\n`), 'valid');
  assert.equal(await verdictOn(app, jwt.replace('.', '.\n')), 'valid');
  const { verdict, says, steps } = (await verifyStored(app, id)) ?? {};
  assert.equal(verdict, 'valid');
  assert.equal(says?.recipient, 'kim!');
  assert.ok(steps?.every(({ outcome }) => outcome === 'passed'));
  const badge = JSON.parse(json);
  assert.deepEqual(badge.type, ['VerifiableCredential', 'AchievementCredential']);
  assert.equal(badge.id, `${ORIGIN}/credentials/${id}`);
  assert.doesNotMatch(json, new RegExp(`${kim.personId}|@example|kim"`), 'only the name is told');
});

test('neither signing nor checking asks the network for anything', async (t) => {
  const asked: unknown[] = [];
  const ask = (...what: unknown[]) => {
    asked.push(what);
    throw new Error('the network was asked');
  };
  t.mock.method(globalThis, 'fetch', ask);
  t.mock.method(Socket.prototype, 'connect', ask);
  const { app, kim } = await withGraduate();
  const { json, jwt } = await bytesOf(app, await issued(app, kim));
  await statusList(app, 1);
  assert.deepEqual([await verdictOn(app, json), await verdictOn(app, jwt)], ['valid', 'valid']);
  const elsewhere = json.replaceAll(ORIGIN, 'http://169.254.169.254');
  assert.equal(await verdictOn(app, elsewhere), 'not-ours');
  const context = json.replace('https://www.w3.org/ns/credentials/v2', 'http://127.0.0.1/context');
  assert.equal(await verdictOn(app, context), 'not-ours');
  const inside = JSON.parse(json);
  inside.credentialSubject.achievement['@context'] = 'http://127.0.0.1/context';
  assert.equal(await verdictOn(app, JSON.stringify(inside)), 'altered');
  assert.deepEqual(asked, []);
});

test('whatever is changed in a certificate, both verifiers refuse it', async () => {
  const { app, kim } = await withGraduate();
  const { json, jwt } = await bytesOf(app, await issued(app, kim));
  const fetch = internetOf(app);
  let tried = 0;
  for (const [path, altered] of alterations(JSON.parse(json))) {
    const verdict = await verdictOn(app, JSON.stringify(altered));
    assert.notEqual(verdict, 'valid', `we accept another ${path}`);
    const refusal = await refusalOfJson(altered, fetch, app.clock.now());
    assert.notEqual(refusal, null, `a stranger accepts another ${path}`);
    tried += 1;
  }
  const { id: key } = (await signingKeys(app)).Ed25519;
  assert.equal(await verdictOn(app, json.replace(`keys/${key}`, 'keys/none')), 'key-unknown');
  assert.ok(tried > 40, `only ${tried} changes were tried`);
  const [head = '', body = '', signature = ''] = jwt.split('.');
  for (const [path, altered] of alterations(
    JSON.parse(Buffer.from(body, 'base64url').toString()),
  )) {
    const other = Buffer.from(JSON.stringify(altered)).toString('base64url');
    const verdict = await verdictOn(app, `${head}.${other}.${signature}`);
    assert.notEqual(verdict, 'valid', `we accept a JWT with another ${path}`);
  }
  const otherLast = signature.endsWith('A') ? 'B' : 'A';
  const bent = `${head}.${body}.${signature.slice(0, -1)}${otherLast}`;
  assert.equal(await verdictOn(app, bent), 'altered', 'also where only unused bits differ');
});

test('a certificate with a member more or less, or another order of types, is refused', async () => {
  const { app, kim } = await withGraduate();
  const { json } = await bytesOf(app, await issued(app, kim));
  const { credentialStatus: _, ...withoutStatus } = JSON.parse(json);
  assert.equal(await verdictOn(app, JSON.stringify(withoutStatus)), 'altered');
  assert.equal(await verdictOn(app, JSON.stringify({ ...JSON.parse(json), more: 1 })), 'altered');
  const types = { ...JSON.parse(json), type: ['AchievementCredential', 'VerifiableCredential'] };
  assert.equal(await verdictOn(app, JSON.stringify(types)), 'altered');
});

test('two machines that are asked at the same moment issue one certificate', async () => {
  const { city, app, kim } = await withGraduate();
  const other = issuing({ ...city.app, db: { ...openDatabase(city.app.db.url), url: '' } });
  await signingKeys(app);
  const asked = () => ({ eventId: app.newId(), ...CIVICS, how: 'once' as const });
  const outcomes = await Promise.all([
    issueCredential(app, kim, asked()),
    issueCredential(other, kim, asked()),
    issueCredential(app, kim, asked()),
  ]);
  const ids = new Set(outcomes.map((outcome) => accepted(outcome).id));
  assert.equal(ids.size, 1);
  assert.equal((await ownCredentials(app, kim)).length, 1);
  other.db.close();
});

test('two machines that start at once have one pair of keys', async () => {
  const { city, app } = await withGraduate();
  const other = issuing({ ...city.app, db: { ...openDatabase(city.app.db.url), url: '' } });
  const [mine, theirs] = await Promise.all([signingKeys(app), signingKeys(other)]);
  assert.deepEqual([mine.Ed25519.id, mine.RS256.id], [theirs.Ed25519.id, theirs.RS256.id]);
  assert.equal((await publicKeys(app)).length, 2);
  other.db.close();
});

test('a form sent twice gives one certificate, and nobody can use the form of another', async () => {
  const { city, app, kim } = await withGraduate();
  await city.joins('lee', 'team');
  await city.studies('lee');
  const asked = { eventId: app.newId(), ...CIVICS, how: 'once' } as const;
  const first = accepted(await issueCredential(app, kim, asked));
  assert.deepEqual(accepted(await issueCredential(app, kim, asked)), {
    id: first.id,
    isNew: false,
  });
  assert.equal(await codeOf(issueCredential(app, city.as('lee'), asked)), 'event-used');
});

test('nobody gets a certificate of what they have not finished', async () => {
  const { city, app } = await withGraduate();
  await city.joins('lee', 'team');
  for (const key of ['course:civics', 'course:none', 'programme:none', 'nonsense']) {
    const asked = { eventId: app.newId(), key, period: '', how: 'once' } as const;
    assert.equal(
      await codeOf(issueCredential(app, city.as('lee'), asked)),
      'credential-not-earned',
    );
  }
  assert.deepEqual(await earnedBy(app, city.as('lee')), []);
});

test('after the keys are changed, old certificates still hold and new ones are signed with the new keys', async () => {
  const { city, app, kim } = await withGraduate();
  await city.joins('lee', 'team');
  await city.studies('lee');
  const old = await issued(app, kim);
  const before = await signingKeys(app);
  const ids = await rotateKeys(app);
  assert.ok(!ids.includes(before.Ed25519.id) && !ids.includes(before.RS256.id));
  const young = await issued(app, city.as('lee'));
  for (const id of [old, young]) {
    assert.deepEqual(await strangersOn(app, id), ['good', 'good']);
    assert.equal((await verifyStored(app, id))?.verdict, 'valid');
  }
  assert.match((await bytesOf(app, young)).json, new RegExp(ids[0] ?? ''));
  assert.equal((keySet(await publicKeys(app))['keys'] as unknown[]).length, 2);
});

test('what is signed with a withdrawn key counts only if the register says that it was issued before', async () => {
  const { city, app, kim } = await withGraduate();
  const old = await issued(app, kim);
  const { Ed25519: key } = await signingKeys(app);
  const { json } = await bytesOf(app, old);
  app.clock.pass(86_400_000);
  const { '@context': _, proof: __, ...rest } = JSON.parse(json);
  const forged = {
    '@context': JSON.parse(json)['@context'],
    ...rest,
    id: `${ORIGIN}/credentials/x`,
  };
  const stolen = await app.notary.proveJson(forged, key, app.clock.now() - 2 * 86_400_000);
  assert.equal(await verdictOn(app, stolen), 'not-issued');
  accepted(await withdrawKey(app, { id: key.id, from: app.clock.now() }));
  assert.equal(await verdictOn(app, stolen), 'key-withdrawn');
  assert.equal(await verdictOn(app, json), 'valid');
  assert.equal((await strangersOn(app, old))[0], 'Error: the key was revoked');
  await city.joins('lee', 'team');
  await city.studies('lee');
  assert.deepEqual(await strangersOn(app, await issued(app, city.as('lee'))), ['good', 'good']);
  accepted(await withdrawKey(app, { id: key.id, from: 0 }));
  assert.equal(await verdictOn(app, json), 'key-withdrawn');
});

test('when the secret is lost, new keys are made and old certificates still hold', async () => {
  const { city, app, kim } = await withGraduate();
  const old = await issued(app, kim);
  const later = issuing(city.app, 'another secret of more than forty signs');
  await city.joins('lee', 'team');
  await city.studies('lee');
  const young = await issued(later, city.as('lee'));
  assert.deepEqual(await strangersOn(later, old), ['good', 'good']);
  assert.deepEqual(await strangersOn(later, young), ['good', 'good']);
  assert.equal((await publicKeys(later)).length, 4);
});

test('a certificate its owner gave up is refused everywhere, for ever, and a new one can be had', async () => {
  const { city, app, kim } = await withGraduate();
  const id = await issued(app, kim);
  assert.deepEqual(await strangersOn(app, id), ['good', 'good'], 'also fills the kept list');
  await city.joins('lee', 'team');
  assert.equal(await codeOf(withdrawCredential(app, city.as('lee'), id)), 'not-found');
  assert.equal(await codeOf(viewOwnCredential(app, city.as('lee'), id)), 'not-found');
  const handedOut = await bytesOf(app, id);
  accepted(await withdrawCredential(app, kim, id));
  assert.equal(accepted(await withdrawCredential(app, kim, id)), 'already-there');
  assert.deepEqual(await strangersOnBytes(app, handedOut), ['revoked', 'revoked']);
  assert.equal(await verdictOn(app, handedOut.json), 'revoked');
  assert.equal(await signedBytes(app, id), 'gone', 'the name goes from the public address');
  const found = await verifyStored(app, id);
  assert.deepEqual([found?.verdict, found?.revoked?.for, found?.says], ['revoked', 'owner', null]);
  const again = await issued(app, kim);
  assert.notEqual(again, id);
  assert.deepEqual(await strangersOn(app, again), ['good', 'good']);
  assert.deepEqual(await strangersOnBytes(app, handedOut), ['revoked', 'revoked']);
});

test('an administrator takes a certificate back with a reason that only its owner reads', async () => {
  const { city, app, kim } = await withGraduate();
  const id = await issued(app, kim);
  const jun = city.as('jun');
  const back = (actor: typeof kim, why: string) =>
    codeOf(takeBack(app, actor, { id, why, as: 'barred' }));
  assert.equal(await back(kim, 'mine'), 'not-allowed');
  assert.equal(await back(city.as('sora'), 'no'), 'not-allowed');
  assert.equal(await back(jun, '  '), 'credential-why-missing');
  assert.equal(await back(jun, 'x'.repeat(501)), 'credential-why-long');
  assert.equal(
    await codeOf(takeBack(app, jun, { id: 'none', why: 'x', as: 'issuer' })),
    'not-found',
  );
  assert.equal(await back(jun, 'Issued for the wrong person'), 'ok');
  const own = accepted(await viewOwnCredential(app, kim, id));
  assert.equal(own.revokedWhy, 'Issued for the wrong person');
  const seen = await verifyStored(app, id);
  assert.equal(seen?.revoked?.for, 'issuer');
  assert.doesNotMatch(JSON.stringify(seen), /wrong person/);
  const inbox = await inboxOf(app, kim, { isUnread: true, page: 1 });
  const [notice] = inbox.notices.filter(({ kind }) => kind === 'credential-revoked');
  assert.equal(notice?.path, `/my/certificates/${id}`);
  const trail = accepted(await listAudit(app, jun, { subject: `credential:${id}` }));
  assert.deepEqual(
    trail.entries.map(({ act }) => act),
    ['credential-revoked', 'credential-issued'],
  );
  assert.equal(await codeOf(allCredentials(app, kim, { words: '', page: 1 })), 'not-allowed');
  const { rows, total } = accepted(await allCredentials(app, jun, { words: 'KIM', page: 1 }));
  assert.deepEqual([rows.map((row) => row.id), total], [[id], 1]);
});

test('after a certificate was taken back there is a new one only if the administrator says so', async () => {
  const { city, app, kim } = await withGraduate();
  const jun = city.as('jun');
  const ask = () => issueCredential(app, kim, { eventId: app.newId(), ...CIVICS, how: 'once' });
  const first = accepted(await ask()).id;
  accepted(await takeBack(app, jun, { id: first, why: 'Not deserved', as: 'barred' }));
  assert.equal(await codeOf(ask()), 'credential-barred');
  assert.equal((await verifyStored(app, first))?.revoked?.for, 'issuer', 'strangers read no more');
  assert.equal(await codeOf(allowAgain(app, kim, first)), 'not-allowed');
  assert.equal(await codeOf(allowAgain(app, jun, 'none')), 'not-found');
  assert.equal(accepted(await allowAgain(app, jun, first)), 'allowed');
  assert.equal(accepted(await allowAgain(app, jun, first)), 'already-there');
  const second = accepted(await ask()).id;
  assert.deepEqual(await strangersOn(app, second), ['good', 'good']);
  assert.deepEqual(await strangersOn(app, first), ['revoked', 'revoked'], 'it stays revoked');
  accepted(await takeBack(app, jun, { id: second, why: 'A slip in it', as: 'issuer' }));
  assert.equal(await codeOf(ask()), 'ok');
});

test('a changed name leaves the certificate as it was, until its owner asks for another', async () => {
  const { app, kim } = await withGraduate();
  const old = await issued(app, kim);
  const { json } = await bytesOf(app, old);
  const account = { login: 'kim', name: 'kim!', locale: 'ko', unitId: null, email: null } as const;
  const signedIn = { ...kim, ...account, isDemo: false };
  accepted(await changeProfile(app, signedIn, { name: '김하늘', locale: 'ko' }));
  assert.equal(await issued(app, kim), old);
  assert.equal((await bytesOf(app, old)).json, json);
  assert.deepEqual(await strangersOn(app, old), ['good', 'good']);
  const young = await issued(app, kim, 'renew');
  assert.equal((await verifyStored(app, young))?.says?.recipient, '김하늘');
  assert.deepEqual(await strangersOn(app, old), ['revoked', 'revoked']);
  assert.equal((await verifyStored(app, old))?.revoked?.for, 'superseded');
});

test('a certificate of a required programme is valid as long as the programme says', async () => {
  const { city, app, kim } = await withGraduate();
  const programmeId = await city.asks([rule('all', { timing: { ...TIMING, validMonths: 12 } })]);
  const [course, programme] = [...(await earnedBy(app, kim))].sort((a, b) =>
    a.key < b.key ? -1 : 1,
  );
  assert.deepEqual([course?.key, programme?.key], ['course:civics', `programme:${programmeId}`]);
  assert.ok(programme?.validUntil);
  assert.equal(programme.validUntil, endOfDay('2027-11-18', app.zone));
  const asked = { eventId: app.newId(), key: programme.key, period: programme.period } as const;
  const { id } = accepted(await issueCredential(app, kim, { ...asked, how: 'once' }));
  const { json, jwt } = await bytesOf(app, id);
  assert.match(json, /Civics/, 'it names what was done');
  assert.deepEqual(await strangersOn(app, id), ['good', 'good']);
  app.clock.set(programme.validUntil - 1_000);
  assert.equal((await verifyStored(app, id))?.verdict, 'valid');
  app.clock.set(programme.validUntil + 1_000);
  assert.equal(await verdictOn(app, json), 'expired');
  assert.equal(await verdictOn(app, jwt), 'expired');
  assert.deepEqual(await strangersOn(app, id), ['expired', 'expired']);
});

test('what others issued, and what is no certificate at all, is called by its name', async () => {
  const { city, app, kim } = await withGraduate();
  const elsewhere = { ...app, issuer: { origin: 'https://other.example', name: 'Other' } };
  const theirs = await bytesOf(app, await issued(elsewhere, kim));
  const stranger = (await withGraduate()).app;
  assert.equal(await verdictOn(stranger, theirs.json), 'not-ours');
  assert.equal(await verdictOn(stranger, theirs.jwt), 'not-ours');
  for (const text of ['', '{', '[]', 'a.b.c', '{"a":1}', 'null', 'https://learn.example.org/x']) {
    assert.equal(await verdictOn(stranger, text), 'unreadable', text);
  }
  assert.equal(await verdictOn(stranger, '{"@context":["https://www.w3.org/ns/x"]}'), 'not-ours');
  assert.equal(await verifyStored(app, 'none'), null);
  assert.equal(await signedBytes(app, 'none'), null);
  assert.equal(await statusList(app, 2), null);
  assert.ok(city);
});

test('a stranger may check certificates, not without end and not with a whole book', async () => {
  const { app } = await withGraduate();
  const check = (text: string, address = '192.0.2.9') =>
    codeOf(checkForStranger(app, { text, address }));
  assert.equal(await check('  '), 'credential-given-missing');
  assert.equal(await check('x'.repeat(70_000)), 'credential-given-long');
  for (let n = 0; n < 60; n += 1) assert.equal(await check('{}'), 'ok');
  assert.equal(await check('{}'), 'too-many-tries');
  assert.equal(await check('{}', '192.0.2.10'), 'ok');
});

test('the private halves of keys lie sealed in the database and go when a key is retired', async () => {
  const { app } = await withGraduate();
  await signingKeys(app);
  await rotateKeys(app);
  const rows = await app.db.read.all<{ sealed: string | null; retired_at: number | null }>(
    'select * from issuer_key',
  );
  assert.deepEqual(rows.map(({ sealed, retired_at }) => [!!sealed, !!retired_at]).sort(), [
    [false, true],
    [false, true],
    [true, false],
    [true, false],
  ]);
  assert.doesNotMatch(JSON.stringify(rows), /zrv|"d":/, 'no private key can be read');
});

/** The document with one leaf changed, for each of its leaves. */
function* alterations(document: Json): Generator<[path: string, altered: Json]> {
  for (const path of leavesOf(document)) {
    const altered = structuredClone(document);
    const parent = path.slice(0, -1).reduce<Json>((at, part) => at[part] as Json, altered);
    const last = path.at(-1) ?? '';
    parent[last] = otherThan(parent[last]);
    yield [path.join('.'), altered];
  }
}

function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
}

function otherThan(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  const text = String(leaf);
  // A letter within, so that an address stays one.
  const at = text.length - 2;
  const other = text[at] === '7' ? '8' : '7';
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}
