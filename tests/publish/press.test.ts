/** What decides which press prints a site, and what may stand beside its pages. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { filesThrough } from '../../src/publish/entries.ts';
import { assertFree, assertSameCode, pressKey } from '../../src/publish/press.ts';
import { temporaryFolder } from './project.ts';

test('files behind links are among those that are published as they lie there', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => path.join(folder, name);
  mkdirSync(at('public'));
  mkdirSync(at('elsewhere'));
  for (const name of ['elsewhere/b.txt', 'c.txt', 'public/a.txt']) writeFileSync(at(name), name);
  symlinkSync(at('elsewhere'), at('public/folder'));
  symlinkSync(at('c.txt'), at('public/file.txt'));
  const files = filesThrough(at('public')).map((file) => path.relative(at('public'), file));
  expect(files).toEqual(['a.txt', 'file.txt', 'folder/b.txt']);
  rmSync(folder, { recursive: true });
});

test('what is published under the key of one code is not made of another', () => {
  expect(() => assertSameCode(pressKey())).not.toThrow();
  expect(() => assertSameCode(pressKey('of another'))).toThrow(
    'The code, or public/, changed while the site was built: build again.',
  );
});

test('a press is kept under its key, and found under no other', () => {
  const folder = temporaryFolder();
  const press = pathToFileURL(path.resolve('src/publish/press.ts')).href;
  const script = `
    import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
    const { keepPress, keptPress, workshopIn } = await import('${press}');
    for (const key of ['one', 'two']) {
      for (const name of ['program', 'files', 'astro']) mkdirSync('work/' + name, { recursive: true });
      writeFileSync('work/program/prerender-entry.mjs', key);
      keepPress(workshopIn('work'), key);
    }
    const found = () => ['one', 'two'].map((key) => keptPress(key) !== undefined);
    const before = found();
    const swap = (from, to) => renameSync('.cache/presses/' + from, '.cache/presses/' + to);
    swap('one', 'three'); swap('two', 'one'); swap('three', 'two');
    console.log(JSON.stringify([before, found()]));`;
  const words = ['--input-type=module', '-e', script];
  const said = execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual([
    [true, true],
    [false, false],
  ]);
  rmSync(folder, { recursive: true });
});

test.each([
  ['faq/index.html', 'faq'],
  ['faq', 'faq'],
  ['faq/index.html/x.txt', 'faq'],
])('a file %s of public/ is in the way of a page', (name, pathname) => {
  const piece = { pathname, component: 'faq.astro', route: `/${pathname}`, isPage: true };
  expect(() => assertFree(['icon.svg', name], [piece])).toThrow(
    `public/${name} lies where a page of the site goes: take it away.`,
  );
  expect(() => assertFree(['icon.svg', 'faq.txt'], [piece])).not.toThrow();
});
