/** No cookie, no storage, no request to anyone else, no script on any page. */
import { expect, test } from '@playwright/test';
import { templates } from './pages.ts';

test('pages keep to themselves', async ({ page, context, baseURL }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) strangers.push(request.url());
  });
  for (const path of templates()) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const stored = await page.evaluate(
      () => localStorage.length + sessionStorage.length + document.cookie.length,
    );
    expect(stored, path).toBe(0);
  }
  expect(await context.cookies()).toEqual([]);
  expect(strangers).toEqual([]);
});

test('articles, questions, products and text pages hold no script', async ({ page }) => {
  const scripted = /^\/(?:tools|search)\//;
  for (const path of templates().filter((template) => !scripted.test(template))) {
    await page.goto(path);
    await expect(page.locator('script:not([type="application/ld+json"])'), path).toHaveCount(0);
  }
});
