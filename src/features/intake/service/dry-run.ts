import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Findings, Import } from '../import.ts';
import { maySee } from '../reach.ts';
import { type Settings, signatureText } from '../settings.ts';
import { findImport, saveMapping, updateImport } from '../store/imports.ts';
import { listRows, saveChecked } from '../store/rows.ts';
import type { IntakeApp, Seen } from './kind.ts';
import { kindOf } from './kinds.ts';

const BATCH = 1_000;
const WORDS_SHOWN = 40;

/**
 * Settles how a draft is to be read, remembers that for files with the same first line, and says line by line what taking
 * it would do. Changes nothing else.
 */
export async function checkImport(
  app: IntakeApp,
  actor: Actor,
  { importId, settings }: { importId: string; settings: Settings },
): Promise<Result<null>> {
  const settled = await app.db.write(async (tx) => {
    const found = await findImport(tx, importId);
    if (found === undefined || !maySee(actor, found)) return refuse({ code: 'not-found' });
    if (found.state !== 'draft') return refuse({ code: 'import-not-draft' });
    await updateImport(tx, importId, { settings, findings: null, checkedAt: null });
    await saveMapping(tx, {
      kind: found.kind,
      signature: app.hash(signatureText(found.header)),
      settings,
      usedAt: app.clock.now(),
    });
    return ok(null);
  });
  if (settled.ok) await dryRun(app, importId);
  return settled;
}

/** Looks at every line of a draft as it is settled, in parts. */
export async function dryRun(app: IntakeApp, importId: string): Promise<void> {
  const imported = await findImport(app.db.read, importId);
  if (imported === undefined) throw new Error(`no import ${importId}`);
  const seen: Seen = new Set();
  const words = new Map<string, number>();
  const units = new Map<string, number>();
  for (let after = 0; ; ) {
    const rows = await listRows(app.db.read, importId, { after, limit: BATCH });
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.line;
    const checked = await kindOf(imported.kind).check(app, { imported, rows, seen });
    await app.db.write((tx) => saveChecked(tx, importId, checked.rows));
    for (const word of checked.unknownWords) words.set(word, (words.get(word) ?? 0) + 1);
    for (const unit of checked.missingUnits) units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  await finishDryRun(app, imported, {
    unknownWords: mostFrequent(words),
    missingUnits: mostFrequent(units),
  });
}

/** A dry run of settings that were changed meanwhile says nothing. */
async function finishDryRun(app: IntakeApp, ran: Import, findings: Findings): Promise<void> {
  await app.db.write(async (tx) => {
    const found = await findImport(tx, ran.id);
    const isSame = JSON.stringify(found?.settings) === JSON.stringify(ran.settings);
    if (found?.state !== 'draft' || !isSame) return;
    await updateImport(tx, ran.id, { findings, checkedAt: app.clock.now() });
  });
}

function mostFrequent(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, WORDS_SHOWN)
    .map(([word]) => word);
}
