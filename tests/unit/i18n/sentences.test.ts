import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from '#i18n/en.ts';
import { hasSentence, type Key, sayProblem, translator } from '#i18n/index.ts';
import { ko } from '#i18n/ko.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';

const SENTENCES: Record<Locale, Readonly<Record<string, string>>> = { ko, en };
const HANGUL = /[\p{Script=Hangul}]/u;
const KEYS = Object.keys(ko) as Key[]; // Object.keys forgets the literal keys.
const AREAS = [
  'shell',
  'identity',
  'inbox',
  'reminder',
  'duty',
  'transcript',
  'admin',
  'author',
  'catalogue',
  'changes',
  'learning',
  'assessment',
  'sheet',
  'refresher',
  'scenario',
  'improvement',
  'competency',
  'profile',
  'recommendation',
  'search',
  'framework',
  'position',
  'unit',
  'bulk',
  'survey',
  'vote',
  'witness',
  'challenge',
  'programme',
  'cohort',
  'prior',
  'calibration',
  'intake',
  'merging',
  'credential',
];

/** Each language is called by its own name, whatever language the page is in. */
const NAMES_OF_LANGUAGES = new Set([
  'shell.other-language',
  'identity.language.ko',
  'identity.language.en',
]);

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** The names a sentence wants filled, wherever they stand in it. */
function argumentsOf(nodes: readonly Node[]): Set<string> {
  return new Set(nodes.flatMap((node) => [...namesIn(node), ...nodesIn(node).flatMap(namesIn)]));
}

function namesIn(node: Node): string[] {
  const isText = node.type === 0;
  return 'value' in node && !isText ? [node.value] : [];
}

/** What a sentence says without the values it is filled with. */
function wordsIn(nodes: readonly Node[]): string {
  return nodes
    .flatMap((node) => [node, ...nodesIn(node)])
    .map((node) => ('value' in node && node.type === 0 ? node.value : ''))
    .join('');
}

function nodesIn(node: Node): Node[] {
  const branches = 'options' in node ? Object.values(node.options).map(({ value }) => value) : [];
  const inner = branches.flat();
  return [...inner, ...inner.flatMap(nodesIn)];
}

function parse(locale: Locale, key: string): readonly Node[] {
  const sentence = SENTENCES[locale][key] ?? '';
  return new IntlMessageFormat(sentence, locale, undefined, { ignoreTag: true }).getAst();
}

function collect(keys: readonly string[], isWrong: (key: string) => boolean): string[] {
  return keys.filter(isWrong).sort();
}

test('both languages have the same sentences', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(ko).sort());
});

test('no two areas give the same key different words', async () => {
  for (const locale of LOCALES) {
    const seen = new Map<string, string>();
    for await (const path of glob(`src/i18n/${locale}/*.ts`)) {
      for (const [, key = ''] of (await readFile(path, 'utf8')).matchAll(/^ {2}'([^']+)':/gm)) {
        assert.equal(seen.get(key), undefined, `${key} is in ${path} and in ${seen.get(key)}`);
        seen.set(key, path);
      }
    }
    assert.deepEqual([...seen.keys()].sort(), Object.keys(SENTENCES[locale]).sort());
  }
});

test('every key begins with its area', () => {
  const known = new RegExp(`^(${AREAS.join('|')}|problem)\\.[a-z0-9.-]+$`);
  assert.deepEqual(
    collect(KEYS, (key) => !known.test(key)),
    [],
  );
});

test('every sentence can be read in both languages and wants the same values', () => {
  const differing = KEYS.filter((key) => {
    const [korean, english] = [argumentsOf(parse('ko', key)), argumentsOf(parse('en', key))];
    return korean.symmetricDifference(english).size > 0;
  });
  assert.deepEqual(differing, []);
});

test('a count in English says one thing and several things differently', () => {
  const bare = /\{(n|count)\}\s+[a-z]+s\b/;
  assert.deepEqual(
    collect(KEYS, (key) => bare.test(SENTENCES.en[key] ?? '')),
    [],
    'Use {n, plural, one {# day} other {# days}}.',
  );
});

test('Korean is written in Hangul and English is not', () => {
  const keys = KEYS.filter((key) => !NAMES_OF_LANGUAGES.has(key));
  assert.deepEqual(
    collect(keys, (key) => HANGUL.test(SENTENCES.en[key] ?? '')),
    [],
  );
  const withoutHangul = collect(keys, (key) => {
    const words = wordsIn(parse('ko', key));
    return /\p{Letter}/u.test(words) && !HANGUL.test(words);
  });
  assert.deepEqual(withoutHangul, []);
});

test('no sentence is empty or has spaces at its ends or in pairs', () => {
  for (const locale of LOCALES) {
    const untidy = collect(KEYS, (key) => !/^\S(?!.* {2}).*$/s.test(SENTENCES[locale][key] ?? ''));
    assert.deepEqual(untidy, []);
    assert.deepEqual(
      collect(KEYS, (key) => /\s$/.test(SENTENCES[locale][key] ?? '')),
      [],
    );
  }
});

test('a particle after a name in Korean does not guess how the name ends', () => {
  const guess = /\}(은|는|이|가|을|를|과|와|으로)(?=[\s.,!?”’)])/;
  assert.deepEqual(
    collect(KEYS, (key) => guess.test((SENTENCES.ko[key] ?? '').replace(/\}”?이\(가\)/g, ''))),
    [],
    'Write around it, or give both forms as in 이(가).',
  );
});

test('every refusal has a sentence that says what happened, in both languages', async () => {
  const { codes } = await refusals();
  assert.ok(codes.size > 30, `only ${codes.size} refusals were found`);
  const silent = [...codes].filter(([code]) => !hasSentence(`problem.${code}`));
  assert.deepEqual(silent, []);
});

test('every sentence for a refusal belongs to one', async () => {
  const { words, beginnings } = await refusals();
  const unused = KEYS.filter((key) => key.startsWith('problem.'))
    .map((key) => key.slice('problem.'.length))
    .filter((code) => !words.has(code) && !beginnings.some((start) => code.startsWith(start)));
  assert.deepEqual(unused, []);
});

test('an unknown refusal is a fault and not an empty line', () => {
  assert.throws(() => sayProblem(translator('en'), { code: 'never-heard-of' }), /never-heard-of/);
});

/** Problems of content are for authors and speak for themselves. */
const FOR_AUTHORS = /features\/scenario\/(checks\/|condition\.ts|words\.ts)/;

type Refusals = {
  /** Codes of refusals in services, rules and forms, with the file that uses each. */
  readonly codes: Map<string, string>;
  /** Every word in quotes: some codes are handed to a function that makes the problem. */
  readonly words: Set<string>;
  /** Beginnings of codes that are put together, such as `invitation-`. */
  readonly beginnings: string[];
};

async function refusals(): Promise<Refusals> {
  const found: Refusals = { codes: new Map(), words: new Set(), beginnings: [] };
  for await (const path of glob('src/{features,forms,pages}/**/*.{ts,astro}')) {
    const text = await readFile(path, 'utf8');
    if (FOR_AUTHORS.test(path) || /ContentProblem|catalogue\/problem\.ts/.test(text)) continue;
    readRefusals(text, path, found);
  }
  return found;
}

function readRefusals(text: string, path: string, { codes, words, beginnings }: Refusals): void {
  const word = /'([a-z]+(?:-[a-z]+)*)'/g;
  for (const [, start = ''] of text.matchAll(/code: `([a-z-]+)\$\{/g)) beginnings.push(start);
  for (const [, one = ''] of text.matchAll(word)) words.add(one);
  for (const [place] of text.matchAll(/\bcode: [^,}\n]*|\b\w+Problem\('[^']*'/g)) {
    for (const [, code = ''] of place.matchAll(word)) codes.set(code, path);
  }
}
