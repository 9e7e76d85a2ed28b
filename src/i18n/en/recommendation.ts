import type { recommendation as korean } from '../ko/recommendation.ts';

export const recommendation = {
  'recommendation.title': 'What would help next',
  'recommendation.lead':
    'Up to five things, chosen by the gap to your targets, how unsure the estimates are, and how old the evidence is. None of them is a duty.',
  'recommendation.none': 'There is nothing to recommend at the moment.',
  'recommendation.kind.lesson': 'Lesson: {title}',
  'recommendation.kind.scenario': 'Scenario: {title}',
  'recommendation.reason.cards':
    '{n, plural, one {# fact is} other {# facts are}} about to be forgotten and due again.',
  'recommendation.reason.refresh':
    '{level} was confirmed in “{competency}”, and it is time to refresh it.',
  'recommendation.reason.below': '“{competency}” is still under your target, {level}.',
  'recommendation.reason.unknown':
    'Your target in “{competency}” is {level}, and there is too little evidence to say where you stand.',
  'recommendation.reason.confirm':
    '“{competency}” is probably at {level}; a little more evidence could confirm it.',
  'recommendation.reason.uncertain':
    'There is too little evidence to name a level in “{competency}”.',
  'recommendation.reason.suggested':
    'Your other competencies suggest {level} in “{competency}”, but you have not shown it yet.',
  'recommendation.not-now': 'Not now',
  'recommendation.not-now-about': 'Not now: {title}',
  'recommendation.set-aside': 'Not recommended again for 60 days, or until things change.',
  'recommendation.undo': 'Undo',

  'problem.recommendation-gone':
    'This recommendation has changed in the meantime. See below what is recommended now.',
} as const satisfies Record<keyof typeof korean, string>;
