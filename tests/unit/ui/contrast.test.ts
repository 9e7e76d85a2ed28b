import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../../../src/ui/styles/tokens.css', import.meta.url), 'utf8');
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');
const light = coloursIn(css.slice(0, darkAt));
const dark = { ...light, ...coloursIn(css.slice(darkAt)) };
const SCHEMES = { light, dark };

const GROUNDS = ['paper', 'raised', 'sunken'] as const;
/** Words are written in these on every ground, and each in its soft tint. */
const TINTED = ['official', 'resident', 'together', 'good', 'caution', 'danger'] as const;
const TEXT = 4.5;
/** Edges of things one can act on (WCAG 2.2, 1.4.11). */
const EDGE = 3;

type Colours = Readonly<Record<string, string>>;

function coloursIn(part: string): Colours {
  const pairs = [...part.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/gi)];
  return Object.fromEntries(pairs.map(([, name, hex]) => [name, hex]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Colours, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = colours[name];
    assert.ok(hex, `tokens.css has no colour --${name}`);
    return luminance(hex);
  });
  const [high, low] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (high + 0.05) / (low + 0.05);
}

/** Every pair of colours that meets on a page, and how far apart it has to be. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['ink', 'muted', ...TINTED].flatMap((word) =>
    GROUNDS.map((ground) => [word, ground, TEXT] as const),
  ),
  ...TINTED.flatMap((tint) =>
    [tint, 'ink', 'muted'].map((word) => [word, `${tint}-soft`, TEXT] as const),
  ),
  // Links keep their colour inside a notice of any tint.
  ...TINTED.map((tint) => ['official', `${tint}-soft`, TEXT] as const),
  ['paper', 'ink', TEXT],
  ['paper', 'muted', TEXT],
  ...TINTED.map((tint) => ['on-strong', tint, TEXT] as const),
  ...GROUNDS.map((ground) => ['line', ground, EDGE] as const),
  ...TINTED.flatMap((tint) => GROUNDS.map((ground) => [tint, ground, EDGE] as const)),
];

test('the colours of both schemes are found', () => {
  assert.ok(Object.keys(light).length >= 20);
  const own = Object.keys(coloursIn(css.slice(darkAt)));
  const shared = ['focus-band'];
  assert.deepEqual(own.concat(shared).sort(), Object.keys(light).sort());
});

for (const [scheme, colours] of Object.entries(SCHEMES)) {
  test(`words and edges stand out in the ${scheme} scheme`, () => {
    const faint = PAIRS.map(([one, other, needed]) => ({
      pair: `${one} on ${other}`,
      needed,
      found: Math.round(contrast(colours, one, other) * 100) / 100,
    })).filter(({ needed, found }) => found < needed);
    assert.deepEqual(faint, []);
  });

  test(`the focus mark stands out in the ${scheme} scheme`, () => {
    for (const ground of GROUNDS) {
      const best = Math.max(
        contrast(colours, 'ink', ground),
        contrast(colours, 'focus-band', ground),
      );
      assert.ok(best >= EDGE, ground);
    }
  });
}
