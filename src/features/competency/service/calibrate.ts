import { peopleOf } from '#features/identity/service.ts';
import { statementsByIds } from '#features/record/service.ts';
import { canonical } from '#kernel/canonical.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { type Cases, type Group, startCases } from '../calibration/cases.ts';
import { type Changes, changesBetween } from '../calibration/changes.ts';
import { chosenIn } from '../calibration/chosen.ts';
import { findingsOf, rounded } from '../calibration/findings.ts';
import { countFirst, learn, RATINGS_FOR_SEVERITY } from '../calibration/learn.ts';
import type { CalibratedItem } from '../calibration/report.ts';
import type { Evidence } from '../evidence.ts';
import type { WithFramework } from '../framework.ts';
import { rebuildCells } from '../service.ts';
import {
  type CalibrationRow,
  findCalibration,
  hasCellsOfOther,
  insertCalibration,
  listCalibratedItems,
  listCalibratedRaters,
  type NewCalibration,
  newestVersion,
} from '../store/calibration.ts';
import { listEvidenceAfter } from '../store.ts';

type CalibratingApp = App & Partial<WithFramework>;
export type Calibrated = {
  readonly version: number;
  /** Null when the evidence taught nothing that was not known. */
  readonly changes: Changes | null;
  readonly people: number;
  readonly answers: number;
  readonly ratings: number;
  /** Cells that were made again; 0 when all were of this version already. */
  readonly rebuilt: number;
};

/**
 * Learns from all evidence how hard questions are, how stern raters are and where people stand, keeps that as a further
 * version and makes every cell again with it. The same evidence makes no further version. For the command only: it reads
 * everything.
 */
export async function calibrate(app: CalibratingApp): Promise<Calibrated> {
  const { cases, people } = await gather(app);
  const found = resultOf(app, cases, people);
  const before = await newestVersion(app.db.read);
  const known = await findCalibration(app.db.read, before);
  const hasLearned = found.items.length + found.raters.length > 0;
  const isNew = hasLearned && known?.digest !== found.head.digest;
  const version = isNew ? before + 1 : before;
  let changes: Changes | null = null;
  if (isNew) {
    changes = changesBetween(
      {
        items: await listCalibratedItems(app.db.read, before),
        raters: await listCalibratedRaters(app.db.read, before),
      },
      found,
    );
    const head = { ...found.head, version };
    await app.db.write((tx) => insertCalibration(tx, { ...found, head }));
  }
  const isStale = await hasCellsOfOther(app.db.read, version);
  const { answers, ratings } = found.head;
  const rebuilt = isStale ? await rebuildCells(app) : 0;
  return { version, changes, people, answers, ratings, rebuilt };
}

export type ItemReport = {
  /** Null before the first calibration. */
  readonly calibration: CalibrationRow | null;
  readonly items: readonly CalibratedItem[];
};

/** What the last calibration found out about questions, for authors. */
export async function itemReport(app: App, actor: Actor): Promise<Result<ItemReport>> {
  if (!may(actor, 'see-content')) return refuse({ code: 'not-allowed' });
  const version = await newestVersion(app.db.read);
  const calibration = (await findCalibration(app.db.read, version)) ?? null;
  return ok({ calibration, items: await listCalibratedItems(app.db.read, version) });
}

const PEOPLE_AT_ONCE = 200;

async function gather(app: CalibratingApp): Promise<{ cases: Cases; people: number }> {
  const collecting = startCases();
  let people = 0;
  let after = '';
  for (;;) {
    const pieces = await listEvidenceAfter(app.db.read, after, PEOPLE_AT_ONCE);
    const last = pieces.at(-1)?.personId;
    if (last === undefined) return { cases: collecting.finish(), people };
    const byPerson = Map.groupBy(pieces, ({ personId }) => personId);
    const groups = await groupsOf(app, [...byPerson.keys()]);
    const chosen = await chosenBy(app, pieces);
    for (const [personId, own] of byPerson) {
      const group = groups.get(personId) ?? { part: null, language: 'ko' };
      const byCompetency = Map.groupBy(own, ({ competency }) => competency);
      for (const cell of byCompetency.values()) collecting.add({ pieces: cell, group, chosen });
    }
    people += byPerson.size;
    after = last;
  }
}

async function groupsOf(
  app: CalibratingApp,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Group>> {
  const people = await peopleOf(app, personIds);
  return new Map(
    [...people.values()].map(({ personId, roles, locale }) => {
      const isOfficial = roles.includes('civil-servant');
      const isResident = roles.includes('resident');
      const part = isOfficial ? 'official' : 'resident';
      // Whoever is both, or neither, belongs to no side of the comparison.
      return [personId, { part: isOfficial === isResident ? null : part, language: locale }];
    }),
  );
}

async function chosenBy(
  app: CalibratingApp,
  pieces: readonly Evidence[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const answers = pieces.filter(({ shown }) => shown.kind === 'question').map(({ id }) => id);
  const statements = await statementsByIds(app.db.read, answers);
  const chosen = new Map<string, readonly string[]>();
  for (const statement of statements) {
    if (statement.verb !== 'answered') continue;
    const ticked = chosenIn(statement.result.response);
    if (ticked !== null) chosen.set(statement.id, ticked);
  }
  return chosen;
}

function resultOf(app: CalibratingApp, cases: Cases, people: number): NewCalibration {
  const learned = learn(cases);
  const findings = findingsOf(cases, learned);
  const answers = countFirst(cases);
  const right = countFirst(cases, ({ correct }) => correct);
  const items = cases.items.map(({ source, competency, authored }, at): CalibratedItem => {
    const found = findings[at];
    if (found === undefined) throw new Error(`nothing was found out about ${source}`);
    const difficulty = rounded(learned.difficulties[at] ?? authored);
    const counts = { answers: answers[at] ?? 0, rightAnswers: right[at] ?? 0 };
    return { source, competency, authored, difficulty, ...counts, findings: found };
  });
  const given = ratingsGiven(cases);
  const raters = cases.raters
    .map((raterId, at) => ({
      raterId,
      severity: rounded(learned.severities[at] ?? 0),
      ratings: given[at] ?? 0,
    }))
    .filter(({ ratings }) => ratings >= RATINGS_FOR_SEVERITY);
  const prior = { priorMean: rounded(learned.prior.mean), priorSd: rounded(learned.prior.sd) };
  return {
    head: {
      version: 0,
      madeAt: app.clock.now(),
      ...prior,
      people,
      answers: answers.reduce((sum, count) => sum + count, 0),
      ratings: given.reduce((sum, count) => sum + count, 0),
      digest: app.hash(canonical({ items, raters, prior })),
    },
    items,
    raters,
  };
}

function ratingsGiven({ cases, raters }: Cases): number[] {
  const counts = raters.map(() => 0);
  for (const { ratings } of cases) {
    for (const { rater } of ratings) counts[rater] = (counts[rater] ?? 0) + 1;
  }
  return counts;
}
