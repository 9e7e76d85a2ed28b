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
import type { Locale } from '#kernel/text.ts';
import { sha256 } from '#platform/hashing.ts';
import { type Folder, fileMissing } from './folder.ts';
import { readYamlFile } from './read-yaml.ts';

export type ReadScenario = {
  id: string;
  files: ScenarioFiles;
  /** `null` while a file is missing or does not fit. */
  scenario: Scenario | null;
  problems: ContentProblem[];
};

/** `null` stands for a file that is missing or does not fit. */
export type ScenarioFiles = Record<Locale, Written<Words> | null> & {
  scenario: Written<ScenarioSource> | null;
  walkthroughs: Written<Walkthrough[]> | null;
};

export async function readScenarios(folder: Folder): Promise<ReadScenario[]> {
  const ids = await folder.folders('scenarios');
  return Promise.all(ids.map((id) => readScenario(folder, id)));
}

async function readScenario(folder: Folder, id: string): Promise<ReadScenario> {
  const path = `scenarios/${id}`;
  const logicHelp = 'Write the logic of the scenario.';
  const pathsHelp = 'Record at least one path and what it leads to.';
  const [source, walkthroughs, ko, en] = await Promise.all([
    readYamlFile(folder, `${path}/scenario.yaml`, scenarioSchema, logicHelp),
    readYamlFile(folder, `${path}/walkthroughs.yaml`, walkthroughsSchema, pathsHelp),
    readWords(folder, `${path}/ko.md`),
    readWords(folder, `${path}/en.md`),
  ]);
  const problems = [source, walkthroughs, ko, en].flatMap((read) => read.problems);
  const files = {
    scenario: source.written,
    walkthroughs: walkthroughs.written,
    ko: ko.written,
    en: en.written,
  };
  return { id, files, scenario: assemble(id, files), problems };
}

function assemble(id: string, { scenario, walkthroughs, ko, en }: ScenarioFiles): Scenario | null {
  if (!scenario || !walkthroughs || !ko || !en) return null;
  const words = { ko: ko.value, en: en.value };
  const parts = { id, source: scenario.value, walkthroughs: walkthroughs.value, words };
  return assembleScenario(parts, sha256);
}

async function readWords(
  folder: Folder,
  file: string,
): Promise<{ written: Written<Words> | null; problems: ContentProblem[] }> {
  const text = await folder.text(file);
  if (text === null) {
    const help = 'Every scenario has its words in both languages.';
    return { written: null, problems: [fileMissing(file, help)] };
  }
  const { words, problems } = parseWords(text);
  const lines = text.split(/\r?\n/);
  const indexOf = (id: string) => lines.findIndex((line) => line.trimEnd().endsWith(`{#${id}}`));
  // A path in words is one id, which stands in braces at the end of its heading. What a seat has no text for is looked up
  // where the others have theirs; 0 + 1 leads to the top of the file.
  const lineOf = ([key]: readonly PropertyKey[]) => {
    const id = String(key);
    const found = indexOf(id);
    return Math.max(found === -1 ? indexOf(id.replace(/@.*/, '')) : found, 0) + 1;
  };
  return {
    written: { value: words, file, lineOf },
    problems: problems.map((problem) => wordsProblem(file, problem)),
  };
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
