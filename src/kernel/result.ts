/** The outcome of an act that a person may be refused. A refusal is a value the caller must look at. */
export type Result<T, P extends Problem = Problem> = Ok<T> | Refused<P>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<P extends Problem = Problem> = { readonly ok: false; readonly problem: P };

/**
 * Why an act was refused. `code` is kebab-case and permanent and has a sentence in every language
 * (`i18n/<locale>/problems.ts`) saying what happened and what to do; `values` fill that sentence.
 * `field` names the form field to mend, where there is one.
 */
export type Problem = {
  readonly code: string;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<P extends Problem>(problem: P): Refused<P> {
  return { ok: false, problem };
}
