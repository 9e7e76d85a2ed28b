import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setLeaders } from '#features/identity/service.ts';
import {
  answerExtension,
  askExtension,
  extensionsFor,
  teamOf,
} from '#features/programme/service.ts';
import { accepted, City } from '#tests/support/city.ts';
import { codeOf } from '#tests/support/people.ts';
import { rule } from '#tests/support/programmes.ts';

/** Lee leads the bureau with Kim's team below it, Park the other bureau, where Choi works. Everybody has to finish a course. */
async function city(): Promise<{ city: City; programmeId: string }> {
  const city = await City.found('2026-11-26');
  await city.joins('kim', 'team');
  await city.joins('lee', 'bureau');
  await city.joins('park', 'other');
  await city.joins('choi', 'other');
  for (const [unitId, leader] of [
    ['bureau', 'lee'],
    ['other', 'park'],
  ] as const) {
    const leading = { unitId, personIds: [city.idOf(leader)], why: '' };
    accepted(await setLeaders(city.app, city.as('jun'), leading));
  }
  return { city, programmeId: await city.asks([rule('all')]) };
}

const namesIn = async (city: City, leader: string, question = {}) => {
  const team = await teamOf(city.app, city.as(leader), question);
  return team.ok ? team.value.lines.map(({ name }) => name) : team.problem.code;
};

test('a leader sees the people of the unit and below, not themselves and nobody else’s', async () => {
  const { city: own } = await city();
  assert.deepEqual(await namesIn(own, 'lee'), ['kim!']);
  assert.deepEqual(await namesIn(own, 'park'), ['choi!']);
  assert.deepEqual(await namesIn(own, 'lee', { unitId: 'team' }), ['kim!']);
  assert.equal(await namesIn(own, 'lee', { unitId: 'other' }), 'not-allowed');
  assert.equal(await namesIn(own, 'lee', { unitId: 'city' }), 'not-allowed');
  for (const nobody of ['kim', 'sora', 'jun'])
    assert.equal(await namesIn(own, nobody), 'not-allowed', nobody);
});

test('somebody who no longer leads sees nothing any more', async () => {
  const { city: own } = await city();
  const none = { unitId: 'bureau', personIds: [], why: '' };
  accepted(await setLeaders(own.app, own.as('jun'), none));
  assert.equal(await namesIn(own, 'lee'), 'not-allowed');
});

test('a leader looks for names and for what is unfinished, and what is done is in the whole list', async () => {
  const { city: own } = await city();
  assert.deepEqual(await namesIn(own, 'lee', { search: 'ki' }), ['kim!']);
  assert.deepEqual(await namesIn(own, 'lee', { search: '%' }), []);
  await own.studies('kim');
  await own.becomes('2026-11-26');
  assert.deepEqual(await namesIn(own, 'lee'), []);
  assert.deepEqual(await namesIn(own, 'lee', { view: 'unfinished' }), []);
  assert.deepEqual(await namesIn(own, 'lee', { view: 'all' }), ['kim!']);
});

test('a leader answers requests of the people led, and no others, and never their own', async () => {
  const { city: own, programmeId } = await city();
  const ask = async (name: string) => {
    const eventId = own.app.newId();
    const asking = {
      eventId,
      programmeId,
      period: 'once',
      wantedUntil: '2026-12-18',
      reason: 'Audit.',
    };
    accepted(await askExtension(own.app, own.as(name), asking));
    return eventId;
  };
  const [ofKim, ofLee, ofChoi] = [await ask('kim'), await ask('lee'), await ask('choi')];
  const answer = (leader: string, extensionId: string) => {
    const answering = {
      extensionId,
      outcome: 'granted',
      until: '2026-12-11',
      answer: 'Yes.',
    } as const;
    return codeOf(answerExtension(own.app, own.as(leader), answering));
  };
  const waiting = await extensionsFor(own.app, own.as('lee'), { isOpen: true });
  assert.deepEqual(
    accepted(waiting).extensions.map(({ id }) => id),
    [ofKim],
  );
  assert.equal(await answer('lee', ofChoi), 'not-found');
  assert.equal(await answer('lee', ofLee), 'not-found');
  assert.equal(await answer('kim', ofKim), 'not-found');
  assert.equal(await answer('lee', ofKim), 'ok');
  assert.equal(await answer('park', ofChoi), 'ok');
});
