import type { Level } from '#features/competency/framework.ts';
import { readReason } from '#features/competency/revocation.ts';
import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Claim } from './claim.ts';

/** What a reviewer found of one competency: a level, or null when the document does not show it. */
export type Finding = {
  readonly competency: string;
  readonly level: Level | null;
  readonly reason: string;
};

export type Decision = Finding & {
  readonly seq: number;
  readonly eventId: string;
  readonly reviewerId: string;
  readonly at: Instant;
  readonly evidenceId: string | null;
};

/** Findings as they are typed: `level` is `0` to `4`, `none`, or empty where nothing was chosen. */
export type TypedFinding = {
  readonly competency: string;
  readonly level: string;
  readonly reason: string;
};

/** The decision that holds for each competency; those before it were revised. `decisions` are in the order they were taken. */
export function standingDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  return new Map(decisions.map((decision) => [decision.competency, decision]));
}

/** Reads one finding for each competency of a claim, or tells every problem: `found-C1.1` and `reason-C1.1` are the fields. */
export function readFindings(
  { claimed }: Pick<Claim, 'claimed'>,
  typed: readonly TypedFinding[],
): { findings: Finding[]; problems: Problem[] } {
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const { competency } of claimed) {
    const one = typed.find((finding) => finding.competency === competency);
    const level = readFound(one?.level ?? '');
    const reason = readReason(one?.reason ?? '');
    if (level === undefined)
      problems.push({ code: 'decision-level-missing', field: `found-${competency}` });
    if (!reason.ok) problems.push({ ...reason.problem, field: `reason-${competency}` });
    if (level !== undefined && reason.ok)
      findings.push({ competency, level, reason: reason.value });
  }
  return { findings, problems };
}

/** The findings that say something other than what stands. */
export function changedFindings(
  findings: readonly Finding[],
  standing: ReadonlyMap<string, Decision>,
): Finding[] {
  return findings.filter(({ competency, level, reason }) => {
    const kept = standing.get(competency);
    return kept === undefined || kept.level !== level || kept.reason !== reason;
  });
}

function readFound(word: string): Level | null | undefined {
  if (word === 'none') return null;
  return ([0, 1, 2, 3, 4] as const).find((level) => String(level) === word);
}
