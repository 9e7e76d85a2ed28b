import type { Role } from '#kernel/rights.ts';

export type Access = 'anyone' | 'signed-in' | readonly Role[];
/** Who may open a page, and who may send a form to it. Services still decide about each thing on it. */
type Door = Access | { readonly read: Access; readonly write: Access };

const OPEN_TO_READ = { read: 'anyone', write: 'signed-in' } as const;

/**
 * Every route by its pattern. A route that is missing here answers 404 to everyone, and a test walks `src/pages` so that
 * none is forgotten.
 */
export const DOORS: Readonly<Record<string, Door>> = {
  '/': 'anyone',
  '/health': 'anyone',
  '/403': 'anyone',
  '/404': 'anyone',
  '/500': 'anyone',
  '/[locale]': 'anyone',

  // What others check certificates with: whoever has an address may read it, and no address tells of another.
  '/.well-known/jwks.json': 'anyone',
  '/credentials/issuer': 'anyone',
  '/credentials/keys/[key]': 'anyone',
  '/credentials/status/[list]': 'anyone',
  '/credentials/[credential]': 'anyone',

  '/[locale]/verify': 'anyone',
  '/[locale]/verify/[credential]': 'anyone',
  '/[locale]/sign-in': 'anyone',
  '/[locale]/sign-up': 'anyone',
  '/[locale]/sign-out': 'anyone',
  '/[locale]/forgot': 'anyone',
  '/[locale]/reset/[token]': 'anyone',
  '/[locale]/welcome/[invitation]': 'anyone',
  '/[locale]/glossary': 'anyone',
  '/[locale]/search': 'anyone',
  '/[locale]/cases': 'anyone',
  '/[locale]/cases/[case]': 'anyone',
  '/[locale]/competencies': 'anyone',
  '/[locale]/competencies/[competency]': 'anyone',
  '/[locale]/courses': 'anyone',
  '/[locale]/courses/[course]': OPEN_TO_READ,
  '/[locale]/courses/[course]/changes': 'anyone',
  '/[locale]/courses/[course]/why': 'signed-in',
  '/[locale]/courses/[course]/assessment': 'signed-in',
  // A sheet may be filled in without an account; for everything that is kept the page asks for a sign-in itself.
  '/[locale]/courses/[course]/[lesson]': 'anyone',
  '/[locale]/courses/[course]/[lesson]/results/[sheet]': 'anyone',
  '/[locale]/question-sets/[set]': 'signed-in',
  '/[locale]/scenarios': 'anyone',
  '/[locale]/scenarios/[scenario]': OPEN_TO_READ,
  '/[locale]/runs/join': 'signed-in',
  '/[locale]/runs/[run]': 'signed-in',
  '/[locale]/runs/[run]/lobby': 'signed-in',
  '/[locale]/runs/[run]/join/[key]': 'signed-in',
  '/[locale]/runs/[run]/position': 'signed-in',
  '/[locale]/runs/[run]/debrief': 'signed-in',
  '/[locale]/votes/[vote]': 'signed-in',
  '/[locale]/surveys': 'signed-in',
  '/[locale]/surveys/[round]': 'signed-in',
  '/[locale]/surveys/[round]/results': 'signed-in',
  '/[locale]/surveys/[round]/results.csv': 'signed-in',
  '/[locale]/surveys/[round]/rows.csv': ['trainer', 'administrator'],
  '/[locale]/votes/[vote]/position': 'signed-in',
  '/[locale]/my': 'signed-in',
  '/[locale]/my/competencies': 'signed-in',
  '/[locale]/my/competencies/[competency]': 'signed-in',
  '/[locale]/my/targets': 'signed-in',
  '/[locale]/my/competencies/export.csv': 'signed-in',
  '/[locale]/my/competencies/export.json': 'signed-in',
  '/[locale]/my/recommendations': 'signed-in',
  '/[locale]/my/peers': 'signed-in',
  '/[locale]/my/peers/[request]': 'signed-in',
  '/[locale]/my/certificates': 'signed-in',
  '/[locale]/my/certificates/[credential]': 'signed-in',
  '/[locale]/my/certificates/[credential]/certificate.pdf': 'signed-in',
  '/[locale]/my/record': 'signed-in',
  '/[locale]/my/transcript': 'signed-in',
  '/[locale]/my/transcript/export.csv': 'signed-in',
  '/[locale]/my/transcript/export.json': 'signed-in',
  '/[locale]/my/transcript/export.pdf': 'signed-in',
  '/[locale]/my/refresher': 'signed-in',
  '/[locale]/my/sheets': 'signed-in',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]': 'signed-in',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]/sheet.csv': 'signed-in',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]/sheet.txt': 'signed-in',
  '/[locale]/my/account': 'signed-in',
  '/[locale]/my/inbox': 'signed-in',
  '/[locale]/my/prior-learning': 'signed-in',
  '/[locale]/my/prior-learning/new': 'signed-in',
  '/[locale]/my/prior-learning/[claim]': 'signed-in',
  '/[locale]/my/required/[programme]/[period]': 'signed-in',
  // Leading a unit is no role: the services ask who leads whom.
  '/[locale]/extensions': 'signed-in',
  '/[locale]/team': 'signed-in',
  '/[locale]/duties': 'signed-in',
  '/[locale]/duties/[duty]': 'signed-in',
  '/[locale]/duties/[duty]/people.csv': 'signed-in',
  '/[locale]/prior-learning/[claim]/document': 'signed-in',
  '/[locale]/reviews': ['trainer', 'administrator'],
  '/[locale]/reviews/[claim]': ['trainer', 'administrator'],
  '/[locale]/imports': ['trainer', 'administrator'],
  '/[locale]/imports/new': ['trainer', 'administrator'],
  '/[locale]/imports/waiting': ['trainer', 'administrator'],
  '/[locale]/imports/sample.csv': ['trainer', 'administrator'],
  '/[locale]/imports/[import]': ['trainer', 'administrator'],
  '/[locale]/cohorts': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]/report.csv': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]/exercises': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]/gaps': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]/gaps.csv': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]/people/[person]': ['trainer', 'administrator'],
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/export.csv': [
    'trainer',
    'administrator',
  ],
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/export.json': [
    'trainer',
    'administrator',
  ],
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/[competency]': [
    'trainer',
    'administrator',
  ],
  '/[locale]/people/[person]/observe': ['trainer', 'administrator'],
  '/[locale]/people/[person]/transcript': ['trainer', 'administrator'],
  '/[locale]/people/[person]/transcript/export.csv': ['trainer', 'administrator'],
  '/[locale]/people/[person]/transcript/export.json': ['trainer', 'administrator'],
  '/[locale]/people/[person]/transcript/export.pdf': ['trainer', 'administrator'],
  '/[locale]/people/[person]/competencies/[competency]': ['trainer', 'administrator'],
  '/[locale]/observations/[observation]': 'signed-in',
  '/[locale]/evidence/[...evidence]': 'signed-in',
  '/[locale]/challenges': ['trainer', 'administrator'],
  '/[locale]/signatures': ['trainer', 'administrator'],
  '/[locale]/content': ['author', 'administrator'],
  '/[locale]/content/questions': ['author', 'administrator'],
  '/[locale]/content/[scenario]': ['author', 'administrator'],
  '/[locale]/content/surveys/[survey]': ['author', 'administrator'],
  '/[locale]/content/cards/[course]': ['author', 'administrator'],
  '/[locale]/content/programmes/[programme]': ['author', 'administrator'],
  '/[locale]/content/observations/[form]': ['author', 'administrator'],
  '/[locale]/admin': ['administrator'],
  '/[locale]/admin/people': ['administrator'],
  '/[locale]/admin/people/[person]': ['administrator'],
  '/[locale]/admin/people/[person]/merge': ['administrator'],
  '/[locale]/admin/people/acts': ['administrator'],
  '/[locale]/admin/people/acts/new': ['administrator'],
  '/[locale]/admin/people/acts/[act]': ['administrator'],
  '/[locale]/admin/assignments': ['administrator'],
  '/[locale]/admin/assignments/assignments.csv': ['administrator'],
  '/[locale]/admin/exceptions': ['administrator'],
  '/[locale]/admin/exceptions/exceptions.csv': ['administrator'],
  '/[locale]/admin/units': ['administrator'],
  '/[locale]/admin/units/new': ['administrator'],
  '/[locale]/admin/units/[unit]': ['administrator'],
  '/[locale]/admin/units/[unit]/edit': ['administrator'],
  '/[locale]/admin/units/[unit]/move': ['administrator'],
  '/[locale]/admin/merges': ['administrator'],
  '/[locale]/admin/merges/[merge]': ['administrator'],
  '/[locale]/admin/invitations': ['administrator'],
  '/[locale]/admin/positions': ['administrator'],
  '/[locale]/admin/positions/new': ['administrator'],
  '/[locale]/admin/positions/[position]': ['administrator'],
  '/[locale]/admin/positions/[position]/edit': ['administrator'],
  '/[locale]/admin/people/[person]/required': ['administrator'],
  '/[locale]/admin/certificates': ['administrator'],
  '/[locale]/admin/programmes': ['administrator'],
  '/[locale]/admin/programmes/new': ['administrator'],
  '/[locale]/admin/programmes/[programme]': ['administrator'],
  '/[locale]/admin/programmes/[programme]/edit': ['administrator'],
  '/[locale]/admin/programmes/[programme]/people.csv': ['administrator'],
  '/[locale]/admin/calendar': ['administrator'],
  '/[locale]/admin/gaps': ['administrator'],
  '/[locale]/admin/hours': ['administrator'],
  '/[locale]/admin/hours/people.csv': ['administrator'],
  '/[locale]/admin/outbox': ['administrator'],
  '/[locale]/admin/audit': ['administrator'],
};

/** Who may do this to that route; null for a route nobody has listed. */
export function accessTo(routePattern: string, method: string): Access | null {
  const door = Object.hasOwn(DOORS, routePattern) ? DOORS[routePattern] : undefined;
  if (door === undefined) return null;
  if (typeof door === 'string' || isRoles(door)) return door;
  return method === 'GET' || method === 'HEAD' ? door.read : door.write;
}

function isRoles(door: Door): door is readonly Role[] {
  return Array.isArray(door);
}

export type Verdict = 'enter' | 'sign-in' | 'forbidden';

export function judge(access: Access, roles: readonly Role[] | null): Verdict {
  if (access === 'anyone') return 'enter';
  if (roles === null) return 'sign-in';
  if (access === 'signed-in') return 'enter';
  return access.some((role) => roles.includes(role)) ? 'enter' : 'forbidden';
}
