import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkScenario } from '#features/scenario/check.ts';
import type { Draft, ScenarioProblem } from '#features/scenario/problem.ts';
import type { Choice } from '#features/scenario/source.ts';
import { fixtureOf, knownTo, SEAT_FIXTURES } from '#tests/support/scenarios.ts';

function problemsOf(damage: (draft: Draft) => void): ScenarioProblem[] {
  const draft = structuredClone(fixtureOf('two-seats'));
  damage(draft);
  return checkScenario(draft, knownTo(fixtureOf('two-seats')));
}

function sceneOf({ source }: Draft, id: string) {
  const scene = source.scenes[id];
  assert.ok(scene, `no scene ${id}`);
  return scene;
}

function choiceOf(draft: Draft, scene: string, id: string): Choice {
  const choice = sceneOf(draft, scene).choices.find((one) => one.id === id);
  assert.ok(choice, `no choice ${scene}.${id}`);
  return choice;
}

const say = (text: string) => [{ kind: 'paragraph' as const, text }];

for (const id of SEAT_FIXTURES) {
  test(`${id} has no problem`, () => {
    const draft = fixtureOf(id);
    assert.deepEqual(checkScenario(draft, knownTo(draft)), []);
  });
}

/** What is broken, and the problem it must be reported as: `level code file path`. */
const DEFECTS: readonly [title: string, reported: string, damage: (draft: Draft) => void][] = [
  [
    'a scene of a seat nobody has',
    'error seat-unknown scenario scenes.stop.by',
    (draft) => {
      sceneOf(draft, 'stop').by = 'partner';
    },
  ],
  [
    'an indicator for a seat nobody has',
    'error seat-unknown scenario indicators.neighbours.for.0',
    (draft) => {
      Object.assign(draft.source.indicators['neighbours'] ?? {}, { for: ['partner'] });
    },
  ],
  [
    'a seat that decides nowhere',
    'error seat-idle scenario seats.2',
    (draft) => {
      draft.source.seats.push('partner');
    },
  ],
  [
    'a seat that decides only once',
    'warning seat-idle scenario seats.1',
    (draft) => {
      sceneOf(draft, 'stop').by = 'official';
    },
  ],
  [
    'a scene that does not say what happens alone',
    'error seat-alone scenario scenes.stop.alone',
    (draft) => {
      delete sceneOf(draft, 'stop').alone;
    },
  ],
  [
    'a recorded choice that is not there',
    'error seat-alone scenario scenes.stop.alone.0',
    (draft) => {
      sceneOf(draft, 'stop').alone = ['shout'];
    },
  ],
  [
    'a moment at which nothing recorded is open',
    'error seat-alone scenario scenes.answer.alone',
    (draft) => {
      sceneOf(draft, 'answer').alone = ['closer'];
    },
  ],
  [
    'a fact passed on by a mark no choice sets',
    'error mark-never-set scenario facts.walker.told',
    (draft) => {
      draft.source.facts['walker'] = { for: ['resident'], told: 'never-set' };
    },
  ],
  [
    'a fact everybody knows',
    'error fact-for-all scenario facts.early.for',
    (draft) => {
      draft.source.facts['early'] = { for: ['official', 'resident'] };
    },
  ],
  [
    'one event told to different seats',
    'error inject-for-others scenario world.works.states.loud.0.for',
    (draft) => {
      const again = { after: 30, to: 'loud', inject: 'memo', effects: {} };
      draft.source.world['works']?.states['loud']?.push(again);
    },
  ],
  [
    'a seat without a role of its own',
    'error seat-texts en role@resident',
    (draft) => {
      delete (draft.words.en as Record<string, unknown>)['role@resident']; // Damage: the type forbids it.
    },
  ],
  [
    'a seat with nothing to read while it waits',
    'error seat-texts ko stop@official',
    (draft) => {
      delete (draft.words.ko as Record<string, unknown>)['stop@official']; // As above.
    },
  ],
  [
    'an empty text for a seat that waits',
    'error text-empty ko stop@official',
    (draft) => {
      Object.assign(draft.words.ko, { 'stop@official': { label: '조용한 전화', blocks: [] } });
    },
  ],
  [
    'a second text for the seat that decides',
    'error text-unused en stop@resident',
    (draft) => {
      Object.assign(draft.words.en, { 'stop@resident': { label: 'You', blocks: say('You.') } });
    },
  ],
  [
    'a text for a seat nobody has',
    'error text-unused en reached@partner',
    (draft) => {
      Object.assign(draft.words.en, { 'reached@partner': { label: 'End', blocks: say('End.') } });
    },
  ],
  [
    'a fact without its text',
    'error text-missing en fact.walker',
    (draft) => {
      delete (draft.words.en as Record<string, unknown>)['fact.walker']; // As above.
    },
  ],
  [
    'a fact whose wordings are no list',
    'error fact-wordings en fact.walker.wording',
    (draft) => {
      const wording = { label: 'Wordings', blocks: say('Mrs Oh') };
      Object.assign(draft.words.en, { 'fact.walker.wording': wording });
    },
  ],
  [
    'a fact given away in a scene of another seat',
    'error seat-fact-leak en notice',
    (draft) => {
      const blocks = say('The stop will move, and mrs  oh walks badly.');
      Object.assign(draft.words.en, { notice: { label: 'The notice', blocks } });
    },
  ],
  [
    'a fact given away to a seat that waits, in Korean with other spaces',
    'error seat-fact-leak ko stop@official',
    (draft) => {
      const blocks = say('오할머니가 지나갑니다.');
      Object.assign(draft.words.ko, { 'stop@official': { label: '조용한 전화', blocks } });
    },
  ],
  [
    'a fact given away by an event for everybody',
    'error seat-fact-leak en inject.noise@resident',
    (draft) => {
      const blocks = say('They begin sooner than you thought.');
      Object.assign(draft.words.en, { 'inject.noise@resident': { label: 'Drills', blocks } });
    },
  ],
  [
    'a fact given away by an ending',
    'error seat-fact-leak en missed',
    (draft) => {
      const blocks = say('The works began one week sooner.');
      Object.assign(draft.words.en, { missed: { label: 'Missed', blocks } });
    },
  ],
  [
    'a fact given away by a choice',
    'error seat-fact-leak en notice.full',
    (draft) => {
      Object.assign(draft.words.en, {
        'notice.full': { label: 'Write to Mrs Oh', blocks: say('It was complete.') },
      });
    },
  ],
  [
    'a fact given away by the brief of another seat',
    'error seat-fact-leak en brief',
    (draft) => {
      const blocks = say('A walking frame stands in the hall.');
      Object.assign(draft.words.en, { brief: { label: 'Before you start', blocks } });
    },
  ],
  [
    'a competency one seat cannot show well alone, though another path of the others would let it',
    'error claim-unattainable scenario claims.C6.1',
    (draft) => {
      for (const { shows } of sceneOf(draft, 'notice').choices) {
        shows['C6.1'] = { level: 1, weight: 1 };
      }
      choiceOf(draft, 'answer', 'visit').shows['C6.1'] = { level: 0, weight: 1 };
      sceneOf(draft, 'stop').alone = ['grumble'];
    },
  ],
  [
    'a competency only one seat shows often enough',
    'warning claim-thin scenario claims.C6.1',
    (draft) => {
      for (const { shows } of sceneOf(draft, 'stop').choices) {
        shows['C6.1'] = { level: 2, weight: 1 };
      }
    },
  ],
  [
    'a choice that costs its seat nothing it can see, though it costs another seat something',
    'warning dominant scenario scenes.stop.choices.0',
    (draft) => {
      Object.assign(choiceOf(draft, 'stop', 'call'), {
        takes: 5,
        effects: { neighbours: 2, strength: -6 },
      });
    },
  ],
  [
    'a path without its seat',
    'error walkthrough-seat walkthroughs 0.seat',
    (draft) => {
      delete draft.walkthroughs[0]?.seat;
    },
  ],
  [
    'a path alone on which another seat leaves what is recorded',
    'error walkthrough-seat walkthroughs 2.choices.1',
    (draft) => {
      delete draft.walkthroughs[2]?.together;
    },
  ],
  [
    'a path said to be together on which the others do what is recorded',
    'warning walkthrough-seat walkthroughs 0.together',
    (draft) => {
      Object.assign(draft.walkthroughs[0] ?? {}, { together: true });
    },
  ],
  [
    'no path of a seat alone',
    'warning walkthrough-missing walkthroughs ',
    (draft) => {
      Object.assign(draft.walkthroughs[1] ?? {}, { together: true });
    },
  ],
  [
    'evidence of the wrong seat',
    'error walkthrough-differs walkthroughs 2.evidence',
    (draft) => {
      Object.assign(draft.walkthroughs[2] ?? {}, { seat: 'resident' });
    },
  ],
];

for (const [title, reported, damage] of DEFECTS) {
  test(`finds ${title}`, () => {
    const problems = problemsOf(damage);
    const found = problems.map(({ level, code, file, path }) =>
      [level, code, file, path.join('.')].join(' '),
    );
    assert.ok(found.includes(reported), `reported:\n${found.join('\n') || 'nothing'}`);
    for (const { code, message, help } of problems) {
      assert.ok(message.length > 10 && help.length > 8, `${code} says too little`);
    }
  });
}

test('a fact may be spoken of once it has been told, and not before', () => {
  const leaks = (shown: string) =>
    problemsOf((draft) => {
      choiceOf(draft, 'answer', 'closer').goTo = 'meet';
      const { choices } = sceneOf(draft, 'answer');
      const behind = { references: [], alone: ['repeat'], choices: choices.slice(1) };
      draft.source.scenes['meet'] = behind;
      Object.assign(draft.words.en, {
        [shown]: { label: 'Mrs Oh', blocks: say('Mrs Oh waves.') },
      });
    }).flatMap(({ code, path }) => (code === 'seat-fact-leak' ? [path.join('.')] : []));
  // The choice is open only when the mark is set, so whoever stands in the scene behind it has been told.
  assert.deepEqual(leaks('meet'), []);
  assert.deepEqual(leaks('answer'), ['answer']);
});

test('with one seat nothing is recorded for others and no path names company', () => {
  const problems = problemsOf((draft) => {
    draft.source.seats = ['official'];
    for (const scene of Object.values(draft.source.scenes)) delete scene.by;
    draft.source.facts = {};
    delete draft.source.indicators['neighbours']?.for;
    delete draft.source.world['works']?.states['digging']?.[0]?.for;
  });
  const codes = new Set(problems.map(({ code, path }) => `${code} ${path[0]}`));
  assert.ok(codes.has('seat-alone scenes'), [...codes].join());
});
