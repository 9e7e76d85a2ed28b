import type { Belief, Meeting } from './two-layers.ts';

/**
 * What the answers of one learner up to now say about the next, as numbers for a logistic regression. The two layers carry
 * most of it; the rest is what a slowly moving ability cannot see: a first meeting with a skill, a good or bad spell, the
 * same item a moment ago.
 */
export const SIGNS = [
  'constant',
  'two-layers',
  'two-layers-in-doubt',
  'difficulty',
  'shared-ability',
  'own-ability',
  'doubt',
  'skill-unseen',
  'skill-right',
  'skill-wrong',
  'skill-spell',
  'skill-pause',
  'spell',
  'mood',
  'answers',
  'same-item',
  'same-item-just-now',
  'item-unfamiliar',
] as const;

type OnSkill = { right: number; wrong: number; spell: number; last: number };
type OnItem = { sign: -1 | 1; at: number; times: number };

export type History = {
  readonly timesAnswered: (item: number) => number;
  /** Writes the signs of a meeting into `into` from `offset` on. */
  readonly describe: (now: Now, into: Float32Array, offset: number) => void;
  readonly take: (now: Now, correct: boolean) => void;
};

export type Now = {
  readonly item: number;
  readonly meeting: Meeting;
  readonly belief: Belief;
  /** How many answers of other learners the difficulty of the item rests on. */
  readonly familiarity: number;
};

/** The history of one learner, empty at first. */
export function startHistory(): History {
  const skills = new Map<number, OnSkill>();
  const items = new Map<number, OnItem>();
  let answers = 0;
  let spell = 0;
  let mood = 0;
  return {
    timesAnswered: (item) => items.get(item)?.times ?? 0,
    describe: ({ item, meeting, belief, familiarity }, into, offset) => {
      const skill = skills.get(meeting.skill);
      const same = items.get(item);
      const odds = logOdds(belief.chance);
      const signs = [
        1,
        odds,
        odds * belief.doubt,
        meeting.difficulty,
        belief.shared,
        belief.ability - belief.shared,
        belief.doubt,
        skill === undefined ? 1 : 0,
        Math.log1p(skill?.right ?? 0),
        Math.log1p(skill?.wrong ?? 0),
        skill?.spell ?? 0,
        skill === undefined ? 0 : Math.log1p(answers - 1 - skill.last),
        spell,
        mood,
        Math.log1p(answers),
        same?.sign ?? 0,
        same?.at === answers - 1 ? same.sign : 0,
        1 / (1 + familiarity),
      ];
      into.set(signs, offset);
    },
    take: ({ item, meeting, belief }, correct) => {
      const surprise = (correct ? 1 : 0) - belief.chance;
      const skill = skills.get(meeting.skill) ?? { right: 0, wrong: 0, spell: 0, last: 0 };
      if (correct) skill.right += 1;
      else skill.wrong += 1;
      skill.spell = 0.7 * skill.spell + surprise;
      skill.last = answers;
      skills.set(meeting.skill, skill);
      const times = (items.get(item)?.times ?? 0) + 1;
      items.set(item, { sign: correct ? 1 : -1, at: answers, times });
      spell += 0.4 * (surprise - spell);
      mood += 0.12 * (surprise - mood);
      answers += 1;
    },
  };
}

function logOdds(chance: number): number {
  const within = Math.max(0.001, Math.min(0.999, chance));
  return Math.log(within / (1 - within));
}
