import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Ballot,
  checkOpen,
  evidenceFrom,
  lastBallots,
  stateOf,
  tallyOf,
  type Vote,
} from '#features/vote/ballot.ts';

const VOTE: Vote = {
  id: 'vote',
  runId: 'run',
  seq: 0,
  openedBy: 'sora',
  openedAt: 0,
  closedBy: null,
  closedAt: null,
  calledOffAt: null,
};
const CHOICES = [
  { name: 'door.knock', shows: [{ competency: 'C1.1', level: 3, weight: 1 }] },
  { name: 'door.wait', shows: [] },
];

let ids = 0;
function ballot(personId: string, choice: string, at = 1): Ballot {
  ids += 1;
  return { id: `ballot-${String(ids).padStart(3, '0')}`, voteId: 'vote', personId, choice, at };
}

const group = (n: number) =>
  Array.from({ length: n }, (_, i) => ballot(`person-${i}`, i === 0 ? 'door.wait' : 'door.knock'));

test('of several votes of a person the last one counts, in whatever order they arrive', () => {
  const changed = [ballot('anna', 'door.wait', 1), ballot('anna', 'door.knock', 2)];
  for (const ballots of [changed, changed.toReversed(), [...changed, ...changed]]) {
    const last = lastBallots(ballots);
    assert.deepEqual([last.size, last.get('anna')?.choice], [1, 'door.knock']);
  }
});

test('how a vote fell is told from five voters on, and their number always', () => {
  const four = tallyOf(lastBallots(group(4)), CHOICES);
  assert.deepEqual([four.total, four.counts], [4, null]);
  const five = tallyOf(lastBallots(group(5)), CHOICES);
  assert.deepEqual(
    [...(five.counts ?? [])],
    [
      ['door.knock', 4],
      ['door.wait', 1],
    ],
  );
});

test('somebody who votes five times is one voter', () => {
  const often = Array.from({ length: 5 }, (_, at) => ballot('anna', 'door.knock', at));
  assert.deepEqual(tallyOf(lastBallots(often), CHOICES), { total: 1, counts: null });
});

test('a choice nobody took has no votes and stays in the list', () => {
  const all = Array.from({ length: 5 }, (_, i) => ballot(`p${i}`, 'door.knock'));
  assert.equal(tallyOf(lastBallots(all), CHOICES).counts?.get('door.wait'), 0);
});

test('a vote becomes evidence of its own kind, named by vote, person and competency', () => {
  const pieces = evidenceFrom(
    VOTE,
    [ballot('anna', 'door.knock', 7), ballot('bora', 'door.wait', 8)],
    { scenarioId: 'stairs', choices: CHOICES },
  );
  assert.deepEqual(pieces, [
    {
      id: 'vote/anna/C1.1',
      personId: 'anna',
      competency: 'C1.1',
      shown: { v: 1, kind: 'vote', level: 3, weight: 1, decision: 'door.knock' },
      source: 'scenario:stairs',
      runId: 'run',
      occurredAt: 7,
    },
  ]);
});

test('only an open vote can be changed', () => {
  const closed = { ...VOTE, closedAt: 5, closedBy: 'sora' };
  const calledOff = { ...VOTE, calledOffAt: 5 };
  assert.deepEqual([VOTE, closed, calledOff].map(stateOf), ['open', 'closed', 'called-off']);
  assert.deepEqual(
    [VOTE, closed, calledOff].map((vote) => checkOpen(vote)?.code),
    [undefined, 'vote-closed', 'vote-called-off'],
  );
});
