/**
 * Something an author should mend. `code` is kebab-case and permanent, `message` says what is wrong in plain words,
 * `help` what to do. An error keeps the content from being published; a warning does not.
 */
export type ContentProblem = {
  code: string;
  level: 'error' | 'warning';
  /** From the content folder: `courses/agree-act-account/course.yaml`. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** The place inside a YAML file: `steps.2.lesson`. */
  path?: string;
  message: string;
  help: string;
};

/** A value read from a file, with the way back to the line it stands on. */
export type Written<T> = {
  value: T;
  file: string;
  lineOf(path: readonly PropertyKey[]): number;
};

type Words = { message: string; help: string };

/** A problem at a place inside a YAML file. */
export function problemIn(
  written: Written<unknown>,
  path: readonly PropertyKey[],
  code: string,
  words: Words,
): ContentProblem {
  return {
    code,
    level: 'error',
    file: written.file,
    line: written.lineOf(path),
    path: path.map(String).join('.'),
    ...words,
  };
}

export function asWarning(problem: ContentProblem): ContentProblem {
  return { ...problem, level: 'warning' };
}
