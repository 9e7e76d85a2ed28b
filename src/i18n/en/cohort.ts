import type { cohort as korean } from '../ko/cohort.ts';

export const cohort = {} as const satisfies Record<keyof typeof korean, string>;
