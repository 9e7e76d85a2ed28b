import { checkLogin, foldLogin } from '#features/identity/login.ts';
import { checkEmail, checkName, foldEmail, foldName } from '#features/identity/person.ts';
import type { Unit } from '#features/identity/unit.ts';
import type { Day } from '#kernel/date.ts';
import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { readDay } from './cells.ts';
import type { Cells, Verdict } from './import.ts';
import { cellAt, type Settings } from './settings.ts';

/** What an import may say of a person. A unit is an id, or for one that is still to be made its path as the file writes it. */
export type PersonFacts = {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly unit: string | null;
  readonly grade: string | null;
  readonly joined: Day | null;
  readonly isOpen: boolean;
};
export const ATTRIBUTES = ['grade', 'joined'] as const;

/** One line: what it tells. What it does not tell is null and stays as it is. */
export type PersonReading = {
  readonly login: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  readonly grade: string | null;
  readonly joined: Day | null;
  readonly left: Day | null;
};
const GRADE_MAX = 60;

/** Reads a line, or says the first thing that is wrong with it. An empty cell tells nothing. */
export function readPersonRow(cells: Cells, settings: Settings): Result<PersonReading> {
  const cell = (field: string) => cellAt(cells, settings, field);
  const login = foldLogin(cell('login')) || null;
  const email = foldEmail(cell('email'));
  const name = foldName(cell('name')) || null;
  const wrong = checkWho({ login, email, name });
  if (wrong) return refuse(wrong);
  const grade = cell('grade') || null;
  if ([...(grade ?? '')].length > GRADE_MAX)
    return refuse({ code: 'row-text-long', values: { max: GRADE_MAX } });
  const joined = readOptionalDay(cell('joined'));
  if (!joined.ok) return joined;
  const left = readOptionalDay(cell('left'));
  if (!left.ok) return left;
  const unit = cell('unit') || null;
  return ok({ login, email, name, unit, grade, joined: joined.value, left: left.value });
}

/** The field is left away: a line is mended in its file. */
function checkWho({
  login,
  email,
  name,
}: Pick<PersonReading, 'login' | 'email' | 'name'>): Problem | null {
  if (login === null && email === null) return { code: 'row-person-missing' };
  const wrong =
    (login === null ? null : checkLogin(login)) ??
    checkEmail(email) ??
    (name === null ? null : checkName(name));
  return wrong && { code: wrong.code, ...(wrong.values ? { values: wrong.values } : {}) };
}

function readOptionalDay(word: string): Result<Day | null> {
  if (word === '') return ok(null);
  const day = readDay(word);
  return day === null ? refuse({ code: 'row-day', values: { word } }) : ok(day);
}

export type KnownPerson = PersonFacts & {
  readonly personId: string;
  readonly mergedInto: string | null;
};
export type PersonWorld = {
  readonly byLogin: KnownPerson | undefined;
  readonly byEmail: KnownPerson | undefined;
  /** Id of the unit the line names; undefined where there is none like it. */
  readonly unit: string | null | undefined;
  readonly mayCreateUnits: boolean;
  /** Whether an earlier line of the file is about the same person. */
  readonly isTwice: boolean;
  readonly actorId: string;
  readonly today: Day;
};
export type PersonChange = {
  /** Null for somebody new. */
  readonly known: KnownPerson | null;
  readonly after: PersonFacts;
  readonly verdict: Verdict;
};

/** What taking a line would do to whom. */
export function decidePerson(reading: PersonReading, world: PersonWorld): Result<PersonChange> {
  const known = world.byLogin ?? world.byEmail ?? null;
  const problem = conflict(reading, world, known);
  if (problem) return refuse(problem);
  const unit = world.unit === undefined ? reading.unit : world.unit;
  if (known === null) return newPerson(reading, unit);
  const after: PersonFacts = {
    login: known.login,
    name: reading.name ?? known.name,
    email: reading.email ?? known.email,
    unit: unit ?? known.unit,
    grade: reading.grade ?? known.grade,
    joined: reading.joined ?? known.joined,
    isOpen: reading.left === null,
  };
  return ok({ known, after, verdict: verdictOf(known, after) });
}

function newPerson(reading: PersonReading, unit: string | null): Result<PersonChange> {
  const { login, name, email, grade, joined } = reading;
  if (login === null) return refuse({ code: 'login-required' });
  if (name === null) return refuse({ code: 'name-required' });
  const after = { login, name, email, unit, grade, joined, isOpen: true };
  return ok({ known: null, after, verdict: 'new' });
}

function conflict(
  reading: PersonReading,
  world: PersonWorld,
  known: KnownPerson | null,
): Problem | null {
  const { byLogin, byEmail } = world;
  if (byEmail && reading.login !== null && byLogin?.personId !== byEmail.personId)
    return { code: 'row-email-taken', values: { login: byEmail.login } };
  if (known?.mergedInto) return { code: 'row-merged' };
  if (world.isTwice) return { code: 'row-person-twice' };
  if (world.unit === undefined && !world.mayCreateUnits)
    return { code: 'row-unit-missing', values: { word: reading.unit ?? '' } };
  if (reading.left === null) return null;
  if (known === null) return { code: 'row-leaver-unknown' };
  if (reading.left > world.today) return { code: 'row-left-future' };
  return known.personId === world.actorId ? { code: 'row-own-leaving' } : null;
}

function verdictOf(before: PersonFacts, after: PersonFacts): Verdict {
  if (!after.isOpen) return before.isOpen ? 'leaving' : 'there';
  if (before.unit !== after.unit) return 'moved';
  return changedFields(before, after).length > 0 ? 'changed' : 'there';
}

const FACTS = ['name', 'email', 'unit', 'grade', 'joined', 'isOpen'] as const;
export type Fact = (typeof FACTS)[number];

export function changedFields(before: PersonFacts, after: PersonFacts): Fact[] {
  return FACTS.filter((fact) => before[fact] !== after[fact]);
}

/** A person as before an import, except where somebody has changed a value since. */
export function asBefore(
  now: PersonFacts,
  { before, after }: { readonly before: PersonFacts; readonly after: PersonFacts },
): PersonFacts {
  const back = changedFields(before, after).filter((fact) => now[fact] === after[fact]);
  return { ...now, ...Object.fromEntries(back.map((fact) => [fact, before[fact]])) };
}

/** The parts of a path as files write one: `A/B/C` or `A > B > C`. */
export function partsOfPath(path: string): string[] {
  return path
    .split(/[/>]/u)
    .map((part) => part.normalize('NFC').trim())
    .filter((part) => part !== '');
}

/** Finds a unit by its id, its path in any language, or its name where only one unit has it. */
export function unitFinder(units: readonly Unit[]): (typed: string) => Unit | undefined {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byPath = new Map<string, Unit>();
  const byName = new Map<string, Unit | null>();
  for (const unit of units) {
    const line = unit.path.split('/').flatMap((id) => byId.get(id) ?? []);
    for (const language of ['ko', 'en'] as const) {
      byPath.set(foldPath(line.map(({ name }) => name[language])), unit);
      const name = foldPath([unit.name[language]]);
      const other = byName.get(name);
      byName.set(name, other === undefined || other?.id === unit.id ? unit : null);
    }
  }
  return (typed) => {
    const folded = foldPath(partsOfPath(typed));
    return byId.get(typed.trim()) ?? byPath.get(folded) ?? byName.get(folded) ?? undefined;
  };
}

function foldPath(parts: readonly string[]): string {
  return parts.map((part) => part.normalize('NFKC').toLowerCase().trim()).join('/');
}

/** What a line says of a person, kept for the screen and for undoing. */
export type PersonEffect = {
  readonly personId: string | null;
  readonly before: PersonFacts | null;
  readonly after: PersonFacts;
  readonly unitBefore: Text | null;
  readonly unitAfter: Text | null;
};
