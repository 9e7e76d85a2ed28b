import type { Reader, Tx } from '#db/client.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import type { ActKind, BulkAct, Decision, Line } from '../act.ts';
import { absenceKind } from './absences.ts';
import type { Kind, Made, TakenBack } from './kind.ts';
import { endPositionKind, givePositionKind } from './positions.ts';
import { excuseKind, requireKind } from './programmes.ts';
import { giveRoleKind, takeRoleKind } from './roles.ts';
import { unitKind } from './units.ts';

const KINDS: { readonly [Name in ActKind]: Kind<Name> } = {
  unit: unitKind,
  'give-position': givePositionKind,
  'end-position': endPositionKind,
  require: requireKind,
  excuse: excuseKind,
  absence: absenceKind,
  'give-role': giveRoleKind,
  'take-role': takeRoleKind,
};

type Settled = Pick<BulkAct, 'id' | 'settings'>;
type By = { readonly actorId: string; readonly why: string };

/** A kind together with the settings of an act of that kind. */
export type Workings = {
  readonly batch: number;
  decide(db: Reader | Tx, app: ProgrammeApp, personIds: readonly string[]): Promise<Decision[]>;
  apply(tx: Tx, app: ProgrammeApp, by: By, lines: readonly Line[]): Promise<Made[]>;
  undo(tx: Tx, app: ProgrammeApp, by: By, lines: readonly Line[]): Promise<TakenBack[]>;
};

export function workingsOf(act: Settled): Workings {
  const { settings } = act;
  switch (settings.kind) {
    case 'unit':
      return bind(KINDS.unit, settings, act.id);
    case 'give-position':
      return bind(KINDS['give-position'], settings, act.id);
    case 'end-position':
      return bind(KINDS['end-position'], settings, act.id);
    case 'require':
      return bind(KINDS.require, settings, act.id);
    case 'excuse':
      return bind(KINDS.excuse, settings, act.id);
    case 'absence':
      return bind(KINDS.absence, settings, act.id);
    case 'give-role':
      return bind(KINDS['give-role'], settings, act.id);
    case 'take-role':
      return bind(KINDS['take-role'], settings, act.id);
  }
}

function bind<Name extends ActKind>(
  kind: Kind<Name>,
  settings: Parameters<Kind<Name>['decide']>[2]['settings'],
  actId: string,
): Workings {
  return {
    batch: kind.batch,
    decide: (db, app, personIds) => kind.decide(db, app, { settings, actId, personIds }),
    apply: (tx, app, by, lines) => kind.apply(tx, app, { settings, actId, ...by }, lines),
    undo: (tx, app, by, lines) => kind.undo(tx, app, { settings, actId, ...by }, lines),
  };
}
