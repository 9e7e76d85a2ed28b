/**
 * Cuts the typeface down to the glyphs that the product and its content use, and writes `public/fonts/` and
 * `src/ui/styles/fonts.css`. Latin is one file a weight. Hangul is cut by how often a syllable is used: pages preload the
 * common slice and fetch the rare one only when they need it (unicode-range). For PDF files it unpacks the whole
 * typeface into `src/ui/fonts/print/`, because a name may hold any syllable. Run by the build.
 */
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/** Of about 900 syllables in use, these cover nearly every page. */
const COMMON_SYLLABLES = 640;
const WEIGHTS = [
  { weight: 400, file: 'src/ui/fonts/Pretendard-Regular.woff2' },
  { weight: 700, file: 'src/ui/fonts/Pretendard-Bold.woff2' },
];
/** English pages show two Korean words, the name and the other language: not worth fetching all of Hangul for. */
const KOREAN_EVERYWHERE = '함께한국어';
const LATIN = [range(0x20, 0x7e), range(0xa0, 0xff), '–—‘’“”•…′″€₩→←↑↓×·', KOREAN_EVERYWHERE].join(
  '',
);
/** All that a document may be written in: the typeface has nothing beyond the basic plane. */
const EVERYTHING = `${range(0x20, 0xd7ff)}${range(0xe000, 0xfffd)}`;
const PRINT = 'src/ui/fonts/print';
const SOURCES = 'src/**/*.{astro,ts,tsx}';
const CONTENT = 'content/**/*.{mdx,md,yaml,svg}';

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
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
      if (KOREAN_EVERYWHERE.includes(character)) continue;
      if (isHangul(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([character]) => character);
}

function unicodeRange(characters: string): string {
  return [...characters]
    .map((character) => character.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .map((point) => `U+${point.toString(16)}`)
    .join(',');
}

const korean = await koreanByUse();
const common = korean.slice(0, COMMON_SYLLABLES).join('');
const rare = korean.slice(COMMON_SYLLABLES).join('');
const parts = [LATIN, common, rare].filter((part) => part !== '');
await rm('public/fonts', { recursive: true, force: true });
await mkdir('public/fonts', { recursive: true });
await mkdir(PRINT, { recursive: true });
// Arial stretched to the width of the Latin glyphs, so that little moves when the typeface arrives.
const FALLBACK =
  '@font-face{font-family:"Hamkke Fallback";src:local("Arial"),local("Liberation Sans");' +
  'size-adjust:107%;ascent-override:90%;descent-override:22.5%;line-gap-override:0%}';
const faces: string[] = [FALLBACK];
const preload: Record<'ko' | 'en', string[]> = { ko: [], en: [] };
let total = 0;
for (const { weight, file } of WEIGHTS) {
  const source = await readFile(file);
  const whole = await subsetFont(source, EVERYTHING, { targetFormat: 'truetype' });
  await writeFile(`${PRINT}/${weight}.ttf`, whole);
  for (const [n, characters] of parts.entries()) {
    const cut = await subsetFont(source, characters, { targetFormat: 'woff2' });
    const name = `${createHash('sha256').update(cut).digest('hex').slice(0, 12)}-${weight}.woff2`;
    await writeFile(`public/fonts/${name}`, cut);
    total += cut.length;
    if (n === 0) preload.en.push(`/fonts/${name}`);
    if (n <= 1) preload.ko.push(`/fonts/${name}`);
    faces.push(
      `@font-face{font-family:"Hamkke Text";font-weight:${weight};font-display:swap;` +
        `src:url("/fonts/${name}") format("woff2");unicode-range:${unicodeRange(characters)}}`,
    );
  }
}
await writeFile('src/ui/styles/fonts.css', `${faces.join('\n')}\n`);
await writeFile('src/ui/styles/fonts.json', `${JSON.stringify(preload, null, 2)}\n`);
console.log(`fonts: ${faces.length - 1} files, ${Math.round(total / 1024)} KiB`);
