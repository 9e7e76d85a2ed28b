import type { ContentProblem } from '#features/catalogue/problem.ts';

type Shown = { readonly scenarios: readonly { readonly id: string }[] };

/**
 * Whether development may show content that has errors: only scenarios do, and none that was shown before is missing. Then
 * its author's bench says what to mend. Anything else keeps the last content that was sound, for pages would break.
 */
export function isShowable(
  problems: readonly ContentProblem[],
  { scenarios }: Shown,
  before: Shown | undefined,
): boolean {
  const errors = problems.filter(({ level }) => level === 'error');
  const ids = new Set(scenarios.map(({ id }) => id));
  return (
    errors.every(({ file }) => file.startsWith('scenarios/')) &&
    (before?.scenarios ?? []).every(({ id }) => ids.has(id))
  );
}
