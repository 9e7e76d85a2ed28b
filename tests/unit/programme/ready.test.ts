import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { itemsOf } from '#features/programme/programme.ts';
import { bodyOfReady } from '#features/programme/ready.ts';
import { fieldsOf } from '#forms/programme-fields.ts';
import { readProgramme } from '#forms/read-programme.ts';
import { readUnchecked } from '#library/read.ts';

const library = await readUnchecked(join(import.meta.dirname, '../../..'));
const WORLD = { units: [], locale: 'en', logins: new Map<string, string>() } as const;

test('every course has a ready programme, and every ready programme asks for its course', () => {
  const courses = library.readyProgrammes.map(({ course }) => course).sort();
  assert.deepEqual(courses, library.courses.map(({ id }) => id).sort());
  for (const ready of library.readyProgrammes) {
    const asked = itemsOf(ready).map(({ id }) => id);
    assert.ok(asked.includes(ready.course), ready.id);
  }
});

test('the form filled from a ready programme saves exactly what was ready, from today on', () => {
  assert.ok(library.readyProgrammes.length >= 8);
  for (const ready of library.readyProgrammes) {
    const body = bodyOfReady(ready);
    const reading = { ...WORLD, today: '2026-11-22', newId: () => 'rule-1', found: new Map() };
    const read = readProgramme(fieldsOf(body, WORLD), reading);
    assert.ok(read.ok, `${ready.id} ${JSON.stringify(read)}`);
    const [rule] = body.rules;
    assert.deepEqual(read.value, {
      ...body,
      rules: [{ ...rule, id: 'rule-1', from: '2026-11-22' }],
    });
  }
});

test('every ready programme has room for what it asks at the minutes a day it allows', () => {
  const minutes = new Map(library.courses.map((course) => [course.id, course.minutes]));
  for (const { id, course, minutesADay, timing } of library.readyProgrammes) {
    const days = (minutes.get(course) ?? 0) / (minutesADay ?? 1);
    const { recurs } = timing;
    const first = 'days' in recurs ? recurs.days : 'firstDays' in recurs ? recurs.firstDays : 60;
    assert.ok(days * 2 <= first, `${id} leaves ${first} business days for ${days}`);
    if (recurs.kind === 'yearly') assert.ok(days * 2 <= timing.joinDays, id);
  }
});
