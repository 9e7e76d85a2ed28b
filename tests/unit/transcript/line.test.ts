import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemStatus, StepStatus } from '#features/learning/status.ts';
import { barsOf } from '#features/transcript/chart.ts';
import { type Learned, linesOf, type Outside } from '#features/transcript/line.ts';
import { documentNumber } from '#features/transcript/number.ts';
import { changedSince, publishedAt } from '#features/transcript/published.ts';
import {
  checkSetting,
  NO_SETTING,
  readSetting,
  reportedAs,
  writeSetting,
} from '#features/transcript/setting.ts';
import { hoursOf, summed, totalsOf } from '#features/transcript/totals.ts';
import { sha256 } from '#platform/hashing.ts';

const at = (moment: string) => Date.parse(`${moment}+09:00`);
const zone = 'Asia/Seoul';
const text = (words: string) => ({ ko: words, en: words });
const kept = [
  {
    objectId: 'water/pipes',
    minutes: 20,
    category: 'crisis-response',
    since: at('2024-01-01T00:00'),
  },
  {
    objectId: 'water/pipes',
    minutes: 40,
    category: 'crisis-response',
    since: at('2026-01-01T00:00'),
  },
  { objectId: 'flood', minutes: 30, category: 'crisis-response', since: at('2025-06-01T00:00') },
].map((one) => ({ ...one, category: 'crisis-response' as const, name: text(one.objectId) }));
const reading = { published: publishedAt(kept), zone };
const nothing: Learned = { courses: [], finishes: [], outside: [] };

function item(id: string, ...moments: string[]): ItemStatus {
  const events = moments.map((moment, n) => ({ id: `${id}-${n}`, at: at(moment), correct: true }));
  return { item: id, state: 'right', events, withdrawnAt: null, optional: false };
}

function pipes(read: string | null, items: ItemStatus[], rest: Partial<StepStatus> = {}): Learned {
  const endings = read === null ? [] : [{ id: 'read', at: at(read), correct: null }];
  const step: StepStatus = {
    step: 'lesson:pipes',
    kind: 'lesson',
    contentId: 'pipes',
    state: 'done',
    withdrawnAt: null,
    optional: false,
    endedAt: endings[0]?.at ?? null,
    endings,
    items,
    answered: 0,
    total: 0,
    missing: [],
    ...rest,
  };
  return { ...nothing, courses: [{ courseId: 'water', steps: [step] }] };
}
const told = (learned: Learned) =>
  linesOf(learned, reading).map(({ kind, day, year, minutes }) => ({ kind, day, year, minutes }));

test('a lesson counts on the day its last question was answered, by the calendar of the place', () => {
  const learned = pipes('2025-12-30T10:00', [
    item('a', '2025-12-30T10:05'),
    // 31 December in London, the new year in Seoul.
    item('b', '2026-01-01T00:30'),
  ]);
  assert.deepEqual(told(learned), [{ kind: 'lesson', day: '2026-01-01', year: 2026, minutes: 40 }]);
});

test('a lesson that was only read, or only answered, does not count yet', () => {
  assert.deepEqual(told(pipes('2026-03-01T10:00', [item('a')])), []);
  assert.deepEqual(told(pipes(null, [item('a', '2026-03-01T10:00')])), []);
});

test('a question nobody had to answer is not waited for', () => {
  const dropped = { ...item('a'), withdrawnAt: at('2026-02-01T00:00') };
  const added = { ...item('b'), optional: true };
  assert.equal(told(pipes('2026-03-01T10:00', [dropped, added])).length, 1);
});

test('a step that was withdrawn without having been done does not count', () => {
  const withdrawn = { withdrawnAt: at('2026-02-01T00:00'), state: 'done' } as const;
  assert.deepEqual(told(pipes(null, [item('a')], withdrawn)), []);
});

test('the past keeps the minutes that were published then', () => {
  const learned = pipes('2025-03-01T10:00', [item('a', '2025-03-01T10:05')]);
  assert.deepEqual(told(learned), [{ kind: 'lesson', day: '2025-03-01', year: 2025, minutes: 20 }]);
});

test('doing a lesson again in the same year adds nothing', () => {
  const learned = pipes('2026-03-01T10:00', [item('a', '2026-03-01T10:05', '2026-09-01T09:00')]);
  assert.equal(told(learned).length, 1);
});

test('in a later year each question answered anew counts once, as its share of the lesson', () => {
  const learned = pipes('2025-03-01T10:00', [
    item('a', '2025-03-01T10:05', '2026-02-01T09:00', '2026-02-02T09:00'),
    item('b', '2025-03-01T10:05', '2026-02-03T09:00'),
    item('c', '2025-03-01T10:05'),
    item('d', '2025-03-01T10:05'),
  ]);
  assert.deepEqual(told(learned), [
    { kind: 'lesson-again', day: '2026-02-03', year: 2026, minutes: 20 },
    { kind: 'lesson', day: '2025-03-01', year: 2025, minutes: 20 },
  ]);
  const [again] = linesOf(learned, reading);
  assert.deepEqual(again?.share, { answered: 2, of: 4 });
  assert.equal(again?.published, 40);
});

test('a scenario counts once a year, with its first end', () => {
  const end = (id: string, moment: string) => ({
    id,
    scenarioId: 'flood',
    courseId: null,
    at: at(moment),
  });
  const finishes = [
    end('3', '2026-05-01T10:00'),
    end('1', '2025-07-01T10:00'),
    end('2', '2025-08-01T10:00'),
    { ...end('4', '2026-05-01T10:00'), scenarioId: 'never-published' },
  ];
  assert.deepEqual(told({ ...nothing, finishes }), [
    { kind: 'scenario', day: '2026-05-01', year: 2026, minutes: 30 },
    { kind: 'scenario', day: '2025-07-01', year: 2025, minutes: 30 },
  ]);
});

test('a course elsewhere that stands in several lines of a file took its hours once', () => {
  const line = (id: string, title: string): Outside => ({
    id,
    title,
    day: '2026-04-01',
    minutes: 240,
    provider: 'Institute',
    reviewerId: 'sora',
  });
  const outside = [line('1', 'Ethics'), line('2', 'Ethics'), line('3', 'Records')];
  assert.deepEqual(
    linesOf({ ...nothing, outside }, reading).map(({ id, minutes }) => [id, minutes]),
    [
      ['1', 240],
      ['3', 240],
    ],
  );
});

test('the order in which things were told changes neither the lines nor the number of the document', () => {
  const outside: Outside[] = ['1', '2', '3'].map((id) => ({
    id,
    title: id,
    day: '2026-04-01',
    minutes: 60,
    provider: 'Institute',
    reviewerId: 'sora',
  }));
  const one = linesOf({ ...nothing, outside }, reading);
  const other = linesOf({ ...nothing, outside: outside.toReversed() }, reading);
  assert.deepEqual(one, other);
  const number = (lines: typeof one, personId = 'anna') =>
    documentNumber({ personId, year: 2026, lines }, sha256);
  assert.equal(number(one), number(other));
  assert.match(number(one), /^2026(-[0-9A-F]{4}){3}$/);
  assert.notEqual(number(one), number(one.slice(1)));
  assert.notEqual(number(one), number(one, 'bora'));
});

test('sums are rounded once, not part by part', () => {
  const lines = Array.from({ length: 10 }, () => ({
    year: 2026,
    category: 'start' as const,
    minutes: 5,
  }));
  assert.equal(hoursOf(summed(lines).total), 0.8);
  assert.deepEqual(
    totalsOf(lines).map(({ year, total }) => [year, total]),
    [[2026, 50]],
  );
});

test('only what is new or was changed is kept again', () => {
  const flood = {
    objectId: 'flood',
    minutes: 30,
    category: 'crisis-response',
    name: text('flood'),
  } as const;
  assert.deepEqual(changedSince(kept, [flood]), []);
  assert.equal(changedSince(kept, [{ ...flood, minutes: 35 }]).length, 1);
  assert.equal(changedSince(kept, [{ ...flood, objectId: 'fire' }]).length, 1);
});

test('categories of one name are reported together, and none is reported unless named', () => {
  const { minutes } = summed([
    { category: 'start', minutes: 10 },
    { category: 'crisis-response', minutes: 20 },
    { category: 'other', minutes: 40 },
  ]);
  assert.deepEqual(reportedAs(NO_SETTING, minutes), []);
  const required = { ko: '필수', en: 'Required' };
  const names = { ...NO_SETTING.names, start: required, 'crisis-response': required };
  assert.deepEqual(reportedAs({ ...NO_SETTING, names }, minutes), [
    { name: required, minutes: 30 },
  ]);
});

test('a setting needs a possible number of hours and names in both languages', () => {
  const codeOf = (setting: Parameters<typeof checkSetting>[0]) => {
    const checked = checkSetting(setting);
    return checked.ok ? 'ok' : `${checked.problem.code} ${checked.problem.field}`;
  };
  const named = (ko: string, en: string) => ({
    ...NO_SETTING,
    names: { ...NO_SETTING.names, other: { ko, en } },
  });
  assert.equal(codeOf({ ...NO_SETTING, targetHours: 0 }), 'hours-target target');
  assert.equal(codeOf({ ...NO_SETTING, targetHours: Number.NaN }), 'hours-target target');
  assert.equal(codeOf({ ...NO_SETTING, targetHours: 501 }), 'hours-target target');
  assert.equal(codeOf(named('선택', ' ')), 'hours-name-both other-en');
  assert.equal(codeOf(named('가'.repeat(61), 'x')), 'hours-name-long other-ko');
  assert.equal(codeOf(named(' ', ' ')), 'ok');
  const setting = { ...named('선택', 'Elective'), targetHours: 40 };
  assert.deepEqual(readSetting(writeSetting(setting)), setting);
});

test('bars lie end to end and none is longer than the picture', () => {
  const totals = totalsOf([
    { year: 2026, category: 'start', minutes: 60 },
    { year: 2026, category: 'other', minutes: 60 },
    { year: 2025, category: 'other', minutes: 30 },
  ]);
  const { bars, target } = barsOf(totals, 240);
  assert.equal(target, 1);
  assert.deepEqual(
    bars.map(({ parts }) => parts.map(({ from, length }) => [from, length])),
    [
      [
        [0, 0.25],
        [0.25, 0.25],
      ],
      [[0, 0.125]],
    ],
  );
});
