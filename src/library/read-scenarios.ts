import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import {
  assembleScenario,
  type Scenario,
  type ScenarioSource,
  scenarioSchema,
  type Walkthrough,
  walkthroughsSchema,
} from '#features/scenario/source.ts';
import { parseWords, type Words, type WordsProblem } from '#features/scenario/words.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { sha256 } from '#platform/hashing.ts';
import { type Folder, fileMissing } from './folder.ts';
import { readYamlFile } from './read-yaml.ts';

export type ReadScenario = {
  id: string;
  written: Written<ScenarioSource> | null;
  /** `null` while a file is missing or does not fit. */
  scenario: Scenario | null;
  problems: ContentProblem[];
};

export async function readScenarios(folder: Folder): Promise<ReadScenario[]> {
  const ids = await folder.folders('scenarios');
  return Promise.all(ids.map((id) => readScenario(folder, id)));
}

async function readScenario(folder: Folder, id: string): Promise<ReadScenario> {
  const path = `scenarios/${id}`;
  const [source, walkthroughs, ko, en] = await Promise.all([
    readYamlFile(
      folder,
      `${path}/scenario.yaml`,
      scenarioSchema,
      'Write the logic of the scenario.',
    ),
    readYamlFile(
      folder,
      `${path}/walkthroughs.yaml`,
      walkthroughsSchema,
      'Record at least one path and what it leads to.',
    ),
    ...LOCALES.map((locale) => readWords(folder, path, locale)),
  ]);
  const problems = [source, walkthroughs, ko, en].flatMap((read) => read?.problems ?? []);
  const files = {
    source: source.written?.value,
    walkthroughs: walkthroughs.written?.value,
    ko: ko?.words,
    en: en?.words,
  };
  const scenario = assemble(id, files);
  return { id, written: source.written, scenario, problems };
}

type Files = {
  source?: ScenarioSource | undefined;
  walkthroughs?: readonly Walkthrough[] | undefined;
  ko?: Words | null | undefined;
  en?: Words | null | undefined;
};

function assemble(id: string, { source, walkthroughs, ko, en }: Files): Scenario | null {
  if (!source || !walkthroughs || !ko || !en) return null;
  return assembleScenario({ id, source, walkthroughs, words: { ko, en } }, sha256);
}

async function readWords(
  folder: Folder,
  path: string,
  locale: Locale,
): Promise<{ words: Words | null; problems: ContentProblem[] }> {
  const file = `${path}/${locale}.md`;
  const text = await folder.text(file);
  if (text === null) {
    return {
      words: null,
      problems: [fileMissing(file, 'Every scenario has its words in both languages.')],
    };
  }
  const { words, problems } = parseWords(text);
  return { words, problems: problems.map((problem) => wordsProblem(file, problem)) };
}

function wordsProblem(file: string, { code, line, text }: WordsProblem): ContentProblem {
  const [message, help] =
    code === 'text-duplicate'
      ? [`There are two texts for "${text}".`, 'Keep one of them.']
      : [
          `"${text.slice(0, 40)}" belongs to no heading with an id.`,
          'Put it below a heading such as "## Title {#title}".',
        ];
  return { code, level: 'error', file, line, message, help };
}
