/** What other programs show of a page: its picture with its words, and the site on a home screen. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { templates } from './pages.ts';

const size = (file: string): [width: number, height: number] => {
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test('every picture to share is 1200 by 630 and at most 60 KB', () => {
  const cards = readdirSync('dist/cards', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(cards.length).toBeGreaterThan(40);
  for (const file of cards) {
    expect(size(file), file).toEqual([1200, 630]);
    expect(readFileSync(file).length, file).toBeLessThanOrEqual(60 * 1024);
  }
});

test('the picture of a page says its title, in words too', async ({ page, baseURL }) => {
  for (const address of templates()) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const content = (name: string): Promise<string | null> =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
    const image = new URL((await content('og:image')) ?? '');
    expect(size(`dist${image.pathname}`), address).toEqual([1200, 630]);
    const alt = await content('og:image:alt');
    expect(alt).toBe(await content('twitter:image:alt'));
    if (image.pathname.startsWith('/cards/')) expect(alt).toContain(await content('og:title'));
    expect((await page.request.get(new URL(image.pathname, baseURL).href)).ok()).toBe(true);
  }
});

test('the site can stand on a home screen', async ({ page }) => {
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = JSON.parse(readFileSync(`dist${href}`, 'utf8')) as {
    name: string;
    icons: { src: string; sizes: string; type: string }[];
  };
  expect(await page.title()).toContain(manifest.name);
  for (const { src, sizes, type } of manifest.icons) {
    if (type !== 'image/png') continue;
    expect(size(`dist${src}`).join('x'), src).toBe(sizes);
  }
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const color = await page.evaluate(() => {
      const bar = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].find(
        ({ media }) => matchMedia(media).matches,
      );
      const probe = document.createElement('i');
      probe.style.color = bar?.content ?? '';
      document.body.append(probe);
      return [
        getComputedStyle(probe).color,
        getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ];
    });
    expect(color.slice(1), scheme).toContain(color[0]);
  }
});
