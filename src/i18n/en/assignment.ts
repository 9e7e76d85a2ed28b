import type { assignment as korean } from '../ko/assignment.ts';

export const assignment = {} as const satisfies Record<keyof typeof korean, string>;
