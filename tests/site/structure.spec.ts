/** What a page is made of, read from the files that were built: language, headings, tables, names. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';

const files = (): string[] =>
  readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.join(entry.parentPath, entry.name));

const read = (file: string): Document =>
  parseHTML(readFileSync(file, 'utf8')).document as unknown as Document;

test('every page has its language, a title, one main and headings in order', () => {
  const problems = files().flatMap((file) => {
    const document = read(file);
    if (document.querySelector('meta[http-equiv="refresh"]') !== null) return [];
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
      Number(heading.tagName.slice(1)),
    );
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    const empty = [...document.querySelectorAll('h1, h2, h3, h4')].filter(
      (heading) => heading.textContent?.trim() === '',
    );
    return [
      ...(document.documentElement.getAttribute('lang') === 'en-US' ? [] : [`${file}: lang`]),
      ...(document.querySelectorAll('main').length === 1 ? [] : [`${file}: main`]),
      ...((document.title ?? '') === '' ? [`${file}: title`] : []),
      ...(levels[0] === 1 && levels.filter((level) => level === 1).length === 1
        ? []
        : [`${file}: h1`]),
      ...(jumps.length > 0 ? [`${file}: headings jump, ${levels.join(' ')}`] : []),
      ...(empty.length > 0 ? [`${file}: an empty heading`] : []),
    ];
  });
  expect(problems).toEqual([]);
});

test('every table has headers, and no id stands twice on a page', () => {
  const problems = files().flatMap((file) => {
    const document = read(file);
    const bare = [...document.querySelectorAll('table')].filter(
      (table) => table.querySelector('thead th, th[scope="col"]') === null,
    );
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return [
      ...(bare.length > 0 ? [`${file}: a table without headers`] : []),
      ...(twice.length > 0 ? [`${file}: ${twice.join(', ')}`] : []),
    ];
  });
  expect(problems).toEqual([]);
});
