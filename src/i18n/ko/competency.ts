export const competency = {} as const;
