import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROLES, type Role } from '#kernel/rights.ts';
import { accessTo, DOORS, judge, type Verdict } from '../../../src/middleware/access.ts';

const PAGES = fileURLToPath(new URL('../../../src/pages/', import.meta.url));

/** The patterns under which the router knows the files of `src/pages`. */
function routePatterns(): string[] {
  return readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(astro|ts|mdx?)$/.test(path))
    .map((path) => `/${path.replace(/\.\w+$/, '')}`.replace(/\/index$/, '') || '/')
    .sort();
}

test('every page has a door, and every door a page', () => {
  assert.deepEqual(Object.keys(DOORS).sort(), routePatterns());
});

/** Who gets in by opening a page: somebody not signed in, then each role in the order of `ROLES`. */
const READING: Readonly<Record<string, string>> = {
  '/': 'in in in in in in',
  '/health': 'in in in in in in',
  '/403': 'in in in in in in',
  '/404': 'in in in in in in',
  '/500': 'in in in in in in',
  '/[locale]': 'in in in in in in',
  '/.well-known/jwks.json': 'in in in in in in',
  '/credentials/issuer': 'in in in in in in',
  '/credentials/keys/[key]': 'in in in in in in',
  '/credentials/status/[list]': 'in in in in in in',
  '/credentials/[credential]': 'in in in in in in',
  '/[locale]/verify': 'in in in in in in',
  '/[locale]/verify/[credential]': 'in in in in in in',
  '/[locale]/sign-in': 'in in in in in in',
  '/[locale]/sign-up': 'in in in in in in',
  '/[locale]/sign-out': 'in in in in in in',
  '/[locale]/forgot': 'in in in in in in',
  '/[locale]/reset/[token]': 'in in in in in in',
  '/[locale]/welcome/[invitation]': 'in in in in in in',
  '/[locale]/glossary': 'in in in in in in',
  '/[locale]/search': 'in in in in in in',
  '/[locale]/cases': 'in in in in in in',
  '/[locale]/cases/[case]': 'in in in in in in',
  '/[locale]/competencies': 'in in in in in in',
  '/[locale]/competencies/[competency]': 'in in in in in in',
  '/[locale]/courses': 'in in in in in in',
  '/[locale]/courses/[course]': 'in in in in in in',
  '/[locale]/courses/[course]/changes': 'in in in in in in',
  '/[locale]/courses/[course]/[lesson]': 'in in in in in in',
  '/[locale]/courses/[course]/[lesson]/results/[sheet]': 'in in in in in in',
  '/[locale]/question-sets/[set]': 'sign-in in in in in in',
  '/[locale]/scenarios': 'in in in in in in',
  '/[locale]/scenarios/[scenario]': 'in in in in in in',
  '/[locale]/courses/[course]/why': 'sign-in in in in in in',
  '/[locale]/courses/[course]/assessment': 'sign-in in in in in in',
  '/[locale]/runs/join': 'sign-in in in in in in',
  '/[locale]/runs/[run]': 'sign-in in in in in in',
  '/[locale]/runs/[run]/lobby': 'sign-in in in in in in',
  '/[locale]/runs/[run]/join/[key]': 'sign-in in in in in in',
  '/[locale]/runs/[run]/position': 'sign-in in in in in in',
  '/[locale]/runs/[run]/debrief': 'sign-in in in in in in',
  '/[locale]/votes/[vote]': 'sign-in in in in in in',
  '/[locale]/surveys': 'sign-in in in in in in',
  '/[locale]/surveys/[round]': 'sign-in in in in in in',
  '/[locale]/surveys/[round]/results': 'sign-in in in in in in',
  '/[locale]/surveys/[round]/results.csv': 'sign-in in in in in in',
  '/[locale]/surveys/[round]/rows.csv': 'sign-in no no in in no',
  '/[locale]/votes/[vote]/position': 'sign-in in in in in in',
  '/[locale]/my': 'sign-in in in in in in',
  '/[locale]/my/competencies': 'sign-in in in in in in',
  '/[locale]/my/competencies/[competency]': 'sign-in in in in in in',
  '/[locale]/my/targets': 'sign-in in in in in in',
  '/[locale]/my/competencies/export.csv': 'sign-in in in in in in',
  '/[locale]/my/competencies/export.json': 'sign-in in in in in in',
  '/[locale]/my/recommendations': 'sign-in in in in in in',
  '/[locale]/my/peers': 'sign-in in in in in in',
  '/[locale]/my/peers/[request]': 'sign-in in in in in in',
  '/[locale]/my/required/[programme]/[period]': 'sign-in in in in in in',
  '/[locale]/my/certificates': 'sign-in in in in in in',
  '/[locale]/my/certificates/[credential]': 'sign-in in in in in in',
  '/[locale]/my/certificates/[credential]/certificate.pdf': 'sign-in in in in in in',
  '/[locale]/my/record': 'sign-in in in in in in',
  '/[locale]/my/transcript': 'sign-in in in in in in',
  '/[locale]/my/transcript/export.csv': 'sign-in in in in in in',
  '/[locale]/my/transcript/export.json': 'sign-in in in in in in',
  '/[locale]/my/transcript/export.pdf': 'sign-in in in in in in',
  '/[locale]/my/refresher': 'sign-in in in in in in',
  '/[locale]/my/sheets': 'sign-in in in in in in',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]': 'sign-in in in in in in',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]/sheet.csv': 'sign-in in in in in in',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]/sheet.txt': 'sign-in in in in in in',
  '/[locale]/my/inbox': 'sign-in in in in in in',
  '/[locale]/my/account': 'sign-in in in in in in',
  '/[locale]/my/prior-learning': 'sign-in in in in in in',
  '/[locale]/my/prior-learning/new': 'sign-in in in in in in',
  '/[locale]/my/prior-learning/[claim]': 'sign-in in in in in in',
  '/[locale]/prior-learning/[claim]/document': 'sign-in in in in in in',
  '/[locale]/extensions': 'sign-in in in in in in',
  '/[locale]/team': 'sign-in in in in in in',
  '/[locale]/duties': 'sign-in in in in in in',
  '/[locale]/duties/[duty]': 'sign-in in in in in in',
  '/[locale]/duties/[duty]/people.csv': 'sign-in in in in in in',
  '/[locale]/reviews': 'sign-in no no in in no',
  '/[locale]/reviews/[claim]': 'sign-in no no in in no',
  '/[locale]/imports': 'sign-in no no in in no',
  '/[locale]/imports/new': 'sign-in no no in in no',
  '/[locale]/imports/waiting': 'sign-in no no in in no',
  '/[locale]/imports/sample.csv': 'sign-in no no in in no',
  '/[locale]/imports/[import]': 'sign-in no no in in no',
  '/[locale]/cohorts': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/report.csv': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/exercises': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/gaps': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/gaps.csv': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/people/[person]': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/[competency]': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/export.csv': 'sign-in no no in in no',
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/export.json': 'sign-in no no in in no',
  '/[locale]/people/[person]/observe': 'sign-in no no in in no',
  '/[locale]/people/[person]/transcript': 'sign-in no no in in no',
  '/[locale]/people/[person]/transcript/export.csv': 'sign-in no no in in no',
  '/[locale]/people/[person]/transcript/export.json': 'sign-in no no in in no',
  '/[locale]/people/[person]/transcript/export.pdf': 'sign-in no no in in no',
  '/[locale]/people/[person]/competencies/[competency]': 'sign-in no no in in no',
  '/[locale]/observations/[observation]': 'sign-in in in in in in',
  '/[locale]/evidence/[...evidence]': 'sign-in in in in in in',
  '/[locale]/challenges': 'sign-in no no in in no',
  '/[locale]/signatures': 'sign-in no no in in no',
  '/[locale]/content': 'sign-in no no no in in',
  '/[locale]/content/questions': 'sign-in no no no in in',
  '/[locale]/content/[scenario]': 'sign-in no no no in in',
  '/[locale]/content/surveys/[survey]': 'sign-in no no no in in',
  '/[locale]/content/cards/[course]': 'sign-in no no no in in',
  '/[locale]/content/programmes/[programme]': 'sign-in no no no in in',
  '/[locale]/content/observations/[form]': 'sign-in no no no in in',
  '/[locale]/admin': 'sign-in no no no in no',
  '/[locale]/admin/people': 'sign-in no no no in no',
  '/[locale]/admin/people/[person]': 'sign-in no no no in no',
  '/[locale]/admin/people/[person]/merge': 'sign-in no no no in no',
  '/[locale]/admin/people/acts': 'sign-in no no no in no',
  '/[locale]/admin/people/acts/new': 'sign-in no no no in no',
  '/[locale]/admin/people/acts/[act]': 'sign-in no no no in no',
  '/[locale]/admin/assignments': 'sign-in no no no in no',
  '/[locale]/admin/assignments/assignments.csv': 'sign-in no no no in no',
  '/[locale]/admin/exceptions': 'sign-in no no no in no',
  '/[locale]/admin/exceptions/exceptions.csv': 'sign-in no no no in no',
  '/[locale]/admin/units': 'sign-in no no no in no',
  '/[locale]/admin/units/new': 'sign-in no no no in no',
  '/[locale]/admin/units/[unit]': 'sign-in no no no in no',
  '/[locale]/admin/units/[unit]/edit': 'sign-in no no no in no',
  '/[locale]/admin/units/[unit]/move': 'sign-in no no no in no',
  '/[locale]/admin/merges': 'sign-in no no no in no',
  '/[locale]/admin/merges/[merge]': 'sign-in no no no in no',
  '/[locale]/admin/invitations': 'sign-in no no no in no',
  '/[locale]/admin/positions': 'sign-in no no no in no',
  '/[locale]/admin/positions/new': 'sign-in no no no in no',
  '/[locale]/admin/positions/[position]': 'sign-in no no no in no',
  '/[locale]/admin/positions/[position]/edit': 'sign-in no no no in no',
  '/[locale]/admin/people/[person]/required': 'sign-in no no no in no',
  '/[locale]/admin/certificates': 'sign-in no no no in no',
  '/[locale]/admin/programmes': 'sign-in no no no in no',
  '/[locale]/admin/programmes/new': 'sign-in no no no in no',
  '/[locale]/admin/programmes/[programme]': 'sign-in no no no in no',
  '/[locale]/admin/programmes/[programme]/edit': 'sign-in no no no in no',
  '/[locale]/admin/programmes/[programme]/people.csv': 'sign-in no no no in no',
  '/[locale]/admin/calendar': 'sign-in no no no in no',
  '/[locale]/admin/gaps': 'sign-in no no no in no',
  '/[locale]/admin/hours': 'sign-in no no no in no',
  '/[locale]/admin/hours/people.csv': 'sign-in no no no in no',
  '/[locale]/admin/outbox': 'sign-in no no no in no',
  '/[locale]/admin/audit': 'sign-in no no no in no',
};

/** Pages that anyone may read and that take forms only from people who are signed in. */
const WRITING: Readonly<Record<string, string>> = {
  ...READING,
  '/[locale]/courses/[course]': 'sign-in in in in in in',
  '/[locale]/scenarios/[scenario]': 'sign-in in in in in in',
};

const VISITORS: readonly (readonly Role[] | null)[] = [null, ...ROLES.map((role) => [role])];
const WORDS: Record<Verdict, string> = { enter: 'in', 'sign-in': 'sign-in', forbidden: 'no' };

function verdicts(route: string, method: string): string {
  const access = accessTo(route, method);
  if (access === null) return 'not listed';
  return VISITORS.map((roles) => WORDS[judge(access, roles)]).join(' ');
}

test('the table of this test names every door', () => {
  assert.deepEqual(Object.keys(READING).sort(), Object.keys(DOORS).sort());
});

for (const route of Object.keys(DOORS)) {
  test(`${route} lets in whom it should`, () => {
    assert.equal(verdicts(route, 'GET'), READING[route]);
    assert.equal(verdicts(route, 'HEAD'), READING[route]);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      assert.equal(verdicts(route, method), WRITING[route]);
    }
  });
}

test('one of several roles is enough', () => {
  assert.equal(judge(['trainer', 'administrator'], ['resident', 'trainer']), 'enter');
  assert.equal(judge(['administrator'], ['resident', 'trainer']), 'forbidden');
  assert.equal(judge(['administrator'], []), 'forbidden');
  assert.equal(judge('signed-in', []), 'enter');
});

test('a route nobody has listed has no door at all', () => {
  for (const route of ['/[locale]/nowhere', '', 'constructor', '__proto__', 'toString']) {
    assert.equal(accessTo(route, 'GET'), null);
  }
});
