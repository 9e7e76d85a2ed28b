import type { ScenarioLogic, Seat } from './source.ts';

/** A paragraph or a list: all the formatting scenario words have. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };
/** One headed piece of text: `## Label {#id}` and what stands below it. */
export type Section = { readonly label: string; readonly blocks: readonly Block[] };
/** The words of a scenario in one language, by id. `id@seat` takes the place of `id` for that seat. */
export type Words = Readonly<Record<string, Section>>;
export type WordsProblem = {
  readonly code: 'text-duplicate' | 'text-stray';
  readonly line: number;
  readonly text: string;
};

const HEADING = /^#{1,4}\s+(.+?)\s*\{#([a-z0-9.@-]+)\}\s*$/;

type Draft = { readonly id: string; readonly label: string; readonly lines: string[] };

/** Reads a text file. Lines that belong to no section and ids used twice are reported with their line, counted from 1. */
export function parseWords(markdown: string): { words: Words; problems: WordsProblem[] } {
  const sections: Draft[] = [];
  const problems: WordsProblem[] = [];
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const open = sections.at(-1);
    const heading = headingIn(line);
    if (heading !== null) {
      problems.push(...duplicate(sections, heading.id, index + 1));
      sections.push({ ...heading, lines: [] });
    } else if (open === undefined || line.startsWith('#')) {
      problems.push(...stray(line, index + 1));
    } else {
      open.lines.push(line);
    }
  }
  const words = sections.map(({ id, label, lines }) => [id, { label, blocks: blocksOf(lines) }]);
  return { words: Object.fromEntries(words), problems };
}

/** The section for an id as one seat reads it. A missing one is a bug: publication checks that none is. */
export function sectionFor(words: Words, id: string, seat: Seat): Section {
  const section = words[`${id}@${seat}`] ?? words[id];
  if (section === undefined) throw new Error(`the words have no section "${id}"`);
  return section;
}

/** What a seat reads while another one decides: never the text of the one who decides. */
export function waitingSection(words: Words, scene: string, seat: Seat): Section {
  const section = words[`${scene}@${seat}`];
  if (section === undefined) throw new Error(`the words have no section "${scene}@${seat}"`);
  return section;
}

/** Every id a version of a scenario needs words for, each once. Those of further seats are `seatWordIdsOf`. */
export function wordIdsOf(logic: ScenarioLogic): string[] {
  const beats = Object.values(logic.world).flatMap(({ states }) => Object.values(states).flat());
  const ids = [
    ...['title', 'role', 'brief', 'debrief'],
    ...Object.keys(logic.indicators).map((indicator) => `indicator.${indicator}`),
    ...beats.flatMap(({ inject }) => (inject === undefined ? [] : [`inject.${inject}`])),
    ...Object.entries(logic.scenes).flatMap(([scene, { choices }]) => [
      scene,
      ...choices.map((choice) => `${scene}.${choice.id}`),
    ]),
    ...logic.endings,
    ...Object.keys(logic.facts ?? {}).flatMap((fact) => [`fact.${fact}`, wordingId(fact)]),
  ];
  return [...new Set(ids)];
}

/**
 * Every id that further seats need words for: who they are, where they begin and what they look back on, and, for each scene,
 * what everybody reads who does not decide there. None with one seat.
 */
export function seatWordIdsOf(logic: ScenarioLogic): string[] {
  const [first, ...further] = logic.seats;
  const own = further.flatMap((seat) => [`role@${seat}`, `brief@${seat}`, `debrief@${seat}`]);
  const waiting = Object.entries(logic.scenes).flatMap(([scene, { by = first }]) =>
    logic.seats.filter((seat) => seat !== by).map((seat) => `${scene}@${seat}`),
  );
  return [...own, ...waiting];
}

/** Where the wordings stand that would give a fact away. Nobody is shown them: they are for the check. */
export function wordingId(fact: string): string {
  return `fact.${fact}.wording`;
}

/** The text of blocks on one line, for summaries and announcements. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : block.items.join(' ')))
    .join(' ');
}

function headingIn(line: string): { id: string; label: string } | null {
  const [, label, id] = HEADING.exec(line) ?? [];
  return label === undefined || id === undefined ? null : { id, label };
}

function duplicate(sections: readonly Draft[], id: string, line: number): WordsProblem[] {
  const isTaken = sections.some((section) => section.id === id);
  return isTaken ? [{ code: 'text-duplicate', line, text: id }] : [];
}

function stray(text: string, line: number): WordsProblem[] {
  return text.trim() === '' ? [] : [{ code: 'text-stray', line, text }];
}

function blocksOf(lines: readonly string[]): Block[] {
  const chunks = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim());
  return chunks.filter((chunk) => chunk !== '').map(blockOf);
}

function blockOf(chunk: string): Block {
  const lines = chunk.split('\n').map((line) => line.trim());
  if (!lines.every((line) => line.startsWith('- '))) {
    return { kind: 'paragraph', text: lines.join(' ') };
  }
  return { kind: 'list', items: lines.map((line) => line.slice(2).trim()) };
}
