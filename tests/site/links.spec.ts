/** Every internal link and fragment of the built site, by a path of its own: a browser asks the server. */
import { expect, test } from '@playwright/test';
import { articles } from './articles.ts';
import { allPages } from './pages.ts';

test('every internal link and fragment leads somewhere', async ({ page, request }) => {
  test.slow();
  const anchors = new Map<string, Set<string>>();
  const wanted = new Map<string, string>();
  for (const path of allPages()) {
    await page.goto(path);
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
      links: [...document.querySelectorAll('a[href]')].map(
        (link) => (link as HTMLAnchorElement).href,
      ),
    }));
    anchors.set(new URL(page.url()).pathname, new Set(found.ids));
    for (const link of found.links)
      if (link.startsWith(new URL(page.url()).origin)) wanted.set(link, path);
  }
  for (const [link, from] of wanted) {
    const { pathname, hash } = new URL(link);
    if (!anchors.has(pathname)) {
      expect((await request.get(pathname)).status(), `${link} on ${from}`).toBe(200);
    } else if (hash !== '') {
      expect(
        anchors.get(pathname)?.has(decodeURIComponent(hash.slice(1))),
        `${link} on ${from}`,
      ).toBe(true);
    }
  }
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
