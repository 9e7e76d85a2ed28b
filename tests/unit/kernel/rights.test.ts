import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS, type Act, may, ROLES, type Role, type Subject } from '#kernel/rights.ts';

const ME = 'me';
/** Whose it is, and who looks after them. */
const SUBJECTS: Readonly<Record<string, Subject>> = {
  mine: { owner: ME, trainers: [] },
  'of somebody I look after': { owner: 'learner', trainers: ['other', ME] },
  'of a stranger': { owner: 'stranger', trainers: ['other'] },
  'of nobody': {},
  'given by me': { owner: 'learner', giver: ME },
  'of mine and given by me': { owner: ME, giver: ME },
  'of somebody I lead': { owner: 'colleague', isLed: true },
  'mine, of the unit I lead': { owner: ME, isLed: true },
};

const EVERYBODY = ROLES;
/** Who may do what; a pair that is missing may be done by no role. */
const ALLOWED: Readonly<Record<Act, Readonly<Record<string, readonly Role[]>>>> = {
  learn: {
    mine: EVERYBODY,
    'of mine and given by me': EVERYBODY,
    'mine, of the unit I lead': EVERYBODY,
  },
  'see-record': {
    mine: EVERYBODY,
    'of somebody I look after': ['trainer', 'administrator'],
    'of a stranger': ['administrator'],
    'of nobody': ['administrator'],
    'given by me': ['administrator'],
    'of mine and given by me': EVERYBODY,
    'of somebody I lead': ['administrator'],
    'mine, of the unit I lead': EVERYBODY,
  },
  'see-cohort': {
    mine: ['administrator'],
    'of somebody I look after': ['trainer', 'administrator'],
    'of a stranger': ['administrator'],
    'of nobody': ['administrator'],
    'given by me': ['administrator'],
    'of mine and given by me': ['administrator'],
    'of somebody I lead': ['administrator'],
    'mine, of the unit I lead': ['administrator'],
  },
  'manage-people': always('administrator'),
  'read-outbox': always('administrator'),
  'see-content': always('author', 'administrator'),
  // Peers, too, may take back what they said; nobody may take away what is said of themselves.
  'revoke-evidence': {
    'of somebody I look after': ['administrator'],
    'of a stranger': ['administrator'],
    'of nobody': ['administrator'],
    'given by me': EVERYBODY,
    'of somebody I lead': ['administrator'],
  },
  'manage-positions': always('administrator'),
  'see-unit-gaps': always('administrator'),
  'review-learning': {
    'of somebody I look after': ['trainer', 'administrator'],
    'of a stranger': ['administrator'],
    'of nobody': ['administrator'],
    'given by me': ['administrator'],
    'of somebody I lead': ['administrator'],
  },
  vouch: {
    'of somebody I look after': ['trainer', 'administrator'],
    'of a stranger': ['administrator'],
    'of nobody': ['administrator'],
    'given by me': ['administrator'],
    'of somebody I lead': ['administrator'],
  },
  'manage-programmes': always('administrator'),
  'manage-credentials': always('administrator'),
  'ask-everybody': always('administrator'),
  'answer-extension': {
    'of somebody I look after': ['trainer', 'administrator'],
    'of a stranger': ['administrator'],
    'of nobody': ['administrator'],
    'given by me': ['administrator'],
    'of somebody I lead': EVERYBODY,
  },
  'see-team': { 'of somebody I lead': EVERYBODY },
};

function always(...roles: Role[]): Record<string, readonly Role[]> {
  return Object.fromEntries(Object.keys(SUBJECTS).map((subject) => [subject, roles]));
}

for (const act of ACTS) {
  for (const [whose, subject] of Object.entries(SUBJECTS)) {
    const allowed = ALLOWED[act][whose] ?? [];
    test(`${act} ${whose}: ${allowed.join(', ') || 'no role'}`, () => {
      const roles = ROLES.filter((role) => may({ personId: ME, roles: [role] }, act, subject));
      assert.deepEqual(
        roles,
        ROLES.filter((role) => allowed.includes(role)),
      );
    });
  }
}

test('roles add up and never take from each other', () => {
  for (const act of ACTS) {
    for (const subject of Object.values(SUBJECTS)) {
      const single = ROLES.some((role) => may({ personId: ME, roles: [role] }, act, subject));
      assert.equal(may({ personId: ME, roles: ROLES }, act, subject), single);
    }
  }
});

test('somebody without any role may see and do only what is their own, take back what they gave, and lead', () => {
  const nobody = { personId: ME, roles: [] };
  for (const act of ACTS) {
    for (const [whose, subject] of Object.entries(SUBJECTS)) {
      const isOwn = subject.owner === ME && (act === 'learn' || act === 'see-record');
      const isGiven = whose === 'given by me' && act === 'revoke-evidence';
      const isLed = whose === 'of somebody I lead' && /^(answer-extension|see-team)$/.test(act);
      assert.equal(may(nobody, act, subject), isOwn || isGiven || isLed, `${act} ${whose}`);
    }
  }
});
