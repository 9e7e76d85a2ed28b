import PDFKitDocument from 'pdfkit';
import type { PdfDocument } from './document.ts';
import { readTypeface, showable, type Weight } from './typeface.ts';

type Kit = InstanceType<typeof PDFKitDocument>;
export type Element = PDFKit.PDFStructureElement;
export type Style = { readonly weight: Weight; readonly size: number; readonly color?: string };

/** A4 in points, with room for the header and the footer inside the upper and lower margin. */
export const PAGE = { width: 595.28, height: 841.89, side: 56, top: 72, bottom: 64 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.side;
const BOTTOM = PAGE.height - PAGE.bottom;

export const INK = '#1b2733';
export const MUTED = '#4a5866';
export const LINE = '#7a8794';
export const HAIRLINE = '#d9d5cb';
export const SUNKEN = '#f3f0e9';

const LEADING = 0.45;

/** The pages being written, and how far down the writing has come. */
export type Paper = {
  readonly kit: Kit;
  /** The root of the structure that screen readers follow. */
  readonly root: Element;
  /** Points from the top edge. */
  y: number;
};

export function takePaper(source: PdfDocument): Paper {
  const typeface = readTypeface();
  const made = new Date(source.createdAt);
  const kit = new PDFKitDocument({
    size: 'A4',
    margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side },
    pdfVersion: '1.7',
    tagged: true,
    lang: source.locale,
    displayTitle: true,
    bufferPages: true,
    // Otherwise pdfkit begins with Helvetica, which it does not embed.
    font: '',
    info: {
      Title: source.title,
      Author: source.author,
      Creator: 'Hamkke',
      Producer: 'Hamkke',
      CreationDate: made,
      ModDate: made,
    },
  });
  kit.registerFont('regular', typeface.regular);
  kit.registerFont('bold', typeface.bold);
  const root = kit.struct('Document');
  kit.addStructure(root);
  return { kit, root, y: PAGE.top };
}

/** Goes to a new page unless `height` points are left on this one. */
export function makeRoom(paper: Paper, height: number): void {
  if (paper.y + height > BOTTOM && paper.y > PAGE.top) turnPage(paper);
}

export function hasRoom(paper: Paper, height: number): boolean {
  return paper.y + height <= BOTTOM;
}

export function turnPage(paper: Paper): void {
  paper.kit.addPage();
  paper.y = PAGE.top;
}

export function pick(paper: Paper, { weight, size, color = INK }: Style): void {
  paper.kit.font(weight, size).fillColor(color);
}

export function lineHeight(size: number): number {
  return size * (1 + LEADING);
}

/** The lines that `text` needs in this style, broken between words: Korean is not cut inside a word that fits on a line. */
export function linesOf(paper: Paper, text: string, style: Style, width: number): string[] {
  pick(paper, style);
  const lines: string[] = [];
  let line = '';
  for (const word of showable(text, (point) => shows(paper.kit, point)).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (paper.kit.widthOfString(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(paper, word, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

/** Pieces of a word, each no wider than `width`: addresses and numbers may be longer than a column. */
function cutWord(paper: Paper, word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && paper.kit.widthOfString(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

export type Place = { readonly x: number; readonly y: number; readonly width: number };

/** Writes lines one below the other, each aligned in the width of the place. */
export function writeLines(
  paper: Paper,
  lines: readonly string[],
  style: Style & { align?: 'left' | 'center' | 'right' },
  place: Place,
): void {
  pick(paper, style);
  for (const [n, line] of lines.entries()) {
    const free = place.width - paper.kit.widthOfString(line);
    const indent = { left: 0, center: free / 2, right: free }[style.align ?? 'left'];
    const y = place.y + n * lineHeight(style.size) + (style.size * LEADING) / 2;
    // The space lets those who copy or listen keep the words of two lines apart.
    const text = n < lines.length - 1 ? `${line} ` : line;
    paper.kit.text(text, place.x + indent, y, { lineBreak: false });
  }
}

/** `alt` says in words what a figure shows; `scope` what a header cell heads, which pdfkit knows and its types do not. */
export type Tag = {
  readonly tag: string;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row' | undefined;
};

/** Adds an element to the structure, with what `draw` writes inside it. */
export function writeTagged(
  paper: Paper,
  parent: Element,
  { tag, ...options }: Tag,
  draw: () => void,
): void {
  parent.add(paper.kit.struct(tag, options, draw));
}

/** Adds an element that holds others; the caller ends it. */
export function openTagged(paper: Paper, parent: Element, tag: string): Element {
  const element = paper.kit.struct(tag);
  parent.add(element);
  return element;
}

/** Draws what only the eye needs: screen readers pass over it. */
export function drawArtifact(paper: Paper, type: 'Pagination' | 'Layout', draw: () => void): void {
  paper.kit.markContent('Artifact', { type });
  draw();
  paper.kit.endMarkedContent();
}

/** Whether the chosen weight has a glyph for the character; pdfkit knows, but its types do not say so. */
function shows(kit: Kit, point: number): boolean {
  const inside = kit as unknown as {
    _font: { font: { hasGlyphForCodePoint(p: number): boolean } };
  };
  return inside._font.font.hasGlyphForCodePoint(point);
}
