/** What a page weighs, in bytes after brotli. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const brotli = (file: string): number => brotliCompressSync(readFileSync(file)).length;
const assets = readdirSync('dist/_astro').map((name) => `dist/_astro/${name}`);
const styles = assets.filter((file) => file.endsWith('.css'));

test('one stylesheet of at most 9 KB serves all pages', () => {
  expect(styles).toHaveLength(1);
  expect(brotli(styles[0] ?? '')).toBeLessThanOrEqual(9 * 1024);
});

test('fonts are at most 45 KB in all', () => {
  const fonts = assets.filter((file) => file.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, file) => sum + readFileSync(file).length, 0)).toBeLessThanOrEqual(
    45 * 1024,
  );
});

test('an article is at most 30 KB of HTML and CSS, in at most 5 requests', async ({ page }) => {
  const css = brotli(styles[0] ?? '');
  for (const slug of readdirSync('dist/articles').filter((name) => !name.includes('.'))) {
    expect(brotli(`dist/articles/${slug}/index.html`) + css, slug).toBeLessThanOrEqual(30 * 1024);
  }
  let requests = 0;
  page.on('request', () => (requests += 1));
  await page.goto('/articles/overlooked-micronutrients/', { waitUntil: 'networkidle' });
  expect(requests).toBeLessThanOrEqual(5);
});
