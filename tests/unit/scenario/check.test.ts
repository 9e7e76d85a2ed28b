import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScenario } from '#features/scenario/check.ts';
import type { Draft } from '#features/scenario/problem.ts';
import type { Choice } from '#features/scenario/source.ts';
import { draftOf, knownTo } from '#tests/support/scenarios.ts';

const known = knownTo(draftOf('heatwave-closure'));

/** The codes reported for a copy of the scenario with one defect. */
function codesOf(damage: (draft: Draft) => void): string[] {
  const draft = structuredClone(draftOf('heatwave-closure'));
  damage(draft);
  return checkScenario(draft, known).map(({ code }) => code);
}

function choicesAt({ source }: Draft, scene: string): Choice[] {
  const choices = source.scenes[scene]?.choices;
  assert.ok(choices, `no scene ${scene}`);
  return choices;
}

function choiceAt(draft: Draft, scene: string, id: string): Choice {
  const choice = choicesAt(draft, scene).find((candidate) => candidate.id === id);
  assert.ok(choice, `no choice ${scene}.${id}`);
  return choice;
}

function relabel({ words }: Draft, id: string, label: string): void {
  const section = words.en[id];
  assert.ok(section, `no text ${id}`);
  Object.assign(words.en, { [id]: { ...section, label } });
}

for (const id of ['heatwave-closure', 'participatory-budget']) {
  test(`${id} has no problem`, () => {
    const draft = draftOf(id);
    assert.deepEqual(checkScenario(draft, knownTo(draft)), []);
  });
}

const DEFECTS: readonly [title: string, code: string, damage: (draft: Draft) => void][] = [
  [
    'a choice that leads nowhere',
    'place-unknown',
    (draft) => {
      choiceAt(draft, 'meals', 'call-each').goTo = 'nowhere';
    },
  ],
  [
    'a condition that cannot be read',
    'condition-unreadable',
    (draft) => {
      choiceAt(draft, 'heat', 'fetch').when = 'capacity >= ';
    },
  ],
  [
    'a condition on a state the world does not have',
    'state-unknown',
    (draft) => {
      choiceAt(draft, 'heat', 'fetch').when = '@public.asleep';
    },
  ],
  [
    'a condition on a mark no choice sets',
    'mark-never-set',
    (draft) => {
      choiceAt(draft, 'heat', 'fetch').when = 'no-such-mark';
    },
  ],
  [
    'an effect on an unknown indicator',
    'indicator-unknown',
    (draft) => {
      choiceAt(draft, 'heat', 'fetch').effects = { karma: 1 };
    },
  ],
  [
    'evidence for a competency without a claim',
    'claim-missing',
    (draft) => {
      choiceAt(draft, 'heat', 'fetch').shows = { 'C1.1': { level: 1, weight: 1 } };
    },
  ],
  [
    'a claim nothing shows',
    'claim-unshown',
    (draft) => {
      draft.source.claims['C1.1'] = { pass: 2, fail: 1 };
    },
  ],
  [
    'two scenes and an ending of one name',
    'name-taken',
    (draft) => {
      draft.source.endings.push('heat');
    },
  ],
  [
    'a fork that may find no way',
    'fork-open',
    (draft) => {
      draft.source.forks['afternoon'] = [{ when: '@public.rumour', goTo: 'rumour' }];
    },
  ],
  [
    'forks that lead back to each other',
    'endless-loop',
    (draft) => {
      draft.source.forks['afternoon'] = [{ goTo: 'round' }];
      draft.source.forks['round'] = [{ goTo: 'afternoon' }];
    },
  ],
  [
    'a world event without a time or a condition',
    'beat-restless',
    (draft) => {
      draft.source.world['weather']?.states['night']?.push({ to: 'building', effects: {} });
    },
  ],
  [
    'a scene no path leads to',
    'unreachable',
    (draft) => {
      for (const choice of choicesAt(draft, 'heat')) choice.goTo = 'close';
    },
  ],
  [
    'a choice whose condition never holds',
    'unreachable',
    (draft) => {
      choiceAt(draft, 'heat', 'three-gyms').when = 'capacity >= 99';
    },
  ],
  [
    'a world event that never happens',
    'unreachable',
    (draft) => {
      const [warning] = draft.source.world['weather']?.states['building'] ?? [];
      if (warning) warning.after = 700;
    },
  ],
  [
    'a scene in which nothing may be open',
    'dead-end',
    (draft) => {
      for (const choice of choicesAt(draft, 'heat')) choice.when = 'capacity >= 40';
    },
  ],
  [
    'a scene with one open choice',
    'single-choice',
    (draft) => {
      choiceAt(draft, 'heat', 'three-gyms').when = 'cool-room';
    },
  ],
  [
    'a loop',
    'too-long',
    (draft) => {
      choiceAt(draft, 'meals', 'call-each').goTo = 'alert';
    },
  ],
  [
    'more decisions than announced',
    'too-many-decisions',
    (draft) => {
      draft.source.maxDecisions = 6;
    },
  ],
  [
    'an indicator that leaves its scale',
    'off-the-scale',
    (draft) => {
      choiceAt(draft, 'heat', 'three-gyms').effects = { capacity: -28 };
    },
  ],
  [
    'a competency nobody can show well',
    'claim-unattainable',
    (draft) => {
      for (const scene of ['meals', 'contact']) {
        for (const choice of choicesAt(draft, scene))
          choice.shows['C4.3'] = { level: 1, weight: 1 };
      }
    },
  ],
  [
    'a competency nobody can fail',
    'claim-unfailable',
    (draft) => {
      for (const scene of ['meals', 'contact']) {
        for (const choice of choicesAt(draft, scene))
          choice.shows['C4.3'] = { level: 3, weight: 1 };
      }
    },
  ],
  [
    'a competency shown only once',
    'claim-thin',
    (draft) => {
      for (const choice of choicesAt(draft, 'meals')) delete choice.shows['C4.3'];
    },
  ],
  [
    'evidence on one side of a decision',
    'one-sided',
    (draft) => {
      delete choiceAt(draft, 'notice', 'website').shows['C5.4'];
    },
  ],
  [
    'a text missing in one language',
    'text-missing',
    (draft) => {
      delete (draft.words.en as Record<string, unknown>)['meals.deliver-all']; // Damage: the type forbids it.
    },
  ],
  [
    'a heading without text',
    'text-empty',
    (draft) => {
      Object.assign(draft.words.en, { heat: { label: 'Where to stay?', blocks: [] } });
    },
  ],
  [
    'a text that belongs to nothing',
    'text-unused',
    (draft) => {
      Object.assign(draft.words.en, { ghost: { label: 'Ghost', blocks: [] } });
    },
  ],
  [
    'English in the Korean text',
    'text-untranslated',
    (draft) => {
      Object.assign(draft.words.ko, { heat: draft.words.en['heat'] });
    },
  ],
  [
    'Korean in the English text',
    'text-untranslated',
    (draft) => {
      Object.assign(draft.words.en, { heat: draft.words.ko['heat'] });
    },
  ],
  [
    'markup that would be shown as it stands',
    'text-markup',
    (draft) => {
      const blocks = [{ kind: 'paragraph', text: 'It is **hot**.' }];
      Object.assign(draft.words.en, { heat: { label: 'Where?', blocks } });
    },
  ],
  [
    'a reference that does not exist',
    'reference-unknown',
    (draft) => {
      draft.source.scenes['heat']?.references.push('nothing');
    },
  ],
  [
    'a reference to a source that is not there',
    'source-unknown',
    (draft) => {
      draft.source.references['privacy-act'] = { source: 'nowhere' };
    },
  ],
  [
    'a lesson that does not exist',
    'lesson-unknown',
    (draft) => {
      draft.source.lessons.push({ lesson: 'no/lesson', scenes: ['heat'] });
    },
  ],
  [
    'a path on which nothing is lost',
    'best-path',
    (draft) => {
      for (const { choices } of Object.values(draft.source.scenes)) {
        for (const choice of choices) choice.effects = {};
      }
      for (const { states } of Object.values(draft.source.world)) {
        for (const beat of Object.values(states).flat()) beat.effects = {};
      }
    },
  ],
  [
    'points in the words of a choice',
    'label-points',
    (draft) => relabel(draft, 'heat.advice', 'Send advice (+5 trust)'),
  ],
  [
    'a choice whose words judge it',
    'label-judges',
    (draft) => relabel(draft, 'heat.advice', 'Do the only correct thing'),
  ],
  [
    'a choice that tells its whole story',
    'label-long',
    (draft) => relabel(draft, 'heat.advice', 'word '.repeat(30)),
  ],
  [
    'a strongest choice that is always the longest',
    'label-length',
    (draft) => {
      for (const [scene, { choices }] of Object.entries(draft.source.scenes)) {
        for (const [at, choice] of choices.entries()) {
          choice.shows = { 'C5.2': { level: at === 0 ? 3 : 1, weight: 1 } };
          relabel(draft, `${scene}.${choice.id}`, at === 0 ? 'Do one thing and another' : 'Wait');
        }
      }
    },
  ],
  [
    'a walkthrough that ends elsewhere',
    'walkthrough-differs',
    (draft) => {
      draft.source.forks['close'] = [{ goTo: 'uneven' }];
      draft.source.endings = ['uneven'];
    },
  ],
  [
    'a walkthrough over a choice that is gone',
    'walkthrough-differs',
    (draft) => {
      choiceAt(draft, 'heat', 'advice').id = 'advise';
    },
  ],
  [
    'an ending no walkthrough shows',
    'walkthrough-missing',
    (draft) => {
      draft.walkthroughs.forEach((walkthrough) => {
        walkthrough.ending = 'lost';
      });
    },
  ],
];

for (const [title, code, damage] of DEFECTS) {
  test(`finds ${title}`, () => {
    const codes = codesOf(damage);
    assert.ok(codes.includes(code), `reported: ${codes.join(', ') || 'nothing'}`);
  });
}

test('every problem says what to do', () => {
  const draft = structuredClone(draftOf('heatwave-closure'));
  for (const [, , damage] of DEFECTS.slice(0, 8)) damage(draft);
  for (const problem of checkScenario(draft, known)) {
    assert.ok(problem.message.length > 10 && problem.help.length > 5, problem.code);
  }
});
