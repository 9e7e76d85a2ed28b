import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type Bank, withBank } from '#features/scenario/bank.ts';
import type { Draft, Known } from '#features/scenario/problem.ts';
import {
  assembleScenario,
  type Scenario,
  scenarioSchema,
  walkthroughsSchema,
} from '#features/scenario/source.ts';
import { parseWords } from '#features/scenario/words.ts';
import type { Locale } from '#kernel/text.ts';

const CONTENT = join(import.meta.dirname, '../../content/scenarios');
const FIXTURES = join(import.meta.dirname, '../fixtures/scenario');
const bankIn = (locale: Locale) =>
  parseWords(readFileSync(join(CONTENT, `../injects/${locale}.md`), 'utf8')).words;
const BANK: Bank = { ko: bankIn('ko'), en: bankIn('en') };
/** Small scenarios with several seats. */
export const SEAT_FIXTURES = ['two-seats', 'three-seats'] as const;

/** Every scenario of the content folder. */
export const SCENARIO_IDS: readonly string[] = globSync('*/walkthroughs.yaml', { cwd: CONTENT })
  .map(dirname)
  .sort();

/** A scenario of the content folder, read afresh so that a test may damage it. */
export function draftOf(id: string): Draft {
  return draftIn(CONTENT, id);
}

/** A scenario with several seats that only tests play. */
export function fixtureOf(id: (typeof SEAT_FIXTURES)[number]): Draft {
  return draftIn(FIXTURES, id);
}

function draftIn(folder: string, id: string): Draft {
  const text = (file: string) => readFileSync(join(folder, id, file), 'utf8');
  const source = scenarioSchema.parse(parse(text('scenario.yaml')));
  const wordsIn = (locale: Locale) =>
    withBank(parseWords(text(`${locale}.md`)).words, BANK[locale], source);
  return {
    id,
    source,
    words: { ko: wordsIn('ko'), en: wordsIn('en') },
    walkthroughs: walkthroughsSchema.parse(parse(text('walkthroughs.yaml'))),
  };
}

export function scenarioOf(draft: Draft): Scenario {
  return assembleScenario(draft, (text) => createHash('sha256').update(text).digest('hex'));
}

/** Everything the draft refers to outside itself. */
export function knownTo({ source }: Draft): Known {
  return {
    competencies: new Set(Object.keys(source.claims)),
    lessons: new Set(source.lessons.map(({ lesson }) => lesson)),
    sources: new Set(),
  };
}
