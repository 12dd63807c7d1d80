/** A site takes the place of another in one step, or is refused in a sentence before it is built. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertReplaceable, followLinks, replace } from '../../src/publish/target.ts';
import { remove } from '../../src/publish/work-folder.ts';
import { temporaryFolder } from './project.ts';

let parent: string;
let target: string;
const content = path.resolve('content');

beforeEach(() => {
  parent = temporaryFolder();
  target = path.join(parent, 'dist');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

function writeSite(folder: string, words: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), words);
  return folder;
}

function publish(to: string, words: string): void {
  const folder = path.join(parent, '.staging-aaaaaa');
  remove(replace(to, writeSite(path.join(folder, 'site'), words), folder));
}
const page = (): string => readFileSync(path.join(target, 'index.html'), 'utf8');

test('a site is put where none was, and in the place of another', () => {
  for (const words of ['first', 'second']) {
    assertReplaceable(target, content);
    publish(target, words);
    expect(page()).toBe(words);
    expect(readdirSync(parent)).toEqual(['.staging-aaaaaa', 'dist']);
  }
});

test('an empty folder stays until the site comes', () => {
  mkdirSync(target);
  assertReplaceable(target, content);
  expect(readdirSync(target)).toEqual([]);
});

test('a link stays, and leads to the new site', () => {
  const real = path.join(parent, 'real/site');
  symlinkSync('real/site', target);
  mkdirSync(path.dirname(real));
  expect(followLinks(target)).toBe(real);
  assertReplaceable(real, content);
  publish(real, 'new');
  expect(lstatSync(target).isSymbolicLink()).toBe(true);
  expect(page()).toBe('new');
});

test('a site that cannot be moved in leaves the one that was there', () => {
  writeSite(target, 'old');
  const missing = path.join(parent, 'missing');
  expect(() => replace(target, missing, path.join(parent, '.staging-aaaaaa'))).toThrow(
    /cannot be replaced/,
  );
  expect(page()).toBe('old');
});

test('a file is refused', () => {
  writeFileSync(target, 'mine');
  expect(() => assertReplaceable(target, content)).toThrow(/ is a file, or a link: move it away/);
  expect(existsSync(target)).toBe(true);
});

test.each(['.', '..', 'src', 'src/pages', 'content', 'content/articles', 'node_modules', '.git'])(
  'a site is not put in the place of %s',
  (name) => {
    expect(() => assertReplaceable(path.resolve(name), content)).toThrow(/ would replace what is/);
  },
);

test('nor of content that lies elsewhere', () => {
  expect(() => assertReplaceable(parent, path.join(parent, 'words'))).toThrow(
    / would replace what is/,
  );
});
