declare module 'subset-font' {
  /** Keeps only the glyphs that `text` needs; throws when the font cannot be read. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'truetype' },
  ): Promise<Buffer>;
}
