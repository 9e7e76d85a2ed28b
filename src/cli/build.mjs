// Builds the pages when something they are made of has changed since the last build. `--force` builds in any case.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveUp, root, run, secondsSince, setUp } from './setup.mjs';

const SOURCES = [
  'src',
  'content',
  'db',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
/** Made by the build itself from the other sources. */
const MADE = /^(public\/fonts|src\/ui\/fonts\/print|src\/ui\/styles\/fonts\.)/;
const STAMP = join(root, 'dist', '.sources');

/** Returns whether there is a build of the present sources, and what the builder said when there is none. */
export function build({ force = false } = {}) {
  const wanted = hashOf(SOURCES);
  if (!force && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return { ok: true, output: '' };
  }
  const start = performance.now();
  console.log('Building the pages …');
  rmSync(STAMP, { force: true });
  const fonts = cutFonts();
  if (!fonts.ok) return fonts;
  const result = run('astro', ['build'], { keep: true });
  if (!result.ok) return result;
  writeFileSync(STAMP, wanted);
  console.log(`Built in ${secondsSince(start)}.`);
  return result;
}

/** Cuts the typeface down to what is in use. Pages import the list this writes, so types and development need it too. */
export function cutFonts() {
  return run('node', ['src/cli/build-fonts.ts'], { keep: true });
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !MADE.test(path))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  const { ok, output } = build({ force: process.argv.includes('--force') });
  if (!ok) giveUp(`${output}\nThe build failed: the lines above say why.`);
}
