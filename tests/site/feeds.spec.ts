/** Feeds of the built site: whole articles that read without a style, whose addresses all lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { articles } from './articles.ts';

interface Item {
  url: string;
  title: string;
  content_html: string;
  date_modified: string;
}
const items = (): Item[] =>
  (JSON.parse(readFileSync('dist/feed.json', 'utf8')) as { items: Item[] }).items;
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('the newest twenty articles are in the feeds, under their addresses', () => {
  const published = articles();
  const listed = items().map(({ url }) => new URL(url).pathname);
  expect(new Set(listed).size).toBe(Math.min(20, published.length));
  const days = new Map(published.map((one) => [one.path, one.published]));
  const oldest = listed.map((path) => days.get(path) ?? `${path} is no article`).toSorted()[0];
  // Of one day some may be left out, and of a newer one none.
  const missed = published.filter(({ path }) => !listed.includes(path));
  expect(missed.filter((one) => one.published > (oldest ?? ''))).toEqual([]);
});

test('where styles are ignored, each sentence of an article can be read in its order', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const reader = await context.newPage();
  for (const { url, content_html } of items()) {
    await page.goto(new URL(url).pathname);
    const own =
      '.prose > p:not(.small, .meta), .prose > h2:not(#next), .prose > h3, .prose > ul > li';
    const pieces = await page.locator(own).evaluateAll((elements) =>
      elements.map((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const mark of copy.querySelectorAll('sup.cite, .anchor, button')) mark.remove();
        return copy.textContent ?? '';
      }),
    );
    await reader.setContent(content_html.replaceAll(/<sup>\[.*?\]<\/sup>/g, ''));
    const text = folded(await reader.locator('body').innerText());
    expect(pieces.length).toBeGreaterThan(10);
    let at = 0;
    for (const piece of pieces.map(folded).filter((words) => words !== '')) {
      const found = text.indexOf(piece, at);
      expect(found, `${url}: ${piece}`).toBeGreaterThanOrEqual(at);
      at = found;
    }
    await reader.setContent(content_html);
    const lines = (await reader.locator('body').innerText()).split('\n');
    expect(lines.filter((line) => line.length > 1500)).toEqual([]);
  }
  await context.close();
});

test('every address of this site in a feed is one that was built', () => {
  const changes = readdirSync('dist/corrections', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.xml'),
  );
  const files = [
    'feed.xml',
    'feed.atom',
    'feed.json',
    ...changes.map((name) => `corrections/${name}`),
  ];
  for (const file of files) {
    const text = readFileSync(`dist/${file}`, 'utf8')
      .replaceAll('\\"', '"')
      .replaceAll('&quot;', '"');
    const base = new URL(items()[0]?.url ?? '').origin;
    const own = [...text.matchAll(/(?:href|src|url)="([^"]+)"|<link>([^<]+)</g)]
      .map(([, attribute, element]) => (attribute ?? element ?? '').replaceAll('&amp;', '&'))
      .filter((address) => address.startsWith(base))
      .map((address) => new URL(address));
    expect(own.length).toBeGreaterThan(10);
    const dead = own.filter(({ pathname, hash }) => {
      const built = `dist${pathname}${pathname.endsWith('/') ? 'index.html' : ''}`;
      if (!existsSync(built)) return true;
      return hash !== '' && !readFileSync(built, 'utf8').includes(`id="${hash.slice(1)}"`);
    });
    expect([...new Set(dead.map(({ href }) => href))]).toEqual([]);
  }
});

test('readers of feeds find them, and people are told what they are', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('link[rel=alternate][type="application/rss+xml"]')).toHaveAttribute(
    'href',
    '/feed.xml',
  );
  await page.goto('/themes/tired/');
  await expect(page.locator('link[href="/themes/tired/feed.xml"]')).toHaveCount(1);
  await page.goto('/corrections/');
  await expect(page.locator('link[href="/corrections/feed.xml"]')).toHaveCount(1);
  await page.getByRole('link', { name: 'Feeds' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Feeds' })).toBeVisible();
  for (const link of await page.locator('main a').all()) {
    const response = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(response.status()).toBe(200);
  }
});
