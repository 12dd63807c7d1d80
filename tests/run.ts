/** The test command: every stage in order, and a last line that counts the tests. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findOrInstallBrowser } from './browser.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
const total: Count = { passed: 0, failed: 0, skipped: 0 };

// The real content is checked for one day, so that the calendar alone breaks no test run. An
// article that is published later is not on the tested site: raise the day with the content.
const environment = {
  ...process.env,
  TODAY: process.env['TODAY'] ?? '2026-11-25',
  ASTRO_TELEMETRY_DISABLED: '1',
};

function stage(
  name: string,
  command: string,
  words: string[],
  extra: NodeJS.ProcessEnv = {},
): boolean {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, words, {
    stdio: 'inherit',
    env: { ...environment, ...extra },
  });
  return status === 0;
}

/** A stage that is one test. */
function single(name: string, command: string, words: string[]): boolean {
  return counts(stage(name, command, words));
}

function counts(passed: boolean): boolean {
  if (passed) total.passed += 1;
  else total.failed += 1;
  return passed;
}

/** Stages that are one test each and use one core, side by side; each tells what it found when all have ended. */
async function sideBySide(
  stages: [name: string, command: string, words: string[]][],
): Promise<void> {
  const ends = await Promise.all(
    stages.map(async ([name, command, words]) => {
      const child = spawn(command, words, { env: environment });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const [status] = (await once(child, 'close').catch((error: unknown) => {
        output += String(error);
        return [null];
      })) as [number | null];
      return { name, status, output };
    }),
  );
  for (const { name, status, output } of ends) {
    console.log(`\n== ${name}\n${output.trimEnd()}`);
    counts(status === 0);
  }
}

/** A stage whose runner counts; a run that tells no numbers has failed. */
function counted(name: string, ok: boolean, count: Count | undefined): void {
  if (count === undefined || count.passed + count.failed === 0) {
    console.log(`${name}: no test ran.`);
    total.failed += 1;
    return;
  }
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (!ok && count.failed === 0) total.failed += 1;
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function unitTests(): void {
  const file = path.join(folder, 'unit.json');
  const ok = stage('unit tests', 'vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readJson(file) as
    { numPassedTests: number; numFailedTests: number; numPendingTests: number } | undefined;
  counted(
    'unit tests',
    ok,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    },
  );
}

function browserTests(): void {
  let browser: string;
  try {
    browser = findOrInstallBrowser();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    total.failed += 1;
    return;
  }
  const file = path.join(folder, 'site.json');
  const ok = stage(
    'browser tests',
    'playwright',
    ['test', '--config', 'tests/playwright.config.ts'],
    {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  );
  const report = readJson(file) as
    { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined;
  const flaky = report?.stats.flaky ?? 0;
  if (flaky > 0) console.log(`${flaky} of them passed at the second attempt only: mend them.`);
  counted(
    'browser tests',
    ok,
    report && {
      passed: report.stats.expected + flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    },
  );
}

await sideBySide([
  ['lint', 'oxlint', []],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['types', 'astro', ['check']],
  ['content', 'node', ['src/checks/cli.ts']],
]);
unitTests();
// Without a site there is nothing to open in a browser.
if (single('build', 'node', ['src/publish/cli.ts'])) browserTests();
else total.failed += 1;

console.log('');
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
