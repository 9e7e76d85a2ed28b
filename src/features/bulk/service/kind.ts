import type { Reader, Tx } from '#db/client.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import type { ActKind, BulkAct, Decision, LeftReason, Line, SettingsOf } from '../act.ts';

/** An act that somebody has confirmed, with who does it and why: what leaves its mark in the audit trail of each person. */
export type Doing<Kind extends ActKind> = {
  readonly actId: string;
  readonly settings: SettingsOf<Kind>;
  readonly actorId: string;
  readonly why: string;
};

export type Made = { readonly personId: string; readonly effect: string | null };
export type TakenBack = { readonly personId: string; readonly kept: LeftReason | null };

/** What every kind of bulk act knows of itself. */
export type Kind<Name extends ActKind> = {
  /** How many people at a time: short writes, so that others are served in between. */
  readonly batch: number;
  /** What it would change for each of these people, or why it changes nothing. Nothing is written. */
  decide(
    db: Reader | Tx,
    app: ProgrammeApp,
    asked: { settings: SettingsOf<Name>; actId: string; personIds: readonly string[] },
  ): Promise<Decision[]>;
  /** Carries lines out that have just been found to be true still. */
  apply(tx: Tx, app: ProgrammeApp, doing: Doing<Name>, lines: readonly Line[]): Promise<Made[]>;
  /** Puts back what it changed, except where somebody changed it since. */
  undo(tx: Tx, app: ProgrammeApp, doing: Doing<Name>, lines: readonly Line[]): Promise<TakenBack[]>;
};

export type AnyAct = Pick<BulkAct, 'id' | 'settings'>;
