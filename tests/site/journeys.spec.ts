/** What readers do: read, jump, ask, check a source, follow a product link. With a script engine and without. */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { articles, richArticle } from './articles.ts';

const { path: article, title, headings, questions } = richArticle();
const [heading = ''] = headings;
// Asked in this article alone, and free of what a name or an address would have to escape.
const question = questions.find((text) => /^[\w ]+\?$/.test(text)) ?? '';
const anchor = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .replaceAll(' ', '-');

for (const [name, options] of [
  ['desk', { viewport: { width: 1280, height: 900 } }],
  ['phone without JavaScript', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
] as const) {
  test.describe(name, () => {
    test.use(options);

    test('from home to an article and down its contents list', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('link', { name: 'All articles' }).click();
      await page.getByRole('link', { name: title }).click();
      await expect(page).toHaveURL(article);
      const contents = page.getByRole('navigation', { name: 'On this page' });
      // Folded on a phone, open on a desk.
      if (!(await contents.isVisible())) await page.getByText('On this page').first().click();
      await contents.getByRole('link', { name: heading }).click();
      await expect(page).toHaveURL(`${article}#${anchor(heading)}`);
      await expect(page.getByRole('heading', { name: heading })).toBeInViewport();
    });

    test('the first screen has the answer, who wrote it, and that nobody reviewed it', async ({
      page,
    }) => {
      await page.goto(article);
      await expect(
        page.getByText('No health professional has reviewed this article.'),
      ).toBeVisible();
      await expect(page.getByText('This page was drafted by AI.')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Key takeaways' })).toBeVisible();
    });

    test('a question of the list opens, and leads to its place in the article', async ({
      page,
    }) => {
      await page.goto('/faq/');
      const row = page.locator('.question').filter({ hasText: question });
      await row.getByRole('heading', { name: question }).click();
      await row.getByRole('link', { name: 'Link to this answer' }).click();
      await expect(page).toHaveURL(new RegExp(`/faq/#${anchor(question)}$`));
      await row.locator('.meta a').first().click();
      await expect(page).toHaveURL(new RegExp(`/articles/.*#${anchor(question)}$`));
      await expect(page.getByRole('heading', { name: question.replace('?', '') })).toBeInViewport();
    });

    test('a citation opens its note in place, and the note leads to the source and back', async ({
      page,
    }) => {
      await page.goto(article);
      const mark = page.locator('#cite-1');
      await mark.click();
      const note = page.locator('[popover]:popover-open');
      await expect(note).toBeVisible();
      await note.getByRole('link', { name: 'Source 1', exact: true }).click();
      await expect(page).toHaveURL(/#ref-1$/);
      await expect(page.locator('#ref-1')).toBeInViewport();
      await page
        .locator('#ref-1')
        .getByRole('link', { name: /Back to the text/ })
        .first()
        .click();
      await expect(page).toHaveURL(/#cite-1$/);
    });

    test('the product link is an ad, says so, and arrives at the merchant', async ({
      page,
      context,
    }) => {
      await context.route('https://www.amazon.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<h1>merchant</h1>' }),
      );
      await page.goto(article);
      const link = page.getByRole('link', {
        name: 'Search Amazon for Thorne Iron Bisglycinate (ad)',
      });
      await expect(link).toHaveAttribute('rel', 'sponsored nofollow noopener');
      const disclosure = page.getByRole('complementary', { name: 'Disclosure' });
      await expect(disclosure).toBeVisible();
      const [above, below] = [await disclosure.boundingBox(), await link.boundingBox()];
      expect(above?.y).toBeLessThan(below?.y ?? 0);
      await link.click();
      await expect(page).toHaveURL('https://www.amazon.com/s?k=Thorne+Iron+Bisglycinate');
    });

    test('iron says test first above its facts; the refused product has its reason and no link', async ({
      page,
    }) => {
      await page.goto(article);
      const iron = page.getByRole('region', { name: 'Iron Bisglycinate' });
      await expect(iron.getByText('Test first.')).toBeVisible();
      const warning = await iron.getByText('Test first.').boundingBox();
      const facts = await iron.getByRole('table').boundingBox();
      expect(warning?.y).toBeLessThan(facts?.y ?? 0);
      const refused = page.getByRole('region', { name: /^Magnesium bisglycinate/ });
      await expect(refused.getByText('Why we do not link it.')).toBeVisible();
      await expect(refused.locator('a[href^="http"]')).toHaveCount(0);
    });

    test('nothing is wider than the screen', async ({ page }) => {
      for (const path of [
        '/',
        article,
        '/faq/',
        '/products/',
        '/products/bodyarmor-flash-iv/',
        '/how-we-work/',
      ]) {
        await page.goto(path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, path).toBe(options.viewport.width);
      }
    });
  });
}

test('each product stands once, under what it is bought for, and the list leads there', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/products/');
  const rows = page.locator('tbody tr');
  const names = await rows.locator('th a').allTextContents();
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(readdirSync('content/products').length);
  const choice = page.getByRole('navigation', { name: 'Products by purpose' });
  await choice.getByRole('link', { name: 'Iron', exact: true }).click();
  const iron = page.getByRole('region', { name: 'Iron', exact: true });
  await expect(iron).toBeInViewport();
  await expect(
    iron.getByRole('link', { name: /^Search Amazon for .*\(ad\)$/ }).first(),
  ).toBeVisible();
  await context.close();
});

test('what is linked was read on a label, a maker’s or a seller’s page; what was not is not linked', async ({
  page,
}) => {
  await page.goto('/products/');
  const linked = page.locator('tbody tr:has(.cta)');
  const places = await linked.locator('td[data-label="Amounts from"]').allTextContents();
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !/^(?:label|maker’s page|seller’s page)$/.test(place))).toEqual(
    [],
  );
  const unread = page.locator('tbody tr').filter({ hasText: 'Label not read' });
  expect(await unread.count()).toBeGreaterThan(0);
  await expect(unread.locator('.cta')).toHaveCount(0);
});

test('the skip link is the first stop and leads to the content', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('on a desk the contents list shows which section one reads', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const [{ path, headings: names } = { path: '', headings: [''] }] = articles();
  await page.goto(path);
  const current = page.locator('.on-page a:target-current');
  for (const name of [names[0] ?? '', 'Sources']) {
    await page.locator('.on-page').getByRole('link', { name, exact: true }).click();
    await expect(current).toHaveText([name]);
  }
});
