/** How many others chose each `scene.choice`. */
export type Tally = Readonly<Record<string, number>>;
/** Whole percents by choice id; null while fewer than five others stood at the scene. */
export type Shares = Readonly<Record<string, number>> | null;

/** Below this nobody's choice may be guessed from a share. */
export const SMALLEST_GROUP = 5;

/** The shares of others at one scene. Choices nobody took have 0. */
export function sharesAt(scene: string, choices: readonly string[], tally: Tally): Shares {
  const counts = choices.map((choice) => [choice, tally[`${scene}.${choice}`] ?? 0] as const);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total < SMALLEST_GROUP) return null;
  return Object.fromEntries(
    counts.map(([choice, count]) => [choice, Math.round((100 * count) / total)]),
  );
}

/** Takes one person's own decisions out of a tally that holds them. */
export function without(tally: Tally, decisions: readonly string[]): Tally {
  const left: Record<string, number> = { ...tally };
  for (const decision of decisions) left[decision] = Math.max(0, (left[decision] ?? 0) - 1);
  return left;
}
