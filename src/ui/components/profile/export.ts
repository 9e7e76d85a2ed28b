import { likeliestLevel } from '#features/competency/estimate.ts';
import { allCompetencies } from '#features/competency/framework.ts';
import type { CompetencyState } from '#features/competency/profile.ts';
import { effectOf } from '#features/competency/reading.ts';
import type { Profile, SignedLevel } from '#features/competency/service.ts';
import type { Gap } from '#features/position/gap.ts';
import type { Translate } from '#i18n/index.ts';
import { dayAt } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import { csvFile, jsonFile } from '#platform/http/export.ts';
import type { HamkkeApp } from '../../../app.ts';
import { sayShown, sayStanding } from '../competency/words.ts';
import { nameOfSource, type Telling } from './words.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale; readonly app: HamkkeApp };
type Exported = { readonly profile: Profile; readonly gaps: readonly Gap[] };

/** The columns of `export.csv` and the keys of `export.json` stay; new ones are added at the end. See src/features/competency/README.md. */
const COMPETENCY_COLUMNS = [
  'competency_id',
  'competency_name',
  'status',
  'status_text',
  'level',
  'target_level',
  'mean_logits',
  'sd_logits',
  'freshness',
] as const;
const EVIDENCE_COLUMNS = [
  'evidence_id',
  'evidence_kind',
  'evidence_source',
  'evidence_name',
  'occurred_on',
  'result',
  'weight_today',
  'shift_logits',
  'effect',
  'revoked_on',
  'revoked_reason',
] as const;
const SIGNATURE_COLUMNS = ['signed_level', 'signed_on', 'signed_by', 'signature_state'] as const;
const COLUMNS = [...COMPETENCY_COLUMNS, ...EVIDENCE_COLUMNS, ...SIGNATURE_COLUMNS];

/** Everything the profile says: every competency, and every piece of evidence with what it changes today. */
export function profileData({ profile, gaps }: Exported, speaking: Speaking) {
  const targets = new Map(gaps.map(({ target }) => [target.competency, target.level]));
  const { locale, app } = speaking;
  const telling = { ...speaking, names: profile.names, reader: null };
  return {
    format: 1,
    person: profile.personId,
    exported_at: new Date(app.clock.now()).toISOString(),
    language: locale,
    framework_version: app.framework.version,
    competencies: allCompetencies(app.framework).flatMap(({ id, name }) => {
      const state = profile.states.get(id);
      if (state === undefined) return [];
      return [
        {
          id,
          name: name[locale],
          ...stateData(state, speaking),
          target_level: targets.get(id) ?? null,
          evidence: state.pieces.map((explained) => pieceData(explained, telling)),
          signatures: state.signed.map((one) => signatureData(one, telling)),
        },
      ];
    }),
  };
}

function stateData({ standing, estimate, freshness }: CompetencyState, speaking: Speaking) {
  const { t, locale, app } = speaking;
  return {
    status: standing.status,
    status_text: sayStanding(standing, { t, locale, zone: app.zone }),
    level: 'level' in standing && standing.status !== 'not-enough' ? standing.level : null,
    likeliest_level: likeliestLevel(estimate),
    distribution: estimate.distribution.map(rounded),
    mean_logits: rounded(estimate.mean),
    sd_logits: rounded(estimate.sd),
    freshness: rounded(freshness),
  };
}

function pieceData({ piece, shift, counts }: CompetencyState['pieces'][number], telling: Telling) {
  const { zone } = telling.app;
  return {
    id: piece.id,
    kind: piece.shown.kind,
    source: piece.source,
    name: nameOfSource(piece, telling).title,
    occurred_on: dayAt(piece.occurredAt, zone),
    result: sayShown(piece.shown, telling.t),
    weight_today: rounded(counts),
    shift_logits: rounded(shift),
    effect: effectOf(shift),
    revoked_on: piece.revokedAt === null ? null : dayAt(piece.revokedAt, zone),
    revoked_reason: piece.revokedReason,
  };
}

/** A person's name under a level. `state` is what it is worth today. */
function signatureData({ signature, state }: SignedLevel, { app, names }: Telling) {
  const { level, signedAt, signedBy, withdrawnReason } = signature;
  return {
    level,
    signed_on: dayAt(signedAt, app.zone),
    signed_by: names.get(signedBy) ?? signedBy,
    state,
    withdrawn_reason: withdrawnReason,
  };
}

/**
 * The same as a table: a line for each piece of evidence, and one for a competency without any. Of several signatures under a
 * competency the newest stands in its lines.
 */
function profileRows(exported: Exported, speaking: Speaking) {
  return profileData(exported, speaking).competencies.flatMap((one) => {
    const whole = [
      ...[one.id, one.name, one.status, one.status_text, one.level ?? '', one.target_level ?? ''],
      ...[one.mean_logits, one.sd_logits, one.freshness],
    ];
    const last = one.signatures.at(-1);
    const signed = last
      ? [last.level, last.signed_on, last.signed_by, last.state]
      : SIGNATURE_COLUMNS.map(() => '');
    if (one.evidence.length === 0)
      return [[...whole, ...EVIDENCE_COLUMNS.map(() => ''), ...signed]];
    return one.evidence.map((piece) => [
      ...whole,
      ...Object.values(piece).map((value) => value ?? ''),
      ...signed,
    ]);
  });
}

/** A file to keep. */
export function profileFile(
  kind: 'csv' | 'json',
  exported: Exported,
  speaking: Speaking,
): Response {
  const name = `competencies-${exported.profile.personId}`;
  return kind === 'csv'
    ? csvFile(name, COLUMNS, profileRows(exported, speaking))
    : jsonFile(name, profileData(exported, speaking));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
