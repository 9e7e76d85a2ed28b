import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './src/cli/browser.mjs';

const port = Number(process.env['TEST_PORT'] ?? 4517);
const executablePath = process.env['CHROMIUM_PATH'] ?? (await findBrowser()) ?? undefined;
// Workers read this file as well; the search happens once.
if (executablePath !== undefined) process.env['CHROMIUM_PATH'] = executablePath;

/** Stories and accessibility, against the built server with its own, freshly filled database. */
export default defineConfig({
  testDir: './tests',
  outputDir: './var/test/playwright',
  workers: 2,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: './var/test/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    // Recording every step costs a fifth of the time; to look at a failure, run its file with `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'stories', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'accessibility', testMatch: 'a11y/**/*.spec.ts' },
  ],
  webServer: {
    command: 'node tests/support/serve.mjs',
    url: `http://localhost:${port}/health`,
    env: { TEST_PORT: String(port) },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
