import type { Shown } from '#features/competency/evidence.ts';
import { allCompetencies, type Framework } from '#features/competency/framework.ts';
import { foldLogin } from '#features/identity/login.ts';
import { checkEmail, foldEmail } from '#features/identity/person.ts';
import type { Day } from '#kernel/date.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { MOST_HOURS, readDay, readMinutes, readShare } from './cells.ts';
import type { Cells, Verdict } from './import.ts';
import { cellAt, foldWord, type Settings } from './settings.ts';

/** What one line says: somebody showed this of that competency on a day, in another system. */
export type RecordReading = {
  readonly login: string | null;
  readonly email: string | null;
  readonly competency: string;
  readonly result: (Shown & { kind: 'imported' })['result'];
  readonly day: Day;
  readonly system: string;
  readonly remark: string;
  /** How long it took, where the file says so: then it counts in the transcript. */
  readonly minutes: number | null;
};

export const SCORE_SCALES = ['1', '5', '10', '100'] as const;
export const RECORD_LEVELS = ['0', '1', '2', '3', '4'] as const;
const TEXT_MAX = 200;

/** A word that names a competency: its id or its name in any language, or what was settled for this file. */
export function competencyNamed(
  word: string,
  { framework, words }: { framework: Framework } & Pick<Settings, 'words'>,
): string | null {
  const folded = foldWord(word);
  const settled = words[folded];
  const found = allCompetencies(framework).find(
    ({ id, name }) =>
      id === settled || [id, name.ko, name.en].some((one) => foldWord(one) === folded),
  );
  return found?.id ?? null;
}

type Reading = { readonly framework: Framework; readonly today: Day };

/** Reads a line, or says the first thing that is wrong with it. */
export function readRecord(
  cells: Cells,
  settings: Settings,
  reading: Reading,
): Result<RecordReading> {
  const cell = (field: string) => cellAt(cells, settings, field);
  const person = readWho(cell('login'), cell('email'));
  if (!person.ok) return person;
  const competency = readCompetency(cell('competency'), settings, reading);
  if (!competency.ok) return competency;
  const day = readPast(cell('day'), reading);
  if (!day.ok) return day;
  const system = cell('system') || (settings.options['system'] ?? '').trim();
  if (system === '') return refuse({ code: 'row-system-missing' });
  const remark = cell('remark');
  if ([...system, ...remark].length > TEXT_MAX)
    return refuse({ code: 'row-text-long', values: { max: TEXT_MAX } });
  const minutes = readHours(cell('hours'));
  if (!minutes.ok) return minutes;
  const levels = { framework: reading.framework, settings };
  const result = readResult(cell('level'), cell('score'), levels);
  if (!result.ok) return result;
  return ok({
    ...person.value,
    competency: competency.value,
    day: day.value,
    system,
    remark,
    minutes: minutes.value,
    result: result.value,
  });
}

function readWho(
  typedLogin: string,
  typedEmail: string,
): Result<Pick<RecordReading, 'login' | 'email'>> {
  const login = foldLogin(typedLogin) || null;
  const email = foldEmail(typedEmail);
  if (login === null && email === null) return refuse({ code: 'row-person-missing' });
  return email !== null && checkEmail(email)
    ? refuse({ code: 'email-form' })
    : ok({ login, email });
}

function readCompetency(word: string, { words }: Settings, { framework }: Reading): Result<string> {
  if (word === '') return refuse({ code: 'row-competency-missing' });
  const competency = competencyNamed(word, { framework, words });
  return competency === null
    ? refuse({ code: 'row-competency-unknown', values: { word } })
    : ok(competency);
}

function readPast(word: string, { today }: Reading): Result<Day> {
  if (word === '') return refuse({ code: 'row-day-missing' });
  const day = readDay(word);
  if (day === null) return refuse({ code: 'row-day', values: { word } });
  return day > today ? refuse({ code: 'row-day-future', values: { word } }) : ok(day);
}

/** A file need not say how long anything took. */
function readHours(word: string): Result<number | null> {
  if (word === '') return ok(null);
  const minutes = readMinutes(word);
  return minutes === null
    ? refuse({ code: 'row-hours', values: { word, max: MOST_HOURS } })
    : ok(minutes);
}

/** A level before a score; where a line has neither, the level that somebody settled for the whole file. */
function readResult(
  level: string,
  score: string,
  { framework, settings: { options } }: { framework: Framework; settings: Settings },
): Result<RecordReading['result']> {
  if (level !== '') {
    const read = levelNamed(level, framework);
    return read === null
      ? refuse({ code: 'row-level', values: { word: level } })
      : ok({ level: read });
  }
  if (score !== '') {
    const share = readShare(score, Number(options['scale'] ?? 100));
    return share === null ? refuse({ code: 'row-score', values: { word: score } }) : ok({ share });
  }
  const settled = RECORD_LEVELS.find((one) => one === options['level']);
  return settled === undefined
    ? refuse({ code: 'row-result-missing' })
    : ok({ level: Number(settled) });
}

/** A level by its number or its name in any language. */
function levelNamed(word: string, { levels }: Framework): number | null {
  const folded = foldWord(word);
  const number = /^(?:level|lv|수준)?([0-4])(?:단계|수준)?$/u.exec(folded)?.[1];
  if (number !== undefined) return Number(number);
  const named = ([1, 2, 3, 4] as const).find((level) =>
    [levels[level].ko, levels[level].en].some((name) => foldWord(name) === folded),
  );
  return named ?? null;
}

/** The most points there are, as far as the scores themselves tell. */
export function proposeScale(scores: readonly string[]): (typeof SCORE_SCALES)[number] {
  const points = scores
    .filter((score) => score !== '')
    .map(Number)
    .filter(Number.isFinite);
  const most = Math.max(0, ...points);
  if (points.length === 0 || most > 10) return '100';
  if (most <= 1) return '1';
  return most <= 5 ? '5' : '10';
}

/** What makes two lines about one person the same. */
export function recordKey({ competency, result, day, system, remark }: RecordReading): string {
  return JSON.stringify([competency, result, day, foldWord(system), foldWord(remark)]);
}

/** Where the evidence comes from: the same course of the same system says the same thing again. */
export function recordSource({ system, remark }: RecordReading): string {
  return `record:${remark === '' ? system : `${system} · ${remark}`}`;
}

export type RecordFacts = {
  /** The accounts its login and its e-mail address belong to, each once. */
  readonly accounts: readonly string[];
  /** Whoever vouches for the file. */
  readonly reviewerId: string;
  /** Whether the reviewer may say what this person can do. */
  readonly isInCare: boolean;
  /** Whether the same was taken before, or stands in an earlier line. */
  readonly isThere: boolean;
};

/**
 * What to do with a line that could be read. Nobody brings records of their own, and a person the reviewer does not look
 * after is to them as one who does not exist.
 */
export function decideRecord({
  accounts,
  reviewerId,
  isInCare,
  isThere,
}: RecordFacts): Result<Verdict> {
  if (accounts.length > 1) return refuse({ code: 'row-two-people' });
  if (accounts[0] === reviewerId) return refuse({ code: 'row-own' });
  if (accounts.length === 0 || !isInCare) return ok('unmatched');
  return ok(isThere ? 'there' : 'ready');
}
