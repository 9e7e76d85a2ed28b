import type { Reader, Tx } from '#db/client.ts';
import {
  accountsForBulk,
  type BulkPerson,
  changePeople,
  createPeople,
  createUnit,
  namesTaken,
  openUnits,
} from '#features/identity/service.ts';
import { attributesOfPeople, putAttributes } from '#features/programme/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { Result } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import type { Import } from '../import.ts';
import {
  ATTRIBUTES,
  asBefore,
  changedFields,
  decidePerson,
  type KnownPerson,
  type PersonChange,
  type PersonEffect,
  type PersonFacts,
  type PersonReading,
  partsOfPath,
  readPersonRow,
  unitFinder,
} from '../people.ts';
import { cellAt } from '../settings.ts';
import type { Outcome } from '../store/rows.ts';
import type { Checked, IntakeApp, Kind, RawRow, Seen } from './kind.ts';

/** People of another system: new ones, changed ones, those who moved to another unit or left. */
export const PEOPLE: Kind = {
  batch: 500,

  async check(app, { imported, rows, seen }): Promise<Checked> {
    const { decided, units } = await decide(app.db.read, app, { imported, rows, seen });
    const fresh = decided.flatMap(({ change }) =>
      change.ok && change.value.verdict === 'new' ? change.value.after.name : [],
    );
    const taken = await namesTaken(app.db.read, fresh);
    return {
      unknownWords: [],
      missingUnits: decided.flatMap(({ missingUnit }) => missingUnit ?? []),
      rows: decided.map(({ line, who, change }) => {
        if (!change.ok) return wrongRow({ line, who, problem: change.problem });
        const { known, after, verdict } = change.value;
        const isNamesake = verdict === 'new' && taken.has(after.name);
        return {
          line,
          who,
          personId: known?.personId ?? null,
          key: null,
          reading: effectOf(change.value, units, known?.personId ?? null),
          verdict,
          problem: isNamesake ? { code: 'row-same-name', values: { name: after.name } } : null,
        };
      }),
    };
  },

  async apply(tx, app, { imported, rows }): Promise<Outcome[]> {
    const { options } = imported.settings;
    if (options['units'] === 'yes') await createMissing(tx, app, { imported, rows });
    const { decided, units } = await decide(tx, app, { imported, rows, seen: new Set() });
    const outcomes: Outcome[] = [];
    const effects: PersonEffect[] = [];
    for (const { line, change } of decided) {
      if (!change.ok || change.value.verdict === 'there') {
        const personId = change.ok ? (change.value.known?.personId ?? null) : null;
        outcomes.push({ line, state: 'skipped', personId, effect: null });
        continue;
      }
      const personId = change.value.known?.personId ?? app.newId();
      const effect = effectOf(change.value, units, personId);
      effects.push(effect);
      outcomes.push({ line, state: 'applied', personId, effect });
    }
    await write(tx, app, effects, options);
    return outcomes;
  },

  async undo(tx, app, { rows }): Promise<void> {
    const effects = rows.map(({ effect }) => effect as PersonEffect); // Written by `apply`.
    const now = await knownPeople(
      tx,
      effects.flatMap(({ personId }) => personId ?? []),
    );
    const byId = new Map(now.map((person) => [person.personId, person]));
    const back = effects.flatMap(({ personId, before, after }): PersonEffect[] => {
      const known = byId.get(personId ?? '');
      if (known === undefined) return [];
      // Somebody who was new may have left traces: the account is closed, not deleted.
      const wanted =
        before === null ? { ...known, isOpen: false } : asBefore(known, { before, after });
      return [{ personId, before: known, after: wanted, unitBefore: null, unitAfter: null }];
    });
    await write(tx, app, back, {});
  },
};

function wrongRow({
  line,
  who,
  problem,
}: Pick<Checked['rows'][number], 'line' | 'who' | 'problem'>) {
  return {
    line,
    who,
    problem,
    personId: null,
    key: null,
    reading: null,
    verdict: 'wrong' as const,
  };
}

type Decided = {
  readonly line: number;
  readonly who: string;
  readonly change: Result<PersonChange>;
  readonly missingUnit: string | null;
};
type UnitNames = ReadonlyMap<string, Text>;
type Deciding = {
  readonly imported: Import;
  readonly rows: readonly RawRow[];
  readonly seen: Seen;
};

async function decide(
  db: Reader | Tx,
  app: IntakeApp,
  { imported, rows, seen }: Deciding,
): Promise<{ decided: Decided[]; units: UnitNames }> {
  const read = rows.map(({ line, cells }) => ({
    line,
    who: whoOf(cells, imported),
    outcome: readPersonRow(cells, imported.settings),
  }));
  const readings = read.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  const known = await knownPeople(
    db,
    readings.flatMap(({ login, email }) => [login ?? [], email ?? []].flat()),
  );
  const byLogin = new Map(known.map((person) => [person.login, person]));
  const byEmail = new Map(known.map((person) => [person.email, person]));
  const units = await openUnits({ db: { read: db } });
  const find = unitFinder(units);
  const fixed = {
    mayCreateUnits: imported.settings.options['units'] === 'yes',
    actorId: imported.confirmedBy ?? imported.uploadedBy,
    today: dayAt(app.clock.now(), app.zone),
  };
  const decided = read.map(({ line, who, outcome }): Decided => {
    if (!outcome.ok) return { line, who, change: outcome, missingUnit: null };
    const reading = outcome.value;
    const unit = reading.unit === null ? null : find(reading.unit)?.id;
    const change = decidePerson(reading, {
      ...fixed,
      unit,
      byLogin: byLogin.get(reading.login ?? ''),
      byEmail: reading.email === null ? undefined : byEmail.get(reading.email),
      isTwice: isSeen(reading, seen),
    });
    return { line, who, change, missingUnit: unit === undefined ? reading.unit : null };
  });
  return { decided, units: new Map(units.map(({ id, name }) => [id, name])) };
}

function isSeen({ login, email }: PersonReading, seen: Seen): boolean {
  const words = [login, email].flatMap((word) => word ?? []);
  const isTwice = words.some((word) => seen.has(word));
  for (const word of words) seen.add(word);
  return isTwice;
}

function whoOf(cells: RawRow['cells'], { settings }: Import): string {
  const words = ['name', 'login', 'email'].map((field) => cellAt(cells, settings, field));
  return words.filter((word) => word !== '').join(' · ');
}

async function knownPeople(db: Reader | Tx, words: readonly string[]): Promise<KnownPerson[]> {
  const accounts = await accountsForBulk(db, words);
  const ids = accounts.map(({ personId }) => personId);
  const attributes = Map.groupBy(await attributesOfPeople(db, ids), ({ personId }) => personId);
  return accounts.map((account) => factsOf(account, attributes.get(account.personId) ?? []));
}

function factsOf(
  { unitId, closedAt, ...account }: BulkPerson,
  attributes: readonly { name: string; value: string }[],
): KnownPerson {
  const told = (name: string) => attributes.find((one) => one.name === name)?.value ?? null;
  const known = { grade: told('grade'), joined: told('joined') };
  return { ...account, ...known, unit: unitId, isOpen: closedAt === null };
}

function effectOf(
  { known, after }: PersonChange,
  units: UnitNames,
  personId: string | null,
): PersonEffect {
  const named = (id: string | null | undefined) =>
    units.get(id ?? '') ?? (id ? { ko: id, en: id } : null);
  return {
    personId,
    before: known && bare(known),
    after,
    unitBefore: named(known?.unit),
    unitAfter: named(after.unit),
  };
}

function bare({ login, name, email, unit, grade, joined, isOpen }: PersonFacts): PersonFacts {
  return { login, name, email, unit, grade, joined, isOpen };
}

async function write(
  tx: Tx,
  app: IntakeApp,
  effects: readonly PersonEffect[],
  options: Import['settings']['options'],
): Promise<void> {
  const rows = effects.flatMap(({ personId, before, after }) =>
    personId === null ? [] : [{ personId, before, after }],
  );
  const row = ({ personId, after }: (typeof rows)[number]) => {
    const { login, email, name, unit: unitId } = after;
    return { personId, login, email, name, unitId };
  };
  await createPeople(tx, app, {
    people: rows.filter(({ before }) => before === null).map(row),
    locale: options['language'] === 'en' ? 'en' : 'ko',
    role: options['role'] === 'resident' ? 'resident' : 'civil-servant',
  });
  const now = app.clock.now();
  const changed = rows.filter(({ before }) => before !== null);
  await changePeople(
    tx,
    changed.map((one) => ({ ...row(one), closedAt: one.after.isOpen ? null : now })),
  );
  await putAttributes(tx, app, rows.flatMap(attributeChanges));
}

function attributeChanges({
  personId,
  before,
  after,
}: {
  personId: string;
  before: PersonFacts | null;
  after: PersonFacts;
}) {
  const changed = before === null ? [...ATTRIBUTES] : changedFields(before, after);
  return ATTRIBUTES.filter((name) => changed.includes(name)).flatMap((name) =>
    before === null && after[name] === null ? [] : [{ personId, name, value: after[name] }],
  );
}

/** Makes the units that lines name and that do not exist, from the first missing part of their path on. */
async function createMissing(
  tx: Tx,
  app: IntakeApp,
  { imported, rows }: Omit<Deciding, 'seen'>,
): Promise<void> {
  const readings = rows.map(({ cells }) => readPersonRow(cells, imported.settings));
  const paths = new Set(readings.flatMap((one) => (one.ok ? (one.value.unit ?? []) : [])));
  let find = unitFinder(await openUnits({ db: { read: tx } }));
  for (const path of paths) {
    if (find(path) !== undefined) continue;
    await createPath(tx, app, path);
    find = unitFinder(await openUnits({ db: { read: tx } }));
  }
}

async function createPath(tx: Tx, app: IntakeApp, path: string): Promise<void> {
  const find = unitFinder(await openUnits({ db: { read: tx } }));
  const parts = partsOfPath(path);
  let parentId: string | null = null;
  for (let to = 1; to <= parts.length; to += 1) {
    const known = find(parts.slice(0, to).join('/'));
    const name = parts[to - 1] ?? '';
    parentId =
      known?.id ??
      (await createUnit(tx, { id: app.newId(), parentId, name: { ko: name, en: name } }));
  }
}
