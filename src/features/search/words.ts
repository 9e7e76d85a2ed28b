/**
 * How a text is cut for searching. English is cut at spaces and loses the ending of the plural. Korean is cut into pairs of
 * neighbouring syllables, over spaces too: people write 사회적 가치 and 사회적가치 for the same thing, and no dictionary is
 * needed (character n-grams; McNamee & Mayfield 2004, Information Retrieval 7, 73–97).
 */
export type QueryWord = {
  /** What the person meant, without a particle: for marking it in a text. */
  readonly stem: string;
  readonly tokens: readonly string[];
};

const HANGUL = /\p{Script=Hangul}/u;
const RUNS = /\p{Script=Hangul}+(?:\s\p{Script=Hangul}+)*|[[\p{L}\p{N}]--\p{Script=Hangul}]+/gv;
const WORDS = /\p{Script=Hangul}+|[[\p{L}\p{N}]--\p{Script=Hangul}]+/gv;

const listed = (words: string) => words.split(' ');
/** Written to the end of a noun, or of a noun that became a verb. Longer ones stand first. */
const ENDINGS = [
  ...listed(
    '에게서는 으로부터 에서부터 하려면 하려고 하도록 합니다 하나요 되려면 됩니다 되나요 이라도 에서는',
  ),
  ...listed(
    '에게는 으로는 입니다 이란 에서 에게 으로 부터 까지 처럼 보다 마다 라도 이나 하고 한테 하는 하기 하다',
  ),
  ...listed(
    '하면 하며 하여 하지 하게 되는 되면 되다 을 를 이 가 은 는 의 에 로 와 과 도 만 란 나 께',
  ),
];
/** Said around what one looks for. */
const EMPTY = new Set([
  ...listed(
    'a an and are as at be by can do does for from how i in is it of on or the to what when where',
  ),
  ...listed('which who why with you 무엇 어떻게 무엇인가요 대한 대해 위한 및 어디 누가 언제 때'),
]);

/** The tokens of a text that is searched. */
export function tokensOf(text: string): string[] {
  return (plain(text).match(RUNS) ?? []).flatMap((run) =>
    HANGUL.test(run) ? [...pairsOf(run.replace(/\s/g, '')), ...singlesOf(run)] : [singular(run)],
  );
}

/** The words of a question, each once, without particles and without what only binds them. */
export function queryWordsOf(query: string): QueryWord[] {
  const words = plain(query).match(WORDS) ?? [];
  const stems = words.map((word) => (HANGUL.test(word) ? withoutEnding(word) : singular(word)));
  const meant = stems.filter((stem) => !EMPTY.has(stem));
  return [...new Set(meant.length > 0 ? meant : stems)].map((stem) => ({
    stem,
    tokens: HANGUL.test(stem) && stem.length > 1 ? pairsOf(stem) : [stem],
  }));
}

/** One way of writing for what looks or counts as the same. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function isHangul(word: string): boolean {
  return HANGUL.test(word);
}

function pairsOf(syllables: string): string[] {
  const letters = [...syllables];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** Words of one syllable, such as 물, have no pair of their own. */
function singlesOf(run: string): string[] {
  return run.split(/\s/).filter((word) => [...word].length === 1);
}

/** At least two syllables are left: 도로 is a road and keeps its 로. */
function withoutEnding(word: string): string {
  const found = ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= 2);
  return found === undefined ? word : word.slice(0, -found.length);
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
