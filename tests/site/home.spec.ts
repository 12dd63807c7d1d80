/** The home and evidence pages on a phone: the first screen has an answer or the way to it. */
import { expect, test } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

test('the first screen has an answer, its evidence and the way on', async ({ page }) => {
  await page.goto('/');
  const first = page.locator('.situations > li').first();
  for (const part of [
    first.getByRole('heading'),
    first.locator('p').first(),
    first.getByRole('link', { name: /^Evidence/ }).first(),
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Start here' }),
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
  await first.getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL(/\/(?:articles|themes)\/[a-z0-9-]+\/$/);
});

test('the first screen of the evidence shows what was found and how sure it is', async ({
  page,
}) => {
  await page.goto('/evidence/');
  await expect(page.locator('.matrix td a').first()).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.legend').last()).toBeInViewport({ ratio: 1 });
  await page.locator('.matrix td a').first().click();
  await expect(page).toHaveURL(/\/nutrients\/[a-z0-9-]+\/#claims-[a-z]+$/);
  const id = new URL(page.url()).hash;
  await expect(page.locator(id)).toBeInViewport();
});

test('on paper the evidence is as wide as a sheet, and its topics are open', async ({ page }) => {
  await page.setViewportSize({ width: 688, height: 900 });
  await page.goto('/evidence/');
  await page.emulateMedia({ media: 'print' });
  const right = await page
    .locator('.matrix')
    .evaluate((table) => table.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(688);
  const closed = await page
    .locator('.fold > .part-of')
    .evaluateAll((all) => all.filter((part) => !part.checkVisibility()).length);
  expect(closed).toBe(0);
});

test('every tool shows a finished result and leads to itself', async ({ page }) => {
  await page.goto('/');
  const examples = page.locator('section.label').filter({ hasText: 'For example' });
  await expect(examples).toHaveCount(2);
  for (const href of ['/tools/daily-needs/', '/tools/stack/'])
    await expect(examples.locator(`a[href="${href}"]`)).toHaveCount(1);
});

for (const width of [320, 390])
  for (const path of ['/', '/evidence/', '/nutrients/iron/'])
    test(`${path} does not scroll sideways at ${width} px, opened or closed`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path);
      const widest = (): Promise<number> =>
        page.locator('html').evaluate((html) => html.scrollWidth);
      expect(await widest()).toBeLessThanOrEqual(width);
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((item) => ((item as HTMLDetailsElement).open = true)));
      expect(await widest()).toBeLessThanOrEqual(width);
    });
