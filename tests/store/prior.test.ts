import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAudit } from '#features/audit/service.ts';
import { addMember, createCohort } from '#features/cohort/service.ts';
import { cellsOf, profileOf, rebuildCells } from '#features/competency/service.ts';
import type { SignedIn } from '#features/identity/person.ts';
import { takeDue } from '#features/notify/service.ts';
import { stateOf, WAITING_MAX } from '#features/prior/claim.ts';
import {
  acknowledge,
  countWaiting,
  decideClaim,
  openDocument,
  ownClaims,
  reviewQueue,
  submitClaim,
  viewForReview,
  viewOwnClaim,
  withdrawClaim,
} from '#features/prior/service.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import { createProgramme, requiredFor } from '#features/programme/service.ts';
import { TEST_NOW } from '#tests/support/app.ts';
import { civicsApp, type LearningTestApp } from '#tests/support/civics.ts';
import { frameworkOf } from '#tests/support/framework.ts';
import { addPerson, codeOf } from '#tests/support/people.ts';
import { CALENDAR, programme, rule } from '#tests/support/programmes.ts';

type PriorApp = LearningTestApp & ProgrammeApp;
type Cast = {
  readonly app: PriorApp;
  readonly anna: SignedIn;
  readonly sora: SignedIn;
  readonly mina: SignedIn;
  readonly jun: SignedIn;
};

const DAY_MS = 86_400_000;
const PDF = new TextEncoder().encode('%PDF-1.7\nlicence');
const REASON = 'Page 2 shows it';

/** Anna with an address learns in Sora's cohort; Mina trains others; Jun administers. */
async function cast(): Promise<Cast> {
  const framework = frameworkOf(['C1.1', 'C1.2']);
  const content = { framework, scenarios: new Map(), calendar: CALENDAR };
  const app = { ...(await civicsApp([['first', 'a']])), ...content };
  const anna = await addPerson(app, { login: 'anna', email: 'anna@example.org', locale: 'en' });
  const sora = await addPerson(app, { login: 'sora', roles: ['trainer'] });
  const mina = await addPerson(app, { login: 'mina', roles: ['trainer'] });
  const jun = await addPerson(app, { login: 'jun', roles: ['administrator'] });
  await app.db.write(async (tx) => {
    for (const [id, trainer] of [
      ['first', sora],
      ['second', mina],
    ] as const) {
      const name = { ko: '모임', en: 'Group' };
      await createCohort(tx, app, { id, name, courseId: 'civics', trainers: [trainer.personId] });
    }
    await addMember(tx, { cohortId: 'first', personId: anna.personId, joinedAt: TEST_NOW });
  });
  return { app, anna, sora, mina, jun };
}

function claimFor(app: PriorApp, competencies: readonly string[] = ['C1.1'], bytes = PDF) {
  return {
    eventId: app.newId(),
    description: 'Three years of case work',
    earnedOn: '2026-05-01',
    claimed: competencies.map((competency) => ({ competency, level: '3' })),
    document: { name: 'licence.pdf', bytes },
  };
}

async function handIn({ app, anna }: Cast, competencies?: readonly string[], bytes = PDF) {
  const sent = await submitClaim(app, anna, claimFor(app, competencies, bytes));
  assert.ok(sent.ok, JSON.stringify(sent));
  return sent.value.claimId;
}

function reviewOf(
  { app }: Cast,
  claimId: string,
  findings: Record<string, string>,
  { seen = 0, reason = REASON } = {},
) {
  return {
    eventId: app.newId(),
    claimId,
    seen,
    findings: Object.entries(findings).map(([competency, level]) => ({
      competency,
      level,
      reason,
    })),
  };
}

test('a claim sent twice is one claim, and its document comes back as it was', async () => {
  const { app, anna } = await cast();
  const claim = claimFor(app);
  assert.ok((await submitClaim(app, anna, claim)).ok);
  assert.ok((await submitClaim(app, anna, claim)).ok);
  assert.equal((await ownClaims(app, anna)).length, 1);
  const opened = await openDocument(app, anna, claim.eventId);
  assert.ok(opened.ok);
  assert.deepEqual(new Uint8Array(opened.value.bytes), PDF);
  assert.equal(opened.value.document.name, 'licence.pdf');
});

test('a claim under the id of somebody else is refused', async () => {
  const { app, anna, jun } = await cast();
  const claim = claimFor(app);
  await submitClaim(app, anna, claim);
  assert.equal(await codeOf(submitClaim(app, jun, claim)), 'event-used');
});

test('what cannot be reviewed is not taken', async () => {
  const { app, anna } = await cast();
  const whole = claimFor(app);
  const script = { name: 'a.pdf', bytes: new TextEncoder().encode('<script>') };
  const unknown = [{ competency: 'C9.9', level: '3' }];
  assert.equal(
    await codeOf(submitClaim(app, anna, { ...whole, document: script })),
    'document-type',
  );
  assert.equal(
    await codeOf(submitClaim(app, anna, { ...whole, claimed: unknown })),
    'claim-competency-unknown',
  );
  assert.deepEqual(await ownClaims(app, anna), []);
});

test('five claims of one person may wait, and one more when one was withdrawn', async () => {
  const all = await cast();
  const { app, anna } = all;
  const ids: string[] = [];
  for (let n = 0; n < WAITING_MAX; n += 1) ids.push(await handIn(all));
  assert.equal(await codeOf(submitClaim(app, anna, claimFor(app))), 'claims-full');
  assert.ok((await withdrawClaim(app, anna, ids[0] ?? '')).ok);
  assert.ok((await submitClaim(app, anna, claimFor(app))).ok);
});

test('a withdrawn claim loses its document and is nowhere for reviewers', async () => {
  const all = await cast();
  const { app, anna, sora } = all;
  const claimId = await handIn(all);
  assert.ok((await withdrawClaim(app, anna, claimId)).ok);
  assert.ok((await withdrawClaim(app, anna, claimId)).ok);
  assert.equal(await codeOf(openDocument(app, anna, claimId)), 'not-found');
  assert.equal(await codeOf(viewForReview(app, sora, claimId)), 'not-found');
  const [claim] = await ownClaims(app, anna);
  assert.equal(claim && stateOf(claim), 'withdrawn');
});

test('only its owner, their trainers and administrators come near a claim and its document', async () => {
  const all = await cast();
  const { app, anna, sora, mina, jun } = all;
  const claimId = await handIn(all);
  for (const [actor, code] of [
    [sora, 'ok'],
    [jun, 'ok'],
    [mina, 'not-found'],
  ] as const) {
    assert.equal(await codeOf(viewForReview(app, actor, claimId)), code, actor.login);
    assert.equal(await codeOf(openDocument(app, actor, claimId)), code, actor.login);
    assert.equal(await codeOf(viewOwnClaim(app, actor, claimId)), 'not-found', actor.login);
    assert.equal(await codeOf(withdrawClaim(app, actor, claimId)), 'not-found', actor.login);
    assert.equal(await codeOf(acknowledge(app, actor, claimId)), 'not-found', actor.login);
  }
  assert.equal(await codeOf(viewForReview(app, anna, claimId)), 'not-found');
  const decision = reviewOf(all, claimId, { 'C1.1': '4' });
  for (const actor of [anna, mina]) {
    assert.equal(await codeOf(decideClaim(app, actor, decision)), 'not-found', actor.login);
  }
  assert.deepEqual(await cellsOf(app, [anna.personId]), []);
  const opened = await listAudit(app, jun, { act: 'document-opened' });
  assert.ok(opened.ok);
  assert.deepEqual(
    opened.value.entries.map(({ actorId }) => actorId).sort(),
    [sora.personId, jun.personId].sort(),
  );
});

test('nobody reviews their own claim, not even an administrator', async () => {
  const all = await cast();
  const { app, jun } = all;
  const sent = await submitClaim(app, jun, claimFor(app));
  assert.ok(sent.ok);
  const { claimId } = sent.value;
  assert.equal(
    await codeOf(decideClaim(app, jun, reviewOf(all, claimId, { 'C1.1': '4' }))),
    'not-found',
  );
  const queue = await reviewQueue(app, jun, { state: 'waiting', page: 1 });
  assert.ok(queue.ok);
  assert.equal(queue.value.total, 0);
});

test('what a review found becomes evidence of its day, with who reviewed it and by which document', async () => {
  const all = await cast();
  const { app, anna, sora } = all;
  const claimId = await handIn(all, ['C1.1', 'C1.2']);
  const review = reviewOf(all, claimId, { 'C1.1': '2', 'C1.2': 'none' });
  assert.ok((await decideClaim(app, sora, review)).ok);
  const profile = await profileOf(app, anna, anna.personId);
  assert.ok(profile.ok);
  const pieces = profile.value.states.get('C1.1')?.pieces.map(({ piece }) => piece) ?? [];
  assert.deepEqual(
    pieces.map(({ shown, source, occurredAt }) => ({ shown, source, occurredAt })),
    [
      {
        shown: {
          v: 1,
          kind: 'prior',
          level: 2,
          reviewerId: sora.personId,
          documentId: app.hash(PDF),
        },
        source: `document:${claimId}`,
        occurredAt: Date.UTC(2026, 3, 30, 15),
      },
    ],
  );
  assert.deepEqual(profile.value.states.get('C1.2')?.pieces, []);
});

test('a decision sent twice is one, and its owner gets one letter', async () => {
  const all = await cast();
  const { app, anna, sora } = all;
  const claimId = await handIn(all);
  const review = reviewOf(all, claimId, { 'C1.1': '2' });
  assert.ok((await decideClaim(app, sora, review)).ok);
  assert.ok((await decideClaim(app, sora, review)).ok);
  const seen = await viewOwnClaim(app, anna, claimId);
  assert.ok(seen.ok);
  assert.equal(seen.value.decisions.length, 1);
  const mails = await takeDue(app, 10);
  assert.deepEqual(
    mails.map(({ address, locale, message }) => ({ address, locale, ...message })),
    [
      {
        address: 'anna@example.org',
        locale: 'en',
        template: 'claim-decided',
        params: { name: 'anna', path: `/en/my/prior-learning/${claimId}`, day: '2026-11-22' },
      },
    ],
  );
});

test('a revised decision takes the old evidence out with the new reason and puts the new one in', async () => {
  const all = await cast();
  const { app, anna, sora, jun } = all;
  const claimId = await handIn(all, ['C1.1', 'C1.2']);
  await decideClaim(app, sora, reviewOf(all, claimId, { 'C1.1': '4', 'C1.2': '2' }));
  app.clock.pass(DAY_MS);
  const again = reviewOf(all, claimId, { 'C1.1': '1', 'C1.2': '2' }, { seen: 2 });
  const findings = again.findings.map((finding) =>
    finding.competency === 'C1.1' ? { ...finding, reason: 'It is a draft' } : finding,
  );
  const revised = await decideClaim(app, jun, { ...again, findings });
  assert.deepEqual(revised, { ok: true, value: { changed: 1 } });
  const profile = await profileOf(app, anna, anna.personId);
  assert.ok(profile.ok);
  const told = (competency: string) =>
    profile.value.states.get(competency)?.pieces.map(({ piece }) => piece.revokedReason) ?? [];
  assert.deepEqual(told('C1.1').sort(), ['It is a draft', null]);
  assert.deepEqual(told('C1.2'), [null]);

  const other = await cast();
  const otherId = await handIn(other, ['C1.1', 'C1.2']);
  await decideClaim(other.app, other.sora, reviewOf(other, otherId, { 'C1.1': '1', 'C1.2': '2' }));
  const sums = async (one: Cast) =>
    (await cellsOf(one.app, [one.anna.personId])).map(({ competency, accumulator, pieces }) => ({
      competency,
      accumulator,
      pieces,
    }));
  assert.deepEqual(await sums(all), await sums(other));
  await rebuildCells(app);
  assert.deepEqual(await sums(all), await sums(other));
});

test('a decision that a colleague took meanwhile is not overwritten unseen', async () => {
  const all = await cast();
  const { app, sora, jun } = all;
  const claimId = await handIn(all);
  await decideClaim(app, sora, reviewOf(all, claimId, { 'C1.1': '3' }));
  const late = reviewOf(all, claimId, { 'C1.1': '1' });
  assert.equal(await codeOf(decideClaim(app, jun, late)), 'claim-decided-meanwhile');
  assert.ok((await decideClaim(app, jun, { ...late, seen: 1 })).ok);
});

test('a decided claim cannot be withdrawn, is news until it was read, and news again when revised', async () => {
  const all = await cast();
  const { app, anna, sora } = all;
  const claimId = await handIn(all);
  await decideClaim(app, sora, reviewOf(all, claimId, { 'C1.1': '3' }));
  assert.equal(await codeOf(withdrawClaim(app, anna, claimId)), 'claim-decided');
  app.clock.pass(1_000);
  await acknowledge(app, anna, claimId);
  const [read] = await ownClaims(app, anna);
  assert.equal(read?.readAt, TEST_NOW + 1_000);
});

test('the queue shows the oldest first and counts the days, each reviewer their own', async () => {
  const all = await cast();
  const { app, sora, mina, jun, anna } = all;
  const first = await handIn(all);
  app.clock.pass(15 * DAY_MS);
  const second = await handIn(all);
  const queueOf = async (actor: SignedIn) => {
    const queue = await reviewQueue(app, actor, { state: 'waiting', page: 1 });
    return queue.ok
      ? queue.value.claims.map(({ id, name, days, isLate }) => ({ id, name, days, isLate }))
      : queue.problem.code;
  };
  const whole = [
    { id: first, name: 'anna', days: 15, isLate: true },
    { id: second, name: 'anna', days: 0, isLate: false },
  ];
  assert.deepEqual(await queueOf(sora), whole);
  assert.deepEqual(await queueOf(jun), whole);
  assert.deepEqual(await queueOf(mina), []);
  assert.equal(await queueOf(anna), 'not-allowed');
  assert.deepEqual(await countWaiting(app, jun), { mine: 2, late: 1 });
  assert.deepEqual(await countWaiting(app, anna), { mine: 0, late: 0 });
});

test('the same file handed in twice says the same thing again, and counts half', async () => {
  const all = await cast();
  const { app, anna, sora } = all;
  for (const bytes of [PDF, PDF]) {
    const claimId = await handIn(all, ['C1.1'], bytes);
    await decideClaim(app, sora, reviewOf(all, claimId, { 'C1.1': '3' }));
  }
  const profile = await profileOf(app, anna, anna.personId);
  assert.ok(profile.ok);
  const counts = profile.value.states.get('C1.1')?.pieces.map((one) => one.counts) ?? [];
  const [less = 0, more = 0] = counts.sort((a, b) => a - b);
  assert.ok(Math.abs(less - more / 2) < 1e-9, `${less} ${more}`);
});

/** Anna is required to take civics by 30 November. */
async function required(): Promise<Cast & { stands: () => Promise<string | undefined> }> {
  const all = await cast();
  const { app, anna, jun } = all;
  const { body } = programme('p', [rule('all')]);
  const created = await createProgramme(app, jun, { eventId: app.newId(), body, why: 'test' });
  assert.ok(created.ok);
  const stands = async () => (await requiredFor(app, anna.personId))[0]?.standing;
  return { ...all, stands };
}
const CIVICS = { requirement: 'course:civics' };
const ACCEPTED = { outcome: 'accepted', reason: REASON, validUntil: '2027-12-31' };

test('what was learned elsewhere waits for its reviewer and then counts as the required course', async () => {
  const all = await required();
  const { app, anna, sora, stands } = all;
  assert.equal(await stands(), 'open');
  const sent = await submitClaim(app, anna, { ...claimFor(app), ...CIVICS });
  assert.ok(sent.ok);
  assert.equal(await stands(), 'waiting');
  const { claimId } = sent.value;
  const review = { ...reviewOf(all, claimId, { 'C1.1': '2' }), credit: ACCEPTED };
  assert.ok((await decideClaim(app, sora, review)).ok);
  assert.equal(await stands(), 'done');
  const seen = await viewOwnClaim(app, anna, claimId);
  const answer = seen.ok ? seen.value.credit?.answer : null;
  assert.deepEqual(
    [answer?.outcome, answer?.reason, answer?.by, answer?.validUntil],
    ['accepted', REASON, sora.personId, '2027-12-31'],
  );
});

test('what is not accepted is asked again, may be handed in again, and a reviewer may think better of it', async () => {
  const all = await required();
  const { app, anna, sora, stands } = all;
  const sent = await submitClaim(app, anna, { ...claimFor(app), ...CIVICS });
  assert.ok(sent.ok);
  const { claimId } = sent.value;
  const refused = { outcome: 'refused', reason: REASON, validUntil: '' };
  const review = { ...reviewOf(all, claimId, { 'C1.1': '2' }), credit: refused };
  assert.ok((await decideClaim(app, sora, review)).ok);
  assert.equal(await stands(), 'open');
  const anew = { ...reviewOf(all, claimId, { 'C1.1': '2' }, { seen: 1 }), credit: ACCEPTED };
  assert.ok((await decideClaim(app, sora, anew)).ok);
  assert.equal(await stands(), 'done');
  const other = await submitClaim(app, anna, { ...claimFor(app), ...CIVICS });
  assert.ok(other.ok);
});

test('a claim taken back waits no longer, and only what is required can be claimed', async () => {
  const { app, anna, jun, sora, stands, ...rest } = await required();
  const sent = await submitClaim(app, anna, { ...claimFor(app), ...CIVICS });
  assert.ok(sent.ok);
  assert.ok((await withdrawClaim(app, anna, sent.value.claimId)).ok);
  assert.equal(await stands(), 'open');
  for (const requirement of ['course:other', 'observation:civics', 'competency:C1.1:1']) {
    const claim = { ...claimFor(app), requirement };
    assert.equal(await codeOf(submitClaim(app, anna, claim)), 'credit-not-required');
  }
  const again = await submitClaim(app, anna, { ...claimFor(app), ...CIVICS });
  assert.ok(again.ok);
  const all = { app, anna, jun, sora, ...rest };
  const unanswered = reviewOf(all, again.value.claimId, { 'C1.1': '2' });
  assert.equal(await codeOf(decideClaim(app, sora, unanswered)), 'credit-outcome-missing');
  const own = { ...unanswered, credit: ACCEPTED };
  assert.equal(await codeOf(decideClaim(app, anna, own)), 'not-found');
});
