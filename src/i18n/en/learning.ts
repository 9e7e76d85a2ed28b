import type { learning as korean } from '../ko/learning.ts';

export const learning = {} as const satisfies Record<keyof typeof korean, string>;
