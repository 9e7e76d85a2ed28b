import { z } from 'zod';
import { findSnapshot, snapshotsOf } from '#features/catalogue/service.ts';
import type { App } from '#kernel/ports.ts';
import { rememberRecent } from '#kernel/recent.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { type Compiled, compile } from '../compile.ts';
import { exploreSlowly } from '../explore.ts';
import { type Horizon, horizonOf } from '../horizon.ts';
import { readLogic, type WithScenarios } from '../source.ts';
import type { Words } from '../words.ts';
import { finishSlowly } from './slowly.ts';

/** A version of a scenario with words that fit it, whether it is still published or not. */
export type Version = {
  readonly hash: string;
  readonly compiled: Compiled;
  readonly words: Readonly<Record<Locale, Words>>;
};

const COMPILED_KEPT = 50;
const HORIZONS_KEPT = 10;

// Named by the hash of what they are made from, so they hold for every database of this process.
const compiledVersions = rememberRecent<Compiled>(COMPILED_KEPT);
const oldWords = rememberRecent<Version['words']>(COMPILED_KEPT);
const horizons = rememberRecent<Promise<Horizon>>(HORIZONS_KEPT);

const blockSchema = z.union([
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
]);
const sectionSchema = z.object({ label: z.string(), blocks: z.array(blockSchema) });
const keptWordsSchema = z.object({
  words: z.record(z.enum(LOCALES), z.record(z.string(), sectionSchema)),
});

/**
 * The version a run began on. The published one has today's words; an older one is read from what was kept when runs on it
 * began.
 */
export async function versionOf(
  app: Pick<App, 'db'> & WithScenarios,
  { scenarioId, logicHash: hash }: { scenarioId: string; logicHash: string },
): Promise<Version> {
  const published = app.scenarios.get(scenarioId);
  if (published?.hash === hash) {
    const compiled = compiledVersions.get(hash) ?? compile(published.logic);
    compiledVersions.set(hash, compiled);
    return { hash, compiled, words: published.words };
  }
  const compiled = compiledVersions.get(hash) ?? (await compileKept(app, hash));
  compiledVersions.set(hash, compiled);
  const words = oldWords.get(hash) ?? (await wordsKept(app, hash));
  oldWords.set(hash, words);
  return { hash, compiled, words };
}

/** What can still happen from everywhere in a version; computed once, in pieces, so that others are served meanwhile. */
export async function horizonFor({ hash, compiled }: Version): Promise<Horizon> {
  const known = horizons.get(hash) ?? lookAhead(compiled);
  horizons.set(hash, known);
  return known;
}

async function lookAhead(compiled: Compiled): Promise<Horizon> {
  const graph = await finishSlowly(exploreSlowly(compiled));
  return horizonOf(graph, Object.keys(compiled.logic.indicators));
}

async function compileKept(app: Pick<App, 'db'>, hash: string): Promise<Compiled> {
  const snapshot = await findSnapshot(app.db.read, hash);
  if (snapshot === null) throw new Error(`the logic ${hash} was never kept`);
  return compile(readLogic(snapshot.body));
}

async function wordsKept(app: Pick<App, 'db'>, hash: string): Promise<Version['words']> {
  const snapshots = await snapshotsOf(app.db.read, 'scenario-words', hash);
  const last = snapshots.at(-1);
  if (last === undefined) throw new Error(`the words of the logic ${hash} were never kept`);
  return keptWordsSchema.parse(JSON.parse(last.body)).words;
}
