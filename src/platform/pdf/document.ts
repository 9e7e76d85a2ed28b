import type { Locale } from '#kernel/text.ts';

/** A whole document as plain data: what it says, in reading order. `writePdf` decides where it goes on the pages. */
export type PdfDocument = {
  /** Shown by readers in the title bar and read first by screen readers; the document draws it nowhere by itself. */
  readonly title: string;
  readonly locale: Locale;
  /** Who answers for the document: the organisation, never a person. */
  readonly author: string;
  /** Epoch milliseconds, from the app's clock: the same document at the same time is the same bytes. */
  readonly createdAt: number;
  /** At the top of every page. */
  readonly header: string;
  /** At the foot of every page; `place` says the page, for instance "2 / 5". */
  readonly footer: string;
  readonly place: (page: number, pages: number) => string;
  readonly blocks: readonly PdfBlock[];
};

export type PdfBlock = PdfHeading | PdfParagraph | PdfFacts | PdfTable | PdfFigure;

/** Headings are also the outline, so a document has one of level 1 and levels are not skipped. */
export type PdfHeading = {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly text: string;
};

export type PdfParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  /** `small` for notes and sources. */
  readonly size?: 'text' | 'small';
  readonly weight?: 'regular' | 'bold';
  readonly align?: 'left' | 'center';
};

/** Terms and what they are, one beside the other: a name, a period, a document number. */
export type PdfFacts = {
  readonly kind: 'facts';
  readonly facts: readonly { readonly term: string; readonly value: string }[];
};

/** The first cell of each row names the row. A row must fit on one page; the table may run over many. */
export type PdfTable = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row is a sum and stands out. */
  readonly hasTotal?: boolean;
};
export type PdfColumn = {
  readonly title: string;
  /** Share of the width, against the other columns. */
  readonly share: number;
  readonly align?: 'left' | 'right';
};

/** A drawing or a QR code, as paths in the coordinates of `viewBox`. */
export type PdfFigure = {
  readonly kind: 'figure';
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly viewBox: { readonly width: number; readonly height: number };
  /** Points on paper; the height follows. 72 points are an inch. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly paths: readonly PdfPath[];
};
export type PdfPath = {
  /** SVG path data. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
};
