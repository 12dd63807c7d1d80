/** The digest of the code is that of the code which is at work, or of none. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  for (const name of ['src', 'node_modules/some'])
    mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of [
    'src/a.ts',
    'package.json',
    'astro.config.mjs',
    'tailwind.config.ts',
    'node_modules/some/a.js',
  ])
    writeFileSync(path.join(folder, name), '1');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

// A process that loads its code, in which somebody then does something.
function found(done: string): { isThatOfTheDisk: boolean; held: string } {
  const module = pathToFileURL(path.resolve('src/store/code.ts')).href;
  const script = `
    import { writeFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    const code = await import('${module}');
    ${done};
    let held = 'held';
    const isThatOfTheDisk = code.codeDigest() === code.digestNow();
    try { code.holdCode(); } catch (error) { held = error.message; }
    console.log(JSON.stringify({ isThatOfTheDisk, held }));`;
  const options = { cwd: folder, encoding: 'utf8' } as const;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], options),
  ) as ReturnType<typeof found>;
}

const edit = "writeFileSync('src/a.ts', '2')";

test('of code that nobody touches it is that of the disk', () => {
  expect(found('')).toEqual({ isThatOfTheDisk: true, held: 'held' });
});

test.each([
  ['a file of the code', edit],
  ['a file of a package', "writeFileSync('node_modules/some/a.js', '2')"],
  ['the configuration', "writeFileSync('package.json', '2')"],
])('of code that may have been loaded before %s changed it is that of none', (_what, done) => {
  expect(found(done)).toEqual({
    isThatOfTheDisk: false,
    held: 'The code changed while it was loaded: start again.',
  });
});

test('of code that was loaded anew after an edit it is that of the disk', () => {
  expect(found(`${edit}; await setTimeout(50); code.beginLoading()`)).toEqual({
    isThatOfTheDisk: true,
    held: 'held',
  });
});

test('a change in the future, by a clock that was put back, stops nobody', () => {
  expect(found(`${edit}; const { now } = Date; Date.now = () => now() - 60_000`)).toEqual({
    isThatOfTheDisk: true,
    held: 'held',
  });
});
