import type { Answer } from '#features/competency/prediction/answers.ts';
import { seededRandom } from '#kernel/random.ts';

export type World = {
  readonly seed: string;
  readonly learners: number;
  readonly answersEach: number;
  readonly items?: number;
  readonly skills?: number;
};

/**
 * Answers of people who differ in general and in each skill, get better with practice, and guess one time in five; items
 * differ in difficulty. What is simulated is known here only: nobody who reads the answers sees an ability.
 */
export function simulatedAnswers({
  seed,
  learners,
  answersEach,
  items = 60,
  skills = 6,
}: World): Answer[] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const difficulties = Array.from({ length: items }, normal);
  return Array.from({ length: learners }, (_, number) => {
    const general = normal();
    const own = Array.from({ length: skills }, () => general + 0.8 * normal());
    let skill = 0;
    return Array.from({ length: answersEach }, (): Answer => {
      if (random() < 0.3) skill = Math.floor(random() * skills);
      const item = skill + skills * Math.floor(random() * (items / skills));
      const knows = 1 / (1 + Math.exp(-1.5 * ((own[skill] ?? 0) - (difficulties[item] ?? 0))));
      const correct = random() < 0.2 + 0.8 * knows;
      own[skill] = (own[skill] ?? 0) + 0.05;
      return {
        learner: `person-${number}`,
        item: `item-${item}`,
        skill: `skill-${skill}`,
        correct,
      };
    });
  }).flat();
}
