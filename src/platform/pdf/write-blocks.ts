import type { PdfBlock, PdfFacts, PdfFigure, PdfHeading, PdfParagraph } from './document.ts';
import {
  CONTENT_WIDTH,
  lineHeight,
  linesOf,
  MUTED,
  makeRoom,
  openTagged,
  PAGE,
  type Paper,
  type Style,
  writeLines,
  writeTagged,
} from './paper.ts';
import { writeTable } from './write-table.ts';

const HEADING: Record<PdfHeading['level'], Style & { above: number; below: number }> = {
  1: { weight: 'bold', size: 20, above: 0, below: 10 },
  2: { weight: 'bold', size: 13, above: 10, below: 4 },
};
const SIZE = { text: 10.5, small: 8.5 } as const;
const TERM: Style = { weight: 'regular', size: SIZE.text, color: MUTED };
const VALUE: Style = { weight: 'bold', size: SIZE.text };
const TERM_WIDTH = 120;
const GAP = 8;
/** A heading takes at least this much of what follows with it to the next page. */
const COMPANY = 60;

export function writeBlock(paper: Paper, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      writeHeading(paper, block);
      break;
    case 'paragraph':
      writeParagraph(paper, block);
      break;
    case 'facts':
      writeFacts(paper, block);
      break;
    case 'table':
      writeTable(paper, block);
      break;
    case 'figure':
      writeFigure(paper, block);
      break;
  }
}

function writeHeading(paper: Paper, { level, text }: PdfHeading): void {
  const style = HEADING[level];
  const lines = linesOf(paper, text, style, CONTENT_WIDTH);
  const height = lines.length * lineHeight(style.size);
  makeRoom(paper, style.above + height + style.below + COMPANY);
  paper.y += paper.y > PAGE.top ? style.above : 0;
  paper.kit.outline.addItem(text);
  writeElement(paper, `H${level}`, lines, style);
  paper.y += height + style.below;
}

function writeParagraph(paper: Paper, block: PdfParagraph): void {
  const size = SIZE[block.size ?? 'text'];
  const color = block.size === 'small' ? { color: MUTED } : {};
  const style = { weight: block.weight ?? 'regular', size, align: block.align ?? 'left', ...color };
  const lines = linesOf(paper, block.text, style, CONTENT_WIDTH);
  // Line by line, so that a paragraph longer than the page goes on over the leaf; each part is a paragraph of its own there.
  for (const part of partsThatFit(paper, lines, lineHeight(size))) {
    makeRoom(paper, part.length * lineHeight(size));
    writeElement(paper, 'P', part, style);
    paper.y += part.length * lineHeight(size);
  }
  paper.y += GAP;
}

function partsThatFit(paper: Paper, lines: readonly string[], height: number): string[][] {
  const room = (from: number) => Math.floor((PAGE.height - PAGE.bottom - from) / height);
  const parts: string[][] = [];
  const rest = [...lines];
  if (rest.length > room(PAGE.top)) parts.push(rest.splice(0, Math.max(0, room(paper.y))));
  while (rest.length > 0) parts.push(rest.splice(0, room(PAGE.top)));
  return parts.filter((part) => part.length > 0);
}

function writeElement(
  paper: Paper,
  tag: string,
  lines: readonly string[],
  style: Style & { align?: 'left' | 'center' | 'right' },
): void {
  const place = { x: PAGE.side, y: paper.y, width: CONTENT_WIDTH };
  writeTagged(paper, paper.root, { tag }, () => writeLines(paper, lines, style, place));
}

/** A list whose labels are the terms: read out as pairs. */
function writeFacts(paper: Paper, { facts }: PdfFacts): void {
  const list = openTagged(paper, paper.root, 'L');
  for (const { term, value } of facts) {
    const terms = linesOf(paper, term, TERM, TERM_WIDTH - GAP);
    const values = linesOf(paper, value, VALUE, CONTENT_WIDTH - TERM_WIDTH);
    const height = Math.max(terms.length, values.length) * lineHeight(SIZE.text) + 2;
    makeRoom(paper, height);
    const at = { y: paper.y };
    const left = { ...at, x: PAGE.side, width: TERM_WIDTH - GAP };
    const right = { ...at, x: PAGE.side + TERM_WIDTH, width: CONTENT_WIDTH - TERM_WIDTH };
    const item = openTagged(paper, list, 'LI');
    writeTagged(paper, item, { tag: 'Lbl' }, () => writeLines(paper, terms, TERM, left));
    writeTagged(paper, item, { tag: 'LBody' }, () => writeLines(paper, values, VALUE, right));
    item.end();
    paper.y += height;
  }
  list.end();
  paper.y += GAP;
}

function writeFigure(paper: Paper, figure: PdfFigure): void {
  const scale = figure.width / figure.viewBox.width;
  const height = figure.viewBox.height * scale;
  makeRoom(paper, height);
  const free = CONTENT_WIDTH - figure.width;
  const x = PAGE.side + { left: 0, center: free / 2, right: free }[figure.align ?? 'left'];
  const tag = { tag: 'Figure', alt: figure.alt };
  writeTagged(paper, paper.root, tag, () => drawPaths(paper, figure, { x, scale }));
  paper.y += height + GAP;
}

function drawPaths(paper: Paper, { paths }: PdfFigure, at: { x: number; scale: number }): void {
  const { kit } = paper;
  kit.save().translate(at.x, paper.y).scale(at.scale);
  for (const { d, fill, stroke, strokeWidth = 1 } of paths) {
    kit.lineWidth(strokeWidth).path(d);
    if (fill !== undefined && stroke !== undefined) kit.fillAndStroke(fill, stroke);
    else if (stroke !== undefined) kit.stroke(stroke);
    else kit.fill(fill ?? 'black');
  }
  kit.restore();
}
