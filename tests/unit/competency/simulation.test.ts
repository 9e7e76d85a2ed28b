import assert from 'node:assert/strict';
import { test } from 'node:test';
import { competencyState } from '#features/competency/profile.ts';
import { NOW, type Seen, simulatePeople } from '#tests/support/simulated-people.ts';

const PEOPLE = 700;
const CUTS = [-1.5, -0.5, 0.5, 1.5];
const levelOf = (ability: number) => CUTS.filter((cut) => ability > cut).length;

/** Of those said to be at a level or higher, how many truly are, and how many there were. */
function truth(seed: string, seen: Seen): { said: number; share: number } {
  let said = 0;
  let right = 0;
  for (const { ability, pieces } of simulatePeople(PEOPLE, seed, seen)) {
    const { standing } = competencyState(pieces, NOW);
    if (standing.status !== 'confirmed') continue;
    said += 1;
    if (levelOf(ability) >= standing.level) right += 1;
  }
  return { said, share: right / said };
}

const SEEN: Seen = { questions: 12, runs: 3, decisionsPerRun: 4, runMood: 0, observations: 0 };

for (const { name, seen } of [
  { name: 'independent answers and decisions', seen: SEEN },
  { name: 'decisions that go well or badly together within a run', seen: { ...SEEN, runMood: 1 } },
  { name: 'long runs with a strong mood', seen: { ...SEEN, decisionsPerRun: 12, runMood: 1 } },
  { name: 'observations at work', seen: { ...SEEN, questions: 6, observations: 2 } },
]) {
  test(`of people with a confirmed level at least four in five truly have it: ${name}`, () => {
    const { said, share } = truth('calibration', seen);
    assert.ok(said > PEOPLE / 4, `only ${said} are confirmed`);
    assert.ok(share >= 0.8, `${share}`);
  });
}

test('a probability of a level is never off by more than a tenth, in any range', () => {
  const ranges = Array.from({ length: 5 }, () => ({ said: 0, true: 0, count: 0 }));
  for (const { ability, pieces } of simulatePeople(PEOPLE, 'ranges', { ...SEEN, runMood: 0.7 })) {
    const { distribution } = competencyState(pieces, NOW).estimate;
    for (const level of [1, 2, 3, 4]) {
      const chance = distribution.slice(level).reduce((sum, part) => sum + part, 0);
      const range = ranges[Math.min(4, Math.floor(chance * 5))];
      if (range === undefined) continue;
      range.said += chance;
      range.true += levelOf(ability) >= level ? 1 : 0;
      range.count += 1;
    }
  }
  for (const { said, true: happened, count } of ranges) {
    assert.ok(Math.abs(said - happened) / count < 0.1, JSON.stringify(ranges));
  }
});
