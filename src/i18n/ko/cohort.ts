export const cohort = {} as const;
