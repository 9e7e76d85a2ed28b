import type { Item } from '#features/assessment/item.ts';
import type { Fact } from '#features/catalogue/fact.ts';
import type { Mark } from '#features/catalogue/lesson-text.ts';
import type { PresentSection } from '#features/catalogue/section.ts';
import { canonical } from '#kernel/canonical.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { sha256 } from '#platform/hashing.ts';
import type { ReadLesson } from './read-courses.ts';

/** A section with the lines its heading stands on. */
export type PlacedSection = PresentSection & {
  readonly lines: Readonly<Record<Locale, number>>;
};
export type Facts = ReadonlyMap<string, Fact>;

/** What a change of it does not change what one learns: where an item stands in the framework, how hard it is thought to be. */
const NO_MEANING = ['difficulty', 'competency', 'refresher', 'checked', 'status'];

/**
 * The sections of a lesson as they stand in its files, each with a hash of what it says in each language: its words, the
 * claims of its facts, the words of its drawings, its questions with their answers and its sheets. Spaces and line breaks,
 * bold and italics, link targets, what a term opens and the numbers of the framework are no part of it, and an office is its
 * id. None when a language is missing or cannot be read, which is reported elsewhere.
 */
export function sectionsIn(lesson: ReadLesson, facts: Facts): PlacedSection[] {
  const [ko, en] = LOCALES.map((locale) => cutsOf(lesson, locale));
  if (!ko || !en) return [];
  const whole = Math.max(ko.length, en.length);
  const said = Array.from({ length: whole }, (_, at) => {
    const cuts = { ko: ko[at], en: en[at] };
    const texts = LOCALES.map((locale) => meaningOf(cuts[locale], { lesson, facts, locale }));
    return { cuts, texts };
  }).filter(({ cuts, texts }) => cuts.en?.heading !== '' || texts.join('') !== '');
  const all = said.reduce((sum, { texts }) => sum + lengthOf(texts), 0);
  const minutes = lesson.draft.texts.en?.frontMatter?.value.minutes ?? 0;
  return said.map(({ cuts, texts }) => ({
    heading: { ko: cuts.ko?.heading ?? '', en: cuts.en?.heading ?? '' },
    hash: texts.map((text) => sha256(text).slice(0, 8)).join(' '),
    checks: idsIn(cuts.ko, 'Check'),
    minutes: Math.max(1, Math.ceil((minutes * lengthOf(texts)) / all)),
    lines: { ko: cuts.ko?.line ?? 1, en: cuts.en?.line ?? 1 },
  }));
}

const lengthOf = (texts: readonly string[]) => texts.join('').length;

/** What stands from one heading to the next. */
type Cut = {
  readonly heading: string;
  readonly line: number;
  readonly source: string;
  readonly marks: readonly Mark[];
};

function cutsOf({ draft, sources }: ReadLesson, locale: Locale): Cut[] | null {
  const text = draft.texts[locale]?.text;
  const source = sources[locale];
  if (text === undefined || source === undefined) return null;
  const lines = source.split('\n');
  const heads = text.headings.filter(({ depth }) => depth === 2);
  const starts = [{ text: '', line: firstLine(lines) }, ...heads];
  return starts.map(({ text: heading, line }, at) => ({
    heading,
    line,
    source: lines.slice(line - 1, (starts[at + 1]?.line ?? lines.length + 1) - 1).join('\n'),
    marks: text.marks.filter(({ section }) => section === at),
  }));
}

/** The line after the front matter, counted from 1. */
function firstLine(lines: readonly string[]): number {
  return lines.indexOf('---', 1) + 2;
}

type Around = { readonly lesson: ReadLesson; readonly facts: Facts; readonly locale: Locale };

function meaningOf(cut: Cut | undefined, { lesson, facts, locale }: Around): string {
  if (cut === undefined) return '';
  const { items, sheets, draft } = lesson;
  const byId = <T extends { id: string }>(list: readonly { value: T }[], id: string) =>
    list.find(({ value }) => value.id === id)?.value;
  const claims = idsIn(cut, 'Fact').map((id) => {
    const fact = facts.get(id);
    return fact && [fact.statement, fact.source];
  });
  const figures = idsIn(cut, 'Figure').map(
    (name) => draft.figures.find((figure) => figure.name === name)?.words?.value,
  );
  const questions: (Item | undefined)[] = idsIn(cut, 'Check').map((id) => byId(items, id));
  const forms = idsIn(cut, 'Sheet').map((id) => byId(sheets, id));
  const named = [claims, figures, questions, forms];
  const words = plain(cut.source);
  if (words === '' && named.every((list) => list.length === 0)) return '';
  return `${words}\n${canonical(inLanguage(named, locale))}`;
}

function idsIn(cut: Cut | undefined, name: string): string[] {
  const key = name === 'Figure' ? 'name' : 'id';
  return (cut?.marks ?? []).flatMap((mark) => {
    const id = mark.name === name ? mark.attributes[key] : null;
    return typeof id === 'string' ? [id] : [];
  });
}

function plain(source: string): string {
  return source
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/<\/?Term\b[^>]*>/g, '')
    .replaceAll('*', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The same value with one language of every text, and without what says nothing to a learner. */
function inLanguage(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((member) => inLanguage(member, locale));
  if (value === null || typeof value !== 'object') return value;
  if ('ko' in value && 'en' in value) {
    const { ko, en, ...rest } = value;
    const text = locale === 'ko' ? ko : en;
    return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() : [text, rest];
  }
  const members = Object.entries(value).filter(([key]) => !NO_MEANING.includes(key));
  return Object.fromEntries(members.map(([key, member]) => [key, inLanguage(member, locale)]));
}
