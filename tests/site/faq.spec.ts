/** The list of all questions: answers at a glance, whole answers behind them, and nothing that jumps. */
import { expect, test } from '@playwright/test';
import { articles } from './articles.ts';
import { allPages } from './pages.ts';

const asked = articles().flatMap(({ questions }) => questions);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test('each question stands once, with its answer in a sentence', async ({ page }) => {
      await page.goto('/faq/');
      const rows = page.locator('.question');
      await expect(rows).toHaveCount(asked.length);
      for (const row of await rows.all()) {
        await expect(row.locator('.first')).toBeVisible();
        await expect(row.locator('.first')).not.toHaveText(/^\s*$/);
      }
    });

    test('the address of an answer opens it, on the list and on the page of its theme', async ({
      page,
    }) => {
      for (const path of ['/faq/', ...allPages().filter((each) => each.startsWith('/themes/'))]) {
        await page.goto(path);
        const id = await page.locator('.question .fold > div[id]').last().getAttribute('id');
        await page.goto('about:blank');
        await page.goto(`${path}#${id}`);
        const answer = page.locator(`[id="${id}"]`);
        await expect(answer).toBeVisible();
        await expect(answer).toBeInViewport();
        const heading = page.locator('.question', { has: answer }).getByRole('heading');
        await expect(heading).toBeInViewport();
        await expect(page.locator('.question details[open]')).toHaveCount(1);
      }
    });
  });
}

test('an open answer shows its marks, and each leads to its evidence', async ({ page }) => {
  await page.goto('/faq/');
  const row = page.locator('.question', { has: page.locator('.evidence a') }).first();
  await row.locator('summary').click();
  await expect(row.locator('.first')).toBeHidden();
  const href = await row.locator('.evidence a').first().getAttribute('href');
  await page.goto(href ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('on paper every answer is open', async ({ page }) => {
  await page.goto('/faq/');
  await page.emulateMedia({ media: 'print' });
  for (const answer of await page.locator('.question .fold > div').all())
    await expect(answer).toBeVisible();
});
