import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContentCopy, contentCopy } from '#tests/support/content.ts';

const COURSE = 'courses/good-neighbours/course.yaml';
const LESSON = 'courses/good-neighbours/who-notices-first';
const KO = `${LESSON}/ko.mdx`;
const EN = `${LESSON}/en.mdx`;
const ITEMS = `${LESSON}/items.yaml`;
const SHEETS = `${LESSON}/sheets.yaml`;
const SVG = `${LESSON}/figures/three-signs.svg`;
const WORDS = `${LESSON}/figures/three-signs.yaml`;
const FACTS = 'facts/crisis-response.yaml';
const SOURCES = 'sources/crisis-response.yaml';
const TERMS = 'glossary/crisis-response.yaml';
const AGENCIES = 'agencies.yaml';
const FORM = 'observations/first-round.yaml';
const POSITION = 'positions/street-warden.yaml';
const PROGRAMME = 'programmes/before-the-heat.yaml';
const SURVEY = 'surveys/after-the-round.yaml';
const PART = 'surveys/parts/rounds.yaml';
const CASE = 'cases/first-round-of-calls.yaml';
const SET = 'question-sets/show-it.yaml';

const setFrom = (from: string) => `title: { ko: 확인 문제, en: Show it }
purpose: { ko: 아는지 확인합니다., en: Shows that you know. }
minutes: 10
from: { ${from} }
size: 4
passPercent: 75
tries: { waitDays: 1, most: 3, inDays: 30 }
`;

/** What is broken, how, and where it must be reported: `code file:line`. */
type Defect = [title: string, damage: (content: ContentCopy) => void, ...reported: string[]];

const swap = (file: string, from: string, to: string) => (content: ContentCopy) =>
  content.replace(file, from, to);

const DEFECTS: Defect[] = [
  // Files
  ['a lesson without English', (content) => content.remove(EN), `file-missing ${EN}:1`],
  ['a course without course.yaml', (content) => content.remove(COURSE), `file-missing ${COURSE}:1`],
  ['a drawing without words', (content) => content.remove(WORDS), `file-missing ${WORDS}:1`],
  ['words without a drawing', (content) => content.remove(SVG), `file-missing ${SVG}:1`],
  [
    'a quote that is never closed',
    swap(FACTS, 'source: heat-report', 'source: "heat-report'),
    `yaml-broken ${FACTS}:6`,
  ],
  ['a callout that is never closed', swap(KO, '</Callout>', ''), `mdx-broken ${KO}:16`],
  [
    'a bare less-than sign',
    swap(EN, 'Call one neighbour.', 'Call if <5 answer.'),
    `mdx-broken ${EN}:34`,
  ],
  ['no front matter', swap(EN, '---\ntitle', 'title'), `front-matter-missing ${EN}:1`],

  // Schemas
  [
    'a misspelt key',
    swap(COURSE, 'passPercent', 'passPercnt'),
    `unknown-key ${COURSE}:6`,
    `missing ${COURSE}:1`,
  ],
  [
    'a pass mark above 100',
    swap(COURSE, 'passPercent: 50', 'passPercent: 150'),
    `not-fitting ${COURSE}:6`,
  ],
  [
    'a text cut at a comma',
    swap(TERMS, '잘 지내는지 묻는', '잘 지내는지, 묻는'),
    `unknown-key ${TERMS}:3`,
  ],
  [
    'a step that is neither lesson nor scenario',
    swap(COURSE, '- lesson: the-first-call', '- lessen: the-first-call'),
    `unknown-key ${COURSE}:11`,
  ],
  ['minutes in words', swap(EN, 'minutes: 12', 'minutes: twelve'), `not-fitting ${EN}:4`],
  [
    'no summary',
    swap(KO, 'summary: 이웃의 작은 변화가 어떤 징후인지 살펴봅니다.\n', ''),
    `missing ${KO}:2`,
  ],
  [
    'an impossible day',
    swap(SOURCES, 'checked: 2026-11-22', 'checked: 2026-11-31'),
    `not-fitting ${SOURCES}:7`,
  ],
  [
    'a question with two right choices',
    swap(
      ITEMS,
      'It says nothing about danger. }',
      'It says nothing about danger. }\n      correct: true',
    ),
    `not-fitting ${ITEMS}:7`,
  ],
  [
    'a figure without an alternative',
    swap(WORDS, 'alternative:', 'alternativ:'),
    `unknown-key ${WORDS}:2`,
  ],

  [
    'a text left empty',
    swap(COURSE, 'ko: 징후를 알아차립니다.', 'ko: ""'),
    `text-empty ${COURSE}:8`,
  ],
  ['a heading left empty', swap(KO, '## 다음 날', '##'), `text-empty ${KO}:24`],

  // Ids
  [
    'a term defined twice',
    (content) =>
      content.write(
        'glossary/again.yaml',
        '- id: check-in-call\n  term: { ko: 안부, en: call }\n  meaning: { ko: 전화, en: A call. }\n',
      ),
    `id-twice ${TERMS}:1`,
  ],
  [
    'a question id in capitals',
    swap(ITEMS, 'id: how-many', 'id: How_Many'),
    `not-fitting ${ITEMS}:15`,
  ],
  [
    'a lesson folder in capitals',
    (content) =>
      content.write(
        'courses/good-neighbours/Extra/ko.mdx',
        '---\ntitle: 가\nsummary: 나\nminutes: 1\n---\n',
      ),
    'id-unfit courses/good-neighbours/Extra/ko.mdx:1',
  ],
  [
    'two questions with one id',
    swap(ITEMS, 'id: how-many', 'id: first-sign'),
    `id-twice ${ITEMS}:15`,
  ],
  [
    'a lesson that is no step',
    swap(COURSE, '  - lesson: the-first-call\n', ''),
    `lesson-not-in-steps ${COURSE}:10`,
  ],
  [
    'a step that comes twice',
    swap(
      COURSE,
      '  - lesson: the-first-call\n',
      '  - lesson: the-first-call\n  - lesson: the-first-call\n',
    ),
    `step-twice ${COURSE}:12`,
  ],

  // References
  [
    'a step to a lesson that is not there',
    swap(COURSE, 'lesson: the-first-call', 'lesson: the-last-call'),
    `lesson-unknown ${COURSE}:11`,
  ],
  [
    'a step to a scenario that is not there',
    swap(COURSE, 'lesson: the-first-call', 'scenario: heat'),
    `scenario-unknown ${COURSE}:11`,
  ],
  [
    'an outcome outside the framework',
    swap(COURSE, 'C5.1', 'C9.9'),
    `competency-unknown ${COURSE}:8`,
  ],
  [
    'a question outside the framework',
    swap(ITEMS, 'C5.1', 'C9.9'),
    `competency-unknown ${ITEMS}:3`,
  ],
  [
    'an unknown term',
    swap(KO, 'Term id="check-in-call"', 'Term id="check-in-cal"'),
    `term-unknown ${KO}:12`,
  ],
  [
    'an unknown fact',
    swap(EN, 'Fact id="heat-patients"', 'Fact id="heat-patient"'),
    `fact-unknown ${EN}:11`,
  ],
  [
    'an unknown source',
    swap(EN, 'Cite id="disaster-act"', 'Cite id="disaster-law"'),
    `cite-unknown ${EN}:18`,
  ],
  [
    'an unknown scenario',
    swap(EN, '<Tomorrow>', '<Scenario id="heat" />\n\n<Tomorrow>'),
    `scenario-unknown ${EN}:32`,
  ],
  [
    'a fact without its source',
    swap(FACTS, 'source: heat-report', 'source: heat-reports'),
    `source-unknown ${FACTS}:3`,
  ],
  [
    'an unknown drawing',
    swap(EN, 'Figure name="three-signs"', 'Figure name="four-signs"'),
    `figure-unknown ${EN}:14`,
    `figure-placed-nowhere ${EN}:1`,
  ],
  [
    'an unknown question',
    swap(KO, 'Check id="how-many"', 'Check id="how-much"'),
    `question-unknown ${KO}:38`,
    `question-placed-nowhere ${KO}:1`,
  ],
  [
    'a question asked nowhere in English',
    swap(EN, '<Check id="how-many" />', ''),
    `question-placed-nowhere ${EN}:1`,
  ],
  [
    'a question asked twice in Korean',
    swap(KO, '## 다음 날', '<Check id="first-sign" />\n\n## 다음 날'),
    `question-placed-twice ${KO}:24`,
  ],

  // Both languages
  [
    'a fact in one language only',
    swap(EN, '<Fact id="heat-patients">4,460 people</Fact>', 'many people'),
    `only-in-one-language ${KO}:11`,
  ],
  [
    'questions in another order',
    (content) => {
      content.replace(EN, '<Check id="first-sign" />', '<Check id="swap" />');
      content.replace(EN, '<Check id="how-many" />', '<Check id="first-sign" />');
      content.replace(EN, '<Check id="swap" />', '<Check id="how-many" />');
    },
    `order-differs ${EN}:22`,
  ],
  [
    'a drawing under another heading',
    (content) => {
      content.replace(EN, '<Figure name="three-signs" />\n\n', '');
      content.replace(EN, '<Try', '<Figure name="three-signs" />\n\n<Try');
    },
    `place-differs ${EN}:24`,
  ],
  [
    'a heading missing in English',
    swap(EN, '## The next day', 'The next day'),
    `headings-differ ${EN}:1`,
  ],
  ['other minutes in English', swap(EN, 'minutes: 12', 'minutes: 15'), `minutes-differ ${EN}:1`],

  // Languages
  [
    'Korean in an English sentence',
    swap(EN, '- Call one neighbour.', '- Call one 이웃.'),
    `hangul-in-english ${EN}:34`,
  ],
  [
    'Korean in an English title',
    swap(EN, 'Look at your street', '골목 살피기'),
    `hangul-in-english ${EN}:26`,
  ],
  [
    'Korean in an English choice',
    swap(ITEMS, 'en: Lights off for days', 'en: 꺼진 불'),
    `hangul-in-english ${ITEMS}:8`,
  ],
  [
    'Korean in an English source',
    swap(SOURCES, 'en: art. 66', 'en: 제66조'),
    `hangul-in-english ${SOURCES}:6`,
  ],
  [
    'English where Korean should be',
    swap(
      COURSE,
      'ko: 이웃이 위험할 때 먼저 알아차리고 연결합니다.',
      'ko: Notice and connect in time.',
    ),
    `korean-missing ${COURSE}:4`,
  ],
  [
    'an English heading in the Korean text',
    swap(KO, '## 작은 변화', '## Small changes at home'),
    `korean-missing ${KO}:9`,
  ],

  // What a lesson promises, and offices
  [
    'a lesson that teaches what the framework does not have',
    (content) => {
      for (const file of [KO, EN])
        content.replace(file, 'competencies: [C5.1]', 'competencies: [C9.9]');
    },
    `competency-unknown ${KO}:6`,
    `competency-unknown ${EN}:6`,
  ],
  [
    'a lesson that teaches other things in English',
    swap(EN, 'competencies: [C5.1]', 'competencies: [C5.1, C9.9]'),
    `competencies-differ ${EN}:6`,
  ],
  [
    'a lesson that promises nothing',
    swap(KO, 'outcome: 이 단원을 마치면 징후를 알아차릴 수 있습니다.\n', ''),
    `missing ${KO}:2`,
  ],
  [
    'a promise that was not translated',
    swap(EN, 'After this lesson you can notice the signs.', '징후를 알아차릴 수 있습니다.'),
    `hangul-in-english ${EN}:2`,
  ],
  [
    'an office nobody knows',
    swap(EN, 'Call one neighbour.', 'Call <Agency id="mols" />.'),
    `agency-unknown ${EN}:34`,
  ],
  [
    'a past name that the office never had',
    swap(EN, 'Call one neighbour.', 'Call <Agency id="safety" was="Ministry of Calm" />.'),
    `agency-former-unknown ${EN}:34`,
  ],
  [
    'a former name of an office in a lesson',
    swap(KO, '## 다음 날', '옛안전부가 알립니다.\n\n## 다음 날'),
    `agency-former-name ${KO}:24`,
  ],
  [
    'a former name of an office in a question',
    swap(ITEMS, 'en: Daily life may have stopped.', 'en: Old Safety Office says so.'),
    `agency-former-name ${ITEMS}:9`,
  ],
  [
    'an office defined twice',
    swap(AGENCIES, 'id: weather', 'id: safety'),
    `id-twice ${AGENCIES}:4`,
  ],

  // Question sets
  [
    'a question set that draws more than there is',
    (content) => content.write(SET, setFrom('courses: [good-neighbours]')),
    `question-set-too-large ${SET}:5`,
  ],
  [
    'a question set from a lesson that is not there',
    (content) => content.write(SET, setFrom('lessons: [good-neighbours/the-last-call]')),
    `question-set-names-nothing ${SET}:4`,
  ],
  [
    'a question set from nowhere',
    (content) => content.write(SET, setFrom('competencies: [C5.1]')),
    `not-fitting ${SET}:4`,
  ],
  [
    'a course that is shown by a question set which is not there',
    swap(COURSE, 'steps:', 'testOut: { take: any, questionSet: show-nothing }\nsteps:'),
    `test-out-names-nothing ${COURSE}:9`,
  ],
  [
    'a course that is shown by a scenario which is not there',
    swap(
      COURSE,
      'steps:',
      'testOut: { take: any, scenario: { id: no-flood, grade: good } }\nsteps:',
    ),
    `test-out-names-nothing ${COURSE}:9`,
  ],
  [
    'a course that names no way to show it',
    swap(COURSE, 'steps:', 'testOut: { take: any }\nsteps:'),
    `not-fitting ${COURSE}:9`,
  ],

  // The text itself
  [
    'a heading of the first level',
    swap(KO, '## 작은 변화', '# 작은 변화'),
    `heading-level ${KO}:9`,
  ],
  [
    'a heading that skips a level',
    swap(EN, '## The next day', '#### The next day'),
    `heading-level ${EN}:24`,
  ],
  [
    'bold that stays visible',
    swap(KO, '**이웃**', '**<Cite id="disaster-act" />**이웃'),
    `bold-visible ${KO}:11`,
  ],
  [
    'a number without a source',
    swap(EN, '<Check id="first-sign" />', 'It hurt 4,500 people.\n\n<Check id="first-sign" />'),
    `number-without-source ${EN}:22`,
  ],
  [
    'a share without a source',
    swap(KO, '<Check id="first-sign" />', '열 가운데 30%입니다.\n\n<Check id="first-sign" />'),
    `number-without-source ${KO}:22`,
  ],
  [
    'a component nobody knows',
    swap(KO, '<Tomorrow>', '<Video />\n\n<Tomorrow>'),
    `component-unknown ${KO}:32`,
  ],
  [
    'a script',
    swap(EN, '<Tomorrow>', '<script src="https://example.org/x.js"></script>\n\n<Tomorrow>'),
    `component-unknown ${EN}:32`,
  ],
  [
    'an HTML element with an event',
    swap(EN, 'One <Term', 'One<br onclick="x()" /> <Term'),
    `attribute-unknown ${EN}:12`,
  ],
  [
    'a style',
    swap(KO, '<Callout kind="law"', '<Callout style="color:red" kind="law"'),
    `attribute-unknown ${KO}:16`,
  ],
  [
    'code in braces',
    swap(EN, 'Call one neighbour.', 'Call {1 + 1} neighbours.'),
    `code-in-text ${EN}:34`,
  ],
  [
    'an import line',
    swap(EN, '## Small changes', 'import x from "./x.js"\n\n## Small changes'),
    `code-in-text ${EN}:9`,
  ],
  ['a callout of no kind', swap(KO, 'kind="law" ', ''), `attribute-missing ${KO}:16`],
  [
    'a callout of an unknown kind',
    swap(KO, 'kind="law"', 'kind="loud"'),
    `callout-kind-unknown ${KO}:16`,
  ],
  [
    'a question inside a remark',
    (content) => {
      content.replace(KO, '<Check id="first-sign" />\n', '');
      content.replace(KO, '</Callout>', '<Check id="first-sign" />\n\n</Callout>');
    },
    `check-nested ${KO}:20`,
  ],
  [
    'a drawing inside a sentence',
    swap(EN, 'helps then.', 'helps then <Figure name="three-signs" />.'),
    `not-on-its-own ${EN}:12`,
  ],
  ['a term that names nothing', swap(EN, '>check-in call<', '><'), `content-missing ${EN}:12`],

  [
    'a table column without a heading',
    swap(
      EN,
      'Call one neighbour.',
      'Call one.\n\n</Tomorrow>\n\n| | Who |\n|---|---|\n| When | you |\n\n<Tomorrow>\n\nCall.',
    ),
    `table-column-unnamed ${EN}:38`,
  ],

  // Drawings
  [
    'a word without a translation entry',
    swap(SVG, '{{call}}', '{{phone}}'),
    `figure-word-missing ${SVG}:6`,
    `figure-word-unused ${WORDS}:5`,
  ],
  ['words drawn into the figure', swap(SVG, '{{call}}', 'Call'), `figure-word-fixed ${SVG}:6`],
  [
    'a class that does not exist',
    swap(SVG, 'class="resident"', 'class="resident big"'),
    `svg-class ${SVG}:6`,
  ],
  ['a fixed colour', swap(SVG, 'class="resident"', 'fill="#a8431b"'), `svg-colour ${SVG}:6`],
  [
    'a style in a drawing',
    swap(SVG, 'class="resident"', 'style="fill:red"'),
    `svg-attribute ${SVG}:6`,
  ],
  [
    'an event in a drawing',
    swap(SVG, 'class="resident"', 'onload="x()"'),
    `svg-attribute ${SVG}:6`,
  ],
  [
    'a script in a drawing',
    swap(SVG, '</svg>', '<script>x()</script></svg>'),
    `svg-element ${SVG}:7`,
  ],
  [
    'a link out of a drawing',
    swap(SVG, '</svg>', '<use href="https://example.org/x.svg#a"/></svg>'),
    `svg-attribute ${SVG}:7`,
  ],
  ['a drawing that is too wide', swap(SVG, '0 0 480 120', '0 0 1200 120'), `svg-frame ${SVG}:1`],
  [
    'text too small for a phone',
    swap(SVG, 'font-size="18"', 'font-size="11"'),
    `svg-text-small ${SVG}:4`,
  ],
  ['a drawing that is not well-formed', swap(SVG, '</defs>', ''), `svg-broken ${SVG}:7`],

  // Questions
  [
    'a choice that catches all',
    swap(ITEMS, 'en: A new car and another parking place', 'en: All of the above'),
    `choice-catches-all ${ITEMS}:12`,
  ],
  [
    'two equal choices',
    swap(ITEMS, 'ko: 새로 산 자동차와 바뀐 주차 자리', 'ko: 며칠째 꺼진 불'),
    `choice-twice ${ITEMS}:12`,
  ],

  // The final assessment
  [
    'a final assessment in the middle of a course',
    swap(
      COURSE,
      '  - lesson: the-first-call',
      '  - assessment: { items: 4 }\n  - lesson: the-first-call',
    ),
    `assessment-not-last ${COURSE}:11`,
  ],
  [
    'a final assessment that draws more than there is',
    swap(
      COURSE,
      '  - lesson: the-first-call\n',
      '  - lesson: the-first-call\n  - assessment: { items: 12 }\n',
    ),
    `assessment-too-large ${COURSE}:12`,
  ],
  [
    'two final assessments',
    swap(
      COURSE,
      '  - lesson: the-first-call\n',
      '  - lesson: the-first-call\n  - assessment: { items: 4 }\n  - assessment: { items: 5 }\n',
    ),
    `step-twice ${COURSE}:13`,
  ],
  [
    'a lesson with the address of another page',
    (content) =>
      content.write(
        'courses/good-neighbours/assessment/ko.mdx',
        '---\ntitle: 가\nsummary: 나\nminutes: 1\n---\n',
      ),
    'id-taken courses/good-neighbours/assessment/ko.mdx:1',
  ],

  // What a lesson asks, and how
  [
    'a lesson that asks too little, in too few ways',
    swap(COURSE, 'introductory: true\n', ''),
    `lesson-few-questions ${ITEMS}:1`,
    `lesson-few-types ${ITEMS}:1`,
  ],
  [
    'a question asked twice in other punctuation',
    swap(ITEMS, 'en: Two calls a day make how many in three days?', 'en: which sign comes first'),
    `prompt-twice ${ITEMS}:19`,
  ],
  [
    'a choice that differs by its full stop only',
    swap(ITEMS, 'en: A new car and another parking place', 'en: "Lights off, for days."'),
    `choice-twice ${ITEMS}:12`,
  ],
  [
    'a Korean choice that catches the rest',
    swap(ITEMS, 'ko: 새로 산 자동차와 바뀐 주차 자리', 'ko: 해당 없음'),
    `choice-catches-all ${ITEMS}:12`,
  ],
  [
    'a word the glossary asks to avoid, in a lesson',
    (content) => {
      content.replace(
        TERMS,
        'en: check-in call }',
        'en: check-in call }\n  avoid: { en: [wellness call] }',
      );
      content.replace(EN, 'Call one neighbour.', 'Make a Wellness call.');
    },
    `word-avoided ${EN}:34`,
  ],
  [
    'a word the glossary asks to avoid, in a Korean question, before a particle',
    (content) => {
      content.replace(
        TERMS,
        'en: check-in call }',
        'en: check-in call }\n  avoid: { ko: [점검 전화] }',
      );
      content.replace(ITEMS, '생활이 멈췄다는', '점검 전화를 안 받으면 생활이 멈췄다는');
    },
    `word-avoided ${ITEMS}:9`,
  ],

  // Sheets
  [
    'a sheet that stands nowhere in English',
    swap(EN, '<Sheet id="round" />', ''),
    `sheet-placed-nowhere ${EN}:1`,
  ],
  [
    'a sheet that nobody wrote',
    swap(KO, '<Sheet id="round" />', '<Sheet id="rounds" />'),
    `sheet-unknown ${KO}:40`,
  ],
  [
    'a sheet inside an activity',
    swap(EN, '</Tomorrow>', '<Sheet id="round" />\n\n</Tomorrow>'),
    `sheet-nested ${EN}:36`,
    `sheet-placed-twice ${EN}:42`,
  ],
  [
    'two sheets with one id',
    (content) => {
      content.replace(
        SHEETS,
        '- id: round',
        '- id: round\n  title: { ko: 또, en: Again }\n  purpose: { ko: 가, en: a }\n  fields: [{ id: a, type: line, label: { ko: 가, en: a } }]\n- id: round',
      );
    },
    `id-twice ${SHEETS}:5`,
  ],
  ['two fields with one id', swap(SHEETS, 'id: street', 'id: doors'), `id-twice ${SHEETS}:6`],
  ['two columns with one id', swap(SHEETS, 'id: door,', 'id: sign,'), `id-twice ${SHEETS}:15`],
  [
    'a field of no type',
    swap(SHEETS, 'id: street, type: line', 'id: street, type: date'),
    `not-fitting ${SHEETS}:5`,
  ],
  [
    'a field without its English label',
    swap(SHEETS, '{ ko: 골목, en: Street }', '{ ko: 골목 }'),
    `missing ${SHEETS}:5`,
  ],
  [
    'a formula that leans on a field nobody has',
    swap(SHEETS, 'doors * minutes', 'doors * hours'),
    `formula-faulty ${SHEETS}:8`,
  ],
  [
    'a formula that leans on itself',
    swap(SHEETS, 'doors * minutes', 'doors * time'),
    `formula-faulty ${SHEETS}:8`,
  ],
  [
    'a formula that leans on words',
    swap(SHEETS, 'doors * minutes', 'doors * street'),
    `formula-faulty ${SHEETS}:8`,
  ],
  [
    'a formula that is no formula',
    swap(SHEETS, 'doors * minutes', 'doors * (minutes'),
    `formula-faulty ${SHEETS}:8`,
  ],
  [
    'a division by zero at the beginning',
    swap(SHEETS, 'doors * minutes', 'minutes / (doors - 10)'),
    `formula-not-finite ${SHEETS}:8`,
  ],
  [
    'an initial number outside its limits',
    swap(SHEETS, 'initial: 10', 'initial: 60'),
    `sheet-limits ${SHEETS}:6`,
  ],
  [
    'a table that begins larger than it may be',
    swap(SHEETS, 'rows: 2', 'rows: 2\n      maxRows: 1'),
    `sheet-limits ${SHEETS}:13`,
  ],
  [
    'Korean in an English label of a sheet',
    swap(SHEETS, 'en: What was seen', 'en: 본 것'),
    `hangul-in-english ${SHEETS}:11`,
  ],

  // Observation forms, positions, coverage
  [
    'an observation of a competency nobody knows',
    swap(FORM, 'competency: C5.1', 'competency: C9.9'),
    `competency-unknown ${FORM}:6`,
  ],
  [
    'two levels that one cannot tell apart',
    swap(FORM, 'en: Weighs mixed signs', 'en: Uses the checklist'),
    `level-same-words ${FORM}:11`,
  ],
  [
    'an observation form without its zero',
    swap(FORM, '      0: { ko: 지나친다, en: Walks past }\n', ''),
    `missing ${FORM}:8`,
  ],
  [
    'a target for a competency nobody knows',
    swap(POSITION, 'C5.1: 2', 'C9.9: 2'),
    `competency-unknown ${POSITION}:6`,
  ],
  [
    'a case that names what is not there',
    (content) => {
      content.replace(CASE, '[C5.1]', '[C9.9]');
      content.replace(CASE, 'good-neighbours/who-notices-first', 'good-neighbours/gone');
      content.replace(CASE, '[heat-report]', '[heat-raport]');
    },
    `competency-unknown ${CASE}:10`,
    `lesson-unknown ${CASE}:11`,
    `source-unknown ${CASE}:12`,
  ],
  [
    'a case that says nobody knows who',
    swap(CASE, 'evidence: not-shown', 'evidence: hearsay'),
    `not-fitting ${CASE}:8`,
  ],
  ['a target of no level', swap(POSITION, 'C5.1: 2', 'C5.1: 0'), `not-fitting ${POSITION}:6`],
  [
    'a position that asks for nothing',
    swap(POSITION, '{ C5.1: 2 }', '{}'),
    `position-without-target ${POSITION}:5`,
  ],

  // Surveys
  [
    'a scale that leans to one side',
    swap(
      PART,
      'high: [{ ko: 꽤, en: Quite }, { ko: 매우, en: Very }]',
      'high: [{ ko: 꽤, en: Quite }]',
    ),
    `not-fitting ${PART}:5`,
  ],
  [
    'two steps of a scale that say the same',
    swap(PART, 'en: Quite', 'en: Very'),
    `scale-same-words ${PART}:2`,
  ],
  [
    'a survey about a course that is not there',
    swap(SURVEY, 'course: good-neighbours', 'course: bad-neighbours'),
    `course-unknown ${SURVEY}:2`,
  ],
  [
    'a survey about no course',
    swap(SURVEY, 'course: good-neighbours\n', ''),
    `survey-without-course ${SURVEY}:1`,
  ],
  [
    'a survey with shared questions nobody wrote',
    swap(SURVEY, 'parts: [rounds]', 'parts: [walks]'),
    `survey-part-unknown ${SURVEY}:8`,
  ],
  [
    'a survey that asks nothing',
    (content) => {
      content.replace(SURVEY, 'parts: [rounds]', 'parts: []');
      content.write(SURVEY, `${content.read(SURVEY).split('questions:')[0]}questions: []\n`);
    },
    `survey-empty ${SURVEY}:9`,
  ],
  [
    'a question on a scale that is not there',
    swap(SURVEY, 'scale: much', 'scale: many'),
    `scale-unknown ${SURVEY}:10`,
  ],
  [
    'a pair without its two questions',
    swap(SURVEY, 'type: open', 'type: pair'),
    `pair-unsaid ${SURVEY}:10`,
  ],
  [
    'a question of a part asked again',
    swap(SURVEY, 'id: next', 'id: useful'),
    `id-twice ${SURVEY}:16`,
  ],
  ['two options with one id', swap(SURVEY, 'id: visit', 'id: call'), `id-twice ${SURVEY}:15`],
  ['more to choose than there is', swap(SURVEY, 'most: 2', 'most: 4'), `survey-most ${SURVEY}:13`],
  [
    'a question in one language',
    swap(SURVEY, '{ ko: 다음에는?, en: And next? }', '{ ko: 다음에는? }'),
    `missing ${SURVEY}:16`,
  ],

  // Programmes to start from
  [
    'a programme that asks for what is not there',
    (content) => {
      content.replace(PROGRAMME, 'id: first-round', 'id: second-round');
      content.replace(PROGRAMME, '[street-warden]', '[street-singer]');
    },
    `observation-unknown ${PROGRAMME}:10`,
    `position-unknown ${PROGRAMME}:13`,
  ],
  [
    'a programme that does not ask for its course',
    swap(PROGRAMME, '{ kind: course, id: good-neighbours }, ', ''),
    `programme-without-course ${PROGRAMME}:2`,
  ],
  [
    'a programme for officials that asks for what residents do',
    swap(PROGRAMME, 'audience: resident', 'audience: official'),
    `programme-other-audience ${PROGRAMME}:10`,
    `programme-other-audience ${PROGRAMME}:10`,
    `programme-other-audience ${PROGRAMME}:13`,
  ],
  [
    'a programme for one unit of one institution',
    swap(PROGRAMME, 'about: position', 'about: unit'),
    `programme-local ${PROGRAMME}:13`,
  ],
  [
    'a programme that asks for three of two things',
    swap(PROGRAMME, '- take: all', '- take: 3'),
    `programme-takes-too-many ${PROGRAMME}:9`,
  ],
  [
    'a programme whose date will be past',
    swap(PROGRAMME, '{ kind: yearly, due: "05-14" }', '{ kind: once, due: "2027-05-14" }'),
    `programme-dated ${PROGRAMME}:15`,
  ],
  [
    'a programme whose early birds lose what they did before it is asked again',
    swap(PROGRAMME, 'validMonths: 15', 'validMonths: 13'),
    `programme-gap ${PROGRAMME}:18`,
  ],
  [
    'a programme without a reason for its grace',
    swap(PROGRAMME, '  grace: { ko: 한 주입니다., en: One week. }\n', ''),
    `missing ${PROGRAMME}:22`,
  ],
  [
    'a file whose name cannot be a permanent id',
    (content) => content.write('positions/Street Warden.yaml', 'audience: resident\n'),
    'id-unfit positions/Street Warden.yaml:1',
  ],
  [
    'a competency that nothing lets one show',
    (content) => {
      content.remove(FORM);
      content.replace(PROGRAMME, ', { kind: observation, id: first-round }', '');
    },
    'competency-uncovered competencies/framework.yaml:13',
  ],
];

test('content without a fault has no problem', async () => {
  assert.deepEqual(await contentCopy().problems(), []);
});

test('a text that cannot be read is reported once, not with everything that is missing from it', async () => {
  const content = contentCopy();
  content.replace(KO, '</Callout>', '');
  const problems = await content.problems();
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['mdx-broken'],
  );
});

test('a present name that contains a former one is no former name', async () => {
  const content = contentCopy();
  content.replace(KO, '## 다음 날', '새옛안전부가 알립니다.\n\n## 다음 날');
  content.replace(AGENCIES, 'ko: 새안전부', 'ko: 새옛안전부');
  assert.deepEqual(await content.problems(), []);
});

test('the past name of an office may be named as such', async () => {
  const content = contentCopy();
  const was = (name: string) => `<Agency id="safety" was="${name}" />`;
  content.replace(KO, '## 다음 날', `${was('옛안전부')}가 알립니다.\n\n## 다음 날`);
  content.replace(EN, '## The next day', `${was('Old Safety Office')}.\n\n## The next day`);
  assert.deepEqual(await content.problems(), []);
});

/** Adds questions whose right choice is the longest in Korean only. */
function addTellingQuestions(content: ContentCopy, count: number): void {
  const question = (n: number) => `
- id: more-${n}
  type: single
  competency: C5.1
  difficulty: 0
  prompt: { ko: "질문입니다 ${n}", en: "A question ${n}" }
  choices:
    - { id: right, text: { ko: 눈에 띄게 아주 긴 정답입니다, en: Short }, rationale: { ko: 가, en: a }, correct: true }
    - { id: wrong, text: { ko: 짧은 답, en: Longer }, rationale: { ko: 나, en: b } }
  rationale: { ko: 다, en: c }
`;
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  const questions = numbers.map(question).join('').trim();
  content.replace(ITEMS, '- id: how-many', `${questions}\n- id: how-many`);
  for (const file of [KO, EN]) {
    const marks = numbers.map((n) => `<Check id="more-${n}" />`).join('\n\n');
    content.replace(file, '<Check id="how-many" />', `${marks}\n\n<Check id="how-many" />`);
  }
}

test('right choices that are usually the longest are found in a course with enough questions', async () => {
  const content = contentCopy();
  addTellingQuestions(content, 4);
  const problems = await content.problems();
  assert.deepEqual(
    problems.map(({ code, message }) => `${code} ${message.slice(-5)}`),
    ['right-is-longest (ko).'],
  );
});

test('right choices that are the longest beyond chance are found in their lesson', async () => {
  const content = contentCopy();
  addTellingQuestions(content, 7);
  const problems = await content.problems();
  assert.deepEqual(
    problems.map(({ code, file, level }) => `${code} ${file} ${level}`),
    [`right-is-longest ${ITEMS} error`, `right-is-longest-here ${ITEMS} warning`],
  );
});

for (const [title, damage, ...reported] of DEFECTS) {
  test(`finds ${title}`, async () => {
    const content = contentCopy();
    damage(content);
    const problems = await content.problems();
    const found = problems.map(({ code, file, line }) => `${code} ${file}:${line}`);
    for (const expected of reported) {
      assert.ok(found.includes(expected), `${expected} is not among\n${found.join('\n')}`);
    }
    for (const { code, message, help } of problems) {
      assert.ok(message.length > 10 && help.length > 8, `${code} says too little`);
    }
  });
}
