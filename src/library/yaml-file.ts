import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ContentProblem, problemIn, type Written } from '#features/catalogue/problem.ts';

/** A YAML file as plain data that knows its lines, or the reasons why it is not YAML. */
export function parseYaml(
  file: string,
  text: string,
): { written: Written<unknown> | null; problems: ContentProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      brokenYaml(file, error.message, lines.linePos(error.pos[0]).line),
    );
    return { written: null, problems };
  }
  const written = {
    value: document.toJS() as unknown,
    file,
    lineOf: (path: readonly PropertyKey[]) => lineOf(document, lines, path),
  };
  return { written, problems: [] };
}

/** The same value held against a schema: every deviation becomes a problem at its own line. */
export function fitting<T>(
  written: Written<unknown>,
  schema: z.ZodType<T>,
  at: readonly PropertyKey[] = [],
): { value: T | null; problems: ContentProblem[] } {
  const value = at.reduce<unknown>(memberOf, written.value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(written, at, issue, value));
  return { value: null, problems };
}

function brokenYaml(file: string, reason: string, line: number): ContentProblem {
  return {
    code: 'yaml-broken',
    level: 'error',
    file,
    line,
    message: `The file is not readable as YAML: ${reason}.`,
    help: 'Look at indentation, quotes and colons on this line and the one before. Put a text that contains ": " or begins with a special character in double quotes.',
  };
}

function problemsOf(
  written: Written<unknown>,
  at: readonly PropertyKey[],
  issue: z.core.$ZodIssue,
  value: unknown,
): ContentProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemIn(written, [...at, ...issue.path, key], 'unknown-key', {
        message: `"${key}" is not known here.`,
        help: /[\s\u3131-\uD79D.]/.test(key)
          ? 'This is the rest of a text that was cut at a comma. Put the whole text in double quotes.'
          : 'Correct the spelling or remove it; content/README.md shows what may stand here.',
      }),
    );
  }
  const closest = issue.code === 'invalid_union' ? nearestBranch(issue) : null;
  if (closest) {
    return closest.flatMap((inner) =>
      problemsOf(written, [...at, ...issue.path], inner, issue.path.reduce(memberOf, value)),
    );
  }
  const path = [...at, ...issue.path];
  const found = issue.path.reduce(memberOf, value);
  const name = String(path.at(-1) ?? 'The file');
  if (found === undefined) {
    return [
      problemIn(written, path, 'missing', {
        message: `"${name}" is missing.`,
        help: `Add "${name}" here.`,
      }),
    ];
  }
  if (typeof found === 'string' && found.trim() === '') {
    const message = `"${path.map(String).join('.')}" is empty.`;
    return [problemIn(written, path, 'text-empty', { message, help: 'Write the text here.' })];
  }
  return [
    problemIn(written, path, 'not-fitting', {
      message: `"${path.map(String).join('.')}" does not fit: ${issue.message.replace(/\.$/, '')}.`,
      help: `Found ${short(found)}. content/README.md shows what may stand here.`,
    }),
  ];
}

/** Of the shapes a thing may take, the one it comes nearest to: its faults are the ones the author made. */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | null {
  const [nearest] = [...issue.errors]
    .filter((issues) => issues.length > 0)
    .sort((a, b) => weight(a) - weight(b));
  return nearest ?? null;
}

function weight(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
    0,
  );
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  // A path from zod or YAML: each key is looked up in whatever stands there.
  return value !== null && typeof value === 'object'
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

/** The line of the key at the end of the path; where it is missing, that of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== null) return lines.linePos(offset).line;
  }
  return 1;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  if (path.length === 0)
    return isNode(document.contents) ? (document.contents.range?.[0] ?? null) : null;
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
