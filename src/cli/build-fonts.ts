/**
 * Cuts the typeface down to the glyphs that the product and its content use, and writes `public/fonts/` and
 * `src/ui/styles/fonts.css`. Latin is one file a weight; Hangul is sliced by how often a syllable is used, so that a page
 * fetches the common slice and few others (unicode-range). `font-display: optional` with the common slices preloaded keeps the
 * text from moving. Run by the build.
 */
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const SLICE_SIZES = [220, 220, 260, 320];
const WEIGHTS = [
  { weight: 400, file: 'src/ui/fonts/Pretendard-Regular.subset.woff2' },
  { weight: 700, file: 'src/ui/fonts/Pretendard-Bold.subset.woff2' },
];
const LATIN = [range(0x20, 0x7e), range(0xa0, 0xff), '–—‘’“”•…′″€₩→←↑↓×·'].join('');
const SOURCES = 'src/**/*.{astro,ts,tsx}';
const CONTENT = 'content/**/*.{mdx,md,yaml,svg}';

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

function isHangul(character: string): boolean {
  return /\p{Script=Hangul}|[\u3000-\u303f]/u.test(character);
}

/** Korean characters of the product, most used first; ties in code-point order so that slices are stable. */
async function koreanByUse(): Promise<string[]> {
  const counts = new Map<string, number>();
  for await (const path of glob([SOURCES, CONTENT])) {
    const text = await readFile(path, 'utf8');
    for (const character of new Set(text)) {
      if (isHangul(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([character]) => character);
}

function slices(characters: string[]): string[] {
  const cut: string[] = [];
  let start = 0;
  for (let n = 0; start < characters.length; n += 1) {
    const size = SLICE_SIZES[Math.min(n, SLICE_SIZES.length - 1)] ?? characters.length;
    cut.push(characters.slice(start, start + size).join(''));
    start += size;
  }
  return cut;
}

function unicodeRange(characters: string): string {
  return [...characters]
    .map((character) => character.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .map((point) => `U+${point.toString(16)}`)
    .join(',');
}

const parts = [LATIN, ...slices(await koreanByUse())];
await rm('public/fonts', { recursive: true, force: true });
await mkdir('public/fonts', { recursive: true });
const faces: string[] = [];
const preload: Record<'ko' | 'en', string[]> = { ko: [], en: [] };
let total = 0;
for (const { weight, file } of WEIGHTS) {
  const source = await readFile(file);
  for (const [n, characters] of parts.entries()) {
    const cut = await subsetFont(source, characters, { targetFormat: 'woff2' });
    const name = `${createHash('sha256').update(cut).digest('hex').slice(0, 12)}-${weight}.woff2`;
    await writeFile(`public/fonts/${name}`, cut);
    total += cut.length;
    if (n === 0) preload.en.push(`/fonts/${name}`);
    if (n <= 1) preload.ko.push(`/fonts/${name}`);
    faces.push(
      `@font-face{font-family:"Hamkke Text";font-weight:${weight};font-display:optional;` +
        `src:url("/fonts/${name}") format("woff2");unicode-range:${unicodeRange(characters)}}`,
    );
  }
}
await writeFile('src/ui/styles/fonts.css', `${faces.join('\n')}\n`);
await writeFile('src/ui/styles/fonts.json', `${JSON.stringify(preload, null, 2)}\n`);
console.log(`fonts: ${faces.length} files, ${Math.round(total / 1024)} KiB`);
