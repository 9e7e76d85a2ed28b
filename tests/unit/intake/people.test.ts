import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unit } from '#features/identity/unit.ts';
import {
  asBefore,
  decidePerson,
  type KnownPerson,
  type PersonWorld,
  partsOfPath,
  readPersonRow,
  unitFinder,
} from '#features/intake/people.ts';
import { seededRandom } from '#kernel/random.ts';

const FIELDS = ['login', 'email', 'name', 'unit', 'grade', 'joined', 'left'];
const settings = {
  v: 1,
  columns: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
  options: {},
  words: {},
} as const;
const read = (line: Record<string, string>) =>
  readPersonRow(
    FIELDS.map((field) => line[field] ?? ''),
    settings,
  );
const ANNA: KnownPerson = {
  personId: 'p1',
  login: 'anna',
  name: 'Anna',
  email: 'anna@example.org',
  unit: 'u1',
  grade: '7',
  joined: null,
  isOpen: true,
  mergedInto: null,
};
const WORLD: PersonWorld = {
  byLogin: ANNA,
  byEmail: undefined,
  unit: null,
  mayCreateUnits: false,
  isTwice: false,
  actorId: 'jun',
  today: '2026-11-22',
};

function decided(line: Record<string, string>, world: Partial<PersonWorld> = {}) {
  const reading = read(line);
  assert.ok(reading.ok, JSON.stringify(reading));
  const change = decidePerson(reading.value, { ...WORLD, ...world });
  return change.ok ? change.value.verdict : change.problem.code;
}

test('new people, changes, movers and leavers are told apart', () => {
  assert.equal(decided({ login: 'bora', name: 'Bora' }, { byLogin: undefined }), 'new');
  assert.equal(decided({ login: 'anna' }), 'there');
  assert.equal(decided({ login: 'anna', grade: '7' }), 'there');
  assert.equal(decided({ login: 'anna', grade: '6' }), 'changed');
  assert.equal(decided({ login: 'anna', unit: 'U2', grade: '6' }, { unit: 'u2' }), 'moved');
  assert.equal(decided({ login: 'anna', left: '2026-11-01' }), 'leaving');
  const gone = { ...ANNA, isOpen: false };
  assert.equal(decided({ login: 'anna', left: '2026-11-01' }, { byLogin: gone }), 'there');
  assert.equal(decided({ login: 'anna' }, { byLogin: gone }), 'changed');
});

test('each thing that cannot be taken has its own reason', () => {
  const nobody = { byLogin: undefined };
  const other = { ...ANNA, personId: 'p2', login: 'other' };
  assert.equal(decided({ email: 'new@example.org', name: 'N' }, nobody), 'login-required');
  assert.equal(decided({ login: 'bora' }, nobody), 'name-required');
  assert.equal(
    decided({ login: 'bora', email: 'x@y.org', name: 'B' }, { ...nobody, byEmail: other }),
    'row-email-taken',
  );
  assert.equal(
    decided({ login: 'anna' }, { byLogin: { ...ANNA, mergedInto: 'p9' } }),
    'row-merged',
  );
  assert.equal(decided({ login: 'anna' }, { isTwice: true }), 'row-person-twice');
  assert.equal(decided({ login: 'anna', unit: 'X' }, { unit: undefined }), 'row-unit-missing');
  assert.equal(
    decided({ login: 'anna', unit: 'X' }, { unit: undefined, mayCreateUnits: true }),
    'moved',
  );
  assert.equal(decided({ login: 'bora', left: '2026-01-01' }, nobody), 'row-leaver-unknown');
  assert.equal(decided({ login: 'anna', left: '2027-01-01' }), 'row-left-future');
  assert.equal(
    decided({ login: 'anna', left: '2026-01-01' }, { actorId: 'p1' }),
    'row-own-leaving',
  );
  for (const [code, line] of [
    ['row-person-missing', { name: 'A' }],
    ['login-form', { login: 'a!' }],
    ['email-form', { login: 'anna', email: 'no' }],
    ['row-day', { login: 'anna', joined: 'May' }],
  ] as const) {
    const outcome = read(line);
    assert.equal(outcome.ok ? 'ok' : outcome.problem.code, code);
  }
});

test('an address alone finds its person, and an empty cell changes nothing', () => {
  const reading = read({ email: 'ANNA@example.org', grade: '6' });
  assert.ok(reading.ok);
  const change = decidePerson(reading.value, { ...WORLD, byLogin: undefined, byEmail: ANNA });
  assert.ok(change.ok);
  const { personId: _, mergedInto: __, ...facts } = ANNA;
  assert.deepEqual(change.value.after, { ...facts, grade: '6' });
});

test('undoing puts back what still is as the import left it, and nothing else', () => {
  const random = seededRandom('people');
  const pick = <T>(...from: T[]): T => from[Math.floor(random() * from.length)] as T; // Never empty.
  const facts = () => ({
    login: 'anna',
    name: pick('A', 'B'),
    email: pick('a@x', null),
    unit: pick('u1', 'u2', null),
    grade: pick('6', '7', null),
    joined: null,
    isOpen: pick(true, false),
  });
  for (let round = 0; round < 300; round += 1) {
    const [before, after, now] = [facts(), facts(), facts()];
    assert.deepEqual(asBefore(after, { before, after }), before);
    const back = asBefore(now, { before, after });
    for (const fact of ['name', 'email', 'unit', 'grade', 'isOpen'] as const) {
      const isTouched = before[fact] !== after[fact] && now[fact] === after[fact];
      assert.equal(back[fact], isTouched ? before[fact] : now[fact]);
    }
  }
});

test('units are found by id, by path in either language, and by a name only one has', () => {
  const unit = (path: string, ko: string, en: string): Unit => {
    const ids = path.split('/');
    return {
      id: ids.at(-1) ?? '',
      parentId: ids.at(-2) ?? null,
      path,
      name: { ko, en },
      closedAt: null,
    };
  };
  const find = unitFinder([
    unit('c', '한빛시', 'Hanbit City'),
    unit('c/w', '복지국', 'Welfare'),
    unit('c/w/t', '1팀', 'Team 1'),
    unit('c/s', '안전국', 'Safety'),
    unit('c/s/t2', '1팀', 'Team One'),
  ]);
  assert.equal(find('t2')?.id, 't2');
  assert.equal(find('한빛시/복지국/1팀')?.id, 't');
  assert.equal(find('hanbit city > welfare > team 1')?.id, 't');
  assert.equal(find('안전국')?.id, 's');
  assert.equal(find('Team One')?.id, 't2');
  assert.equal(find('1팀'), undefined);
  assert.equal(find('복지국/1팀'), undefined);
  assert.deepEqual(partsOfPath(' A / B>C/'), ['A', 'B', 'C']);
});
