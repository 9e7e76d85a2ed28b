import type { recommendation as korean } from '../ko/recommendation.ts';

export const recommendation = {
  'recommendation.title': 'What would help next',
} as const satisfies Record<keyof typeof korean, string>;
