/** What counts of a package is its code, wherever it lies, and not the version that it names. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageDigest } from '#checks/output/package-digest.ts';

let folder: string;
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const digest = (): string => packageDigest('first', path.join(folder, 'code.js'));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  const manifest = { name: 'first', version: '1.0.0', dependencies: { second: '1', missing: '1' } };
  write('node_modules/first/package.json', JSON.stringify(manifest));
  write('node_modules/first/lib/index.js', 'export const answer = 1;');
  write('elsewhere/package.json', JSON.stringify({ name: 'second', dependencies: { first: '1' } }));
  write('elsewhere/index.js', 'export const word = "a";');
  symlinkSync('../elsewhere', path.join(folder, 'node_modules/second'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['its own code', 'node_modules/first/lib/index.js'],
  ['the code of a linked package that it needs', 'elsewhere/index.js'],
  ['a new file', 'node_modules/first/lib/more.cjs'],
])('%s changes it', (_what, file) => {
  const before = digest();
  expect(digest()).toBe(before);
  write(file, 'export const patched = true;');
  expect(digest()).not.toBe(before);
});

test('what it tells people does not', () => {
  const before = digest();
  write('node_modules/first/README.md', 'Read me.');
  expect(digest()).toBe(before);
});
