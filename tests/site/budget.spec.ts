/** What a page weighs, in bytes after brotli. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { richArticle } from './articles.ts';
import { templates } from './pages.ts';

const brotli = (file: string): number => brotliCompressSync(readFileSync(file)).length;
const assets = readdirSync('dist/_astro').map((name) => `dist/_astro/${name}`);
const stylesOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => text);

test('the same styles of at most 9 KB are inside all pages, and only tools ask for more', async ({
  page,
}) => {
  const [styles = ''] = stylesOf('dist/index.html');
  expect(brotliCompressSync(styles).length).toBeLessThanOrEqual(9 * 1024);
  expect(styles.length).toBeGreaterThan(0);
  for (const path of [...templates(), '/gallery/']) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    expect(await page.locator('style').allTextContents(), path).toEqual([styles]);
    // The sheet that narrows the claims is made from them, and the page of claims alone loads it.
    const more = path === '/evidence/' || path === '/search/' || /^\/tools\/./.test(path) ? 1 : 0;
    await expect(page.locator('link[rel=stylesheet]'), path).toHaveCount(more);
  }
});

test('fonts are at most 45 KB in all', () => {
  const fonts = assets.filter((file) => file.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, file) => sum + readFileSync(file).length, 0)).toBeLessThanOrEqual(
    45 * 1024,
  );
});

// A typical article has 1,500 words and up to 40 sources. A source is a title, an address and what
// was read of it; an article that rests on more of them is longer, and has a limit of its own.
const typicalSources = 40;
const mostTypical = 24 * 1024;
const mostOfAll = 30 * 1024;

test('an article and its styles are at most 24 KB, and 30 KB where it has many sources', () => {
  const slugs = readdirSync('dist/articles', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(slugs.length).toBeGreaterThan(0);
  const heavy = slugs.flatMap((slug) => {
    const file = `dist/articles/${slug}/index.html`;
    const sources = readFileSync(file, 'utf8').split('<li id="ref-').length - 1;
    const most = sources <= typicalSources ? mostTypical : mostOfAll;
    const bytes = brotli(file);
    return bytes <= most ? [] : [`${slug}: ${bytes} bytes for ${sources} sources, at most ${most}`];
  });
  expect(heavy).toEqual([]);
});

test('an article asks for at most 5 files, none of them a script', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.resourceType()));
  await page.goto(richArticle().path, { waitUntil: 'networkidle' });
  expect(requests.length).toBeLessThanOrEqual(5);
  expect(requests).not.toContain('script');
});
