/** Finds a Chromium for the browser tests, or installs one. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// What draws no window of its own, and is quicker for it, comes first.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium that is there: CHROMIUM_PATH, the system's, or Playwright's own. */
export function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  const folders = (process.env['PATH'] ?? '').split(':');
  const system = folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));
  return [...system, ...applications, chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * The same, after trying to install one where there is none.
 * @throws {Error} in one sentence that says what to install
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  const attempts: [string, string[]][] =
    isRoot && existsSync('/usr/bin/apt-get')
      ? [
          ['apt-get', ['update', '-qq']],
          ['apt-get', [...install, 'chromium-headless-shell']],
          ['apt-get', [...install, 'chromium']],
        ]
      : [['npx', ['playwright', 'install', 'chromium']]];
  console.log('No Chromium was found: installing one.');
  for (const [command, words] of attempts) {
    try {
      execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    } catch {
      // The next may do; what to do where none does is said below.
    }
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need Chromium: install it with your package manager, or set CHROMIUM_PATH to one.',
  );
}

/** Flags that a Chromium needs as root, without a network, and to set lines as a phone does. */
export const browserFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  // As on a phone: what draws no window would round each letter to whole pixels.
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
