import type { FigureDraft } from './draft.ts';
import { FIGURE_CLASSES, FIGURE_KEY } from './figure.ts';
import type { ContentProblem } from './problem.ts';

const WIDEST = 720;
const SMALLEST_TEXT = 16;
const FORBIDDEN = [
  'script',
  'style',
  'foreignObject',
  'image',
  'a',
  'animate',
  'set',
  'title',
  'desc',
  'iframe',
];
const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Tag = { name: string; attributes: Record<string, string>; line: number };

/** Finds what keeps a drawing from being safe, readable on a phone, in the product's colours and in both languages. */
export function checkFigure({ path, svg, words }: FigureDraft): ContentProblem[] {
  if (svg === null) return [];
  const file = `${path}.svg`;
  const drawing = svg.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  const { tags, unbalanced } = tagsOf(drawing);
  return [
    ...unbalanced.map(({ name, line }) =>
      problem(file, line, 'svg-broken', {
        message: `The drawing is not well-formed at <${name}>.`,
        help: 'Close every element, and put every attribute value in quotes.',
      }),
    ),
    ...checkFrame(file, tags[0]),
    ...tags.flatMap((tag) => checkTag(file, tag)),
    ...(words ? checkKeys(drawing, file, words) : []),
  ];
}

function tagsOf(drawing: string): { tags: Tag[]; unbalanced: { name: string; line: number }[] } {
  const tags: Tag[] = [];
  const open: { name: string; line: number }[] = [];
  for (const found of drawing.matchAll(TAG)) {
    const [, closing, name = '', attributes = '', empty] = found;
    const line = lineAt(drawing, found.index);
    if (closing) {
      if (open.at(-1)?.name !== name) return { tags, unbalanced: [{ name: `/${name}`, line }] };
      open.pop();
      continue;
    }
    tags.push({ name, attributes: attributesOf(attributes), line });
    if (!empty) open.push({ name, line });
  }
  const stray = drawing.replace(TAG, (tag) => ' '.repeat(tag.length)).indexOf('<');
  if (stray >= 0)
    open.push({ name: drawing.slice(stray + 1, stray + 12), line: lineAt(drawing, stray) });
  return { tags, unbalanced: open };
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
}

function checkFrame(file: string, svg: Tag | undefined): ContentProblem[] {
  const [, , width = Number.NaN] = (svg?.attributes['viewBox'] ?? '').split(/[\s,]+/).map(Number);
  if (svg?.name !== 'svg' || Number.isNaN(width)) {
    return [
      problem(file, 1, 'svg-frame', {
        message: 'The drawing does not begin with <svg viewBox="0 0 … …">.',
        help: 'Begin it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400">.',
      }),
    ];
  }
  const sized = ['width', 'height'].filter((name) => name in svg.attributes);
  const wide = width > WIDEST;
  if (!wide && sized.length === 0) return [];
  return [
    problem(file, svg.line, 'svg-frame', {
      message: wide ? `The drawing is ${width} wide.` : `<svg> has a fixed ${sized.join(' and ')}.`,
      help: wide
        ? `Draw it at most ${WIDEST} wide, so that it reads on a phone.`
        : 'Remove it: the page gives it its size.',
    }),
  ];
}

function checkTag(file: string, tag: Tag): ContentProblem[] {
  const element = FORBIDDEN.includes(tag.name)
    ? [
        {
          code: 'svg-element',
          message: `<${tag.name}> may not stand in a drawing.`,
          help: 'Remove it: a drawing is shapes and words; its title comes from the .yaml file.',
        },
      ]
    : [];
  const attributes = Object.entries(tag.attributes).flatMap(([key, value]) => faultsOf(key, value));
  return [...element, ...attributes].map(({ code, ...words }) =>
    problem(file, tag.line, code, words),
  );
}

type Fault = { code: string; message: string; help: string };

function faultsOf(key: string, value: string): Fault[] {
  if (key === 'class') return value.split(/\s+/).filter(Boolean).flatMap(faultOfClass);
  const fault = faultOf(key, value);
  return fault === null ? [] : [fault];
}

function faultOfClass(name: string): Fault[] {
  if (FIGURE_CLASSES.includes(name)) return [];
  const help = `Use one of ${FIGURE_CLASSES.join(', ')}.`;
  return [{ code: 'svg-class', message: `The class "${name}" does not exist.`, help }];
}

function faultOf(key: string, value: string): Fault | null {
  if (key === 'style' || key === 'font-family' || /^on/i.test(key)) {
    const message = `"${key}" may not stand in a drawing.`;
    return { code: 'svg-attribute', message, help: 'Remove it; use class="…" for looks.' };
  }
  if (key.endsWith('href') && !value.startsWith('#')) {
    const message = `"${key}" leads outside the drawing.`;
    const help = 'Refer only to things drawn here: href="#arrow".';
    return { code: 'svg-attribute', message, help };
  }
  if (isRawColour(key, value)) {
    const message = `${key}="${value}" is a fixed colour, which fails in the dark and in print.`;
    return { code: 'svg-colour', message, help: `Use one of ${FIGURE_CLASSES.join(', ')}.` };
  }
  if (key === 'font-size' && Number.parseFloat(value) < SMALLEST_TEXT) {
    const message = `Text of size ${value} cannot be read on a phone.`;
    return { code: 'svg-text-small', message, help: `Use at least ${SMALLEST_TEXT}.` };
  }
  return null;
}

function isRawColour(key: string, value: string): boolean {
  const paints = ['fill', 'stroke', 'stop-color', 'color'].includes(key);
  return (
    paints && !/^(none|currentColor|url\(#.+\)|context-(fill|stroke)|transparent)$/.test(value)
  );
}

function checkKeys(
  drawing: string,
  file: string,
  words: NonNullable<FigureDraft['words']>,
): ContentProblem[] {
  const places = [...drawing.matchAll(FIGURE_KEY)];
  const unfilled = places
    .filter(([, key = '']) => !Object.hasOwn(words.value.words, key))
    .map((place) =>
      problem(file, lineAt(drawing, place.index), 'figure-word-missing', {
        message: `There are no words for {{${place[1]}}}.`,
        help: `Add "${place[1]}" under words in ${words.file}.`,
      }),
    );
  const unused = Object.keys(words.value.words)
    .filter((key) => !places.some((place) => place[1] === key))
    .map((key) =>
      problem(words.file, words.lineOf(['words', key]), 'figure-word-unused', {
        message: `The drawing has no place {{${key}}}.`,
        help: `Put {{${key}}} into the drawing, or remove these words.`,
      }),
    );
  const loose = [...drawing.matchAll(/>([^<>{}]*\p{Letter}[^<>{}]*)</gu)].map((place) =>
    problem(file, lineAt(drawing, place.index), 'figure-word-fixed', {
      message: `"${(place[1] ?? '').trim()}" is written into the drawing itself.`,
      help: `Put {{key}} there and the words in ${words.file}, in both languages.`,
    }),
  );
  return [...unfilled, ...unused, ...loose];
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

function problem(
  file: string,
  line: number,
  code: string,
  words: { message: string; help: string },
): ContentProblem {
  return { code, level: 'error', file, line, ...words };
}
