import type { ContentProblem } from '#features/catalogue/problem.ts';

/** An edit of which nobody has said yet what it means: sound, but not to be published. */
const UNMARKED = 'change-unmarked';

type Shown = { readonly scenarios: readonly { readonly id: string }[] };

/**
 * Whether development may show content that has errors: only scenarios do, and none that was shown before is missing; then
 * its author's bench says what to mend. A lesson may be looked at before its author says what the edit means. Anything else keeps the last content that was sound, for pages would break.
 */
export function isShowable(
  problems: readonly ContentProblem[],
  { scenarios }: Shown,
  before: Shown | undefined,
): boolean {
  const errors = problems.filter(({ level }) => level === 'error');
  const ids = new Set(scenarios.map(({ id }) => id));
  return (
    errors.every(({ file, code }) => file.startsWith('scenarios/') || code === UNMARKED) &&
    (before?.scenarios ?? []).every(({ id }) => ids.has(id))
  );
}
