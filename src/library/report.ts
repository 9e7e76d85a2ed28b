import type { ContentProblem } from '#features/catalogue/problem.ts';

/** The problems as a text for the terminal, file by file; with `error`, warnings are left out. */
export function report(problems: ContentProblem[], level: 'error' | 'all' = 'all'): string {
  const shown = problems.filter((problem) => level === 'all' || problem.level === 'error');
  const files = Map.groupBy(shown, ({ file }) => file);
  return [...files]
    .map(([file, found]) => [`content/${file}`, ...found.map(describe), ''].join('\n'))
    .join('\n');
}

function describe({ line, level, path, message, help, code }: ContentProblem): string {
  const place = path ? `line ${line}, ${path}` : `line ${line}`;
  return `  ${level === 'error' ? '✗' : '·'} ${place}: ${message} [${code}]\n      ${help}`;
}
