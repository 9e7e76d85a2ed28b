import type { competency as korean } from '../ko/competency.ts';

export const competency = {} as const satisfies Record<keyof typeof korean, string>;
