import type { Tx } from '#db/client.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import type { App } from '#kernel/ports.ts';
import type { Cells, CheckedRow, Findings, Import, Row } from '../import.ts';
import type { Outcome } from '../store/rows.ts';

export type IntakeApp = App & WithFramework;
export type RawRow = { readonly line: number; readonly cells: Cells };
/** What earlier lines of the same file said, so that the second of two that say the same is known. */
export type Seen = Set<string>;

export type Checked = { readonly rows: readonly CheckedRow[] } & Findings;

/**
 * What one kind of import does with its lines. `check` only looks; `apply` decides again inside the transaction, because the
 * world may have moved since the dry run; `undo` takes back what `apply` did to exactly these lines.
 */
export type Kind = {
  /** Lines a transaction: a writer that waits behind it waits some tens of milliseconds. */
  readonly batch: number;
  readonly check: (
    app: IntakeApp,
    about: { readonly imported: Import; readonly rows: readonly RawRow[]; readonly seen: Seen },
  ) => Promise<Checked>;
  readonly apply: (
    tx: Tx,
    app: IntakeApp,
    about: { readonly imported: Import; readonly rows: readonly Row[]; readonly personId?: string },
  ) => Promise<Outcome[]>;
  readonly undo: (
    tx: Tx,
    app: IntakeApp,
    about: {
      readonly imported: Import;
      readonly rows: readonly Row[];
      readonly reason: string;
      readonly by: string;
    },
  ) => Promise<void>;
};
