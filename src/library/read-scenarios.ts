import type { ContentProblem, Written } from '#features/catalogue/problem.ts';
import { type Bank, withBank } from '#features/scenario/bank.ts';
import {
  assembleScenario,
  type Scenario,
  type ScenarioSource,
  scenarioSchema,
  type Walkthrough,
  walkthroughsSchema,
} from '#features/scenario/source.ts';
import type { Words } from '#features/scenario/words.ts';
import type { Locale } from '#kernel/text.ts';
import { sha256 } from '#platform/hashing.ts';
import type { Folder } from './folder.ts';
import { readWords } from './read-words.ts';
import { readYamlFile } from './read-yaml.ts';

export type ReadScenario = {
  id: string;
  files: ScenarioFiles;
  /** `null` while a file is missing or does not fit. */
  scenario: Scenario | null;
  problems: ContentProblem[];
};

/** As their author wrote them. `null` stands for a file that is missing or does not fit. */
export type ScenarioFiles = Record<Locale, Written<Words> | null> & {
  scenario: Written<ScenarioSource> | null;
  walkthroughs: Written<Walkthrough[]> | null;
};

/** Every scenario, with the words of the bank where it has none of its own for an event. */
export async function readScenarios(folder: Folder, bank: Bank): Promise<ReadScenario[]> {
  const ids = await folder.folders('scenarios');
  return Promise.all(ids.map((id) => readScenario(folder, id, bank)));
}

async function readScenario(folder: Folder, id: string, bank: Bank): Promise<ReadScenario> {
  const path = `scenarios/${id}`;
  const logicHelp = 'Write the logic of the scenario.';
  const pathsHelp = 'Record at least one path and what it leads to.';
  const wordsHelp = 'Every scenario has its words in both languages.';
  const [source, walkthroughs, ko, en] = await Promise.all([
    readYamlFile(folder, `${path}/scenario.yaml`, scenarioSchema, logicHelp),
    readYamlFile(folder, `${path}/walkthroughs.yaml`, walkthroughsSchema, pathsHelp),
    readWords(folder, `${path}/ko.md`, wordsHelp),
    readWords(folder, `${path}/en.md`, wordsHelp),
  ]);
  const problems = [source, walkthroughs, ko, en].flatMap((read) => read.problems);
  const files = {
    scenario: source.written,
    walkthroughs: walkthroughs.written,
    ko: ko.written,
    en: en.written,
  };
  return { id, files, scenario: assemble(id, files, bank), problems };
}

/** The words as they are played: the scenario's own, and those it borrows. */
export function wordsWithBank(
  { scenario, ko, en }: { [K in 'scenario' | Locale]: NonNullable<ScenarioFiles[K]> },
  bank: Bank,
): Scenario['words'] {
  return {
    ko: withBank(ko.value, bank.ko, scenario.value),
    en: withBank(en.value, bank.en, scenario.value),
  };
}

function assemble(
  id: string,
  { scenario, walkthroughs, ko, en }: ScenarioFiles,
  bank: Bank,
): Scenario | null {
  if (!scenario || !walkthroughs || !ko || !en) return null;
  const words = wordsWithBank({ scenario, ko, en }, bank);
  const parts = { id, source: scenario.value, walkthroughs: walkthroughs.value, words };
  return assembleScenario(parts, sha256);
}
