/** What a page is made of, read from the files that were built: language, headings, tables, names. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { besideIds, dayAddress } from '#publish/dev-pages.ts';
import { htmlConfig } from '../../src/checks/output/html.ts';

const files = (): string[] =>
  readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Runs a look at each page in the browser's own parser. */
async function look(page: Page, examine: (html: string) => string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const file of files()) {
    const found = await page.evaluate(examine, readFileSync(file, 'utf8'));
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  return problems;
}

test('nothing that stands beside a page for its author was built', () => {
  const all = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const marks = [...Object.values(besideIds), dayAddress];
  const found = all.filter((file) => {
    const text = readFileSync(file, 'latin1');
    return marks.some((mark) => text.includes(mark));
  });
  expect(found).toEqual([]);
});

// A build looks at the shapes of its pages: the whole of each must say the same.
test('every whole page is valid HTML', () => {
  const validator = new HtmlValidate(htmlConfig);
  const invalid = files()
    .map((file) => [file, readFileSync(file, 'utf8')] as const)
    // A page that only sends on has no frame of ours.
    .filter(([, html]) => !html.includes('http-equiv="refresh"'))
    .filter(([, html]) => !validator.validateStringSync(html).valid)
    .map(([file]) => file);
  expect(invalid).toEqual([]);
});

test('every page has its language, a title, one main and headings in order', async ({ page }) => {
  const problems = await look(page, (html) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    if (document.querySelector('meta[http-equiv="refresh"]') !== null) return [];
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    const levels = headings.map((heading) => Number(heading.tagName.slice(1)));
    const jumps = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
    return [
      ...(document.documentElement.lang === 'en-US' ? [] : ['lang']),
      ...(document.querySelectorAll('main').length === 1 ? [] : ['main']),
      ...(document.title === '' ? ['title'] : []),
      ...(levels.filter((level) => level === 1).length === 1 ? [] : ['h1']),
      ...(jumps ? [`headings jump, ${levels.join(' ')}`] : []),
      ...(headings.some(({ textContent }) => textContent?.trim() === '')
        ? ['an empty heading']
        : []),
    ];
  });
  expect(problems).toEqual([]);
});

test('every table has headers, and no id stands twice on a page', async ({ page }) => {
  const problems = await look(page, (html) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const bare = [...document.querySelectorAll('table')].filter(
      (table) => table.querySelector('thead th, th[scope="col"]') === null,
    );
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return [
      ...bare.map((table) => `a table without headers: ${table.outerHTML.slice(0, 80)}`),
      ...ids.filter((id, index) => ids.indexOf(id) !== index),
    ];
  });
  expect(problems).toEqual([]);
});
