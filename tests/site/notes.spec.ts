/** Citations: a note in place, and footnotes for whoever has no script, no styles, no popovers. */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { first, richArticle } from './articles.ts';

const article = richArticle().path;

test.use({ javaScriptEnabled: false });

test('on a desk a note stands in the margin, beside its line, and covers no text', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(article);
  const mark = page.locator('.prose > p .cite button').nth(3);
  await mark.click();
  const note = await page.locator('[popover]:popover-open').boundingBox();
  const line = await mark.boundingBox();
  const text = await page.locator('.prose').boundingBox();
  expect(note?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  const gap = Math.abs((note?.y ?? 0) - (line?.y ?? 0));
  const gapFromBelow = Math.abs(
    (note?.y ?? 0) + (note?.height ?? 0) - (line?.y ?? 0) - (line?.height ?? 0),
  );
  expect(Math.min(gap, gapFromBelow)).toBeLessThan(4);
});

test('on a phone a note stays inside the screen and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(article);
  await page.locator('.prose > p .cite button').first().click();
  const open = page.locator('[popover]:popover-open');
  const note = await open.boundingBox();
  expect(note?.x).toBeGreaterThanOrEqual(0);
  expect((note?.x ?? 0) + (note?.width ?? 0)).toBeLessThanOrEqual(320);
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual(568);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
});

test('without styles the arrow leads to the source, and the source back', async ({ page }) => {
  await page.route(article, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const bare = html.replace(/<style>.*?<\/style>/s, '');
    expect(bare).not.toBe(html);
    await route.fulfill({ response, body: bare });
  });
  await page.goto(article);
  const mark = page.locator('.cite').first();
  await mark.getByRole('link', { name: 'To the source' }).first().click();
  await expect(page).toHaveURL(/#ref-1$/);
  await page
    .locator('#ref-1')
    .getByRole('link', { name: /^Back to the text, used / })
    .click();
  await expect(page).toHaveURL(/#cite-1$/);
  // The note still opens: the browser alone does that.
  await page.locator('#cite-1').click();
  await expect(page.locator('[popover]:popover-open')).toBeVisible();
});

test('every note and every reference of a page is led to', async ({ page }) => {
  await page.goto(article);
  const ids = async (selector: string, attribute: string): Promise<string[]> =>
    Promise.all(
      (await page.locator(selector).all()).map(
        async (element) => (await element.getAttribute(attribute)) ?? '',
      ),
    );
  const opened = new Set(await ids('.cite button', 'popovertarget'));
  expect([...opened].sort()).toEqual((await ids('aside.note', 'id')).sort());
  const led = new Set(await ids('.note a', 'href'));
  const references = await ids('.refs > li', 'id');
  expect(references.filter((id) => !led.has(`#${id}`))).toEqual([]);
});

test('the numbers of two sources in one bracket do not run together', async ({ page }) => {
  await page.goto(first(({ text }) => /\n[^|\n]*\[@[^;\]]+; @/.test(text)).path);
  const marks = page.locator('.cite:has(+ .cite)');
  expect(await marks.count()).toBeGreaterThan(0);
  for (const mark of await marks.all()) await expect(mark).toHaveText(/\d,/);
});

test('a copied sentence is the sentence, without the numbers of its sources', async ({ page }) => {
  await page.goto(article);
  const paragraph = page.locator('.prose > p:has(.cite)').first();
  const copied = await paragraph.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    return getSelection()?.toString() ?? '';
  });
  const words = await paragraph.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const mark of copy.querySelectorAll('.cite')) mark.remove();
    return copy.textContent;
  });
  expect(copied.trim()).toBe(words?.replace(/\n/g, ' ').trim());
});

test('a reader view keeps every word of the text, and the numbers', () => {
  const { slug } = first(({ text }) => text.includes('<Term') && text.includes('[@'));
  const html = readFileSync(`dist/articles/${slug}/index.html`, 'utf8');
  const document = parseHTML(html).document as unknown as Document;
  const folded = (text: string): string => text.replaceAll('↓', '').replace(/\s+/g, ' ').trim();
  const words = [...document.querySelectorAll('.prose > p:not(.meta)')].map((paragraph) =>
    folded(paragraph.textContent ?? ''),
  );
  const read = folded(new Readability(document).parse()?.textContent ?? '');
  expect(words.length).toBeGreaterThan(5);
  expect(words.filter((text) => !read.includes(text))).toEqual([]);
});

test('a folded list of sources opens where a mark, a note or the contents lead into it', async ({
  page,
}) => {
  await page.goto(article);
  const sources = page.locator('.fold:has(> #references)');
  await expect(sources.locator('summary')).toHaveText(
    /^Sources\s*\d+ sources, \d+ studied runners$/,
  );
  const last = page.locator('.refs > li').last();
  await expect(last).toBeHidden();
  await page.goto(`${article}#${await last.getAttribute('id')}`);
  await expect(last).toBeInViewport();
  await page.goto('/404.html');
  await page.goto(`${article}#references`);
  await expect(page.locator('.refs > li').first()).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeInViewport();
});

test('a care card has its sources and no grade', async ({ page }) => {
  await page.goto(first(({ text }) => /^urgent:/m.test(text)).path);
  const card = page.locator('.article > header .callout.urgent');
  const [above, below] = [await card.boundingBox(), await page.locator('#takeaways').boundingBox()];
  expect(above?.y ?? Infinity).toBeLessThan(below?.y ?? 0);
  expect(await card.locator('.cite').count()).toBeGreaterThan(0);
  await expect(card.locator('.sure')).toHaveCount(0);
});

test('a line with a citation is as high as one without', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(article);
  const uneven = await page.locator('.prose > p:has(.cite)').evaluateAll((paragraphs) =>
    paragraphs
      .filter((paragraph) => {
        const lineHeight = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
        const lines = paragraph.getBoundingClientRect().height / lineHeight;
        return Math.abs(lines - Math.round(lines)) > 0.05;
      })
      .map((paragraph) => paragraph.textContent?.slice(0, 60)),
  );
  expect(uneven).toEqual([]);
});
