import { CALLOUT_KINDS, COMPONENTS, type ComponentRule, HTML_ELEMENTS } from './component.ts';
import type { LessonText, Mark } from './lesson-text.ts';
import type { ContentProblem } from './problem.ts';

/** Finds components and HTML used in a way that does not work or is not allowed. */
export function checkMarks(text: LessonText): ContentProblem[] {
  const code = text.code.map(({ line, text: written }) =>
    problem(text.file, line, 'code-in-text', {
      message: `"{${brief(written)}}" is programming, not text.`,
      help: 'Write the text without curly braces and without import lines; components need no import.',
    }),
  );
  return [...code, ...text.marks.flatMap((mark) => checkMark(text.file, mark))];
}

function checkMark(file: string, mark: Mark): ContentProblem[] {
  const rule = Object.hasOwn(COMPONENTS, mark.name) ? COMPONENTS[mark.name] : undefined;
  if (rule) {
    return [...checkAttributes(file, mark, rule), ...checkPlace(file, mark, rule)];
  }
  if (!HTML_ELEMENTS.includes(mark.name)) {
    return [
      problem(file, mark.line, 'component-unknown', {
        message: `<${mark.name}> is not a component lessons may use.`,
        help: `Use Markdown or one of ${Object.keys(COMPONENTS).join(', ')}.`,
      }),
    ];
  }
  return Object.keys(mark.attributes)
    .filter((name) => name !== 'title')
    .map((name) =>
      problem(file, mark.line, 'attribute-unknown', {
        message: `<${mark.name}> may not have "${name}".`,
        help: 'Remove it: looks come from the style sheet.',
      }),
    );
}

function checkAttributes(file: string, mark: Mark, rule: ComponentRule): ContentProblem[] {
  const names = Object.keys(mark.attributes);
  const missing = rule.required.filter(
    (name) => !names.includes(name) || mark.attributes[name] === '',
  );
  const unknown = names.filter((name) => ![...rule.required, ...rule.optional].includes(name));
  const computed = names.filter((name) => mark.attributes[name] === null);
  const kind = mark.attributes['kind'];
  const wrongKind =
    mark.name === 'Callout' &&
    typeof kind === 'string' &&
    !CALLOUT_KINDS.some((known) => known === kind);
  return [
    ...missing.map((name) =>
      problem(file, mark.line, 'attribute-missing', {
        message: `<${mark.name}> needs ${name}="…".`,
        help: `Write <${mark.name} ${name}="…">.`,
      }),
    ),
    ...unknown.map((name) =>
      problem(file, mark.line, 'attribute-unknown', {
        message: `<${mark.name}> may not have "${name}".`,
        help: `It may have: ${[...rule.required, ...rule.optional].join(', ') || 'nothing'}.`,
      }),
    ),
    ...computed.map((name) =>
      problem(file, mark.line, 'code-in-text', {
        message: `The value of "${name}" in <${mark.name}> stands in curly braces.`,
        help: 'Put it in double quotes.',
      }),
    ),
    ...(wrongKind
      ? [
          problem(file, mark.line, 'callout-kind-unknown', {
            message: `There is no callout of kind "${kind}".`,
            help: `Use ${CALLOUT_KINDS.join(', ')}.`,
          }),
        ]
      : []),
  ];
}

function checkPlace(file: string, mark: Mark, rule: ComponentRule): ContentProblem[] {
  const found: ContentProblem[] = [];
  if (rule.content === 'none' && mark.hasContent) {
    found.push(
      problem(file, mark.line, 'content-not-allowed', {
        message: `<${mark.name}> cannot hold text.`,
        help: `Close it at once: <${mark.name} … />.`,
      }),
    );
  }
  if (rule.content === 'inside' && !mark.hasContent) {
    found.push(
      problem(file, mark.line, 'content-missing', {
        message: `<${mark.name}> holds no text.`,
        help: `Write the text between <${mark.name} …> and </${mark.name}>.`,
      }),
    );
  }
  if (rule.place === 'block' && !mark.block) {
    found.push(
      problem(file, mark.line, 'not-on-its-own', {
        message: `<${mark.name}> stands inside a sentence.`,
        help: 'Put it on a line of its own with a blank line before and after.',
      }),
    );
  }
  if ((mark.name === 'Check' || mark.name === 'Sheet') && mark.within.length > 0) {
    found.push(
      problem(file, mark.line, `${mark.name.toLowerCase()}-nested`, {
        message: `<${mark.name}> stands inside <${mark.within[0]?.name}>.`,
        help: 'Move it out, between two paragraphs of the lesson.',
      }),
    );
  }
  return found;
}

function problem(
  file: string,
  line: number,
  code: string,
  words: { message: string; help: string },
): ContentProblem {
  return { code, level: 'error', file, line, ...words };
}

const brief = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
