import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkAsking,
  checkPeerLevels,
  evidenceOfPeer,
  type PeerRequest,
  peerRequestState,
} from '#features/competency/peer-request.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;

function request(change: Partial<PeerRequest> = {}): PeerRequest {
  return {
    id: 'r',
    personId: 'anna',
    peerId: 'bora',
    competencies: ['C1.1'],
    message: '',
    askedAt: NOW - DAY_MS,
    outcome: null,
    note: null,
    closedAt: null,
    ...change,
  };
}

const asking = { personId: 'anna', peerId: 'bora', competencies: ['C1.1'] };
const codeFor = (
  own: readonly PeerRequest[],
  change: Partial<typeof asking> = {},
  waitingAtPeer = 0,
) =>
  checkAsking(
    { ...asking, ...change },
    { own, waitingAtPeer },
    { now: NOW, halfLifeDays: () => 540 },
  )?.code ?? 'ok';
const closed = (outcome: 'rated' | 'declined' | 'withdrawn', daysAgo: number) =>
  request({ outcome, askedAt: NOW - (daysAgo + 1) * DAY_MS, closedAt: NOW - daysAgo * DAY_MS });

for (const { what, own, change, waiting, code } of [
  { what: 'a first request', own: [], code: 'ok' },
  { what: 'asking oneself', own: [], change: { peerId: 'anna' }, code: 'peer-oneself' },
  { what: 'no competency', own: [], change: { competencies: [] }, code: 'peer-competencies' },
  {
    what: 'four competencies',
    own: [],
    change: { competencies: ['a', 'b', 'c', 'd'] },
    code: 'peer-competencies',
  },
  { what: 'a second request to the same peer', own: [request()], code: 'peer-already-asked' },
  {
    what: 'a sixth open request',
    own: ['1', '2', '3', '4', '5'].map((peerId) => request({ peerId })),
    code: 'peer-asked-enough',
  },
  { what: 'a peer whom many ask', own: [], waiting: 10, code: 'peer-busy' },
  {
    what: 'the same competency within a half-life',
    own: [closed('rated', 539)],
    code: 'peer-too-soon',
  },
  { what: 'the same competency after a half-life', own: [closed('rated', 540)], code: 'ok' },
  {
    what: 'another competency of the same peer',
    own: [closed('rated', 1)],
    change: { competencies: ['C1.2'] },
    code: 'ok',
  },
  {
    what: 'whoever declined a month ago',
    own: [closed('declined', 30)],
    change: { competencies: ['C1.2'] },
    code: 'peer-too-soon',
  },
  { what: 'whoever declined three months ago', own: [closed('declined', 90)], code: 'ok' },
  { what: 'what was taken back yesterday', own: [closed('withdrawn', 1)], code: 'ok' },
  {
    what: 'what lapsed',
    own: [request({ askedAt: NOW - 31 * DAY_MS })],
    code: 'ok',
  },
]) {
  test(`asking a peer, ${what}: ${code}`, () => {
    assert.equal(codeFor(own, change, waiting), code);
  });
}

test('a request is open for thirty days', () => {
  assert.equal(peerRequestState(request({ askedAt: NOW - 30 * DAY_MS }), NOW), 'open');
  assert.equal(peerRequestState(request({ askedAt: NOW - 30 * DAY_MS - 1 }), NOW), 'lapsed');
  assert.equal(peerRequestState(closed('rated', 100), NOW), 'rated');
});

test('what a peer says counts only for what they were asked', () => {
  const levels = new Map([
    ['C1.1', 2],
    ['C9.9', 4],
  ] as const);
  const pieces = evidenceOfPeer(request(), levels, NOW);
  assert.deepEqual(
    pieces.map(({ competency, shown }) => [competency, shown]),
    [['C1.1', { v: 1, kind: 'peer', level: 2, raterId: 'bora' }]],
  );
  assert.equal(
    checkPeerLevels(request(), new Map([['C9.9', 4]] as const))?.code,
    'peer-nothing-said',
  );
});
