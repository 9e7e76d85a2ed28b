import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Candidate, dutyFor, ruleFor } from '#features/programme/audience.ts';
import type { Line } from '#features/programme/programme.ts';
import { NOBODY, rule } from '#tests/support/programmes.ts';

const unit = (id: string, unitId: string, rest = {}) =>
  rule(id, { place: { kind: 'unit', unit: unitId }, ...rest });
const line = (rest: Partial<Line>): Line => ({
  about: 'position',
  is: 'any-of',
  values: ['shelter-officer'],
  ...rest,
});
const kim: Candidate = {
  ...NOBODY,
  positions: ['shelter-officer', 'counter-clerk'],
  attributes: new Map([['grade', '7']]),
};

test('a rule for a person wins over their unit, the own unit over those above, a unit over everywhere', () => {
  const rules = [
    rule('all'),
    unit('city', 'city'),
    unit('team', 'team'),
    unit('bureau', 'bureau'),
    rule('own', { place: { kind: 'people', people: ['lee', 'kim'] } }),
  ];
  for (const [nearest, without] of [
    ['own', []],
    ['team', ['own']],
    ['bureau', ['own', 'team']],
    ['city', ['own', 'team', 'bureau']],
    ['all', ['own', 'team', 'bureau', 'city']],
  ] as const) {
    const left = rules.filter(({ id }) => !without.some((one) => one === id));
    assert.equal(ruleFor(left, kim)?.id, nearest);
  }
});

test('of two equally near rules the one written first counts', () => {
  assert.equal(ruleFor([unit('one', 'team'), unit('two', 'team')], kim)?.id, 'one');
});

test('a nearer unit can exempt its people from what a unit above asks', () => {
  const rules = [unit('city', 'city'), unit('free', 'team', { duty: 'exempt' })];
  assert.equal(dutyFor(rules, kim), null);
  assert.equal(dutyFor(rules, { ...kim, units: ['bureau', 'city'] })?.id, 'city');
});

test('a nearer rule whose lines do not hold leaves the farther one in force', () => {
  const rules = [
    unit('city', 'city'),
    unit('team', 'team', { who: [line({ values: ['disaster-duty-officer'] })] }),
  ];
  assert.equal(ruleFor(rules, kim)?.id, 'city');
});

const LINES = [
  [true, line({})],
  [false, line({ is: 'none-of' })],
  [true, line({ is: 'none-of', values: ['team-leader'] })],
  [true, line({ about: 'attribute', name: 'grade', values: ['6', '7'] })],
  [false, line({ about: 'attribute', name: 'grade', values: ['8', '9'] })],
  [false, line({ about: 'attribute', name: 'rank', values: ['7'] })],
  [true, line({ about: 'unit', values: ['bureau'] })],
  [true, line({ about: 'role', values: ['civil-servant'] })],
  [false, line({ about: 'person', is: 'none-of', values: ['kim'] })],
] as const;
for (const [isAsked, who] of LINES) {
  test(`a line ${JSON.stringify(who)} ${isAsked ? 'reaches' : 'leaves out'} Kim`, () => {
    assert.equal(ruleFor([rule('r', { who: [who] })], kim) !== null, isAsked);
  });
}

test('every line has to hold', () => {
  const both = [line({}), line({ about: 'attribute', name: 'grade', values: ['7'] })];
  assert.ok(ruleFor([rule('r', { who: both })], kim));
  assert.equal(ruleFor([rule('r', { who: both })], { ...kim, attributes: new Map() }), null);
});

test('residents outside the organisation are reached by no unit', () => {
  const resident = { ...kim, units: [] };
  assert.equal(ruleFor([unit('city', 'city')], resident), null);
  assert.equal(ruleFor([rule('all')], resident)?.id, 'all');
});
