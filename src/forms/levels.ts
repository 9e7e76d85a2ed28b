import type { Level } from '#features/competency/framework.ts';

/** The field that holds the level of a competency, so that other fields of the form cannot be taken for one. */
export function levelField(competency: string): string {
  return `level-${competency}`;
}

/** What was chosen for each of these competencies; a competency nothing was chosen for is absent. */
export function chosenIn(form: FormData, competencies: readonly string[]): Map<string, string> {
  return new Map(
    competencies.flatMap((competency) => {
      const word = form.get(levelField(competency));
      return typeof word === 'string' ? [[competency, word] as const] : [];
    }),
  );
}

/** 0 to 4 as typed into a form; null for anything else. */
export function readLevel(word: unknown): Level | null {
  const levels: readonly Level[] = [0, 1, 2, 3, 4];
  return levels.find((level) => String(level) === word) ?? null;
}
