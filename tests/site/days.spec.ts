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

test('each page of an article or a figure says one day everywhere', async ({ page }) => {
  expect(pages.length).toBeGreaterThan(10);
  for (const path of pages) {
    const { told, shown, named } = await page.evaluate(
      (html) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        const graph = JSON.parse(
          document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
        ) as { '@graph': { dateModified?: string }[] };
        // In the byline, or at the foot of a figure's page: the last day is the newest.
        const line = [...document.querySelectorAll('p.meta')].find((one) =>
          one.querySelector('time'),
        );
        const days = [...(line?.querySelectorAll('time') ?? [])].map(({ dateTime }) => dateTime);
        return {
          told: graph['@graph'].find(({ dateModified }) => dateModified !== undefined)
            ?.dateModified,
          shown: days.sort().at(-1),
          named: document
            .querySelector('meta[property="article:modified_time"]')
            ?.getAttribute('content'),
        };
      },
      readFileSync(`dist${path}index.html`, 'utf8'),
    );
    expect(shown, path).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect([told, lastOf(path)], path).toEqual([shown, shown]);
    if (path.startsWith('/articles/')) expect(named, path).toBe(shown);
  }
});
