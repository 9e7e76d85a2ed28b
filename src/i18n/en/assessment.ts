import type { assessment as korean } from '../ko/assessment.ts';

export const assessment = {} as const satisfies Record<keyof typeof korean, string>;
