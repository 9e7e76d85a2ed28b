import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markChanged, markFirst, unmarkedIn } from '#features/catalogue/mark-changes.ts';
import {
  type KeptSection,
  matchSections,
  type PresentSection,
  type Section,
  sectionsWith,
  substantiveOf,
} from '#features/catalogue/section.ts';

const present = (en: string, hash = `${en} ${en}`, ko = `${en}-ko`): PresentSection => ({
  heading: { ko, en },
  hash,
  checks: [`${en}-check`],
  minutes: 3,
});
const published = (...sections: PresentSection[]): KeptSection[] =>
  markFirst([], sections).sections;
const said = {
  kind: 'substantive',
  on: '2026-11-22',
  what: { ko: '바뀌었습니다.', en: 'It changed.' },
  only: null,
  checks: null,
} as const;
const BEFORE = [present('rain'), present('call'), present('write')];

test('what nobody touched is found again and asked nothing about', () => {
  const kept = published(...BEFORE);
  assert.deepEqual(matchSections(kept, BEFORE), [0, 1, 2]);
  assert.deepEqual(unmarkedIn(kept, BEFORE), []);
});

test('a section keeps its name when it is moved, renamed in one language, or renamed alone between two others', () => {
  const kept = published(...BEFORE);
  const [rain, call, write] = BEFORE as [PresentSection, PresentSection, PresentSection];
  assert.deepEqual(matchSections(kept, [write, rain, call]), [2, 0, 1]);
  const renamed = present('ring', 'other other', 'call-ko');
  assert.deepEqual(matchSections(kept, [rain, renamed, write]), [0, 1, 2]);
  const reworded = present('telephone', 'other other', 'other-ko');
  assert.deepEqual(matchSections(kept, [rain, reworded, write]), [0, 1, 2]);
  assert.equal(sectionsWith(kept, [rain, reworded, write])[1]?.id, 'call');
});

test('a section that came beside others is new and does not take a name that is in use', () => {
  const kept = published(...BEFORE);
  const more = [...BEFORE, present('call', 'new new', 'again-ko')];
  const sections = sectionsWith(kept, more);
  assert.deepEqual(
    sections.map(({ id }) => id),
    ['rain', 'call', 'write', 'call-2'],
  );
  assert.deepEqual(
    unmarkedIn(kept, more).map(({ id, how }) => [id, how]),
    [['call-2', 'new']],
  );
});

test('a heading of digits or of another script still makes an id', () => {
  const ids = published(present('119 or 110?'), present('물과 불')).map(({ id }) => id);
  assert.deepEqual(ids, ['section-119-or-110', 'section']);
});

test('what the author said is kept with the questions and the minutes of that day', () => {
  const kept = published(...BEFORE);
  const edited = BEFORE.map((one, at) => (at === 1 ? present('call', 'new new') : one));
  const { sections, marked } = markChanged(kept, edited, said);
  assert.deepEqual(
    marked.map(({ id, how }) => [id, how]),
    [['call', 'changed']],
  );
  assert.deepEqual(unmarkedIn(sections, edited), []);
  const [change] = sections[1]?.changes ?? [];
  assert.deepEqual(change, {
    kind: 'substantive',
    on: said.on,
    what: said.what,
    checks: ['call-check'],
    minutes: 3,
  });
});

test('a section that was taken out stays in the history and asks no question', () => {
  const kept = published(...BEFORE);
  const shorter = BEFORE.slice(0, 2);
  const { sections } = markChanged(kept, shorter, said);
  assert.deepEqual(unmarkedIn(sections, shorter), []);
  const gone = sectionsWith(sections, shorter).at(-1);
  assert.equal(gone?.place, null);
  assert.deepEqual(substantiveOf('lesson', gone as Section)[0]?.checks, []);
});

test('a number in the history never moves, whatever was editorial', () => {
  const kept = published(...BEFORE);
  const once = [present('rain', 'b b'), ...BEFORE.slice(1)];
  const first = markChanged(kept, once, { ...said, kind: 'editorial' }).sections;
  const twice = [present('rain', 'c c'), ...BEFORE.slice(1)];
  const second = markChanged(first, twice, said).sections;
  const [rain] = sectionsWith(second, twice);
  assert.deepEqual(
    substantiveOf('lesson', rain as Section).map(({ id }) => id),
    ['lesson/rain/2'],
  );
});

test('only the section that was named is marked', () => {
  const kept = published(...BEFORE);
  const edited = [present('rain', 'b b'), present('call', 'b b'), ...BEFORE.slice(2)];
  const { sections } = markChanged(kept, edited, { ...said, only: 'call' });
  assert.deepEqual(
    unmarkedIn(sections, edited).map(({ id }) => id),
    ['rain'],
  );
});

test('a first version is taken again in silence until the section has a history', () => {
  const kept = published(...BEFORE);
  const edited = [present('rain', 'b b'), ...BEFORE.slice(1)];
  const again = markFirst(kept, edited);
  assert.deepEqual(again.refused, []);
  assert.deepEqual(unmarkedIn(again.sections, edited), []);
  const { sections } = markChanged(kept, edited, said);
  const later = [present('rain', 'c c'), present('call', 'd d'), ...BEFORE.slice(2)];
  const refused = markFirst(sections, later);
  assert.deepEqual(
    refused.refused.map(({ id }) => id),
    ['rain'],
  );
  assert.deepEqual(
    unmarkedIn(refused.sections, later).map(({ id }) => id),
    ['rain'],
  );
});
