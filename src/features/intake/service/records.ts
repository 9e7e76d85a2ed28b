import type { Reader, Tx } from '#db/client.ts';
import { learnersOf } from '#features/cohort/service.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import { addEvidence, revokePieces } from '#features/competency/service.ts';
import { accountsNamed } from '#features/identity/service.ts';
import type { Outside } from '#features/transcript/line.ts';
import { addOutside, takeBackOutside } from '#features/transcript/service.ts';
import { dayAt, startOfDay } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Result } from '#kernel/result.ts';
import type { Import, Verdict } from '../import.ts';
import {
  decideRecord,
  type RecordReading,
  readRecord,
  recordKey,
  recordSource,
} from '../records.ts';
import { cellAt } from '../settings.ts';
import { listTaken, type Outcome } from '../store/rows.ts';
import type { Checked, IntakeApp, Kind, RawRow, Seen } from './kind.ts';

/** Completions and certificates of another system, as evidence with whoever confirms the import as its reviewer. */
export const RECORDS: Kind = {
  batch: 200,

  async check(app, { imported, rows, seen }): Promise<Checked> {
    const decided = await decide(app.db.read, app, { imported, rows, seen });
    const unknownWords = decided.flatMap(({ verdict }) =>
      !verdict.ok && verdict.problem.code === 'row-competency-unknown'
        ? String(verdict.problem.values?.['word'])
        : [],
    );
    return {
      unknownWords,
      missingUnits: [],
      rows: decided.map(({ line, who, personId, reading, verdict }) => ({
        line,
        who,
        personId,
        reading,
        key: reading && recordKey(reading),
        verdict: verdict.ok ? verdict.value : 'wrong',
        problem: verdict.ok ? null : verdict.problem,
      })),
    };
  },

  async apply(tx, app, { imported, rows, personId }): Promise<Outcome[]> {
    const seen: Seen = new Set();
    const decided = await decide(tx, app, { imported, rows, seen, personId });
    const pieces: NewEvidence[] = [];
    const outcomes = decided.map((one): Outcome => {
      const { line, reading, verdict } = one;
      if (!verdict.ok || verdict.value === 'there' || reading === null)
        return { line, state: 'skipped', personId: one.personId, effect: null };
      if (verdict.value === 'unmatched' || one.personId === null)
        return { line, state: 'waiting', personId: null, effect: null };
      const piece = pieceOf(app, imported, { line, reading, personId: one.personId });
      pieces.push(piece);
      return { line, state: 'applied', personId: one.personId, effect: { evidence: piece.id } };
    });
    await addEvidence(tx, app, pieces);
    await addOutside(
      tx,
      app,
      decided.flatMap((one) => hoursOf(imported, one, outcomes)),
    );
    return outcomes;
  },

  async undo(tx, app, { rows, reason, by }): Promise<void> {
    const ids = rows.map(({ effect }) => (effect as { evidence: string }).evidence); // Written by `apply`.
    await revokePieces(tx, app, { ids, reason, by });
    await takeBackOutside(tx, app, ids);
  },
};

type Decided = {
  readonly line: number;
  readonly who: string;
  readonly personId: string | null;
  readonly reading: RecordReading | null;
  readonly verdict: Result<Verdict>;
};
type Deciding = {
  readonly imported: Import;
  readonly rows: readonly RawRow[];
  readonly seen: Seen;
  /** Whom somebody said the lines are about. */
  readonly personId?: string | undefined;
};

async function decide(
  db: Reader | Tx,
  app: IntakeApp,
  { imported, rows, seen, personId }: Deciding,
): Promise<Decided[]> {
  const reviewerId = imported.confirmedBy ?? imported.uploadedBy;
  const today = dayAt(app.clock.now(), app.zone);
  const read = rows.map(({ line, cells }) => ({
    line,
    who: whoOf(cells, imported),
    outcome: readRecord(cells, imported.settings, { framework: app.framework, today }),
  }));
  const readings = read.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  const accountsOf = await accountFinder(db, readings, personId);
  const inCare = imported.reach === 'everybody' ? null : new Set(await learnersOf(db, reviewerId));
  const taken = await takenBefore(db, readings, accountsOf);
  return read.map(({ line, who, outcome }) => {
    if (!outcome.ok) return { line, who, personId: null, reading: null, verdict: outcome };
    const accounts = accountsOf(outcome.value);
    const [account = null] = accounts;
    const said = `${account} ${recordKey(outcome.value)}`;
    const isInCare = account !== null && (inCare === null || inCare.has(account));
    const isThere = taken.has(said) || seen.has(said);
    if (account !== null) seen.add(said);
    const verdict = decideRecord({ accounts, reviewerId, isInCare, isThere });
    const isTheirs = verdict.ok && verdict.value !== 'unmatched';
    return { line, who, personId: isTheirs ? account : null, reading: outcome.value, verdict };
  });
}

/** Ids of the accounts a line names: by login and by address, or whom somebody said it is about. */
async function accountFinder(
  db: Reader | Tx,
  readings: readonly RecordReading[],
  personId: string | undefined,
): Promise<(reading: RecordReading) => string[]> {
  if (personId !== undefined) return () => [personId];
  const words = readings.flatMap(({ login, email }) => [login ?? [], email ?? []].flat());
  const accounts = await accountsNamed(db, words);
  return ({ login, email }) => {
    const named = [login, email].flatMap((word) => accounts.get(word ?? '')?.personId ?? []);
    return [...new Set(named)];
  };
}

function takenBefore(
  db: Reader | Tx,
  readings: readonly RecordReading[],
  accountsOf: (reading: RecordReading) => string[],
): Promise<ReadonlySet<string>> {
  return listTaken(
    db,
    readings.flatMap((reading) =>
      accountsOf(reading).map((personId) => ({ personId, key: recordKey(reading) })),
    ),
  );
}

/** How the file names the person, for people to read. */
function whoOf(cells: RawRow['cells'], { settings }: Import): string {
  const words = ['name', 'login', 'email'].map((field) => cellAt(cells, settings, field));
  return words.filter((word) => word !== '').join(' · ');
}

/** The hours of a line that was taken, under the id of its evidence: both are taken back together. */
function hoursOf(
  imported: Import,
  { line, reading }: Decided,
  outcomes: readonly Outcome[],
): (Outside & { personId: string })[] {
  const taken = outcomes.find((one) => one.line === line && one.state === 'applied');
  if (!reading?.minutes || !taken?.personId) return [];
  const { day, minutes, system, remark } = reading;
  const reviewerId = imported.confirmedBy ?? imported.uploadedBy;
  const about = { day, minutes, title: remark || system, provider: system, reviewerId };
  return [{ ...about, id: `imported:${imported.id}:${line}`, personId: taken.personId }];
}

function pieceOf(
  { zone }: Pick<App, 'zone'> & WithFramework,
  imported: Import,
  { line, reading, personId }: { line: number; reading: RecordReading; personId: string },
): NewEvidence {
  const { competency, day, result, system } = reading;
  const reviewerId = imported.confirmedBy ?? imported.uploadedBy;
  return {
    id: `imported:${imported.id}:${line}`,
    personId,
    competency,
    shown: { v: 1, kind: 'imported', result, reviewerId, system },
    source: recordSource(reading),
    runId: null,
    occurredAt: startOfDay(day, zone),
  };
}
