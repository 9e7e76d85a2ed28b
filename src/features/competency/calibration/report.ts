import type { Fairness } from './fairness.ts';
import { type Findings, PEOPLE_FOR_FIGURES } from './findings.ts';

/** A question as the last calibration left it. */
export type CalibratedItem = {
  /** `item:<course>/<lesson>/<item>`. */
  readonly source: string;
  readonly competency: string;
  readonly difficulty: number;
  readonly authored: number;
  /** First answers, one a person. */
  readonly answers: number;
  readonly rightAnswers: number;
  readonly findings: Findings;
};

/** What an author should look at. */
export const REMARKS = [
  'tells-nobody-apart',
  'unused-choice',
  'unfair-part',
  'unfair-language',
  'harder-than-thought',
  'easier-than-thought',
  'almost-all-right',
  'few-answers',
] as const;
export type ItemRemark = (typeof REMARKS)[number];

export type ReportRow = CalibratedItem & {
  readonly remarks: readonly ItemRemark[];
  /** Choices of the question that nobody ticked. */
  readonly unused: readonly string[];
};

export const SORTS = ['remarks', 'discrimination', 'difficulty', 'right', 'answers'] as const;
export type ReportSort = (typeof SORTS)[number];
export type ReportQuestion = { readonly remark: ItemRemark | null; readonly sort: ReportSort };

/** Fewer first answers than this, and nothing is said about the question. */
export const ANSWERS_TO_JUDGE = 8;
/** A correlation whose upper 90 % limit lies below this tells nobody apart. */
const TELLS_APART = 0.2;
/** Logits between the author's guess and what answers say. */
const SURPRISE = 0.8;
const ALMOST_ALL = 0.95;

/** Rows for the authors' report: with remarks, only those asked for, sorted. `choicesOf` says what can be ticked today. */
export function reportRows(
  items: readonly CalibratedItem[],
  { remark, sort }: ReportQuestion,
  choicesOf: (source: string) => readonly string[],
): ReportRow[] {
  return items
    .map((item): ReportRow => {
      const unused = unusedChoices(item, choicesOf(item.source));
      return { ...item, unused, remarks: remarksOn(item, unused) };
    })
    .filter(({ remarks }) => remark === null || remarks.includes(remark))
    .sort((a, b) => ORDERS[sort](a, b) || (a.source < b.source ? -1 : 1));
}

const ORDERS: Readonly<Record<ReportSort, (a: ReportRow, b: ReportRow) => number>> = {
  remarks: (a, b) => weightOf(b) - weightOf(a),
  discrimination: (a, b) => (a.findings.discrimination ?? 2) - (b.findings.discrimination ?? 2),
  difficulty: (a, b) => b.difficulty - a.difficulty,
  right: (a, b) => shareRight(a) - shareRight(b),
  answers: (a, b) => b.answers - a.answers,
};

/** Too few answers is no reason to look at a question first. */
function weightOf({ remarks }: ReportRow): number {
  return remarks.filter((remark) => remark !== 'few-answers').length;
}

export function shareRight({ answers, rightAnswers }: CalibratedItem): number {
  return answers === 0 ? 0 : rightAnswers / answers;
}

function unusedChoices(
  { findings, answers }: CalibratedItem,
  choices: readonly string[],
): string[] {
  if (findings.choices === null || answers < ANSWERS_TO_JUDGE) return [];
  const used = new Set(findings.choices.map(({ id }) => id));
  return choices.filter((choice) => !used.has(choice));
}

function remarksOn(item: CalibratedItem, unused: readonly string[]): ItemRemark[] {
  if (item.answers < ANSWERS_TO_JUDGE) return ['few-answers'];
  const surprise = item.difficulty - item.authored;
  const { discrimination, parts, languages } = item.findings;
  const found: Readonly<Record<ItemRemark, boolean>> = {
    'tells-nobody-apart': discrimination !== null && tellsNobodyApart(discrimination, item.answers),
    'unused-choice': unused.length > 0,
    'unfair-part': isUnfair(parts),
    'unfair-language': isUnfair(languages),
    'harder-than-thought': surprise > SURPRISE,
    'easier-than-thought': surprise < -SURPRISE,
    'almost-all-right': shareRight(item) >= ALMOST_ALL,
    'few-answers': false,
  };
  return REMARKS.filter((remark) => found[remark]);
}

/** By the upper limit of Fisher's z, so that a handful of answers accuses nobody's question. */
function tellsNobodyApart(correlation: number, people: number): boolean {
  const within = Math.max(-0.999, Math.min(0.999, correlation));
  const upper = Math.tanh(Math.atanh(within) + 1.645 / Math.sqrt(people - 3));
  return upper < TELLS_APART;
}

/** How many people ticked a choice, or null where so few did that it would point at them. */
export function peopleShown(people: number): number | null {
  return people > 0 && people < PEOPLE_FOR_FIGURES ? null : people;
}

function isUnfair(fairness: Fairness | null): boolean {
  return fairness !== null && fairness.size !== 'negligible';
}
