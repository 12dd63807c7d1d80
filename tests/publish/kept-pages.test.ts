/** What is kept of a site for the next build is its pages, whatever else somebody left among them. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPages, placePages, takePages } from '../../src/publish/kept-pages.ts';
import { temporaryFolder } from './project.ts';

const names = ['index.html', 'articles/a/index.html', 'articles/b/index.html'];

let project = '';
const at = (...parts: string[]): string => path.join(project, ...parts);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  project = temporaryFolder();
  vi.spyOn(process, 'cwd').mockReturnValue(project);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(project, { recursive: true });
});

/** A build that makes the pages which it does not find, up to where the new site stands. */
function publish(): ReturnType<typeof takePages> {
  const pages = takePages(at('otherwise'));
  const site = path.join(pages.work, 'site');
  placePages(pages, site);
  const missing = names.filter((name) => !existsSync(path.join(site, name)));
  for (const name of missing) {
    write(path.join(site, name), name);
    write(path.join(pages.folder, 'dist', name), name);
  }
  const paths = Object.fromEntries(names.map((name) => [name, { outputFile: name }]));
  write(
    path.join(pages.folder, 'incremental-build.json'),
    JSON.stringify({ routes: { all: { paths } } }),
  );
  rmSync(at('previous'), { recursive: true, force: true });
  if (existsSync(at('dist'))) move('dist', 'previous');
  move(path.relative(project, site), 'dist');
  return pages;
}

function move(from: string, to: string): void {
  renameSync(at(from), at(to));
}

function build(): void {
  keepPages(publish(), at('dist'), at('previous'));
}

function keptFolder(): string {
  return readdirSync(at('.cache')).find((name) => name.startsWith('pages-')) ?? '';
}

/** What the next build finds in its site. */
function placed(): string {
  const pages = takePages(at('otherwise'));
  const site = path.join(pages.work, 'site');
  placePages(pages, site);
  return site;
}

test('a folder that is empty in the site is in no site behind it', () => {
  build();
  mkdirSync(at('dist/empty/deep'), { recursive: true });
  rmSync(at('dist/articles/a/index.html'));
  build();
  const site = placed();
  expect(existsSync(path.join(site, 'empty'))).toBe(false);
  expect(readFileSync(path.join(site, 'articles/a/index.html'), 'utf8')).toBe(names[1]);
});

test('whatever lies in the site, its pages are kept', () => {
  build();
  rmSync(at('dist/articles'), { recursive: true });
  for (const name of ['articles', '.dot', 'odd\nname %41 é.html']) write(at('dist', name), name);
  symlinkSync('/nowhere', at('dist/nowhere'));
  write(at('elsewhere/mine.txt'), 'Mine.');
  symlinkSync(at('elsewhere'), at('dist/linked'));
  build();
  const site = placed();
  expect(readdirSync(site).sort()).toEqual(['articles', 'index.html']);
  for (const name of names) expect(readFileSync(path.join(site, name), 'utf8')).toBe(name);
  expect(existsSync(at('elsewhere/mine.txt'))).toBe(true);
});

test('a folder in the place of a page does not pass for the page', () => {
  build();
  rmSync(at('dist/articles/a/index.html'));
  mkdirSync(at('dist/articles/a/index.html'));
  build();
  expect(lstatSync(path.join(placed(), 'articles/a/index.html')).isFile()).toBe(true);
});

test('the folder of a kept page that was taken away is not in the site', () => {
  build();
  const kept = keptFolder();
  rmSync(at('.cache', kept, 'dist/articles/a/index.html'));
  rmSync(at('.cache', kept, 'dist/articles/b/index.html'));
  mkdirSync(at('.cache', kept, 'dist/articles/b/index.html'));
  expect(readdirSync(placed())).toEqual(['index.html']);
});

test('kept pages that are a link do not become the site', () => {
  build();
  const kept = keptFolder();
  move(`.cache/${kept}/dist`, 'elsewhere');
  symlinkSync(at('elsewhere'), at('.cache', kept, 'dist'));
  expect(existsSync(placed())).toBe(false);
  expect(existsSync(at('elsewhere/index.html'))).toBe(true);
});

test('what a link leads to that was put in the place of the site stays', () => {
  build();
  write(at('elsewhere/mine.txt'), 'Mine.');
  const pages = publish();
  rmSync(at('previous'), { recursive: true });
  symlinkSync(at('elsewhere'), at('previous'));
  keepPages(pages, at('dist'), at('previous'));
  expect(readFileSync(at('elsewhere/mine.txt'), 'utf8')).toBe('Mine.');
  expect(existsSync(path.join(placed(), 'articles/b/index.html'))).toBe(true);
});
