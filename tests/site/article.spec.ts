/** The order of an article: on a phone the answer comes first, and what proves it is folded. */
import { expect, test } from '@playwright/test';
import { articles } from './articles.ts';

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

test.use({ javaScriptEnabled: false });

test('on a phone the body of each article begins within two screens', async ({ page }) => {
  await page.setViewportSize(phone);
  const late: string[] = [];
  for (const { path } of articles()) {
    await page.goto(path);
    const begin = await page.locator('.prose > p').first().boundingBox();
    const y = Math.round(begin?.y ?? Infinity);
    if (y > 2 * phone.height) late.push(`${path} at ${y} px`);
  }
  expect(late).toEqual([]);
});

for (const [name, viewport, isOpen] of [
  ['folded on a phone', phone, false],
  ['open on a desk, with nothing to press', desk, true],
] as const) {
  test(`facts and contents are ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(articles()[0]?.path ?? '');
    const facts = page.getByRole('region', { name: 'Article Facts' });
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await expect(page.locator('.side summary:visible')).toHaveCount(isOpen ? 0 : 2);
    for (const part of [facts, contents]) await expect(part).toBeVisible({ visible: isOpen });
    if (isOpen) return;
    for (const summary of await page.locator('.side summary').all()) await summary.click();
    for (const part of [facts, contents]) await expect(part).toBeVisible();
  });
}

test('the parts stand in the order in which a reader needs them', async ({ page }) => {
  await page.setViewportSize(phone);
  for (const { path } of articles()) {
    await page.goto(path);
    const parts = [
      'h1',
      '.text-lead',
      '.callout.urgent',
      '#takeaways',
      'header time',
      'aside[aria-label=Disclosure]',
      '.side',
      '.prose > p',
      '#not-advice',
      '#next',
      '#questions',
      '.fold:has(> #references)',
      '#changes',
    ];
    const tops = await page.evaluate(
      (selectors) =>
        selectors
          .map((selector) => document.querySelector(`.article ${selector}`))
          .filter((part) => part !== null)
          .map((part) => (part.checkVisibility() ? part.getBoundingClientRect().y : -1)),
      parts,
    );
    expect(tops.length, path).toBeGreaterThan(8);
    expect(tops, path).toEqual(tops.toSorted((a, b) => a - b));
  }
});

test('after the conclusion stands one article to read next', async ({ page }) => {
  for (const { path } of articles()) {
    await page.goto(path);
    const next = page.locator('div:has(> #next) .cards h3 a');
    await expect(next, path).toHaveCount(1);
    expect(await next.getAttribute('href')).not.toBe(path);
  }
});
