/** What people know a table by, for the preview. */
export const THINGS = [
  'statements',
  'evidence',
  'observations',
  'challenges',
  'signatures',
  'peers',
  'runs',
  'votes',
  'cohorts',
  'positions',
  'claims',
  'duties',
  'sheets',
  'imports',
] as const;
export type Thing = (typeof THINGS)[number];

/**
 * What merging does with a column that names a person.
 * `moves`: the row becomes the remaining person's. Where both have a row of the same key, the other one `stays` where nobody
 * looks any more, or is taken `out` because a list would show it.
 * `told`: the row stays as it is and is told as the remaining person's by an alias.
 * `remade`: a cache that is made again.
 * `stays`: what somebody said or did to others stays under the name under which it was said.
 */
export type Decision = {
  readonly table: string;
  readonly column: string;
  /** The columns that, beside this one, make the row unique. */
  readonly key: readonly string[];
  readonly does: 'moves' | 'told' | 'remade' | 'stays';
  readonly ifBoth?: 'stays' | 'out';
  /** What the preview counts; only the main table of a thing has it. */
  readonly thing?: Thing;
};

const moves = (
  table: string,
  column: string,
  key: readonly string[],
  rest: Pick<Decision, 'ifBoth' | 'thing'> = {},
): Decision => ({ table, column, key, does: 'moves', ...rest });

const id = ['id'] as const;

/** Every column of the database that names a person. A test walks the schema and fails for one that is not here. */
export const DECISIONS: readonly Decision[] = [
  { table: 'statement', column: 'actor_id', key: ['seq'], does: 'told' },
  moves('record_alias', 'person_id', ['alias_id']),
  moves('person', 'merged_into', id),

  moves('evidence', 'person_id', id, { thing: 'evidence' }),
  moves('observation', 'person_id', id, { thing: 'observations' }),
  moves('challenge', 'person_id', id, { thing: 'challenges' }),
  moves('level_signature', 'person_id', id, { thing: 'signatures' }),
  moves('peer_request', 'person_id', id, { thing: 'peers' }),
  moves('peer_request', 'peer_id', id),
  { table: 'competency_cell', column: 'person_id', key: ['competency'], does: 'remade' },
  { table: 'progress', column: 'person_id', key: ['course_id'], does: 'remade' },

  moves('scenario_run', 'host_id', id),
  moves('scenario_player', 'person_id', ['run_id', 'seat'], { thing: 'runs' }),
  moves('scenario_step', 'person_id', ['run_id', 'seq']),
  moves('scenario_met', 'person_id', ['scenario_id', 'logic_hash', 'run_id'], { ifBoth: 'stays' }),
  moves('scenario_reflection', 'person_id', ['run_id', 'question']),
  moves('scenario_improvement_change', 'person_id', ['seq']),
  moves('vote_exercise', 'opened_by', ['run_id']),
  moves('vote_ballot', 'person_id', id, { thing: 'votes' }),

  // Only that somebody answered; what, cannot be moved, for nobody knows which it was.
  moves('survey_answered', 'person_id', ['round_id'], { ifBoth: 'stays' }),

  moves('cohort_member', 'person_id', ['cohort_id'], { ifBoth: 'out', thing: 'cohorts' }),
  moves('cohort_trainer', 'person_id', ['cohort_id'], { ifBoth: 'out' }),
  moves('position_holding', 'person_id', id, { thing: 'positions' }),
  // Somebody who led a unit under both names is told once: leaders are a set.
  moves('unit_leader', 'person_id', id),
  moves('prior_claim', 'person_id', id, { thing: 'claims' }),
  moves('credential', 'person_id', id),
  moves('credit', 'person_id', ['claim_id']),
  moves('absence', 'person_id', id),
  moves('extension', 'person_id', id),
  moves('excuse', 'person_id', id, { thing: 'duties' }),
  moves('programme_member', 'person_id', ['programme_id'], { ifBoth: 'out' }),
  moves('programme_transition', 'person_id', ['programme_id', 'period', 'what', 'on_day'], {
    ifBoth: 'stays',
  }),
  // Made again by the job that follows the audit trail, in which a merge is told of both.
  { table: 'programme_period', column: 'person_id', key: [], does: 'remade' },
  moves('person_attribute', 'person_id', ['name'], { ifBoth: 'stays' }),
  moves('sheet_version', 'person_id', id, { thing: 'sheets' }),
  moves('refresher_plan', 'person_id', [], { ifBoth: 'stays' }),
  moves('refresher_set', 'person_id', ['course_id'], { ifBoth: 'stays' }),
  moves('recommendation_dismissal', 'person_id', ['key'], { ifBoth: 'stays' }),
  moves('notice', 'person_id', id),
  moves('reminder', 'recipient_id', ['person_id', 'programme_id', 'period', 'rung'], {
    ifBoth: 'stays',
  }),
  moves('reminder', 'person_id', ['recipient_id', 'programme_id', 'period', 'rung'], {
    ifBoth: 'stays',
  }),
  moves('reminder_choice', 'person_id', [], { ifBoth: 'stays' }),
  moves('intake_import', 'uploaded_by', id),
  moves('bulk_line', 'person_id', ['act_id'], { ifBoth: 'stays' }),
  moves('intake_row', 'person_id', ['import_id', 'line'], { thing: 'imports' }),

  moves('transcript_outside', 'person_id', id),
  // Made again by the job that follows the audit trail.
  { table: 'transcript_hours', column: 'person_id', key: [], does: 'remade' },
  { table: 'transcript_stale', column: 'person_id', key: [], does: 'remade' },

  ...stay({
    absence: ['recorded_by', 'withdrawn_by'],
    audit_entry: ['actor_id'],
    bulk_act: ['prepared_by', 'confirmed_by', 'undone_by'],
    calibrated_rater: ['rater_id'],
    challenge: ['closed_by'],
    credential: ['revoked_by'],
    credit: ['answered_by'],
    excuse: ['excused_by', 'withdrawn_by'],
    extension: ['answered_by'],
    intake_import: ['confirmed_by', 'undone_by'],
    // Roles and keys of the account that is closed do not open the one that stays.
    invitation: ['invited_by', 'accepted_by'],
    level_signature: ['signed_by', 'withdrawn_by'],
    observation: ['rater_id', 'withdrawn_by'],
    password_reset: ['person_id'],
    person_merge: ['from_id', 'into_id', 'merged_by', 'undone_by'],
    position_change: ['actor_id'],
    position_holding: ['given_by'],
    prior_decision: ['reviewer_id'],
    programme_change: ['actor_id'],
    record_alias: ['alias_id'],
    role_grant: ['person_id'],
    session: ['person_id'],
    transcript_outside: ['reviewer_id'],
    transcript_setting: ['actor_id'],
    survey_round: ['opened_by'],
    vote: ['opened_by', 'closed_by'],
  }),
];

function stay(columns: Readonly<Record<string, readonly string[]>>): Decision[] {
  return Object.entries(columns).flatMap(([table, names]) =>
    names.map((column) => ({ table, column, key: [], does: 'stays' as const })),
  );
}

export type Moving = Decision & { readonly does: 'moves' };
export const MOVING: readonly Moving[] = DECISIONS.filter(isMoving);

function isMoving(decision: Decision): decision is Moving {
  return decision.does === 'moves';
}
