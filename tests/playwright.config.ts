/** Playwright: the built site in a real browser. */
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './browser.ts';

// Another port lets two copies of the project run their tests side by side.
const port = Number(process.env['TEST_PORT'] ?? 4391);
const executablePath = findBrowser();

export default defineConfig({
  testDir: './site',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // One more attempt, since a browser is not a clock; run.ts says when it was needed.
  retries: 1,
  // Only what hangs takes as long: a busy machine fails no test.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter:
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? 'list' : [['line'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    launchOptions: {
      args: browserFlags,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: `npm run -s preview -- --port ${port} --ignore-lock`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
