/** Every internal link and fragment of the built site, by a path of its own: a browser asks the server. */
import { expect, test } from '@playwright/test';
import { articles } from './articles.ts';
import { allPages } from './pages.ts';

test('every internal link and fragment leads somewhere', async ({ page, request }) => {
  test.slow();
  const anchors = new Map<string, Set<string>>();
  const wanted = new Map<string, string>();
  await page.goto('/');
  const { origin } = new URL(page.url());
  for (const path of allPages()) {
    // The browser's own parser reads the page; laying it out would add nothing but time.
    const found = await page.evaluate(async (address) => {
      const response = await fetch(address);
      const read = new DOMParser().parseFromString(await response.text(), 'text/html');
      return {
        pathname: new URL(response.url).pathname,
        ids: [...read.querySelectorAll('[id]')].map((element) => element.id),
        links: [...read.querySelectorAll('a[href]')].map(
          (link) => new URL(link.getAttribute('href') ?? '', response.url).href,
        ),
      };
    }, path);
    anchors.set(found.pathname, new Set(found.ids));
    for (const link of found.links) if (link.startsWith(origin)) wanted.set(link, path);
  }
  expect(wanted.size).toBeGreaterThan(allPages().length);
  const dead: string[] = [];
  for (const [link, from] of wanted) {
    const { pathname, hash } = new URL(link);
    const own = anchors.get(pathname);
    const leads =
      own === undefined
        ? (await request.get(pathname)).status() === 200
        : hash === '' || own.has(decodeURIComponent(hash.slice(1)));
    if (!leads) dead.push(`${link} on ${from}`);
  }
  expect(dead).toEqual([]);
});

test('an address without a page answers with the way on', async ({ page }) => {
  const response = await page.goto('/no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
});

test('the sitemap dates an article by its own days', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap-0.xml')).text();
  for (const { path, changed } of articles())
    expect(sitemap).toContain(`${path}</loc><lastmod>${changed}`);
  expect(sitemap).not.toContain('/gallery/');
  expect(sitemap).not.toContain('/404');
});
