import type { Locale } from '#kernel/text.ts';
import type { AloneGraphs } from './alone.ts';
import type { Compiled } from './compile.ts';
import type { Graph } from './explore.ts';
import type { ScenarioLogic, ScenarioSource, Walkthrough } from './source.ts';
import type { Words } from './words.ts';

/** Something its author should mend. The library turns `file` and `path` into a file and a line. */
export type ScenarioProblem = {
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly file: 'scenario' | 'walkthroughs' | Locale;
  /** Keys down to the place in the YAML file; for words, the id of the text. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help: string;
};

/** What else is published, for references that must resolve. */
export type Known = {
  readonly competencies: ReadonlySet<string>;
  /** `course/lesson`. */
  readonly lessons: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
};

/** A scenario as its author left it. */
export type Draft = {
  readonly id: string;
  readonly source: ScenarioSource;
  readonly words: Readonly<Record<Locale, Words>>;
  readonly walkthroughs: readonly Walkthrough[];
};

/** A draft whose names all exist, with everything that can happen in it. */
export type Explored = Draft & {
  readonly logic: ScenarioLogic;
  readonly compiled: Compiled;
  /** What all seats together can meet. */
  readonly graph: Graph;
  readonly alone: AloneGraphs;
};

type Place = Pick<ScenarioProblem, 'path' | 'message' | 'help'>;

export function errorIn(code: string, place: Place): ScenarioProblem {
  return { code, level: 'error', file: 'scenario', ...place };
}

export function warningIn(code: string, place: Place): ScenarioProblem {
  return { code, level: 'warning', file: 'scenario', ...place };
}
