import type { admin as korean } from '../ko/admin.ts';

export const admin = {} as const satisfies Record<keyof typeof korean, string>;
