import type { PdfDocument } from './document.ts';
import {
  CONTENT_WIDTH,
  drawArtifact,
  linesOf,
  MUTED,
  PAGE,
  type Paper,
  type Style,
  takePaper,
  writeLines,
} from './paper.ts';
import { writeBlock } from './write-blocks.ts';

const MARGIN_TEXT: Style = { weight: 'regular', size: 8, color: MUTED };
const HEADER_Y = 36;
const FOOTER_Y = PAGE.height - 44;
const PLACE_WIDTH = 80;

/**
 * The document as an A4 file: Korean and Latin embedded, tagged for screen readers (PDF 1.7, headings, lists, tables with
 * header cells, figures with their text), with title, language and outline. Equal documents give equal bytes.
 */
export async function writePdf(document: PdfDocument): Promise<Buffer<ArrayBuffer>> {
  const paper = takePaper(document);
  const bytes = collect(paper);
  for (const block of document.blocks) writeBlock(paper, block);
  paper.root.end();
  writeMargins(paper, document);
  paper.kit.end();
  return bytes;
}

function collect({ kit }: Paper): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    kit.on('data', (chunk: Buffer) => chunks.push(chunk));
    kit.on('end', () => resolve(Buffer.concat(chunks)));
    kit.on('error', reject);
  });
}

/** Header and footer come last, when the number of pages is known. */
function writeMargins(paper: Paper, { header, footer, place }: PdfDocument): void {
  const { start, count } = paper.kit.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.kit.switchToPage(start + page);
    drawArtifact(paper, 'Pagination', () => {
      const left = { x: PAGE.side, width: CONTENT_WIDTH - PLACE_WIDTH };
      const right = { x: PAGE.side + left.width, width: PLACE_WIDTH };
      writeMargin(paper, header, { ...left, y: HEADER_Y });
      writeMargin(paper, footer, { ...left, y: FOOTER_Y });
      const number = linesOf(paper, place(page + 1, count), MARGIN_TEXT, PLACE_WIDTH);
      writeLines(paper, number, { ...MARGIN_TEXT, align: 'right' }, { ...right, y: FOOTER_Y });
    });
  }
}

/** One line; two of the header would run into the text. */
function writeMargin(paper: Paper, text: string, place: { x: number; y: number; width: number }) {
  const lines = linesOf(paper, text, MARGIN_TEXT, place.width);
  writeLines(paper, lines.slice(0, 1), MARGIN_TEXT, place);
}
