import type { identity as korean } from '../ko/identity.ts';

export const identity = {} as const satisfies Record<keyof typeof korean, string>;
