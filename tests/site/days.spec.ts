/** The day on which a page last changed is the same for readers, search engines and the sitemap. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { allPages } from './pages.ts';

const sitemap = readdirSync('dist')
  .filter((name) => /^sitemap-\d+\.xml$/.test(name))
  .map((name) => readFileSync(`dist/${name}`, 'utf8'))
  .join('');
const lastOf = (path: string): string | undefined =>
  [...sitemap.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)]
    .find(([, loc = '']) => new URL(loc).pathname === path)?.[2]
    ?.slice(0, 10);

const pages = allPages().filter((path) => /^\/(?:articles|figures)\/[^/]+\/$/.test(path));

test('there are articles and figures', () => expect(pages.length).toBeGreaterThan(10));

for (const path of pages)
  test(`${path} says one day everywhere`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const graph = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
    ) as { '@graph': { '@type': string; dateModified?: string }[] };
    const told = graph['@graph'].find(({ dateModified }) => dateModified !== undefined);
    // In the byline, or at the foot of a figure's page: the last day is the newest.
    const line = page.locator('p.meta', { has: page.locator('time') }).first();
    const days = await line
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    const shown = days.toSorted().at(-1);
    expect(shown).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(told?.dateModified).toBe(shown);
    expect(lastOf(path)).toBe(shown);
    if (path.startsWith('/articles/'))
      expect(
        await page.locator('meta[property="article:modified_time"]').getAttribute('content'),
      ).toBe(shown);
  });
