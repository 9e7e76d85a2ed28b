// Finds a Chromium for the browser tests, or installs one, and prints where it is.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './setup.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const INSTALL_LIMIT_MS = 5 * 60_000;

/** The path of a browser that starts, or null. In order: asked for, Playwright's own, the system's, installed here. */
export async function findBrowser() {
  const { chromium } = await import('playwright');
  const own = () => whenItStarts(chromium.executablePath());
  const system = () => SYSTEM.find((path) => whenItStarts(path)) ?? null;
  return (
    whenItStarts(process.env.CHROMIUM_PATH) ??
    own() ??
    system() ??
    (installOwn() ? own() : null) ??
    (installPackage() ? system() : null)
  );
}

function whenItStarts(path) {
  if (!path || !existsSync(path)) return null;
  try {
    const words = ['--version', '--headless', '--no-sandbox'];
    const version = execFileSync(path, words, { encoding: 'utf8', timeout: 30_000, stdio: 'pipe' });
    return /Chrom/.test(version) ? path : null;
  } catch {
    return null; // A browser that does not start is as good as none; the next place is tried.
  }
}

function installOwn() {
  console.log('No Chromium found: asking Playwright for one …');
  return run('playwright', ['install', 'chromium'], { keep: true, timeout: INSTALL_LIMIT_MS }).ok;
}

/** On Debian and Ubuntu as root, which is how containers run. */
function installPackage() {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  console.log('Installing Chromium with apt-get …');
  const settings = {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    keep: true,
    timeout: INSTALL_LIMIT_MS,
  };
  const words = ['install', '-y', '--no-install-recommends', 'chromium'];
  return (
    run('apt-get', words, settings).ok ||
    (run('apt-get', ['update'], settings).ok && run('apt-get', words, settings).ok)
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await findBrowser();
  console.log(path ?? 'No Chromium: install it, or set CHROMIUM_PATH.');
  process.exitCode = path === null ? 1 : 0;
}
