import { mdxToMdast } from 'satteri';
import type { LessonText, Mark, Prose } from '#features/catalogue/lesson-text.ts';
import type { ContentProblem } from '#features/catalogue/problem.ts';

// The parser's nodes are a large union; the walk below needs only these members of it.
type MdxNode = {
  type: string;
  name?: string | null;
  value?: string;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number; offset?: number } };
};

/**
 * Reads a lesson's text with the parser that later renders it, so that what passes here also builds. `text` is `null` when
 * it cannot be read; `frontMatter` is YAML with the line numbers of the file.
 */
export function parseMdx(
  file: string,
  source: string,
): { text: LessonText | null; frontMatter: string | null; problems: ContentProblem[] } {
  const frontMatter = frontMatterOf(source);
  const tree = treeOf(source);
  if ('reason' in tree) return { text: null, frontMatter, problems: [brokenMdx(file, tree)] };
  const text: LessonText = {
    file,
    marks: [],
    headings: [],
    prose: [],
    unnamedColumns: [],
    code: [],
  };
  walk(tree, text, { within: [], paragraph: 0, kind: 'paragraph' });
  return { text, frontMatter, problems: [] };
}

function treeOf(source: string): MdxNode | { reason: string; line: number } {
  try {
    return mdxToMdast(source) as MdxNode; // See MdxNode.
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, line = '1', reason = error.message] = /^(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
    return { line: Number(line), reason: reason.replace(/ \([a-z-]+:[a-z-]+\)$/, '') };
  }
}

function brokenMdx(
  file: string,
  { reason, line }: { reason: string; line: number },
): ContentProblem {
  return {
    code: 'mdx-broken',
    level: 'error',
    file,
    line,
    message: `The text cannot be read from here: ${reason}.`,
    help: 'Close every component you open (</Callout>), with a blank line before the closing tag. Write "under 5" instead of "<5", and no curly braces.',
  };
}

/** The front matter as YAML that keeps the line numbers of the file. */
function frontMatterOf(source: string): string | null {
  const found = /^---\r?\n([\s\S]*?)\r?\n---\s*(\r?\n|$)/.exec(source);
  return found ? `\n${found[1]}\n` : null;
}

const BEGINNING = ['heading', 'paragraph', 'table'] as const;

/** Where the walk is: around what, and in which paragraph (a table counts as one). */
type Place = Pick<Prose, 'within' | 'paragraph' | 'kind'>;

function walk(node: MdxNode, text: LessonText, place: Place): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    walkMark(node, text, place);
    return;
  }
  note(node, text, place);
  const begins = BEGINNING.find((kind) => kind === node.type);
  const inside: Place = begins
    ? { ...place, paragraph: node.position?.start.offset ?? 0, kind: begins }
    : place;
  for (const child of node.children ?? []) walk(child, text, inside);
}

function note(node: MdxNode, text: LessonText, place: Place): void {
  const line = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'heading':
      text.headings.push({ depth: node.depth ?? 1, text: wordsOf(node), line });
      return;
    case 'text':
      text.prose.push({ text: node.value ?? '', line, ...place });
      return;
    case 'table':
      if (hasUnnamedColumn(node)) text.unnamedColumns.push(line);
      return;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      if (!isComment(node)) text.code.push({ line, text: node.value ?? '' });
  }
}

function walkMark(node: MdxNode, text: LessonText, place: Place): void {
  const mark: Mark = {
    name: node.name ?? '',
    attributes: Object.fromEntries((node.attributes ?? []).map(attributeOf)),
    line: node.position?.start.line ?? 1,
    block: node.type === 'mdxJsxFlowElement',
    hasContent: wordsOf(node).trim() !== '',
    section: text.headings.filter(({ depth }) => depth === 2).length,
    within: place.within,
    paragraph: place.paragraph,
  };
  text.marks.push(mark);
  const agency = mark.name === 'Agency' ? mark.attributes['id'] : null;
  if (agency) text.prose.push({ text: '', line: mark.line, ...place, agency });
  const within = [...place.within, mark];
  for (const child of node.children ?? []) walk(child, text, { ...place, within });
}

function attributeOf({ name, value }: { name?: string; value?: unknown }): [string, string | null] {
  if (value === null || value === undefined) return [name ?? '…', ''];
  return [name ?? '…', typeof value === 'string' ? value : null];
}

function hasUnnamedColumn(table: MdxNode): boolean {
  const [head] = table.children ?? [];
  return (head?.children ?? []).some((cell) => wordsOf(cell).trim() === '');
}

function wordsOf(node: MdxNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  return (node.children ?? []).map(wordsOf).join('');
}

const isComment = ({ value = '' }: MdxNode) => /^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(value);
