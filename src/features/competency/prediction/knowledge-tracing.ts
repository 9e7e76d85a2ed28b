import { forEachRowOf, learnersWhere, type Split } from './answers.ts';

/** What Bayesian knowledge tracing says of a skill: probabilities. */
type Skill = {
  readonly known: number;
  readonly learn: number;
  readonly guess: number;
  readonly slip: number;
};

const START: Skill = { known: 0.4, learn: 0.1, guess: 0.25, slip: 0.15 };
const ROUNDS = 15;
/** Above these a skill that is known would look like one that is not. */
const MOST_GUESS = 0.45;
const MOST_SLIP = 0.3;
/** Each skill counts as if it had been seen this often in its starting values. */
const PRIOR = 5;

/** Bayesian knowledge tracing (Corbett & Anderson 1995), fitted for each skill by expectation and maximisation. */
export function knowledgeTracing({ columns, isTraining }: Split, into: Float64Array): void {
  const skills = fit({ columns, isTraining });
  for (const learner of learnersWhere(columns, (one) => !isTraining(one))) {
    const known = new Map<number, number>();
    forEachRowOf(columns, learner, (row) => {
      const number = columns.skill[row] ?? 0;
      const skill = skills[number] ?? START;
      const now = known.get(number) ?? skill.known;
      const right = now * (1 - skill.slip) + (1 - now) * skill.guess;
      into[row] = right;
      known.set(number, after(skill, now, columns.correct[row] === 1));
    });
  }
}

function after(skill: Skill, known: number, correct: boolean): number {
  const ifKnown = known * (correct ? 1 - skill.slip : skill.slip);
  const ifNot = (1 - known) * (correct ? skill.guess : 1 - skill.guess);
  const seen = ifKnown / (ifKnown + ifNot);
  return seen + (1 - seen) * skill.learn;
}

type Sums = Record<
  'starts' | 'known' | 'chances' | 'learned' | 'knew' | 'slipped' | 'not' | 'guessed',
  number
>;

function fit(split: Split): Skill[] {
  const sequences = sequencesOf(split);
  let skills: Skill[] = split.columns.skills.map(() => START);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = skills.map(priorSums);
    for (const { skill, answers } of sequences) {
      const values = skills[skill];
      const into = sums[skill];
      if (values !== undefined && into !== undefined) expect(values, answers, into);
    }
    skills = sums.map(maximise);
  }
  return skills;
}

type Sequence = { readonly skill: number; readonly answers: number[] };

/** What each learner answered on each skill, in order. */
function sequencesOf({ columns, isTraining }: Split): Sequence[] {
  const sequences: Sequence[] = [];
  for (const learner of learnersWhere(columns, isTraining)) {
    const own = new Map<number, number[]>();
    forEachRowOf(columns, learner, (row) => {
      const skill = columns.skill[row] ?? 0;
      const answers = own.get(skill) ?? [];
      answers.push(columns.correct[row] ?? 0);
      own.set(skill, answers);
    });
    for (const [skill, answers] of own) sequences.push({ skill, answers });
  }
  return sequences;
}

function priorSums(): Sums {
  return {
    starts: PRIOR,
    known: PRIOR * START.known,
    chances: PRIOR,
    learned: PRIOR * START.learn,
    knew: PRIOR,
    slipped: PRIOR * START.slip,
    not: PRIOR,
    guessed: PRIOR * START.guess,
  };
}

/** Adds what one sequence is expected to have been: forwards, then backwards. Nothing is ever forgotten. */
function expect(skill: Skill, answers: readonly number[], sums: Sums): void {
  const before: number[] = [];
  let known = skill.known;
  for (const answer of answers) {
    before.push(known);
    known = after(skill, known, answer === 1);
  }
  // Likelihood of everything that follows, if the skill is known and if it is not.
  let laterIfKnown = 1;
  let laterIfNot = 1;
  for (let at = answers.length - 1; at >= 0; at -= 1) {
    const correct = answers[at] === 1;
    const emitKnown = correct ? 1 - skill.slip : skill.slip;
    const emitNot = correct ? skill.guess : 1 - skill.guess;
    const prior = before[at] ?? 0;
    const isKnown = prior * emitKnown * laterIfKnown;
    const stays = (1 - prior) * emitNot * (1 - skill.learn) * laterIfNot;
    const learns = (1 - prior) * emitNot * skill.learn * laterIfKnown;
    const total = isKnown + stays + learns;
    const wasKnown = isKnown / total;
    sums.knew += wasKnown;
    sums.not += 1 - wasKnown;
    if (correct) sums.guessed += 1 - wasKnown;
    else sums.slipped += wasKnown;
    if (at < answers.length - 1) {
      sums.chances += 1 - wasKnown;
      sums.learned += learns / total;
    }
    if (at === 0) {
      sums.starts += 1;
      sums.known += wasKnown;
    }
    const ifNot = emitNot * ((1 - skill.learn) * laterIfNot + skill.learn * laterIfKnown);
    const ifKnown = emitKnown * laterIfKnown;
    const scale = ifKnown + ifNot;
    laterIfKnown = ifKnown / scale;
    laterIfNot = ifNot / scale;
  }
}

function maximise(sums: Sums): Skill {
  return {
    known: sums.known / sums.starts,
    learn: sums.learned / sums.chances,
    guess: Math.min(MOST_GUESS, sums.guessed / sums.not),
    slip: Math.min(MOST_SLIP, sums.slipped / sums.knew),
  };
}
