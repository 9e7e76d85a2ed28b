import type { PdfColumn, PdfTable } from './document.ts';
import {
  CONTENT_WIDTH,
  drawArtifact,
  type Element,
  HAIRLINE,
  hasRoom,
  LINE,
  lineHeight,
  linesOf,
  makeRoom,
  openTagged,
  PAGE,
  type Paper,
  type Style,
  SUNKEN,
  turnPage,
  writeLines,
  writeTagged,
} from './paper.ts';

const CAPTION: Style = { weight: 'bold', size: 10 };
const HEAD: Style = { weight: 'bold', size: 9 };
const BODY: Style = { weight: 'regular', size: 9 };
const PADDING = 4;
const GAP = 14;

type Cell = { readonly lines: readonly string[]; readonly x: number; readonly width: number };
type Row = { readonly cells: readonly Cell[]; readonly height: number; readonly style: Style };
type Grid = { readonly table: PdfTable; readonly columns: readonly Column[]; readonly head: Row };
type Column = PdfColumn & { readonly x: number; readonly width: number };

/** The table below what is written already; on each further page its header row stands again, for the eye only. */
export function writeTable(paper: Paper, table: PdfTable): void {
  const columns = placeColumns(table.columns);
  const titles = table.columns.map(({ title }) => title);
  const grid: Grid = { table, columns, head: layRow(paper, titles, columns, HEAD) };
  const element = openTagged(paper, paper.root, 'Table');
  writeCaption(paper, grid, element);
  writeRow(paper, grid, grid.head, { parent: element, cellOf: () => ['TH', 'Column'] });
  for (const [n, texts] of table.rows.entries()) {
    const isTotal = table.hasTotal === true && n === table.rows.length - 1;
    const row = layRow(paper, texts, columns, isTotal ? HEAD : BODY);
    if (!hasRoom(paper, row.height)) repeatHead(paper, grid);
    writeRow(paper, grid, row, {
      parent: element,
      cellOf: (c) => (c === 0 ? ['TH', 'Row'] : ['TD']),
    });
  }
  element.end();
  paper.y += GAP;
}

function placeColumns(columns: readonly PdfColumn[]): Column[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = PAGE.side;
  return columns.map((column) => {
    const placed = { ...column, x, width: (CONTENT_WIDTH * column.share) / whole };
    x += placed.width;
    return placed;
  });
}

/** The caption stays with the header and the first row. */
function writeCaption(paper: Paper, { table, head }: Grid, parent: Element): void {
  const lines = linesOf(paper, table.caption, CAPTION, CONTENT_WIDTH);
  const height = lines.length * lineHeight(CAPTION.size) + PADDING;
  makeRoom(paper, height + head.height + lineHeight(BODY.size) + 2 * PADDING);
  const place = { x: PAGE.side, y: paper.y, width: CONTENT_WIDTH };
  writeTagged(paper, parent, { tag: 'Caption' }, () => writeLines(paper, lines, CAPTION, place));
  paper.y += height;
}

function layRow(
  paper: Paper,
  texts: readonly string[],
  columns: readonly Column[],
  style: Style,
): Row {
  const cells = columns.map(({ x, width }, n) => {
    const inner = { x: x + PADDING, width: width - 2 * PADDING };
    return { ...inner, lines: linesOf(paper, texts[n] ?? '', style, inner.width) };
  });
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  return { cells, style, height: most * lineHeight(style.size) + 2 * PADDING };
}

type Tags = {
  readonly parent: Element;
  readonly cellOf: (column: number) => readonly [tag: 'TH' | 'TD', scope?: 'Column' | 'Row'];
};

function writeRow(paper: Paper, grid: Grid, row: Row, { parent, cellOf }: Tags): void {
  drawRules(paper, grid, row);
  const element = openTagged(paper, parent, 'TR');
  for (const [n, cell] of row.cells.entries()) {
    const [tag, scope] = cellOf(n);
    writeTagged(paper, element, { tag, scope }, () => writeCell(paper, grid, row, cell));
  }
  element.end();
  paper.y += row.height;
}

function repeatHead(paper: Paper, grid: Grid): void {
  turnPage(paper);
  drawRules(paper, grid, grid.head);
  drawArtifact(paper, 'Pagination', () => {
    for (const cell of grid.head.cells) writeCell(paper, grid, grid.head, cell);
  });
  paper.y += grid.head.height;
}

function writeCell(paper: Paper, { columns }: Grid, row: Row, cell: Cell): void {
  const align = columns[row.cells.indexOf(cell)]?.align ?? 'left';
  const place = { x: cell.x, y: paper.y + PADDING, width: cell.width };
  writeLines(paper, cell.lines, { ...row.style, align }, place);
}

function drawRules(paper: Paper, grid: Grid, row: Row): void {
  drawArtifact(paper, 'Layout', () => {
    const { kit, y } = paper;
    if (row === grid.head) kit.rect(PAGE.side, y, CONTENT_WIDTH, row.height).fill(SUNKEN);
    const foot = y + row.height;
    kit
      .lineWidth(0.75)
      .moveTo(PAGE.side, foot)
      .lineTo(PAGE.side + CONTENT_WIDTH, foot);
    kit.stroke(row === grid.head ? LINE : HAIRLINE);
  });
}
