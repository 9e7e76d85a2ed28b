import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Framework,
  fadingOf,
  findCompetency,
  halfLivesOf,
} from '#features/competency/framework.ts';

const text = { ko: '글', en: 'text' };
const levels = { 1: text, 2: text, 3: text, 4: text };
const rule = { ...text, rule: text };
const competency = (id: string) => ({
  id,
  areas: ['C'],
  name: text,
  officials: levels,
  residents: levels,
});

const FRAMEWORK: Framework = {
  version: 1,
  levels: { 1: rule, 2: rule, 3: rule, 4: rule },
  areas: { C: 'crisis-response' },
  domains: [
    {
      id: 'D5',
      slug: 'crisis-response',
      name: text,
      competencies: [
        competency('C5.1'),
        { ...competency('C5.2'), fading: 'drilled' },
        { ...competency('C5.3'), fading: 'lasting', halfLives: { normal: 400 } },
      ],
    },
  ],
};

test('what is lost without drill fades sooner than an outlook that lasts', () => {
  const { normal: drilled } = halfLivesOf(FRAMEWORK, 'C5.2');
  const { normal: standard } = halfLivesOf(FRAMEWORK, 'C5.1');
  const { slow: lasting } = halfLivesOf(FRAMEWORK, 'C5.3');
  assert.deepEqual([drilled, standard, lasting], [270, 540, 2160]);
});

test('a competency that names its own days keeps those of its class for the rest', () => {
  assert.deepEqual(halfLivesOf(FRAMEWORK, 'C5.3'), { quick: 360, normal: 400, slow: 2160 });
});

test('an installation may choose other days for a whole class', () => {
  const days = { quick: 100, normal: 200, slow: 300 };
  const halfLives = { drilled: days, standard: days, lasting: days };
  assert.deepEqual(halfLivesOf({ ...FRAMEWORK, halfLives }, 'C5.2'), days);
});

test('evidence of a competency that left the framework fades like any other', () => {
  assert.equal(fadingOf(findCompetency(FRAMEWORK, 'C9.9')), 'standard');
  assert.equal(halfLivesOf(FRAMEWORK, 'C9.9').normal, 540);
});
