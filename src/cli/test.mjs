// `npm test`: everything a change must pass, from a bare clone. The last line says how many checks passed and failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build, cutFonts } from './build.mjs';
import { root, run, secondsSince, setUp } from './setup.mjs';

const folder = join(root, 'var/test');
const start = performance.now();
// A log file shows colour codes as noise.
const colors = process.stdout.isTTY ? [] : ['--colors=off'];
const total = { passed: 0, failed: 0 };

setUp();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

await stage('types', checkTypes);
await stage('style', () => one(run('biome', ['ci', ...colors]).ok));
await stage('rules, stores and architecture', nodeTests);
await stage('content', () => one(run('node', ['src/cli/check-content.ts']).ok));
const isBuilt = await stage('build', buildPages);
const browser = isBuilt && (await stage('browser', installBrowser));
if (browser) await stage('stories and accessibility', browserTests);
else total.failed += 1;

console.log(`\nAll stages took ${secondsSince(start)}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs one stage, adds up its checks and says how long it took; the answer is whether all of them passed. */
async function stage(title, act) {
  const begin = performance.now();
  console.log(`\n── ${title}`);
  const { passed, failed } = await act();
  total.passed += passed;
  total.failed += failed;
  console.log(`── ${title}: ${passed} passed, ${failed} failed, ${secondsSince(begin)}`);
  return failed === 0;
}

/** A whole check counts as one. */
function one(isPassed) {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function checkTypes() {
  const fonts = cutFonts();
  if (!fonts.ok) console.log(fonts.output);
  return one(fonts.ok && run('astro', ['check', '--minimumFailingSeverity', 'error']).ok);
}

function nodeTests() {
  const report = join(folder, 'node.tap');
  const { ok } = run('node', [
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    'tests/*.test.ts',
    'tests/{unit,store,content}/**/*.test.ts',
  ]);
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const count = (word) => Number(text.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const passed = count('pass');
  const failed = count('tests') - passed;
  return { passed, failed: ok ? failed : Math.max(1, failed) };
}

function buildPages() {
  const { ok, output } = build();
  if (!ok) console.log(output);
  return one(ok);
}

async function installBrowser() {
  const path = await findBrowser();
  console.log(path ?? 'No Chromium: install it, or set CHROMIUM_PATH.');
  if (path) process.env.CHROMIUM_PATH = path;
  return one(path !== null);
}

async function browserTests() {
  const env = { CHROMIUM_PATH: process.env.CHROMIUM_PATH, TEST_PORT: String(await freePort()) };
  const { ok } = run('playwright', ['test'], { env });
  const report = join(folder, 'playwright.json');
  if (!existsSync(report)) return one(false);
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  // A test that fails now and then is a bug; a skipped one proves nothing.
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: ok ? failed : Math.max(1, failed) };
}

function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
