import type { scenario as korean } from '../ko/scenario.ts';

export const scenario = {} as const satisfies Record<keyof typeof korean, string>;
